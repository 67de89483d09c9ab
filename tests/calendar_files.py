"""Calendar files to test with, written in few words."""

from datetime import date
from pathlib import Path

from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.domain.progress import Progress
from infoview_desktop.system.ics_file import CalendarFile, read

FIRST, LAST = date(2026, 10, 1), date(2027, 2, 28)
HOME = "Europe/Berlin"


def event(*lines: str, uid: str = "1", start: str = "DTSTART:20261201T090000") -> str:
    """The lines of an event that begins at nine o'clock on the 1st of December."""
    return "\n".join(filter(None, ["BEGIN:VEVENT", f"UID:{uid}", start, *lines, "END:VEVENT"]))


def calendar(*lines: str) -> str:
    """The lines of a calendar."""
    return "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""])


def read_calendar(
    directory: Path, content: str | bytes, *, first: date = FIRST, last: date = LAST, time_zone: str = HOME
) -> CalendarFile:
    """What is read of a file with this content."""
    path = directory / "term.ics"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_file(path, first=first, last=last, time_zone=time_zone)


def read_file(path: Path, *, first: date = FIRST, last: date = LAST, time_zone: str = HOME) -> CalendarFile:
    """What is read of a file while nobody cancels."""
    progress = Progress()
    return read(
        path, first=first, last=last, time_zone=time_zone, progress=progress.report, cancelled=progress.cancelled
    )


def told(events: tuple[Event, ...]) -> list[str]:
    """When these take place where one is by UTC, in few words: 01.12. 08:00-09:00, or 01.12.-03.12."""
    lines = []
    for one in events:
        if one.span is None:
            lines.append(f"{one.first_day:%d.%m.}-{one.last_day:%d.%m.}")
        else:
            lines.append(f"{one.span.start:%d.%m. %H:%M}-{one.span.end:%H:%M}")
    return lines
