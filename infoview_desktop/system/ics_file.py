"""A file of iCalendar (RFC 5545), as any calendar program writes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.calendar_event import Attendee, Event
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.text import clean
from infoview_desktop.domain.wall_time import local, wall_time
from infoview_desktop.system.problem import Problem
from infoview_desktop.system.regular_file import UnreadableFile, open_regular, shown_name, unreadable

MOST_BYTES = 64 * 1024 * 1024

_ENDINGS = (".ics", ".ical", ".ifb", ".icalendar")
_MARK = re.compile(rb"\s*BEGIN\s*:\s*VCALENDAR", re.IGNORECASE)
_BEGINNING = 256
_STATES = {"CANCELLED": InterviewState.CANCELLED, "TENTATIVE": InterviewState.ASKED}


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
    if path.suffix.lower() in _ENDINGS:
        return True
    try:
        with open_regular(path) as file:
            beginning = file.read(_BEGINNING)
    except (UnreadableFile, OSError):
        return False  # whoever reads it says why
    return _MARK.match(beginning.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")) is not None


def read(
    path: Path,
    *,
    first: date,
    last: date,
    time_zone: str,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],  # noqa: ARG001
) -> CalendarFile:
    """Read what a calendar file says of the days from `first` to `last`, in bounded memory and time.

    Times without a zone are meant in `time_zone`, the IANA name of the user's. `progress` is told a fraction from 0
    to 1 now and then. Meant for a thread of its own.

    Raises:
        UnreadableFile: it is no such file, or half written, too large or out of reach.
        Cancelled: within half a second of `cancelled` saying so.
    """
    from icalendar import Calendar  # noqa: PLC0415
    from recurring_ical_events import of  # noqa: PLC0415

    name = shown_name(path)
    try:
        with open_regular(path) as file:
            content = file.read(MOST_BYTES)
    except OSError as error:
        raise UnreadableFile(unreadable(name, error)) from error
    try:
        calendar = Calendar.from_ical(content)
        found = of(calendar).between(first, last + timedelta(days=1))
    except ValueError as error:
        raise UnreadableFile(f"“{name}” is no calendar; export the calendar anew.") from error
    events = [_event(one, time_zone) for one in found]
    events.sort(key=lambda event: event.span.start if event.span else _midnight(event.first_day, time_zone))
    progress(1.0)
    return CalendarFile(name, clean(str(calendar.get("X-WR-CALNAME", "")))[0], tuple(events), (), left_out=False)


def _midnight(day: date, time_zone: str) -> datetime:
    return wall_time(day, time(), time_zone).moment


def _event(one: Any, time_zone: str) -> Event:  # noqa: ANN401 - replaced soon
    start, end = one["DTSTART"].dt, one["DTEND"].dt
    zone, span = "", None
    if isinstance(start, datetime):
        zone = str(start.tzinfo) if start.tzinfo else time_zone
        start, end = (
            at.astimezone(UTC) if at.tzinfo else wall_time(at.date(), at.time(), time_zone).moment
            for at in (start, end)
        )
        span = Span(start, end)
        first_day, last_day = local(start, time_zone).date(), local(end, time_zone).date()
    else:
        first_day, last_day = start, max(start, end - timedelta(days=1))
    people = one.get("ATTENDEE", [])
    state = _STATES.get(str(one.get("STATUS", "")))
    return Event(
        uid=str(one.get("UID", "")),
        title=clean(str(one.get("SUMMARY", "")))[0],
        place=clean(str(one.get("LOCATION", "")))[0],
        attendees=tuple(
            Attendee(str(each.params.get("CN", "")), each.removeprefix("mailto:"))
            for each in (people if isinstance(people, list) else [people])
        ),
        span=span,
        first_day=first_day,
        last_day=last_day,
        time_zone=zone,
        state=state,
        busy=one.get("TRANSP") != "TRANSPARENT" and state is not InterviewState.CANCELLED,
    )
