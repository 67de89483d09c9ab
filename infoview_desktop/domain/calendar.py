"""A calendar that another program keeps in a file, and which tells when one is busy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

_COLOUR = re.compile("#[0-9a-f]{6}")


class CalendarState(StrEnum):
    """How its file was when one last looked; the values are stored."""

    READ = ""
    GONE = "gone"
    """It is not where it was."""
    BROKEN = "broken"
    """It is there, and cannot be read as a calendar."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """One of the calendars that are shown beside one's own.

    What its file said when it could last be read stays, whatever became of the file.

    Attributes:
        id: the calendar's own.
        name: as the user calls it.
        path: where the file is.
        colour: `#rrggbb`.
        watched: whether the file is read again when it changes.
        state: how the file was when one last looked.
        read_at: when it was last read whole, UTC; None for never.
        first_day: from which day on its events were looked for; None where it was never read.
        last_day: the last of these days.
        stamp: what told the file of then from any other; "" where it was never read.
    """

    id: int
    name: str
    path: str
    colour: str
    watched: bool
    state: CalendarState
    read_at: datetime | None
    first_day: date | None
    last_day: date | None
    stamp: str


def days_read(today: date) -> tuple[date, date]:
    """The first and the last of the days of which a calendar's file is read: from a year ago for three years.

    Both change once a month, so that a file is not read again every day.
    """
    first = today.replace(day=1, year=max(date.min.year, today.year - 1))
    return first, first.replace(year=min(date.max.year, first.year + 3))


def is_on_this_machine(path: str) -> bool:
    """Whether a path leads to no other machine: nothing is loaded from the network because a book says so."""
    return bool(path) and path[:2].replace("\\", "/") != "//" and "\0" not in path


def is_colour(text: str) -> bool:
    """Whether a text names a colour as `#rrggbb`, in small letters."""
    return _COLOUR.fullmatch(text) is not None
