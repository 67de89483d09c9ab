"""Cadences: when to write again without an answer, and when to stop."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

MOST_MESSAGES = 2
"""After so many without an answer it is enough (S. Dalton, The 2-Hour Job Search; career guides)."""


MOST_DAYS = 90
"""Nobody waits longer for an answer."""


class Unit(StrEnum):
    """What the days of a cadence are; the values are stored and exported."""

    BUSINESS_DAYS = "business_days"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Cadence:
    """How long to wait, each time counted from the last message.

    Attributes:
        key: what it is called in the book.
        name: what the user calls it.
        unit: what the days are.
        second_person_days: silence until one asks a second person at the same organization; None for never.
        follow_up_days: silence until one writes to the first again, once.
        close_days: silence after the second message until one lets it rest.
        source: where it comes from; "" for one of the user's own.
    """

    key: str
    name: str
    unit: Unit
    second_person_days: int | None
    follow_up_days: int
    close_days: int
    source: str


THREE_B_SEVEN = Cadence("3b7", "3B7", Unit.BUSINESS_DAYS, 3, 7, 7, "Steve Dalton, The 2-Hour Job Search")
GENTLE = Cadence("gentle", "Gentle", Unit.DAYS, None, 7, 7, "Career guides of universities")

CADENCES = MappingProxyType({cadence.key: cadence for cadence in (THREE_B_SEVEN, GENTLE)})
"""Those of the practice, as they are before the user changes anything."""
