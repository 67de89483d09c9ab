"""The day on which the clocks are changed: which of its times there are not, or come twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby

from infoview_desktop.domain.calendar_days import span_of
from infoview_desktop.domain.wall_time import local, wall_time

_MINUTE = timedelta(minutes=1)
_DAY_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class ClockChange:
    """What a change of the clocks does to a day.

    Attributes:
        first: the first minute of the day that is left out, or comes twice.
        last: the minute after those; no more than a day has.
        twice: whether they come twice; else they are left out.
    """

    first: int
    last: int
    twice: bool


def clock_change(day: date, time_zone: str) -> ClockChange | None:
    """The first change of the clocks of an IANA time zone on a day; None where there is none, or no such day."""
    if not date.min < day < date.max:
        return None
    span = span_of(day, day, time_zone)
    if span.start == span.end:
        return None
    around = (local(moment, time_zone).utcoffset() for moment in (span.start - _MINUTE, span.end))
    if len(set(around)) == 1:
        return None
    minutes = range(_DAY_MINUTES)
    for (skipped, twice), some in groupby(minutes, lambda minute: _kind(day, minute, time_zone)):
        if skipped or twice:
            found = list(some)
            return ClockChange(found[0], found[-1] + 1, twice)
    return None


def _kind(day: date, minute: int, time_zone: str) -> tuple[bool, bool]:
    meant = wall_time(day, time(*divmod(minute, 60)), time_zone)
    return meant.skipped, meant.twice
