"""A term's timetable stands beside twelve conversations in four time zones, and each moves at one gesture."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import vobject
from PySide6.QtWidgets import QFileDialog

from infoview_desktop.domain.progress import Progress
from infoview_desktop.domain.wall_time import local
from infoview_desktop.operations import event_imports, interviews
from infoview_desktop.store.reads import stories
from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.local_time import time_text
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.calendars import ics
from tests.features.conftest import Calendar, Tell, Until
from tests.features.searcher import Searcher
from tests.ui import drag
from tests.ui.calendar import pointer

WHO = {
    "Ana Ruiz": "America/Lima",
    "Bo Chen": "Asia/Kathmandu",
    "Chloé Dubois": "Europe/Paris",
    "Lindiwe Dlamini": "Australia/Lord_Howe",
}
LECTURE = "DTSTART:20261102T{}0000\nDTEND:20261102T{}0000\nRRULE:FREQ=WEEKLY;BYDAY={};COUNT=20\nSUMMARY:{}"
TERM = ics(
    LECTURE.format("09", "10", "MO,WE", "Statistics"), LECTURE.format("15", "17", "TU", "Seminar"), title="Autumn term"
)


@pytest.fixture
def book(tmp_path: Path, calendar: Calendar) -> Path:
    """The book of somebody who has agreed on twelve conversations, three with each of four people."""
    directory = tmp_path / "book"
    with Book(directory) as book:
        book.clock.now = calendar.now.astimezone(UTC)
        for number, (name, zone) in enumerate(WHO.items()):
            contact_id = book.add(name, emails=f"{number}@example.org")
            book.edit(contact_id, "time_zone", zone)
            for week in range(3):
                starts_at = datetime(2026, 11, 3 + number, 11, tzinfo=calendar.zone) + timedelta(days=7 * week)
                interviews.add(book.store, contact_ids=[contact_id], starts_at=starts_at, time_zone=str(calendar.zone))
    return directory


@pytest.fixture
def term(tmp_path: Path) -> Path:
    path = tmp_path / "term.ics"
    path.write_text(TERM, "utf-8")
    return path


def test_it_is_shown_moved_taken_back_and_handed_to_other_programs(  # noqa: PLR0917 - fixtures
    tell: Tell,
    book: Path,
    term: Path,
    calendar: Calendar,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
):
    written = tmp_path / "all.ics"

    def starts(window: MainWindow, number: int) -> datetime | None:
        one = stories.interview(window._runner.read, number)
        return one.starts_at if one else None

    def story(window: MainWindow) -> None:
        me = Searcher(window, calendar, until)
        window.resize(1440, 900)
        until(lambda: me.reads("Ana Ruiz"))

        drag.drop(window, drag.files([term]))
        until(lambda: bool(me.sheets) and "Show the calendar" in me.sheet)
        me.confirm("Show the calendar", "The calendar Autumn term is shown")
        until(lambda: me.reads("Statistics") and me.reads("Seminar"))
        before, to = datetime(2026, 11, 3, 11, tzinfo=calendar.zone), datetime(2026, 11, 5, 13, tzinfo=calendar.zone)
        for zone in WHO.values():
            assert me.reads(time_text(local(before, zone)))

        grid = pointer.grid(window)
        assert starts(window, 1) == before
        me.do(
            "Interview with Ana Ruiz moved",
            lambda: pointer.drag(
                grid,
                pointer.card(grid, BlockKind.BOOKED, 1).center(),
                pointer.place(grid, to)
                + (pointer.card(grid, BlockKind.BOOKED, 1).center() - pointer.place(grid, before)),
            ),
        )
        assert starts(window, 1) == to
        me.do("Undone", me.action("undo").trigger)
        assert starts(window, 1) == before
        me.do("Done again", me.action("redo").trigger)
        assert starts(window, 1) == to

        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(written), ""))
        me.do("12 interviews written to all.ics", me.action("export").trigger)

    tell(story)
    parsed = vobject.readOne(written.read_text("utf-8"))
    assert len(parsed.vevent_list) == 12
    assert {event.dtstart.value.astimezone(UTC).hour for event in parsed.vevent_list} == {
        moment.astimezone(UTC).hour
        for moment in (datetime(2026, 11, 3, hour, tzinfo=calendar.zone) for hour in (11, 13))
    }
    with Book(tmp_path / "other") as other:
        for number, name in enumerate(WHO):
            other.add(name, emails=f"{number}@example.org")
        file = event_imports.preview(other.read, path=written, now=calendar.now, progress=Progress())
        assert len(file.candidates) == 12
        with Book(book) as mine:
            everything = "SELECT starts_at, minutes, time_zone, medium, place, state FROM interview ORDER BY 1"
            event_imports.take_in(
                other.store,
                file=file,
                chosen=file.candidates,
                shown=None,
                time_zone="UTC",
                progress=Progress(),
            )
            assert other.read.rows(everything) == mine.read.rows(everything)
