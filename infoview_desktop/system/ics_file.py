"""A file of iCalendar (RFC 5545), as any calendar program writes it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.system.ics_calendar import Contents, Problems, Timetable
from infoview_desktop.system.ics_event import Told, busy_times, told
from infoview_desktop.system.ics_lines import MOST_LINES_OF_ALL, Component, TooManyLinesError, components
from infoview_desktop.system.ics_times import Effort
from infoview_desktop.system.ics_value import line_of, text_of
from infoview_desktop.system.ics_zones import ZoneNames, zone_named
from infoview_desktop.system.problem import Problem
from infoview_desktop.system.reading_watch import ReadingWatch
from infoview_desktop.system.regular_file import UnreadableFile, begins_with, open_regular, shown_name, unreadable

MOST_BYTES = 64 * 1024 * 1024
"""A calendar of 30,000 events has about 10 MB."""

MOST_EVENTS = 200_000
"""Those that recur count once."""

MOST_DETAILS = 500_000
"""Of all events together: who takes part, and on which dates they do not take place."""

MOST_TIMES = 100_000
"""That are given, of all events together."""

MOST_ZONES = 1_000
"""That one calendar defines."""

_ENDINGS = (".ics", ".ical", ".ifb", ".icalendar")
_MARK = re.compile(rb"\s*BEGIN\s*:\s*VCALENDAR", re.IGNORECASE)
_PART_OF_READING = 0.5
_BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What a file says of a stretch of days.

    Attributes:
        name: the file's name, for the user.
        title: what the calendar calls itself; "" for nothing.
        events: everything that takes some time of these days, each time of what recurs, in order of time.
        problems: what was left out or could not be read, the first of them.
        left_out: whether there is more than can be shown.
    """

    name: str
    title: str
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    left_out: bool


def is_calendar(path: Path) -> bool:
    """Whether the file is named as calendars are, or begins as one."""
    return path.suffix.lower() in _ENDINGS or begins_with(path, _MARK)


