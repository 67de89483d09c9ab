"""One calendar of an iCalendar file: what it holds, and when all of it takes place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, time, timedelta, tzinfo
from operator import attrgetter
from zoneinfo import ZoneInfo

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.text import clean
from infoview_desktop.domain.wall_time import wall_time
from infoview_desktop.system.ics_event import Told
from infoview_desktop.system.ics_lines import Component
from infoview_desktop.system.ics_series import DAY, Placed, Stretch, Time, moved, placed, times
from infoview_desktop.system.ics_times import MOST_EFFORT_FOR_ONE, Effort, EndlessError
from infoview_desktop.system.ics_value import UTC_NAME
from infoview_desktop.system.ics_zones import ZoneNames, Zones, zone_named
from infoview_desktop.system.problem import Problem

MOST_PROBLEMS = 100

MOST_TIMES_OF_ONE = 10_000
"""Times of one event."""

_QUOTED = 60  # characters
_MOMENT = timedelta(microseconds=1)


@dataclass(slots=True)
class Contents:
    """What a calendar holds.

    Attributes:
        events: in the order of the file.
        zones: the time zones that it defines, by their names.
        time_zone: IANA name of the one that its moments are meant in; "" where it does not say.
        called_off: whether it says so of all that it holds.
    """

    events: list[Told] = field(default_factory=list)
    zones: dict[str, Component] = field(default_factory=dict)
    time_zone: str = ""
    called_off: bool = False


class Problems:
    """What is wrong with a file: the first of it, so that a file of nothing else takes no room."""

    def __init__(self) -> None:
        self._first: list[Problem] = []
        self._more: Problem | None = None
        self._count = 0

    def add(self, line: int, why: str, *, left_out: bool = False) -> None:
        """Something is wrong from a line on, see `Problem`."""
        self._count += 1
        if self._count <= MOST_PROBLEMS:
            self._first.append(Problem(line, why, left_out))
        elif self._more is None or (left_out and not self._more.left_out):
            self._more = Problem(line, "", left_out)

    def first(self) -> tuple[Problem, ...]:
        """The first, and one more that tells how many others there are."""
        if self._more is None:
            return tuple(self._first)
        return (*self._first, replace(self._more, why=f"{self._count - MOST_PROBLEMS:,} more problems like these"))


class Timetable:
    """When the events of a calendar take place, among the days from `first` to `last` where one is.

    Attributes:
        left_out: whether there are more times than are given.
    """

    def __init__(
        self,
        contents: Contents,
        names: ZoneNames,
        problems: Problems,
        effort: Effort,
        *,
        first: date,
        last: date,
        time_zone: str,
    ) -> None:
        first, last = max(first, date.min + DAY), min(last, date.max - DAY)  # somewhere it is another day
        low, high = (wall_time(day, time(), time_zone).moment for day in (first, last + DAY))
        self._contents = contents
        self._effort = effort
        self._home = zone_named(time_zone) or UTC
        self._zones = Zones(names, self._home, contents.zones, last.year, effort)
        self._stretch = Stretch(first, last, low, high)
        self._names = {UTC_NAME: contents.time_zone}
        self._problems = problems
        self.left_out = False

    def events(self, look_at: Callable[[int], object]) -> Iterator[Event]:
        """Give them, in no order; `look_at` is told how many are looked at next."""
        groups: defaultdict[str | int, list[Told]] = defaultdict(list)
        for number, told in enumerate(self._contents.events):
            groups[told.uid or number].append(told)
        for group in groups.values():
            look_at(len(group))
            yield from self._events_of_one(group)
        for name, line in self._zones.unknown.items():
            shown = clean(name[:_QUOTED])[0]
            self._problems.add(line, f"the time zone “{shown}” is not known; times in it are taken as yours")

    def _events_of_one(self, group: list[Told]) -> Iterator[Event]:
        """The events that a calendar calls by the same name: one, one with changes, or what should not be."""
        changes = [told for told in group if told.instead_of]
        whole = [told for told in group if not told.instead_of]
        newest = max((told.sequence for told in whole), default=0)
        # Several at different times are a fault of the program that wrote them; but the user may have all of them.
        cores = [*{told.start: told for told in whole if told.sequence == newest}.values()]
        if changes and cores:
            core = self._placed(cores.pop(0))
            yield from self._recurring(core, self._changed(core, [self._placed(told) for told in changes]))
        elif changes:
            latest = {told.instead_of: told for told in sorted(changes, key=attrgetter("sequence"))}
            for told in latest.values():
                yield from self._once(self._placed(told))
        for told in cores:
            one = self._placed(told)
            if told.recurrence is None:
                yield from self._once(one)
            else:
                yield from self._recurring(one, times(one, self._zones, self._stretch, self._effort))

    def _placed(self, told: Told) -> Placed:
        one = placed(told, self._zones)
        for flaw in (*told.flaws, *(["an end before its beginning"] if one.turned else [])):
            self._problems.add(told.line, f"{flaw}; the event is read without it")
        return one

    def _changed(self, core: Placed, changes: list[Placed]) -> Iterator[Time]:
        from infoview_desktop.system import ics_changes  # noqa: PLC0415 - two libraries that few calendars need

        return ics_changes.times(core, changes, self._zones, self._stretch, self._effort)

    def _once(self, one: Placed) -> Iterator[Event]:
        event = self._event(Time(one, one.start, one.length))
        if event is not None:
            yield event

    def _recurring(self, core: Placed, found: Iterator[Time]) -> Iterator[Event]:
        line, count = core.told.line, 0
        self._effort.begin(MOST_EFFORT_FOR_ONE)
        try:
            for event in filter(None, map(self._event, found)):
                if count == MOST_TIMES_OF_ONE:
                    raise EndlessError  # noqa: TRY301 - the same as where it is found elsewhere
                count += 1
                yield event
        except ValueError:
            why = "a rule of repetition that makes no sense; the event is shown once"
            self._problems.add(line, why)
            yield from self._once(core)
        except OverflowError:
            why = "an event that began before all calendars; not all its times are shown"
            self._problems.add(line, why)
            self.left_out = True
        except EndlessError:
            why = "an event that repeats too often; not all its times are shown"
            self._problems.add(line, why)
            self.left_out = True

    def _event(self, at: Time) -> Event | None:
        """What takes place then; None where it is on other days."""
        one, stretch = at.placed, self._stretch
        told, span = one.told, None
        if one.zone is None:
            first_day, last_day = at.start.date(), moved(at.start, at.length - DAY).date()
            if first_day > stretch.last or last_day < stretch.first:
                return None
        else:
            try:
                start = at.start.replace(tzinfo=one.zone).astimezone(UTC)
                end = moved(start, at.length)
                if not (start < stretch.high and (end > stretch.low or start == end == stretch.low)):
                    return None
                first_day = start.astimezone(self._home).date()
                last_day = (end - _MOMENT).astimezone(self._home).date() if end > start else first_day
            except OverflowError:  # on the first or the last day of the calendar
                return None
            span = Span(start, end)
        return Event(
            told.uid,
            told.title,
            told.place,
            told.attendees,
            span,
            first_day,
            last_day,
            self._name_of_zone(told, one.zone),
            told.medium,
            InterviewState.CANCELLED if self._contents.called_off else told.state,
            told.busy and not self._contents.called_off,
        )

    def _name_of_zone(self, told: Told, zone: tzinfo | None) -> str:
        """The IANA name of where it was meant; in another's stead one's own zone has none."""
        name = told.start.zone
        if zone is None or name in self._zones.unknown:
            return ""
        if told.time_zone and (own := zone_named(told.time_zone)):
            return own.key
        return self._names.get(name, zone.key if isinstance(zone, ZoneInfo) else "")
