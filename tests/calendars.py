"""Calendars of other programs to test with: what their files say, and the files themselves."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from infoview_desktop.domain.calendar import CalendarState, days_read
from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.domain.event_import import candidates
from infoview_desktop.domain.progress import Progress, never
from infoview_desktop.operations import calendars, event_imports
from infoview_desktop.operations.calendars import Look, Shown
from infoview_desktop.operations.event_imports import EventPreview
from infoview_desktop.store.reads.known_meetings import known_meetings, known_people
from infoview_desktop.system.ics_file import CalendarFile
from tests.book import Book

AT = datetime(2026, 6, 9, 15, tzinfo=UTC)
"""Two days after the clock of a test book."""


def event(title: str = "Lecture", starts: datetime = AT, *, minutes: int = 60, **fields: Any) -> Event:
    """An event that has a time."""
    span = Span(starts, starts + timedelta(minutes=minutes))
    told: dict[str, Any] = {"uid": title, "place": "", "attendees": ()}
    return Event(title=title, span=span, first_day=starts.date(), last_day=span.end.date(), **(told | fields))


def whole_days(title: str, first: date, last: date) -> Event:
    """An event that takes whole days."""
    return Event(title, title, "", (), None, first, last)


def looked_through(book: Book, events: Sequence[Event], path: Path = Path("/home/me/term.ics")) -> EventPreview:
    """What would be shown of a file that says this."""
    file = CalendarFile(path.name, "", tuple(events), (), left_out=False)
    meetings = known_meetings(book.read)
    busy = calendars.busy_times(file, meetings)
    look = Look(CalendarState.READ, "1", *days_read(book.clock.now.date()), busy)
    found = candidates(events, known_people(book.read), meetings, cancelled=never)
    return EventPreview(path, file, look, found, is_shown=False)


def show(book: Book, events: Sequence[Event] = (), **looks: Any) -> int:
    """Show a calendar that says this, and return its id."""
    path = looks.pop("path", Path("/home/me/term.ics"))
    shown = Shown(**({"name": "Term", "colour": "#3b6fd4", "watched": True} | looks))
    take(book, looked_through(book, events, path), chosen=0, shown=shown)
    return int(book.read.value("SELECT max(id) FROM calendar"))


def take(book: Book, file: EventPreview, *, chosen: int | None = None, shown: Shown | None = None) -> None:
    """Let the first so many of the events that can be interviews become some; all of them, unless told otherwise."""
    event_imports.take_in(
        book.store,
        file=file,
        chosen=file.candidates[:chosen],
        shown=shown,
        time_zone="America/Lima",
        progress=Progress(),
    )


def ics(*events: str, title: str = "") -> str:
    """A file with these events, each told by its lines."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elsewhere//EN"]
    if title:
        lines.append(f"X-WR-CALNAME:{title}")
    for number, each in enumerate(events):
        told = [line.strip() for line in each.strip().splitlines()]
        lines += ["BEGIN:VEVENT", f"UID:{number}@elsewhere", "DTSTAMP:20260601T000000Z", *told, "END:VEVENT"]
    return "".join(f"{line}\r\n" for line in [*lines, "END:VCALENDAR"])