def read(
    path: Path,
    *,
    first: date,
    last: date,
    time_zone: str,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> CalendarFile:
    """Read what a calendar file says of the days from `first` to `last`, in bounded memory and time.

    Times without a zone are meant in `time_zone`, the IANA name of the user's. `progress` is told a fraction from 0
    to 1 now and then. Meant for a thread of its own.

    Raises:
        UnreadableFile: it is no such file, half written, too large or out of reach.
        Cancelled: within half a second of `cancelled` saying so.
    """
    name = shown_name(path)
    try:
        with open_regular(path) as file:
            reading = _Reading(file, name, progress, cancelled)
            reading.take_all()
    except OSError as error:
        raise UnreadableFile(unreadable(name, error)) from error
    content = reading.timetable(first, last, time_zone)
    progress(1.0)
    return content


class _Reading:
    """Goes through a file, and keeps what its calendars hold."""

    def __init__(
        self, file: BinaryIO, name: str, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> None:
        self._file = file
        self._name = name
        self._size = os.fstat(file.fileno()).st_size
        self._watch = ReadingWatch(progress, cancelled)
        self._present = Contents()
        self._calendars: list[Contents] = []
        self._title = ""
        self._any = False
        self._count = 0
        self._details = 0
        self._looked_at = 0
        self._problems = Problems()
        self._left_out = False

    def take_all(self) -> None:
        """Read the file.

        Raises:
            UnreadableFile: it holds no calendar, or one without an end.
        """
        if self._size > MOST_BYTES:
            raise self._too_large(f"{self._size // 1_000_000:,} MB")
        try:
            for component in components(self._file, self._step):
                self._take(component)
        except TooManyLinesError:
            raise self._too_large(f"more than {MOST_LINES_OF_ALL:,} lines") from None
        if not self._any:
            raise UnreadableFile(
                f"“{self._name}” holds no calendar; export the calendar as iCalendar (.ics) and choose that file."
            )

    def _too_large(self, size: str) -> UnreadableFile:
        return UnreadableFile(f"“{self._name}” has {size}, more than a calendar can have; export fewer years of it.")

    def timetable(self, first: date, last: date, time_zone: str) -> CalendarFile:
        """Find out when all that was read takes place."""
        events = list(islice(self._events(first, last, time_zone), MOST_TIMES + 1))
        if len(events) > MOST_TIMES:
            events.pop()
            self._leave_out(1, f"more than {MOST_TIMES:,} times in these years; the rest is not shown")
        events.sort(key=_in_order)
        return CalendarFile(self._name, self._title, tuple(events), self._problems.first(), self._left_out)

    def _events(self, first: date, last: date, time_zone: str) -> Iterator[Event]:
        effort, names = Effort(self._watch.look), ZoneNames()
        for contents in self._calendars:
            table = Timetable(contents, names, self._problems, effort, first=first, last=last, time_zone=time_zone)
            yield from table.events(self._look_at)
            self._left_out = self._left_out or table.left_out

    def _take(self, component: Component) -> None:
        match component.name:
            case b"VCALENDAR":
                self._end_calendar(component)
            case b"VTIMEZONE":
                self._take_zone(component)
            case b"VFREEBUSY":
                for one in busy_times(component):
                    self._keep(one)
                    self._watch.look()
            case _ if not component.whole:
                self._problems.add(component.line, "an event that does not end; it is left out", left_out=True)
            case _:
                self._take_event(told(component, self._watch.look))
        self._step()

    def _take_event(self, one: Told | Problem) -> None:
        if isinstance(one, Problem):
            self._problems.add(one.line, one.why, left_out=one.left_out)
        else:
            self._keep(one)

    def _end_calendar(self, component: Component) -> None:
        if not component.whole:
            raise UnreadableFile(
                f"“{self._name}” ends in the middle of a calendar; wait until it is written whole, or export it anew."
            )
        lines = {name: line_of(rest) for name, rest in reversed(component.content)}
        texts = {name: text_of(line) for name, line in lines.items()}
        contents, self._present = self._present, Contents()
        self._any = True
        self._title = self._title or texts.get(b"X-WR-CALNAME", "") or texts.get(b"NAME", "")
        if contents.events:
            time_zone = zone_named(texts.get(b"X-WR-TIMEZONE", ""))
            contents.time_zone = time_zone.key if time_zone else ""
            contents.called_off = texts.get(b"METHOD", "").upper() == "CANCEL"
            self._calendars.append(contents)

    def _take_zone(self, component: Component) -> None:
        name = next((line_of(rest).value.strip() for kind, rest in component.content if kind == b"TZID"), "")
        if component.whole and len(self._present.zones) < MOST_ZONES:
            self._present.zones.setdefault(name, component)

    def _keep(self, one: Told) -> None:
        recurrence = one.recurrence
        details = len(one.attendees) + (len(recurrence.dates) + len(recurrence.exceptions) if recurrence else 0)
        if self._count == MOST_EVENTS or self._details + details > MOST_DETAILS:
            self._leave_out(one.line, "more events than a calendar can have; the rest is not shown")
            return
        self._count += 1
        self._details += details
        self._present.events.append(one)

    def _leave_out(self, line: int, why: str) -> None:
        if not self._left_out:
            self._problems.add(line, why, left_out=True)
        self._left_out = True

    def _look_at(self, count: int) -> None:
        """Tell that so many events more were looked at."""
        self._looked_at += count
        self._watch.reach(_PART_OF_READING + (1 - _PART_OF_READING) * self._looked_at / self._count)

    def _step(self) -> None:
        self._watch.step(self._file, self._size, part=_PART_OF_READING)


def _in_order(event: Event) -> tuple[date, datetime]:
    return event.first_day, event.span.start if event.span else _BEFORE_ALL
