"""What is being dragged, or stands in its editor, is changed by somebody else: nothing is lost, nothing comes back."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.operations import contacts, follow_ups, interviews
from infoview_desktop.store.reads import stories
from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.story.interview_sheet import InterviewSheet
from infoview_desktop.ui.wall_clock import WallClock
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand
from tests.ui.calendar import pointer
from tests.ui.calendar.in_calendar import (
    ALT,
    ZONE,
    Day,
    OpenCalendar,
    at,
    calendar,
    day,
    due_on,
    meetings,
    open_calendar,
    read_of,
    sheets,
    stand_on,
    starts_at,
)

__all__ = ["day", "meetings", "open_calendar"]

BOOKED, DUE = BlockKind.BOOKED, BlockKind.DUE
TO = timedelta(days=1, hours=2)


@pytest.fixture
def window(open_calendar: OpenCalendar, meetings: dict[str, int]) -> MainWindow:
    assert meetings
    return open_calendar()


def take(window: MainWindow, interview_id: int) -> tuple[QPoint, QPoint]:
    """Take hold of an interview and drag it to the next day, two hours later; from where, and to where."""
    grid = pointer.grid(window)
    start = pointer.card(grid, BOOKED, interview_id).center()
    end = start + pointer.place(grid, at(24) + TO) - pointer.place(grid, at(24))
    pointer.press(grid, start)
    pointer.go(grid, end)
    assert "Wed 4:00 pm" in read_of(grid)
    return start, end


def delete(window: MainWindow, interview_id: int) -> None:
    window._runner.do(interviews.delete, interview_id=interview_id)


def hold_it(window: MainWindow, interview_id: int) -> None:
    window._runner.do(interviews.change_state, interview_id=interview_id, state=InterviewState.HELD)


def move_it(window: MainWindow, interview_id: int) -> None:
    window._runner.do(interviews.move, interview_id=interview_id, starts_at=at(27, 9), minutes=20, time_zone=ZONE)


def trash_her(window: MainWindow, interview_id: int) -> None:
    assert interview_id
    window._runner.do(contacts.delete, contact_ids=[1])


@pytest.mark.parametrize("happens", [delete, hold_it, move_it, trash_her])
def test_what_is_changed_while_it_is_dragged_is_let_go_of(
    happens: Callable[[MainWindow, int], None], window: MainWindow, meetings: dict[str, int], book: Book
):
    _start, end = take(window, meetings["Ana"])
    happens(window, meetings["Ana"])
    after = starts_at(book, meetings["Ana"])
    grid = pointer.grid(window)
    assert pointer.scene(grid).ghost is None
    pointer.go(grid, end + QPoint(0, 60))
    pointer.let_go(grid, end + QPoint(0, 60))
    assert starts_at(book, meetings["Ana"]) == after
    assert not sheets(window)


def test_an_addition_that_is_undone_while_it_is_dragged_stays_undone(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int], book: Book
):
    added = day.meet(people["Ana"], at(24))
    window = open_calendar()
    _start, end = take(window, added)
    window._history.undo()
    assert starts_at(book, added) is None
    pointer.let_go(pointer.grid(window), end)
    assert starts_at(book, added) is None


def test_a_drag_goes_on_when_something_else_changes(window: MainWindow, meetings: dict[str, int], book: Book):
    _start, end = take(window, meetings["Ana"])
    delete(window, meetings["Łukasz"])
    grid = pointer.grid(window)
    assert "Wed 4:00 pm" in read_of(grid)
    pointer.let_go(grid, end)
    assert starts_at(book, meetings["Ana"]) == at(24) + TO


def test_what_is_booked_meanwhile_clashes_at_once(
    window: MainWindow, meetings: dict[str, int], day: Day, people: dict[str, int]
):
    take(window, meetings["Ana"])
    grid = pointer.grid(window)
    assert "Clashes" not in read_of(grid)
    day.meet(people["Chloé"], at(25, 16, 10))
    window._runner.changed.emit(frozenset({"interview"}))
    assert "Clashes with Chloé Dubois" in read_of(grid)


def test_a_minute_that_passes_while_it_is_dragged_changes_nothing_of_it(
    window: MainWindow, meetings: dict[str, int], day: Day, book: Book
):
    start, end = take(window, meetings["Ana"])
    grid = pointer.grid(window)
    for minutes in (1, 2):
        day.set(day.now + timedelta(minutes=minutes))
        for clock in window.findChildren(WallClock):
            clock.look()
    assert "Wed 4:00 pm" in read_of(grid)
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert "Wed 4:00 pm" not in read_of(grid)
    pointer.let_go(grid, end)
    pointer.press(grid, start)
    pointer.go(grid, end)
    day.set(day.now + timedelta(minutes=1))
    for clock in window.findChildren(WallClock):
        clock.look()
    pointer.let_go(grid, end)
    assert starts_at(book, meetings["Ana"]) == at(24) + TO


def test_other_days_let_go_of_what_is_dragged(window: MainWindow, meetings: dict[str, int], book: Book):
    _start, end = take(window, meetings["Ana"])
    calendar(window).step(1)
    pointer.let_go(pointer.grid(window), end)
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_a_follow_up_that_is_done_while_it_is_dragged_stays_done(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    grid = pointer.grid(window)
    pointer.press(grid, pointer.card(grid, DUE, meetings["Bo"]).center())
    to = pointer.above(grid, date(2026, 11, 27))
    pointer.go(grid, to)
    window._runner.do(follow_ups.complete, follow_up_id=meetings["Bo"], at=at(24, 10), time_zone=ZONE)
    pointer.let_go(grid, to)
    assert due_on(book, meetings["Bo"]) == date(2026, 11, 25)


def test_what_was_let_go_is_shown_there_before_it_is_written(window: MainWindow, meetings: dict[str, int], book: Book):
    start, end = take(window, meetings["Ana"])
    grid = pointer.grid(window)
    with window._runner.held():
        pointer.let_go(grid, end)
        assert starts_at(book, meetings["Ana"]) == at(24)
        assert pointer.card(grid, BOOKED, meetings["Ana"]).contains(end)
    assert starts_at(book, meetings["Ana"]) == at(24) + TO
    assert not pointer.card(grid, BOOKED, meetings["Ana"]).contains(start)


def test_what_cannot_be_moved_any_more_goes_back_and_that_is_said(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    _start, end = take(window, meetings["Ana"])
    interviews.delete(book.store, interview_id=meetings["Ana"])  # before anybody is told
    grid = pointer.grid(window)
    pointer.let_go(grid, end)
    assert "not there any more" in read_of(window._status)
    assert "Ana Ruiz" not in read_of(grid)


def test_keys_in_a_row_go_on_from_each_other_however_long_it_takes_to_write(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    stand_on(window, BOOKED, meetings["Ana"])
    with window._runner.held():
        hand.press_key(Qt.Key.Key_Down, ALT, times=2)
        window._runner.changed.emit(frozenset({"interview"}))  # the first of them is written
        hand.press_key(Qt.Key.Key_Down, ALT)
    assert starts_at(book, meetings["Ana"]) == at(24, 14, 45)


def test_a_move_is_seen_in_the_editor_that_is_open_as_it_was_typed(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    stand_on(window, BOOKED, meetings["Ana"])
    calendar(window).opened.emit(calendar(window).view.current)
    sheet = hand.find(window, "Interview", kind=InterviewSheet)
    move_it(window, meetings["Ana"])
    assert sheet.isVisible()
    hand.press(sheet, "Cancel")
    assert starts_at(book, meetings["Ana"]) == at(27, 9)


def test_what_one_did_not_touch_in_the_editor_stays_as_it_was_moved_meanwhile(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(Qt.Key.Key_Return)
    sheet = hand.find(window, "Interview", kind=InterviewSheet)
    move_it(window, meetings["Ana"])
    hand.type_into(window, "Place or link", "https://example.org/ana")
    hand.press(sheet, "Save")
    one = stories.interview(book.read, meetings["Ana"])
    assert one is not None
    assert (one.starts_at, one.place) == (at(27, 9), "https://example.org/ana")


def test_who_is_in_the_trash_stays_a_part_of_what_is_edited(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int], book: Book
):
    added = interviews.add(
        book.store, contact_ids=[people["Ana"], people["Bo"]], starts_at=at(24), time_zone=ZONE
    ).value
    assert day
    book.delete(people["Bo"])
    window = open_calendar()
    stand_on(window, BOOKED, added)
    hand.press_key(Qt.Key.Key_Return)
    sheet = hand.find(window, "Interview", kind=InterviewSheet)
    hand.type_into(window, "Place or link", "the café")
    hand.press(sheet, "Save")
    one = stories.interview(book.read, added)
    assert one is not None
    assert (set(one.contact_ids), one.place) == ({people["Ana"], people["Bo"]}, "the café")


def test_what_one_typed_in_the_editor_counts_more_than_what_was_moved_meanwhile(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(Qt.Key.Key_Return)
    sheet = hand.find(window, "Interview", kind=InterviewSheet)
    move_it(window, meetings["Ana"])
    hand.type_into(window, "Time", "16:30")
    hand.press(sheet, "Save")
    assert starts_at(book, meetings["Ana"]) == at(24, 16, 30)


def test_an_interview_that_is_deleted_under_its_editor_is_said_when_it_is_stored(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    stand_on(window, BOOKED, meetings["Ana"])
    calendar(window).opened.emit(calendar(window).view.current)
    sheet = hand.find(window, "Interview", kind=InterviewSheet)
    delete(window, meetings["Ana"])
    hand.type_into(window, "Place or link", "https://example.org/ana")
    hand.press(sheet, "Save")
    assert "not there any more" in read_of(sheet)
    assert hand.field(window, "Place or link").text() == "https://example.org/ana"
    assert starts_at(book, meetings["Ana"]) is None
