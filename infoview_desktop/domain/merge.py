"""Two people made one: what stays of each field, so that nothing of either is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from infoview_desktop.domain.contact import LISTS, Contact, Source
from infoview_desktop.domain.linkedin import profile_address


class Side(StrEnum):
    """Of whom a value is taken: the person who stays, or the one who goes into them."""

    KEPT = "kept"
    OTHER = "other"


SINGLE: MappingProxyType[str, str] = MappingProxyType(
    {
        "given_name": "Given name",
        "middle_name": "Middle name",
        "family_name": "Family name",
        "suffix": "Suffix",
        "credentials": "Credentials",
        "pronouns": "Pronouns",
        "position": "Position",
        "seniority": "Seniority",
        "organization": "Organization",
        "location": "Location",
        "time_zone": "Time zone",
        "source": "How found",
        "referrer": "Referred by",
        "in_touch_on": "Last touch",
        "connected_on": "Connected on",
    }
)
"""The fields that hold one value, in their order, and what the remarks call one that was not chosen."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What the kept person has afterwards.

    Attributes:
        values: each of `SINGLE`, as text.
        referrer_id: who is meant by the referrer.
        lists: each of `LISTS`, the kept person's values first.
        remarks: those of both, and what was not chosen.
        linkedin: the slug of whose profile is theirs.
    """

    values: Mapping[str, str]
    referrer_id: int | None
    lists: Mapping[str, tuple[str, ...]]
    remarks: str
    linkedin: str


def preferred(field: str, kept: Contact, other: Contact) -> Side:
    """Whose value of a single field is taken unless somebody chooses: the fuller one, else the kept person's.

    Of two days of connecting it is the earlier, of two of being in touch the later.
    """
    ours, theirs = value(field, kept, other), value(field, other, kept)
    if not ours or not theirs:
        return Side.KEPT if ours or not theirs else Side.OTHER
    if field == "connected_on":
        return Side.OTHER if theirs < ours else Side.KEPT
    if field == "in_touch_on":
        return Side.OTHER if theirs > ours else Side.KEPT
    if field in {"source", "seniority", "time_zone", "referrer"}:
        return Side.KEPT
    goes_on = len(theirs) > len(ours) and theirs.casefold().startswith(ours.casefold().removesuffix("."))
    return Side.OTHER if goes_on else Side.KEPT


def value(field: str, of: Contact, beside: Contact) -> str:
    """One of `SINGLE` as text; nobody is referred by who they are merged with."""
    if field == "referrer" and of.referrer_id in {of.id, beside.id}:
        return ""
    return str(getattr(of, field))


def merged(kept: Contact, other: Contact, choices: Mapping[str, Side]) -> Merged:
    """Put two people together; where `choices` says nothing of a field, the `preferred` value is taken."""
    sides = {field: choices.get(field) or preferred(field, kept, other) for field in SINGLE}
    both = {Side.KEPT: kept, Side.OTHER: other}
    values: dict[str, str] = {}
    left_out: list[str] = []
    for field, label in SINGLE.items():
        present = {Side.KEPT: value(field, kept, other), Side.OTHER: value(field, other, kept)}
        chosen = sides[field]
        values[field] = present.pop(chosen)
        (rest,) = present.values()
        if rest and rest != values[field]:
            left_out.append(f"{label} before merging: {_worded(field, rest)}")
    lists = {name: united(name, getattr(kept, name), getattr(other, name)) for name in LISTS}
    if kept.linkedin and other.linkedin:
        lists["links"] = united("links", lists["links"], (profile_address(other.linkedin),))
    return Merged(
        values,
        both[sides["referrer"]].referrer_id if values["referrer"] else None,
        lists,
        _remarks(kept.remarks, other.remarks, left_out),
        kept.linkedin or other.linkedin,
    )


def united(name: str, ours: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """Both lists in their order, each value once, however its letters or digits are written.

    Stricter than an import, which takes a number with its country's code and one without for the same: nothing is
    lost.
    """
    key = _digits if name == "phones" else str.casefold
    found: dict[str, str] = {}
    for each in (*ours, *theirs):
        found.setdefault(key(each), each)
    return tuple(found.values())


def _digits(number: str) -> str:
    """What tells numbers apart; letters too, where somebody wrote some."""
    return "".join(character for character in number.casefold() if character.isalnum() or character == "+")


def _remarks(ours: str, theirs: str, left_out: Iterable[str]) -> str:
    parts = [ours, theirs if theirs.strip() not in ours else ""]
    # Said once already by an earlier merge.
    new = [line for line in left_out if line not in "\n".join(parts).splitlines()]
    return "\n\n".join(part for part in (*parts, "\n".join(new)) if part.strip())


def _worded(field: str, text: str) -> str:
    """A value as the remarks have it."""
    if field in {"seniority", "source"}:
        return "LinkedIn" if text == Source.LINKEDIN else text.capitalize()
    return text
