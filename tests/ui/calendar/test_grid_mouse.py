"""A day and a week under the pointer: what is dragged moves, grows and comes to be, in one step each."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from infoview_desktop.domain import known_error
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.operations import interviews
from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.story.interview_sheet import InterviewSheet
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.calendar import pointer
from tests.ui.calendar.in_calendar import (
    ZONE,
    Day,
    OpenCalendar,
    at,
    calendar,
    day,
    days,
    due_on,
    lasting,
    meetings,
    open_calendar,
    sheets,
    starts_at,
)

__all__ = ["day", "meetings", "open_calendar"]

BOOKED, DUE = BlockKind.BOOKED, BlockKind.DUE


@pytest.fixture
def window(open_calendar: OpenCalendar, meetings: dict[str, int]) -> MainWindow:
    assert meetings
    return open_calendar()


def hold(window: MainWindow, interview_id: int) -> QPoint:
    """Press on an interview; where that is."""
    grid = pointer.grid(window)
    start = pointer.card(grid, BOOKED, interview_id).center()
    pointer.press(grid, start)
    return start


def by(window: MainWindow, *, days: int = 0, hours: float = 0) -> QPoint:
    """How far that is over the grid."""
    grid = pointer.grid(window)
    here = at(24)
    there = here + timedelta(days=days, hours=hours)
    return pointer.place(grid, there) - pointer.place(grid, here)


def drag_to(window: MainWindow, interview_id: int, *, days: int = 0, hours: float = 0) -> None:
    grid = pointer.grid(window)
    start = pointer.card(grid, BOOKED, interview_id).center()
    pointer.drag(grid, start, start + by(window, days=days, hours=hours))


def told(window: MainWindow) -> str:
    """What is read on the grid."""
    return painted.text(pointer.grid(window)).replace("\u202f", " ")


def test_an_interview_is_dragged_to_another_hour_and_back_with_one_undo(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    drag_to(window, meetings["Ana"], hours=2)
    assert starts_at(book, meetings["Ana"]) == at(24, 16)
    assert painted.text(window._status).startswith("Interview with Ana Ruiz moved · ")
    window._history.undo()
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_it_is_dragged_to_another_day_and_hour(window: MainWindow, meetings: dict[str, int], book: Book):
    drag_to(window, meetings["Ana"], days=1, hours=-3.5)
    assert starts_at(book, meetings["Ana"]) == at(25, 10, 30)
    assert lasting(book, meetings["Ana"]) == 20
    window._history.undo()
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_it_goes_by_quarters_of_an_hour_and_with_shift_by_five_minutes(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    grid = pointer.grid(window)
    start = pointer.card(grid, BOOKED, meetings["Ana"]).center()
    pointer.drag(grid, start, start + by(window, hours=1.1))
    assert starts_at(book, meetings["Ana"]) == at(24, 15)
    start = pointer.card(grid, BOOKED, meetings["Ana"]).center()
    pointer.drag(grid, start, start + by(window, hours=0.3), pointer.SHIFT)
    assert starts_at(book, meetings["Ana"]) == at(24, 15, 20)


def test_its_lower_edge_makes_it_longer_and_shorter(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = pointer.grid(window)
    edge = pointer.card(grid, BOOKED, meetings["Ana"])
    below = QPoint(edge.center().x(), edge.bottom() - 1)
    pointer.hover(grid, below)
    assert grid.cursor().shape() is Qt.CursorShape.SizeVerCursor
    pointer.drag(grid, below, below + by(window, hours=1))
    assert lasting(book, meetings["Ana"]) == 75  # to a quarter past three
    assert starts_at(book, meetings["Ana"]) == at(24)
    assert "takes 75 minutes" in painted.text(window._status)
    window._history.undo()
    assert lasting(book, meetings["Ana"]) == 20


def test_free_time_that_is_dragged_over_is_booked_with_whoever_is_selected(
    window: MainWindow, book: Book, people: dict[str, int]
):
    grid = pointer.grid(window)
    window._people.select(people["Chloé"])
    pointer.drag(grid, pointer.place(grid, at(25, 13)), pointer.place(grid, at(25, 13, 44)))
    sheet = hand.find(window, "New interview", kind=InterviewSheet)
    before = book.count("interview")
    hand.press(sheet, "Add")
    assert book.count("interview") == before + 1
    number = int(book.read.value("SELECT max(id) FROM interview"))
    assert starts_at(book, number) == at(25, 13)
    assert lasting(book, number) == 45
    window._history.undo()
    assert book.count("interview") == before


def test_it_is_dragged_over_upwards_as_well(window: MainWindow):
    grid = pointer.grid(window)
    wanted: list[tuple[datetime, datetime]] = []
    calendar(window).interview_wanted.connect(lambda span: wanted.append((span.start, span.end)))
    pointer.drag(grid, pointer.place(grid, at(25, 15)), pointer.place(grid, at(25, 14)))
    assert wanted == [(at(25, 14), at(25, 15))]


def test_a_click_or_a_trembling_hand_moves_nothing(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = pointer.grid(window)
    start = pointer.card(grid, BOOKED, meetings["Ana"]).center()
    pointer.click(grid, start)
    pointer.drag(grid, start, start + QPoint(2, 2))
    pointer.drag(grid, start, start + by(window, hours=0.1))
    pointer.click(grid, pointer.place(grid, at(25, 13)))
    assert starts_at(book, meetings["Ana"]) == at(24)
    assert not sheets(window)
    assert "Undo" not in painted.text(window._status)


def test_where_it_is_let_go_where_it_was_nothing_is_written(window: MainWindow, meetings: dict[str, int]):
    start = hold(window, meetings["Ana"])
    grid = pointer.grid(window)
    pointer.go(grid, start + by(window, days=1))
    pointer.go(grid, start)
    pointer.let_go(grid, start)
    assert "Undo" not in painted.text(window._status)


def test_escape_lets_it_be_where_it_was(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = pointer.grid(window)
    start = hold(window, meetings["Ana"])
    pointer.go(grid, start + by(window, days=1, hours=1))
    assert "Wed 3:00 pm" in told(window)
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert "Wed 3:00 pm" not in told(window)
    pointer.go(grid, start + by(window, days=1, hours=2))
    pointer.let_go(grid, start + by(window, days=1, hours=2))
    assert starts_at(book, meetings["Ana"]) == at(24)
    assert calendar(window).isVisible()


def test_leaving_the_window_lets_it_be_where_it_was(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = pointer.grid(window)
    start = hold(window, meetings["Ana"])
    pointer.go(grid, start + by(window, days=1))
    window._people.contacts.setFocus()
    grid.clearFocus()
    pointer.let_go(grid, start + by(window, days=1))
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_what_it_clashes_with_is_said_before_it_is_let_go(window: MainWindow, meetings: dict[str, int]):
    grid = pointer.grid(window)
    start = hold(window, meetings["Ana"])
    pointer.go(grid, start + by(window, days=2, hours=-2.75))
    assert "Thu 11:15 am – 11:35 am" in told(window)  # noqa: RUF001 - a dash
    assert "Clashes with Łukasz Żak" in told(window)
    pointer.go(grid, start + by(window, days=2, hours=-2))
    assert "Clashes" not in told(window)
    pointer.go(grid, start + by(window, days=2, hours=-3))
    pointer.let_go(grid, start + by(window, days=2, hours=-3))
    assert "Clashes" not in told(window)


def test_what_is_not_shown_clashes_as_well(window: MainWindow, meetings: dict[str, int], people: dict[str, int]):
    window._people.select(people["Ana"])
    calendar(window).set_alone(True)
    grid = pointer.grid(window)
    start = hold(window, meetings["Ana"])
    pointer.go(grid, start + by(window, days=2, hours=-3))
    assert "Łukasz" in told(window)


def test_what_was_called_off_is_in_nobodys_way(open_calendar: OpenCalendar, meetings: dict[str, int], book: Book):
    interviews.change_state(book.store, interview_id=meetings["Łukasz"], state=InterviewState.CANCELLED)
    window = open_calendar()
    grid = pointer.grid(window)
    start = hold(window, meetings["Ana"])
    pointer.go(grid, start + by(window, days=2, hours=-3))
    assert "Clashes" not in told(window)


def test_new_time_says_its_clash_too(window: MainWindow):
    grid = pointer.grid(window)
    pointer.press(grid, pointer.place(grid, at(26, 10)))
    pointer.go(grid, pointer.place(grid, at(26, 10, 50)))
    assert "Clashes" not in told(window)
    pointer.go(grid, pointer.place(grid, at(26, 11, 10)))
    assert "Thu 10:00 am – 11:15 am" in told(window)  # noqa: RUF001 - a dash
    assert "Clashes with Łukasz Żak" in told(window)


def test_at_the_edge_the_hours_scroll_as_long_as_it_is_held_there(
    window: MainWindow, meetings: dict[str, int], book: Book, qtbot: Any
):
    grid = pointer.grid(window)
    hold(window, meetings["Ana"])
    bottom = QPoint(pointer.place(grid, at(24)).x(), grid.height() + 40)
    pointer.go(grid, bottom)
    qtbot.waitUntil(lambda: grid._bar.value() == grid._bar.maximum())
    pointer.let_go(grid, bottom)
    moved = starts_at(book, meetings["Ana"])
    assert moved is not None
    assert at(24, 23) <= moved <= at(24, 23, 45)
    top = QPoint(bottom.x(), 0)
    pointer.press(grid, pointer.card(grid, BOOKED, meetings["Ana"]).center())
    pointer.go(grid, top)
    qtbot.waitUntil(lambda: grid._bar.value() == 0)
    pointer.let_go(grid, top)
    assert starts_at(book, meetings["Ana"]) == at(24, 0)


def test_beyond_the_sides_it_stays_on_the_last_day(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = pointer.grid(window)
    start = hold(window, meetings["Ana"])
    beyond = QPoint(grid.width() + 300, start.y())
    pointer.go(grid, beyond)
    pointer.let_go(grid, beyond)
    assert starts_at(book, meetings["Ana"]) == at(27)


def test_one_over_midnight_is_dragged_by_either_part(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int], book: Book
):
    late = day.meet(people["Ana"], at(24, 23))
    interviews.move(book.store, interview_id=late, starts_at=at(24, 23), minutes=120, time_zone=ZONE)
    window = open_calendar()
    grid = pointer.grid(window)
    grid._bar.setValue(0)
    second = next(piece for piece in pointer.scene(grid).layout.pieces if piece.column == 2)
    start = pointer.scene(grid).card(second).center()
    pointer.drag(grid, start, start + by(window, days=1))
    assert starts_at(book, late) == at(25, 23)
    assert lasting(book, late) == 120


def test_a_follow_up_is_dragged_to_another_day_and_back_with_one_undo(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    grid = pointer.grid(window)
    start = pointer.card(grid, DUE, meetings["Bo"]).center()
    pointer.press(grid, start)
    pointer.go(grid, pointer.above(grid, date(2026, 11, 27)))
    assert "Fri 27" in told(window)
    pointer.let_go(grid, pointer.above(grid, date(2026, 11, 27)))
    assert due_on(book, meetings["Bo"]) == date(2026, 11, 27)
    window._history.undo()
    assert due_on(book, meetings["Bo"]) == date(2026, 11, 25)


def test_a_follow_up_that_is_let_go_over_the_hours_still_has_its_day(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    grid = pointer.grid(window)
    start = pointer.card(grid, DUE, meetings["Bo"]).center()
    pointer.drag(grid, start, pointer.place(grid, at(27, 15)))
    assert due_on(book, meetings["Bo"]) == date(2026, 11, 27)


def test_escape_lets_a_follow_up_be(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = pointer.grid(window)
    pointer.press(grid, pointer.card(grid, DUE, meetings["Bo"]).center())
    pointer.go(grid, pointer.above(grid, date(2026, 11, 27)))
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    pointer.let_go(grid, pointer.above(grid, date(2026, 11, 27)))
    assert due_on(book, meetings["Bo"]) == date(2026, 11, 25)


def test_what_was_held_stays_where_it_was(open_calendar: OpenCalendar, meetings: dict[str, int], book: Book):
    interviews.change_state(book.store, interview_id=meetings["Ana"], state=InterviewState.HELD)
    window = open_calendar()
    drag_to(window, meetings["Ana"], hours=2)
    assert starts_at(book, meetings["Ana"]) == at(24)
    assert not sheets(window)


def test_in_a_book_that_can_only_be_read_nothing_is_dragged(
    open_calendar: OpenCalendar, meetings: dict[str, int], book: Book
):
    book.store.writable = False
    window = open_calendar(read_only=known_error.read_only())
    grid = pointer.grid(window)
    drag_to(window, meetings["Ana"], hours=2)
    pointer.drag(grid, pointer.card(grid, DUE, meetings["Bo"]).center(), pointer.above(grid, date(2026, 11, 27)))
    pointer.drag(grid, pointer.place(grid, at(25, 13)), pointer.place(grid, at(25, 14)))
    QTest.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=pointer.place(grid, at(25, 13)))
    edge = pointer.card(grid, BOOKED, meetings["Ana"])
    pointer.hover(grid, QPoint(edge.center().x(), edge.bottom() - 1))
    assert grid.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert starts_at(book, meetings["Ana"]) == at(24)
    assert due_on(book, meetings["Bo"]) == date(2026, 11, 25)
    assert not sheets(window)


def test_a_double_click_opens_an_interview_or_books_one(window: MainWindow, meetings: dict[str, int]):
    grid = pointer.grid(window)
    QTest.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=pointer.card(grid, BOOKED, meetings["Ana"]).center())
    hand.press(hand.find(window, "Interview", kind=InterviewSheet), "Cancel")
    QTest.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=pointer.place(grid, at(25, 13, 20)))
    sheet = hand.find(window, "New interview", kind=InterviewSheet)
    assert hand.field(sheet, "Time").text().replace("\u202f", " ") == "1:15 pm"


def test_a_click_on_the_name_of_a_day_shows_it_alone(window: MainWindow):
    grid = pointer.grid(window)
    pointer.click(grid, QPoint(pointer.place(grid, at(26)).x(), 10))
    assert days(window) == (date(2026, 11, 26), date(2026, 11, 26))


def test_what_there_is_no_row_for_is_counted_and_shown_on_a_click(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int]
):
    for number in range(6):
        day.remind(people["Bo"], reason=f"thing {number}")
    window = open_calendar()
    grid = pointer.grid(window)
    assert "+4" in told(window)
    pointer.click(grid, pointer.scene(grid).more_card(1).center())
    assert all(f"thing {number}" in told(window) for number in range(6))
    fewer = pointer.scene(grid).fewer_rect
    assert fewer is not None
    pointer.click(grid, fewer.center())
    assert "+4" in told(window)


def test_the_whole_of_what_is_below_the_pointer_is_told(window: MainWindow, meetings: dict[str, int]):
    grid = pointer.grid(window)
    place = pointer.card(grid, BOOKED, meetings["Ana"]).center()
    QApplication.sendEvent(grid, QHelpEvent(QEvent.Type.ToolTip, place, grid.mapToGlobal(place)))
    assert "Interview with Ana Ruiz, Tuesday, 24 November" in QToolTip.text()
    QToolTip.hideText()


def test_the_wheel_scrolls_the_hours(window: MainWindow):
    grid = pointer.grid(window)
    before = grid._bar.value()
    place = QPointF(pointer.place(grid, at(25)))
    QApplication.sendEvent(
        grid,
        QWheelEvent(
            place,
            QPointF(grid.mapToGlobal(place)),
            QPoint(),
            QPoint(0, -240),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    assert grid._bar.value() > before
