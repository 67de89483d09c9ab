"""When the events of an iCalendar file take place: each time of those that recur, found in bounded time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from infoview_desktop.system.ics_event import Recurrence, Told
from infoview_desktop.system.ics_rule import Rule, rule_of
from infoview_desktop.system.ics_times import Effort, times_of
from infoview_desktop.system.ics_value import Stamp
from infoview_desktop.system.ics_zones import Zones

DAY = timedelta(days=1)
_EARLIEST, _LATEST = datetime(1, 1, 3), datetime(9999, 12, 29)  # noqa: DTZ001 - on any clock
_NO_RECURRENCE = Recurrence()


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that one looks at, from `first` to `last`; `low` and `high` are the moments they begin and end, UTC."""

    first: date
    last: date
    low: datetime
    high: datetime

    def walls(self, zone: tzinfo | None, length: timedelta) -> tuple[datetime, datetime]:
        """Between which times on a clock something may begin that takes some of these days, and perhaps others."""
        low = datetime.combine(self.first, time()) if zone is None else self.low.replace(tzinfo=None)
        high = datetime.combine(self.last, time()) if zone is None else self.high.replace(tzinfo=None)
        # No clock is further than a day from that of UTC.
        return moved(low, -length - DAY), moved(high, DAY)


class Placed(NamedTuple):
    """An event, and when it takes place on the clock that it is meant on.

    Attributes:
        start: what the clock shows; the midnight of a whole day.
        zone: whose clock; None for whole days.
        length: how long it takes in truth, whatever clocks do.
        turned: whether the file says that it ends before it begins.
    """

    told: Told
    start: datetime
    zone: tzinfo | None
    length: timedelta
    turned: bool

    @property
    def recurrence(self) -> Recurrence:
        """How it recurs."""
        return self.told.recurrence or _NO_RECURRENCE

    def rules(self) -> list[tuple[Rule, datetime | None]]:
        """The rules by which it recurs, each with the last time that it may give, on the clock.

        Raises:
            ValueError: one of them makes no sense.
        """
        rules = [rule_of(text) for text in self.recurrence.rules]
        return [(rule, self._until(rule.until) if rule.until else None) for rule in rules]

    def wall(self, stamp: Stamp, zones: Zones) -> datetime:
        """What the clock shows at a day or a time on any clock; on a day alone, when the event begins on it."""
        wall = stamp.wall
        if not isinstance(wall, datetime):
            return datetime.combine(wall, self.start.time())
        if self.zone is None:
            return datetime.combine(wall.date(), time())
        zone = zones.zone(stamp.zone, self.told.line)
        return wall if zone is self.zone else on_clock(wall, zone, self.zone)

    def _until(self, until: Stamp) -> datetime:
        wall = until.wall
        if self.zone is None or not isinstance(wall, datetime):
            return datetime(wall.year, wall.month, wall.day, 23, 59, 59)  # noqa: DTZ001 - on the clock
        return on_clock(wall, UTC, self.zone) if until.zone else wall


class Time(NamedTuple):
    """One time that an event takes place: `start` on its clock, and for how long."""

    placed: Placed
    start: datetime
    length: timedelta


def placed(told: Told, zones: Zones) -> Placed:
    """Place an event on the clock that it is meant on."""
    start, end = told.start.wall, told.end
    if isinstance(start, datetime):
        zone = zones.zone(told.start.zone, told.line)
        length = _length(start, zone, end, zones, told.line)
        return Placed(told, start, zone, max(length, timedelta()), turned=length < timedelta())
    midnight = datetime.combine(start, time())
    days = DAY if end is None else _whole_days(end if isinstance(end, timedelta) else _naive(end) - midnight)
    return Placed(told, midnight, None, max(days, DAY), turned=days < timedelta())


def times(placed: Placed, zones: Zones, stretch: Stretch, effort: Effort) -> Iterator[Time]:
    """Give the times that an event takes place by its own rules and dates, at least those of a stretch of days.

    Raises:
        ValueError: a rule makes no sense.
        EndlessError: it takes too long to follow it.
    """
    days, seen = exceptions(placed, zones, effort)
    for one in _all_times(placed, zones, stretch, effort):
        if one.start not in seen and one.start.date() not in days:
            seen.add(one.start)
            yield one


def exceptions(placed: Placed, zones: Zones, effort: Effort) -> tuple[set[date], set[datetime]]:
    """The days on which an event does not take place, and the times at which it does not, on its clock."""
    days, times = set(), set()
    for one in placed.recurrence.exceptions:
        effort.look()
        if one.is_day:
            days.add(one.wall)
        else:
            times.add(placed.wall(one, zones))
    return days, times


def dates(placed: Placed, zones: Zones, effort: Effort) -> Iterator[Time]:
    """Give the times that an event is told to take place beside those of its rules."""
    for one in placed.recurrence.dates:
        effort.look()
        if isinstance(one, Stamp):
            yield Time(placed, placed.wall(one, zones), placed.length)
        elif placed.zone is not None:
            start = placed.wall(one.start, zones)
            length = _length(start, placed.zone, one.end, zones, placed.told.line)
            yield Time(placed, start, max(length, timedelta()))


def _all_times(placed: Placed, zones: Zones, stretch: Stretch, effort: Effort) -> Iterator[Time]:
    rules = placed.rules()
    if not rules or any(until is None or placed.start <= until for _, until in rules):
        yield Time(placed, placed.start, placed.length)
    low, high = stretch.walls(placed.zone, placed.length)
    for rule, until in rules:
        for start in times_of(rule, placed.start, low=low, high=high, until=until, effort=effort):
            yield Time(placed, start, placed.length)
    yield from dates(placed, zones, effort)


def _length(start: datetime, zone: tzinfo, end: Stamp | timedelta | None, zones: Zones, line: int) -> timedelta:
    """How long it is from a time on a clock to another, perhaps on another clock, in truth."""
    if not isinstance(end, Stamp):
        return end or timedelta()
    there = zone if end.is_day else zones.zone(end.zone, line)
    length = _naive(end).replace(tzinfo=there) - _with_fixed_offset(start, zone)
    # It may begin at a time that the clock skips, and end at one that there is.
    return _naive(end) - start if length < timedelta() and there is zone else length


def _with_fixed_offset(wall: datetime, zone: tzinfo) -> datetime:
    """The same moment, but so that the difference to another one is that of the moments and not of the clocks."""
    return wall.replace(tzinfo=timezone(wall.replace(tzinfo=zone).utcoffset() or timedelta()))


def _whole_days(length: timedelta) -> timedelta:
    return -(-length // DAY) * DAY


def _naive(stamp: Stamp) -> datetime:
    wall = stamp.wall
    return wall if isinstance(wall, datetime) else datetime.combine(wall, time())


def on_clock(wall: datetime, zone: tzinfo, other: tzinfo) -> datetime:
    """What a clock shows when another one, first that of `zone`, shows something; the same at the ends of time."""
    try:
        return wall.replace(tzinfo=zone).astimezone(other).replace(tzinfo=None, fold=0)
    except OverflowError:
        return wall


def moved(at: datetime, length: timedelta) -> datetime:
    """A time so much later; at the ends of time, one that there is on every clock."""
    try:
        return at + length
    except OverflowError:
        if length > timedelta():
            return max(at, _LATEST.replace(tzinfo=at.tzinfo))
        return min(at, _EARLIEST.replace(tzinfo=at.tzinfo))
