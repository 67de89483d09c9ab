"""Moments, and the day and time that a clock on the wall shows then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@dataclass(frozen=True, slots=True)
class WallTime:
    """What a time comes to.

    Attributes:
        moment: the moment, UTC.
        skipped: the clocks go forward over it: it does not exist, and one as much later is meant.
        twice: the clocks go back over it: it comes twice, and the first is meant.
    """

    moment: datetime
    skipped: bool = False
    twice: bool = False


def wall_time(day: date, at: time, time_zone: str) -> WallTime:
    """The moment of a time on the clock of an IANA time zone; on that of UTC where nobody knows the zone."""
    try:
        zone = ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return WallTime(datetime.combine(day, at, UTC))
    first = datetime.combine(day, at.replace(fold=0), zone)
    second = first.replace(fold=1)
    moment = first.astimezone(UTC)
    if first.utcoffset() == second.utcoffset():
        return WallTime(moment)
    exists = moment.astimezone(zone).replace(tzinfo=None, fold=0) == first.replace(tzinfo=None)
    return WallTime(moment, skipped=not exists, twice=exists)


def local(at: datetime, time_zone: str) -> datetime:
    """A moment (UTC) on the clock of an IANA time zone; on that of UTC where nobody knows the zone."""
    try:
        return at.astimezone(ZoneInfo(time_zone))
    except (ZoneInfoNotFoundError, ValueError, OSError, OverflowError):
        return at
