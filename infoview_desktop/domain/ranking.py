"""Whom to write to first: every reason there is for a person, what it counts, and the sum of all.

The reasons are the rule's output; there is nothing else in the score.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from infoview_desktop.domain.contact import Seniority, Source
from infoview_desktop.domain.factor import Factor
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.seniority import LEVELS, guessed
from infoview_desktop.domain.text import folded
from infoview_desktop.domain.words import stems

MOTIVATIONS = (
    Phrase("Not in a hurry"),
    Phrase("A little"),
    Phrase("Much"),
    Phrase("Very much"),
)
"""How much somebody wants to talk to a person, from 0 to 3."""


class Candidate(NamedTuple):
    """What the book knows of a person that may be a reason to talk to them; a tuple, as there are hundreds at a time.

    Attributes:
        contact_id: their key.
        name: as it is shown.
        position: their title.
        seniority: as the user says; `NONE` where they say nothing, and the title is asked.
        organization: where they work, "" where that is not known.
        is_target: whether the user wants to work there.
        remarks: what the user wrote about them.
        tags: the words the user put on them.
        source: how they were found.
        schools: where they went to.
        past_employers: where they worked before.
        referrer: the name of who led to them.
        friend: the name of a friend of the user's at the same organization.
        in_touch_on: when the two were last in touch, `YYYY-MM-DD`; like
        connected_on: "" where that is not known.
        motivation: how much the user wants to talk to them, 0 to 3.
        direction: the career that they are asked about; "" for none.
    """

    contact_id: int
    name: str
    position: str = ""
    seniority: Seniority = Seniority.NONE
    organization: str = ""
    is_target: bool = False
    remarks: str = ""
    tags: tuple[str, ...] = ()
    source: Source = Source.NONE
    schools: tuple[str, ...] = ()
    past_employers: tuple[str, ...] = ()
    referrer: str = ""
    friend: str = ""
    in_touch_on: str = ""
    connected_on: str = ""
    motivation: int = 0
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the user says of themselves: how far up they work, and what they have in common with others.

    `directions` are the careers they explore.
    """

    seniority: Seniority = Seniority.NONE
    schools: tuple[str, ...] = ()
    past_employers: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether they have said nothing yet."""
        return self == Profile()


class Reason(NamedTuple):
    """One reason, in words and in a few, and what it counts. `factor` is the key of its factor."""

    factor: str
    phrase: Phrase
    short: Phrase
    points: float


class Ranking(NamedTuple):
    """All reasons for a person, the weightiest first; the score is their sum."""

    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """What the reasons count together. All points are halves, so that the sum is exact."""
        return sum(reason.points for reason in self.reasons)


Strength = float
"""How far a reason holds: 1 wholly, ½ partly; motivation holds once for each step."""


@dataclass(frozen=True, slots=True)
class _Found:
    """That a factor holds, how far, and how to say so."""

    strength: Strength
    phrase: Phrase
    short: Phrase


_WHOLLY, _PARTLY = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class PersonFactor(Factor):
    """Something that can be a reason to talk to a person, and how it is found."""

    find: Callable[[Candidate, Profile, date], _Found | None]


def _motivation(one: Candidate, _profile: Profile, _today: date) -> _Found | None:
    if not one.motivation:
        return None
    return _Found(float(one.motivation), _WISHES[one.motivation - 1], MOTIVATIONS[one.motivation])


_WISHES = (
    Phrase("You would like to talk to them a little"),
    Phrase("You would like to talk to them much"),
    Phrase("You would like to talk to them very much"),
)


def _organization(one: Candidate, _profile: Profile, _today: date) -> _Found | None:
    if not (one.is_target and one.organization):
        return None
    phrase = Phrase("Works at {organization}, where you want to work", {"organization": one.organization})
    return _Found(_WHOLLY, phrase, Phrase("Where you want to work"))


def _direction(one: Candidate, profile: Profile, _today: date) -> _Found | None:
    """Their own direction goes before the others; of those, the one of which most is found."""
    did = told = stems(one.position)
    if one.tags or one.remarks:
        told = did.union(*map(stems, one.tags), stems(one.remarks))
    best = 0.0, ""
    for name in (one.direction, *profile.directions):
        wanted = stems(name)
        share = len(wanted & told) / len(wanted) if wanted else 0.0
        if share > best[0]:
            best = share, name
    share, name = best
    if not share:
        return None
    strength = _WHOLLY if share == 1 else _PARTLY
    values = {"position": one.position, "direction": name}
    phrase = (
        Phrase("{position}, close to your direction {direction}", values)
        if did & stems(name)
        else Phrase("Your words about them speak of {direction}", values)
    )
    return _Found(strength, phrase, Phrase("Close to {direction}", values))


def _level(one: Candidate, profile: Profile, _today: date) -> _Found | None:
    level = one.seniority or guessed(one.position)
    if not (level and profile.seniority):
        return None
    above = _ABOVE.get(level.level - profile.seniority.level)
    if above is None:
        return None
    strength, short = above
    values = {"above": short, "level": LEVELS[level]}
    phrase = Phrase("{above} ({level})", values) if one.seniority else Phrase("{above} ({level}, by the title)", values)
    return _Found(strength, phrase, short)


_ABOVE = {
    1: (_WHOLLY, Phrase("A level above you")),
    2: (_PARTLY, Phrase("Two levels above you")),
}


def _school(one: Candidate, profile: Profile, _today: date) -> _Found | None:
    for school in one.schools:
        if any(_is_same(school, own, _ANY_SCHOOL) for own in profile.schools):
            return _Found(_WHOLLY, Phrase("Same school: {school}", {"school": school}), _SAME_SCHOOL)
    if one.source == Source.ALUMNI or any(folded(tag).startswith("alum") for tag in one.tags):
        return _Found(_WHOLLY, Phrase("Went to your school, as you noted"), _SAME_SCHOOL)
    return None


_SAME_SCHOOL = Phrase("Same school")


def _employer(one: Candidate, profile: Profile, _today: date) -> _Found | None:
    for own in profile.past_employers:
        if one.organization and _is_same(one.organization, own, _ANY_EMPLOYER):
            values = {"organization": one.organization}
            return _Found(_WHOLLY, Phrase("Works at {organization}, where you worked", values), _SAME_EMPLOYER)
        for employer in one.past_employers:
            if _is_same(employer, own, _ANY_EMPLOYER):
                values = {"organization": employer}
                return _Found(_WHOLLY, Phrase("Worked at {organization}, as you did", values), _SAME_EMPLOYER)
    return None


_SAME_EMPLOYER = Phrase("Same past employer")


_ANY_SCHOOL = stems("university universidad universite universitat college school institute instituto faculty academy")
_ANY_EMPLOYER = stems("inc ltd llc gmbh ag corp corporation company co sa group limited plc bv foundation partners")


def _is_same(one: str, other: str, of_any: frozenset[str]) -> bool:
    """Whether one name is the other or a part of it: ESAN and ESAN University."""
    these, those = stems(one), stems(other)
    shorter, longer = sorted((these - of_any or these, those - of_any or those), key=len)
    return bool(shorter) and shorter <= longer and (bool(shorter - of_any) or these == those)


def _known(one: Candidate, _profile: Profile, _today: date) -> _Found | None:
    if one.referrer:
        referred = Phrase("Referred by {name}", {"name": one.referrer})
        return _Found(_WHOLLY, referred, referred)
    if one.friend:
        values = {"name": one.friend}
        phrase = Phrase("Works with {name}, whom you know as a friend", values)
        return _Found(_PARTLY, phrase, Phrase("Works with {name}", values))
    return None


def _touch(one: Candidate, _profile: Profile, today: date) -> _Found | None:
    if one.in_touch_on:
        days = max(0, (today - date.fromisoformat(one.in_touch_on)).days)
        touched = Phrase("In touch {ago}", {"ago": _ago(days)})
        return _Found(_WHOLLY if days <= _LATELY else _PARTLY, touched, touched)
    if one.connected_on:
        day = date.fromisoformat(one.connected_on)
        if (today - day).days <= _NOT_LONG_AGO:
            values: dict[str, str | Phrase] = {"month": _MONTHS[day.month - 1], "year": str(day.year)}
            connected = Phrase("Connected in {month} {year}", values)
            return _Found(_PARTLY, connected, connected)
    return None


_LATELY = 180
_NOT_LONG_AGO = 2 * 365
_MONTHS = tuple(
    Phrase(name)
    for name in (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    )
)


def _ago(days: int) -> Phrase:
    if days == 0:
        return Phrase("today")
    for length, one, many in (
        (365, "a year ago", "{count} years ago"),
        (30, "a month ago", "{count} months ago"),
        (7, "a week ago", "{count} weeks ago"),
        (1, "yesterday", "{count} days ago"),
    ):
        if days >= length:
            return Phrase.counted(one, many, days // length)
    raise AssertionError


FACTORS = (
    PersonFactor(
        "motivation",
        Phrase("How much you want to"),
        Phrase("What you say yourself: it counts once for each of the three steps."),
        2,
        _motivation,
    ),
    PersonFactor(
        "organization",
        Phrase("Works where you want to"),
        Phrase("Their organization is one that you marked as a target."),
        3,
        _organization,
    ),
    PersonFactor(
        "direction",
        Phrase("Did what you want to do"),
        Phrase(
            "Words of a direction of yours stand in their position, their tags or your remarks; half for some of them."
        ),
        3,
        _direction,
    ),
    PersonFactor(
        "level",
        Phrase("A level above you"),
        Phrase("They remember your step, and can still do something about it; two levels above count half."),
        2,
        _level,
    ),
    PersonFactor(
        "school",
        Phrase("Same school"),
        Phrase("You went to the same school, or you found them among its alumni."),
        3,
        _school,
    ),
    PersonFactor(
        "employer",
        Phrase("Same past employer"),
        Phrase("They work or worked where you worked."),
        2,
        _employer,
    ),
    PersonFactor(
        "known",
        Phrase("Knows someone you know"),
        Phrase("Somebody referred them to you; a friend of yours at their organization counts half."),
        3,
        _known,
    ),
    PersonFactor(
        "touch",
        Phrase("Last touch"),
        Phrase("You were in touch in the last half year; longer ago, or connected in the last two years, counts half."),
        1,
        _touch,
    ),
)
"""All that can be a reason, in the order in which it is told."""


def rank(candidate: Candidate, profile: Profile, weights: Mapping[str, int], today: date) -> Ranking:
    """Find every reason to talk to somebody; a factor without weight gives none."""
    reasons = [
        Reason(key, found.phrase, found.short, weights[key] * found.strength)
        for key, found in _found(candidate, profile, today)
        if weights[key]
    ]
    reasons.sort(key=attrgetter("points"), reverse=True)
    return Ranking(tuple(reasons))


@lru_cache(maxsize=2048)
def _found(candidate: Candidate, profile: Profile, today: date) -> tuple[tuple[str, _Found], ...]:
    """Everything that speaks for somebody, whatever it counts; kept, because most people stay as they are."""
    every = ((factor.key, factor.find(candidate, profile, today)) for factor in FACTORS)
    return tuple((key, found) for key, found in every if found is not None)


def order_of(candidate: Candidate, ranking: Ranking) -> tuple[float, str, int]:
    """The key by which a list is sorted: the highest score first, then by name, then as they were added."""
    return -ranking.score, _name_key(candidate.name), candidate.contact_id


_name_key = lru_cache(maxsize=2048)(folded)
"""Names as they are sorted; kept, because a list is put into order again and again."""
