"""A time zone as iCalendar tells of it (VTIMEZONE, RFC 5545 3.6.5), for the years that are needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

FIRST_YEAR, LAST_YEAR = 1901, 2199
"""What is before or after is told in UTC: then no zone had rules that a calendar could know, or will have them."""

_STRIDE = timedelta(days=7)  # nowhere do the clocks change twice within a week
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAYS_OF_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Change:
    """The clocks change: at `wall` on those that show the time from before."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    daylight: bool


def zone_lines(name: str, first: datetime, last: datetime) -> Iterator[str]:
    """The lines of a zone for all that is between two moments (UTC), both within the years above."""
    zone = ZoneInfo(name)
    start = datetime(max(first.year - 1, FIRST_YEAR), 1, 1, tzinfo=UTC)
    changes = list(_changes(zone, start, datetime(last.year + 2, 1, 1, tzinfo=UTC)))
    if not changes or changes[0].wall.replace(tzinfo=UTC) - changes[0].before > first:
        here = start.astimezone(zone)
        offset = here.utcoffset() or timedelta()
        changes.insert(0, _Change(here.replace(tzinfo=None), offset, offset, here.tzname() or name, bool(here.dst())))
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    kinds: defaultdict[tuple[timedelta, timedelta, str, bool], list[datetime]] = defaultdict(list)
    for change in changes:
        kinds[change.before, change.after, change.name, change.daylight].append(change.wall)
    for (before, after, abbreviation, daylight), walls in kinds.items():
        kind = "DAYLIGHT" if daylight else "STANDARD"
        told = (f"TZOFFSETFROM:{_offset(before)}", f"TZOFFSETTO:{_offset(after)}", f"TZNAME:{abbreviation}")
        once, yearly = _parted(walls, last.year)
        for run in (*((wall,) for wall in once), yearly):
            if run:
                yield f"BEGIN:{kind}"
                yield f"DTSTART:{run[0]:%Y%m%dT%H%M%S}"
                if len(run) > 1:
                    yield _rule(run)
                yield from told
                yield f"END:{kind}"
    yield "END:VTIMEZONE"


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[_Change]:
    at = start
    while at < end:
        then = at + _STRIDE
        if _clock(at, zone) != _clock(then, zone):
            moment = _moment_of_change(zone, at, then)
            before, after = (each.astimezone(zone) for each in (moment - timedelta(seconds=1), moment))
            was = before.utcoffset() or timedelta()
            yield _Change(
                (moment + was).replace(tzinfo=None),
                was,
                after.utcoffset() or timedelta(),
                after.tzname() or "",
                bool(after.dst()),
            )
        at = then


def _clock(at: datetime, zone: ZoneInfo) -> tuple[timedelta | None, str | None]:
    there = at.astimezone(zone)
    return there.utcoffset(), there.tzname()


def _moment_of_change(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    was = _clock(low, zone)
    while high - low > timedelta(seconds=1):
        middle = (low + (high - low) / 2).replace(microsecond=0)
        low, high = (middle, high) if _clock(middle, zone) == was else (low, middle)
    return high


def _parted(walls: Sequence[datetime], last_year: int) -> tuple[Sequence[datetime], Sequence[datetime]]:
    """The changes that come once each, and those that a yearly rule tells of, which goes on after the last year.

    A rule that was given up is told change by change, because not all calendars agree on when the last of it is.
    """
    if walls[-1].year <= last_year:
        return walls, ()
    start = len(walls) - 1
    while start and walls[start - 1].year == walls[start].year - 1 and _places(walls[start - 1 :]):
        start -= 1
    return (walls, ()) if start == len(walls) - 1 else (walls[:start], walls[start:])


def _places(run: Sequence[datetime]) -> set[int]:
    """Which weekday of the month all of them are: 2 for the second, -1 for the last; none where they have no rule."""
    if len({(wall.month, wall.weekday(), wall.time()) for wall in run}) > 1:
        return set()
    return set[int].intersection(*map(_places_of_one, run))


def _places_of_one(wall: datetime) -> set[int]:
    places = {(wall.day - 1) // _DAYS_OF_WEEK + 1}
    if (wall + _STRIDE).month != wall.month:
        places.add(-1)
    return places


def _rule(run: Sequence[datetime]) -> str:
    place = min(_places(run))  # the last, where it is that
    return f"RRULE:FREQ=YEARLY;BYMONTH={run[0].month};BYDAY={place}{_WEEKDAYS[run[0].weekday()]}"


def _offset(offset: timedelta) -> str:
    seconds = abs(int(offset.total_seconds()))
    sign = "-" if offset < timedelta() else "+"
    told = f"{sign}{seconds // 3600:02}{seconds // 60 % 60:02}"
    return f"{told}{seconds % 60:02}" if seconds % 60 else told
