"""Which target organization to turn to first: a pure rule that gives its reasons.

The rule is the LAMP list of Steve Dalton's *The 2-Hour Job Search*: a List of target organizations, ordered by
Advocates (people one knows there), Motivation (how much one wants to work there) and Postings (openings seen).
Here each counts as much as the user lets it, and motivation most at first: nobody writes well to a place they do
not care for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from infoview_desktop.domain.factor import Factor, weights_with
from infoview_desktop.domain.motivation import MOST_MOTIVATION
from infoview_desktop.domain.phrase import Phrase

_PERSON, _WARM = 0.5, 1.0
"""What somebody known there counts; alumni, friends and people one was referred to answer sooner."""
_MOST_ADVOCATES = 3.0
"""More people than that open no more doors."""
_OPENING = 0.5
_MOST_OPENINGS = 1.5


FACTORS = (
    Factor(
        "target.motivation",
        Phrase("How much you want to work there"),
        Phrase("Your own word for the organization, from 0 to 3."),
        3,
    ),
    Factor(
        "target.advocates",
        Phrase("People you know there"),
        Phrase("Alumni, friends and referrals count twice."),
        2,
    ),
    Factor(
        "target.openings",
        Phrase("Openings seen"),
        Phrase("A place that hires has time to talk about it."),
        2,
    ),
)
"""What counts for a target, the weightiest first; the user may let each count from 0 to 5."""


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
class TargetReason:
    """Why a target stands where it does, and what that counts. `factor` is the key of its factor."""

    factor: str
    phrase: Phrase
    points: float


@dataclass(frozen=True, slots=True)
class RankedTarget:
    """A target with its reasons, the weightiest first; the score is their sum."""

    target: Target
    reasons: tuple[TargetReason, ...]

    @property
    def score(self) -> float:
        """What the reasons count together. All points are halves, so that the sum is exact."""
        return sum(reason.points for reason in self.reasons)


def ranked(targets: Iterable[Target], weights: Mapping[str, int]) -> list[RankedTarget]:
    """Put the targets into order, the one to turn to first at the top; `weights` has those that were changed."""
    present = weights_with(FACTORS, weights)
    judged = [RankedTarget(target, _reasons(target, present)) for target in targets]
    return sorted(judged, key=lambda one: (-one.score, one.target.name.casefold(), one.target.organization_id))


def _reasons(target: Target, weights: Mapping[str, int]) -> tuple[TargetReason, ...]:
    """What speaks for a target; nothing is said of what is not known or does not count."""
    known = _PERSON * (target.people - target.warm) + _WARM * target.warm
    found = (
        ("target.motivation", float(target.motivation), _motivation(target)),
        ("target.advocates", min(known, _MOST_ADVOCATES), _advocates(target)),
        ("target.openings", min(_OPENING * target.openings, _MOST_OPENINGS), _openings(target)),
    )
    reasons = [
        TargetReason(factor, phrase, weights[factor] * strength)
        for factor, strength, phrase in found
        if weights[factor] * strength
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
