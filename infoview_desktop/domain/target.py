"""Which target organization to turn to first: a pure rule that gives its reasons.

The rule is the LAMP list of Steve Dalton's *The 2-Hour Job Search*: a List of target organizations, ordered by
Advocates (people one knows there), Motivation (how much one wants to work there) and Postings (openings seen).
Dalton sorts by one column after the other, motivation first; here each gives points up to its weight, so that
the user can say what counts how much.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from infoview_desktop.domain.organization import MOST_MOTIVATION
from infoview_desktop.domain.phrase import Phrase

_WARM = 2
"""Alumni, friends and people one was referred to answer sooner, so each counts for two."""
_MOST_ADVOCATES = 6
"""More people than this open no more doors."""
_MOST_OPENINGS = 3


@dataclass(frozen=True, slots=True)
class TargetFactor:
    """Something that counts: its name in the table of weights, its words, and how much it counts at first."""

    name: str
    label: Phrase
    weight: int


FACTORS = (
    TargetFactor("target.motivation", Phrase("How much you want to work there"), 30),
    TargetFactor("target.advocates", Phrase("People you know there"), 20),
    TargetFactor("target.openings", Phrase("Openings you have seen"), 10),
)
"""What counts, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is known of an organization where the user wants to work.

    `people` work there and are in the book; `warm` of them are alumni, friends, or came by a referral.
    """

    organization_id: int
    name: str
    people: int
    warm: int
    motivation: int
    openings: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an organization stands where it does, and the points it has for it."""

    factor: str
    words: Phrase
    points: int


@dataclass(frozen=True, slots=True)
class RankedTarget:
    """A target with its reasons, the weightiest first."""

    target: Target
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """All its points."""
        return sum(reason.points for reason in self.reasons)


def ranked(targets: Iterable[Target], weights: Mapping[str, int]) -> list[RankedTarget]:
    """Put the targets into order, the one to turn to first at the top; `weights` has those that were changed."""
    present = {factor.name: weights.get(factor.name, factor.weight) for factor in FACTORS}
    judged = [RankedTarget(target, _reasons(target, present)) for target in targets]
    return sorted(judged, key=lambda one: (-one.points, one.target.name.casefold(), one.target.organization_id))


def _reasons(target: Target, weights: Mapping[str, int]) -> tuple[Reason, ...]:
    """What speaks for a target; nothing is said of what is not known."""
    advocates = target.people + (_WARM - 1) * target.warm
    shares = (
        ("target.motivation", target.motivation, MOST_MOTIVATION, _motivation(target)),
        ("target.advocates", advocates, _MOST_ADVOCATES, _advocates(target)),
        ("target.openings", target.openings, _MOST_OPENINGS, _openings(target)),
    )
    reasons = [
        Reason(factor, words, round(weights[factor] * min(value, most) / most))
        for factor, value, most, words in shares
        if value and weights[factor]
    ]
    return tuple(sorted(reasons, key=lambda reason: -reason.points))


def _motivation(target: Target) -> Phrase:
    return Phrase("motivation {some} of {most}", {"some": target.motivation, "most": MOST_MOTIVATION})


def _advocates(target: Target) -> Phrase:
    if target.warm == target.people:
        return Phrase.counted(
            "{count} alumni, friend or referral there", "{count} alumni, friends or referrals there", target.warm
        )
    known = Phrase.counted("{count} person known there", "{count} people known there", target.people)
    if not target.warm:
        return known
    return Phrase("{known}, {warm} of them alumni, friends or referrals", {"known": known, "warm": target.warm})


def _openings(target: Target) -> Phrase:
    return Phrase.counted("{count} opening seen", "{count} openings seen", target.openings)
