"""The time zones that an iCalendar file names: those of the world, by any of their names, and its own (VTIMEZONE)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import MAXYEAR, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from infoview_desktop.system.ics_lines import Component
from infoview_desktop.system.ics_rule import rule_of
from infoview_desktop.system.ics_times import MOST_EFFORT_FOR_ZONE, Effort, EndlessError, times_of
from infoview_desktop.system.ics_value import Period, line_of, stamp_of, stamps_of, text_of

MOST_NAMES = 500
"""That are looked up for one file."""

MOST_CHANGES = 2_000
"""Dates of changes of the clocks that a zone may list."""

_OFFSET = re.compile(r"([+-]?)(\d\d):?(\d\d):?(\d\d)?", re.ASCII)
_LONGEST_OFFSET = timedelta(hours=24)
_FIRST_YEAR = 1900
_YEARS_AFTER = 2
_LONGEST_NAME = 200
_PARTS_OF_NAMES = (3, 2)


def zone_named(name: str) -> ZoneInfo | None:
    """Give a zone by its IANA name; None where it is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


class ZoneNames:
    """The zones of the world that a file names; only so many names are looked up, because each takes a while."""

    def __init__(self) -> None:
        self._found: dict[str, ZoneInfo | None] = {}

    def zone(self, name: str) -> ZoneInfo | None:
        """Give a zone by one of the names that programs have for it; None where it has none."""
        if name not in self._found:
            names = _possible_names(name) if len(self._found) < MOST_NAMES else iter(())
            self._found[name] = next(filter(None, map(zone_named, names)), None)
        return self._found[name]


class Zones:
    """The zones of one calendar, by the names it gives them.

    Attributes:
        home: the zone of whoever reads it.
        unknown: the names that tell nothing, each with the line of the first event that has it.
    """

    def __init__(
        self, names: ZoneNames, home: tzinfo, definitions: Mapping[str, Component], last_year: int, effort: Effort
    ) -> None:
        self.home = home
        self._names = names
        self.unknown: dict[str, int] = {}
        self._definitions = definitions
        self._end = datetime(min(last_year + _YEARS_AFTER, MAXYEAR), 12, 31)  # noqa: DTZ001 - on a wall
        self._effort = effort
        self._found: dict[str, tzinfo] = {"": home}

    def zone(self, name: str, line: int) -> tzinfo:
        """Give the zone of a name that an event in a line has; where nobody knows it, that of whoever reads it."""
        zone = self._found.get(name)
        if zone is None:
            zone = self._find(name)
            if zone is None:
                self.unknown[name] = line
            zone = self._found[name] = zone or self.home
        return zone

    def _find(self, name: str) -> tzinfo | None:
        definition = self._definitions.get(name)
        known = self._names.zone(name)
        if known is not None or definition is None:
            return known
        told = next((text_of(line_of(rest)) for kind, rest in definition.content if kind == b"X-LIC-LOCATION"), name)
        return self._names.zone(told) or _defined(definition, self._end, self._effort)


def _possible_names(name: str) -> Iterator[str]:
    if len(name) > _LONGEST_NAME:
        return
    parts = name.strip("/").split("/")
    yield "/".join(parts)
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415 - only who has such names

    if name in WINDOWS_TO_OLSON:
        yield WINDOWS_TO_OLSON[name]
    # Some programs put something before the name: /freeassociation.sourceforge.net/Europe/Berlin
    yield from ("/".join(parts[-length:]) for length in _PARTS_OF_NAMES if length < len(parts))


class DefinedZone(tzinfo):
    """A zone by the changes of its clocks: for each the moment, in UTC, and the offsets before and after."""

    def __init__(self, changes: Sequence[tuple[datetime, timedelta, timedelta]]) -> None:
        changes = sorted(changes)
        self._moments = [moment for moment, _, _ in changes]
        self._offsets = [changes[0][1], *(after for _, _, after in changes)]
        steps = list(zip(self._moments, self._offsets, self._offsets[1:], strict=False))
        # A time that is skipped, or comes twice, is meant as if the clocks had not changed yet; the second time after.
        self._walls = (
            sorted(moment + max(before, after) for moment, before, after in steps),
            sorted(moment + min(before, after) for moment, before, after in steps),
        )

    def utcoffset(self, at: datetime | None) -> timedelta:
        """How far its clocks are ahead of UTC at a time on them."""
        if at is None:
            return self._offsets[-1]
        return self._offsets[bisect_right(self._walls[at.fold], at.replace(tzinfo=None, fold=0))]

    def fromutc(self, at: datetime) -> datetime:
        """What its clocks show at a moment, which is told in UTC."""
        moment = at.replace(tzinfo=None)
        place = bisect_right(self._moments, moment)
        there = at + self._offsets[place]
        if place and moment - self._moments[place - 1] < self._offsets[place - 1] - self._offsets[place]:
            return there.replace(fold=1)
        return there

    def dst(self, at: datetime | None) -> None:
        """Nobody asks."""

    def tzname(self, at: datetime | None) -> None:
        """Nor for this."""


def _defined(definition: Component, end: datetime, effort: Effort) -> DefinedZone | None:
    left = effort.begin(MOST_EFFORT_FOR_ZONE)  # perhaps in the middle of an event
    try:
        changes = [change for part in definition.parts for change in _changes(part, end, effort)]
        return DefinedZone(changes) if changes else None
    except (EndlessError, ValueError, OverflowError):
        return None
    finally:
        effort.begin(left)


def _changes(part: Component, end: datetime, effort: Effort) -> Iterator[tuple[datetime, timedelta, timedelta]]:
    told = {name: line_of(rest) for name, rest in part.content}
    start = stamp_of(told[b"DTSTART"]) if b"DTSTART" in told else None
    offsets = [_offset(told[name].value) if name in told else None for name in (b"TZOFFSETFROM", b"TZOFFSETTO")]
    before, after = offsets
    if start is None or before is None or after is None or not isinstance(start.wall, datetime):
        return
    walls = {start.wall}
    low = max(start.wall, datetime(_FIRST_YEAR, 1, 1))  # noqa: DTZ001 - on a wall
    for name, rest in part.content:
        if name == b"RDATE":
            listed = (one.start if isinstance(one, Period) else one for one in stamps_of(line_of(rest), MOST_CHANGES))
            walls.update(one.wall for one in listed if one is not None and isinstance(one.wall, datetime))
        elif name == b"RRULE":
            rule = rule_of(line_of(rest).value)
            until = rule.until.wall if rule.until else None
            if until is not None and not isinstance(until, datetime):
                until = datetime(until.year, until.month, until.day, 23, 59, 59)  # noqa: DTZ001 - on a wall
            elif until is not None and rule.until is not None and rule.until.zone:
                until += before
            walls.update(times_of(rule, start.wall, low=low, high=end, until=until, effort=effort))
    yield from ((wall - before, before, after) for wall in walls)


def _offset(text: str) -> timedelta | None:
    match = _OFFSET.fullmatch(text.strip())
    if match is None:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    if offset >= _LONGEST_OFFSET:
        return None
    return -offset if match[1] == "-" else offset
