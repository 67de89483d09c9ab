"""Calendars of other programs: shown, read again when their files change, and taken away."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from infoview_desktop.domain.calendar import CalendarState, days_read
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import calendars, exports, interviews
from infoview_desktop.store.reads import calendar
from infoview_desktop.store.reads import calendars as reads
from tests.calendars import AT, event, ics, looked_through, show, take, whole_days

TODAY = date(2026, 6, 7)
ZONE = "Europe/Madrid"
LECTURE = """DTSTART:20260609T080000Z
    DTEND:20260609T093000Z
    SUMMARY:Statistics"""
SEMINAR = """DTSTART:20260610T080000Z
    DTEND:20260610T093000Z
    SUMMARY:Seminar"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "term.ics"
    path.write_text(ics(LECTURE), "utf-8")
    return path


def titles(book):
    first, last = TODAY - timedelta(days=30), TODAY + timedelta(days=30)
    return [busy.title for busy in calendar.between(book.read, first=first, last=last, time_zone="UTC").busy.times]


def look_again(book, calendar_id=1):
    """Look at its file as the program does, and keep what is found; tells whether there was anything new."""
    found = calendars.look(book.read, calendar_id=calendar_id, today=TODAY, time_zone=ZONE)
    if found is not None:
        calendars.keep(book.store, calendar_id=found[0], look=found[1])
    return found is not None


def state(book):
    (one,) = reads.calendars(book.read)
    return one.state


def test_showing_a_calendar_is_one_step_that_brings_its_times(book):
    show(book, [event("Statistics"), whole_days("Free", TODAY, TODAY)], name="  Term\n", colour="#0f8a8a")
    (one,) = reads.calendars(book.read)
    assert (one.name, one.colour, one.watched, one.path) == ("Term", "#0f8a8a", True, "/home/me/term.ics")
    assert titles(book) == ["Free", "Statistics"]
    assert str(book.undo()) == "Show the calendar Term"
    assert (reads.calendars(book.read), titles(book)) == ([], [])
    book.redo()
    assert titles(book) == ["Free", "Statistics"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": " "}, "It needs a name."),
        ({"colour": "green"}, "green is not one of the choices."),
        ({"path": Path("//elsewhere/term.ics")}, "term.ics is on another machine"),
    ],
)
def test_one_that_cannot_be_shown_leaves_nothing_behind(book, fields, sentence):
    before = book.rows()
    with pytest.raises(KnownError, match=sentence):
        show(book, [event()], **fields)
    assert (book.rows(), titles(book)) == (before, [])


def test_the_same_file_is_shown_once(book):
    show(book)
    with pytest.raises(KnownError, match="shown already"):
        show(book)


def test_a_file_that_changes_is_read_again_and_one_that_stays_is_not(book, file):
    show(book, [event("Old")], path=file)
    assert look_again(book)
    assert titles(book) == ["Statistics"]
    assert not look_again(book)
    file.write_text(ics(LECTURE, SEMINAR), "utf-8")
    assert look_again(book)
    assert titles(book) == ["Statistics", "Seminar"]


def test_a_file_that_another_takes_the_place_of_is_read_again(book, file, tmp_path):
    show(book, path=file)
    look_again(book)
    other = tmp_path / "new.ics"
    other.write_text(ics(SEMINAR), "utf-8")
    other.replace(file)
    assert look_again(book)
    assert titles(book) == ["Seminar"]


def test_of_a_file_that_is_gone_or_broken_the_last_is_still_shown(book, file):
    show(book, path=file)
    look_again(book)
    file.write_text("no calendar at all", "utf-8")
    assert look_again(book)
    assert (state(book), titles(book)) == (CalendarState.BROKEN, ["Statistics"])
    assert not look_again(book)
    file.unlink()
    assert look_again(book)
    assert (state(book), titles(book)) == (CalendarState.GONE, ["Statistics"])
    assert not look_again(book)
    file.write_text(ics(SEMINAR), "utf-8")
    look_again(book)
    assert (state(book), titles(book)) == (CalendarState.READ, ["Seminar"])


def test_a_half_written_file_takes_nothing_away(book, file):
    show(book, path=file)
    look_again(book)
    whole = ics(LECTURE, SEMINAR)
    file.write_text(whole[: len(whole) // 2], "utf-8")
    look_again(book)
    assert titles(book) == ["Statistics"]
    file.write_text(whole, "utf-8")
    look_again(book)
    assert titles(book) == ["Statistics", "Seminar"]


def test_times_without_a_zone_are_meant_where_the_user_is_also_when_that_changes(book, file):
    file.write_text(ics("DTSTART:20260609T100000\nDTEND:20260609T110000\nSUMMARY:Shift"), "utf-8")
    show(book, path=file)
    look_again(book)
    starts = "SELECT starts FROM busy_time"
    here = book.read.value(starts)
    found = calendars.look(book.read, calendar_id=1, today=TODAY, time_zone="America/Lima")
    assert found is not None
    calendars.keep(book.store, calendar_id=1, look=found[1])
    assert book.read.value(starts) - here == 7 * 3600


def test_the_days_that_are_read_move_on_with_the_months():
    assert days_read(TODAY) == (date(2025, 6, 1), date(2028, 6, 1)) == days_read(date(2026, 6, 30))
    assert days_read(date(1, 1, 1))[0] == date.min
    assert days_read(date.max)[1] == date(9999, 12, 1)
    assert days_read(date(2024, 2, 29)) == (date(2023, 2, 1), date(2026, 2, 1))


def test_a_path_of_another_machine_is_never_looked_at(book, file, monkeypatch):
    show(book, path=file)
    with book.store.unrecorded() as transaction:
        transaction.connection.execute("UPDATE calendar SET path = '//elsewhere/term.ics'")
    monkeypatch.setattr(Path, "stat", lambda *_args, **_options: pytest.fail("it was looked at"))
    assert calendars.look(book.read, calendar_id=1, today=TODAY, time_zone=ZONE) is None


def test_one_that_was_taken_away_while_it_was_read_stays_away(book, file):
    show(book, path=file)
    found = calendars.look(book.read, calendar_id=1, today=TODAY, time_zone=ZONE)
    calendars.remove(book.store, calendar_id=1)
    assert found is not None
    calendars.keep(book.store, calendar_id=1, look=found[1])
    assert book.read.value("SELECT count(*) FROM busy_time") == 0
    assert calendars.look(book.read, calendar_id=1, today=TODAY, time_zone=ZONE) is None


def test_one_that_is_changed_keeps_its_times(book):
    show(book, [event("Statistics")])
    calendars.edit(book.store, calendar_id=1, name="Lectures", colour="#c8602a", watched=False)
    (one,) = reads.calendars(book.read)
    assert (one.name, one.colour, one.watched) == ("Lectures", "#c8602a", False)
    assert titles(book) == ["Statistics"]
    book.undo()
    assert reads.calendars(book.read)[0].name == "Term"


def test_one_that_is_removed_comes_back_with_its_times_and_is_let_go_of_later(book):
    show(book, [event("Statistics")])
    calendars.remove(book.store, calendar_id=1)
    assert titles(book) == []
    book.undo()
    assert titles(book) == ["Statistics"]
    book.redo()
    calendars.sweep(book.store)
    assert (book.count("busy_time"), book.count("calendar_reading")) == (0, 0)
    book.undo()
    (one,) = reads.calendars(book.read)
    assert one.stamp == ""


def test_an_interview_of_the_book_is_not_shown_a_second_time(book):
    book.add("Ana Ruiz")
    take(book, looked_through(book, [event("Ana Ruiz")]))
    show(book, [event("Ana Ruiz"), event("Statistics")])
    assert titles(book) == ["Statistics"]


def test_of_what_recurs_the_other_times_are_shown(book):
    book.add("Ana Ruiz")
    weekly = [event("Ana Ruiz", AT + timedelta(days=7 * week)) for week in range(3)]
    take(book, looked_through(book, weekly), chosen=1)
    show(book, weekly)
    assert titles(book) == ["Ana Ruiz", "Ana Ruiz"]


def test_what_takes_no_time_is_not_shown(book):
    show(book, [event("Maybe", busy=False)])
    assert titles(book) == []


def test_an_interview_that_went_out_and_came_back_is_known_again(book, tmp_path):
    ana = book.add("Ana Ruiz")
    interviews.add(book.store, contact_ids=[ana], starts_at=AT, time_zone=ZONE)
    path = tmp_path / "all.ics"
    exports.export(book.read, path=path, file_format="ics", progress=Progress())
    show(book, path=path)
    look_again(book)
    assert titles(book) == []
