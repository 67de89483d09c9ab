"""A month: gone about in, dragged in and opened, with the pointer and with the keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from infoview_desktop.domain import known_error
from infoview_desktop.operations import interviews
from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.calendar.month_grid import MonthGrid
from infoview_desktop.ui.story.interview_sheet import InterviewSheet
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.calendar import pointer
from tests.ui.calendar.in_calendar import (
    ALT,
    CTRL,
    ZONE,
    Day,
    OpenCalendar,
    at,
    calendar,
    day,
    days,
    described,
    due_on,
    heard,
    meetings,
    month,
    open_calendar,
    read_of,
    sheets,
    stand_on,
    starts_at,
)

__all__ = ["day", "heard", "meetings", "open_calendar"]

BOOKED, DUE = BlockKind.BOOKED, BlockKind.DUE
KEY = Qt.Key


@pytest.fixture
def window(open_calendar: OpenCalendar, meetings: dict[str, int]) -> MainWindow:
    assert meetings
    return open_calendar("month")


def line(grid: MonthGrid, kind: BlockKind, number: int) -> QPoint:
    """Where something is seen."""
    for on, places in grid._places.items():
        for each in grid._lines(on):
            if each.place in places and (grid._blocks[each.place].kind, grid._blocks[each.place].id) == (kind, number):
                return each.rect.center()
    raise AssertionError(f"{kind} {number} is not seen")


def middle(grid: MonthGrid, number: int) -> QPoint:
    """A day of November."""
    assert grid._days is not None
    return grid._layout(grid._days).cell(date(2026, 11, number)).center()


def current(window: MainWindow) -> tuple[BlockKind, int] | None:
    block = month(window).current
    return (block.kind, block.id) if block else None


def crowd(day: Day, people: dict[str, int], count: int) -> None:
    for number in range(count):
        day.meet(people["Chloé"], at(18, 8) + timedelta(minutes=30 * number))


def test_it_shows_whole_weeks_with_what_stands_on_each_day(window: MainWindow):
    read = read_of(month(window))
    assert "MonTueWedThuFriSatSun" in read
    assert read.count("Ana") == 1
    assert read.count("Łukasz") == 2  # to talk with, and to confirm it before
    assert days(window) == (date(2026, 10, 26), date(2026, 12, 6))
    assert hand.name_of(month(window)) == "Month, November 2026"


def test_an_interview_is_dragged_to_another_day_at_the_same_hour_and_back_with_one_undo(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    grid = month(window)
    pointer.drag(grid, line(grid, BOOKED, meetings["Ana"]), middle(grid, 19))
    assert starts_at(book, meetings["Ana"]) == at(19)
    assert current(window) == (BOOKED, meetings["Ana"])
    assert grid.day == date(2026, 11, 19)
    window._history.undo()
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_a_follow_up_is_dragged_to_another_week(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = month(window)
    pointer.drag(grid, line(grid, DUE, meetings["Bo"]), middle(grid, 30))
    assert due_on(book, meetings["Bo"]) == date(2026, 11, 30)
    window._history.undo()
    assert due_on(book, meetings["Bo"]) == date(2026, 11, 25)


def test_what_it_clashes_with_is_said_while_it_is_dragged(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int], meetings: dict[str, int]
):
    day.meet(people["Chloé"], at(18, 14, 10))
    window = open_calendar("month")
    grid = month(window)
    pointer.press(grid, line(grid, BOOKED, meetings["Ana"]))
    pointer.go(grid, middle(grid, 17))
    assert "Tue 2:00 pm – 2:20 pm" in read_of(grid)  # noqa: RUF001 - a dash
    assert "Clashes" not in read_of(grid)
    pointer.go(grid, middle(grid, 18))
    assert "Clashes with Chloé Dubois" in read_of(grid)
    pointer.let_go(grid, middle(grid, 17))


def test_beyond_the_edge_it_stays_on_the_last_day_it_was_over(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = month(window)
    pointer.press(grid, line(grid, BOOKED, meetings["Ana"]))
    pointer.go(grid, middle(grid, 20))
    pointer.go(grid, QPoint(-200, -200))
    pointer.let_go(grid, QPoint(-200, -200))
    assert starts_at(book, meetings["Ana"]) == at(20)


def test_escape_lets_it_be_where_it_was(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = month(window)
    pointer.press(grid, line(grid, BOOKED, meetings["Ana"]))
    pointer.go(grid, middle(grid, 19))
    QTest.keyClick(grid, KEY.Key_Escape)
    pointer.let_go(grid, middle(grid, 19))
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_leaving_lets_it_be_where_it_was(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = month(window)
    pointer.press(grid, line(grid, BOOKED, meetings["Ana"]))
    pointer.go(grid, middle(grid, 19))
    window._people.contacts.focus_first()
    pointer.let_go(grid, middle(grid, 19))
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_what_is_moved_while_it_is_dragged_is_let_go_of(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = month(window)
    pointer.press(grid, line(grid, BOOKED, meetings["Ana"]))
    pointer.go(grid, middle(grid, 19))
    window._runner.do(interviews.move, interview_id=meetings["Ana"], starts_at=at(27, 9), minutes=20, time_zone=ZONE)
    pointer.go(grid, middle(grid, 20))
    pointer.let_go(grid, middle(grid, 20))
    assert starts_at(book, meetings["Ana"]) == at(27, 9)


def test_a_drag_goes_on_when_something_else_changes(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = month(window)
    pointer.press(grid, line(grid, BOOKED, meetings["Ana"]))
    pointer.go(grid, middle(grid, 19))
    window._runner.do(interviews.delete, interview_id=meetings["Łukasz"])
    pointer.let_go(grid, middle(grid, 19))
    assert starts_at(book, meetings["Ana"]) == at(19)


def test_how_much_there_is_besides_is_counted_and_a_click_shows_the_day(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int]
):
    crowd(day, people, 9)
    window = open_calendar("month")
    grid = month(window)
    counted = next(each for each in grid._lines(date(2026, 11, 18)) if each.place is None)
    assert f"+{counted.more} more" in read_of(grid)
    assert counted.more + len(grid._lines(date(2026, 11, 18))) - 1 == 9
    pointer.click(grid, counted.rect.center())
    assert days(window) == (date(2026, 11, 18), date(2026, 11, 18))
    assert len(calendar(window).shown.blocks) == 9


def test_with_ctrl_the_arrows_also_reach_what_there_is_no_room_for(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int], heard: list[str]
):
    crowd(day, people, 5)
    window = open_calendar("month")
    calendar(window).go_to(date(2026, 11, 17))
    for _ in range(5):
        hand.press_key(KEY.Key_Down, CTRL)
    assert heard[-1].startswith("Interview with Chloé Dubois, Wednesday, 18 November, 10:00 am")
    grid = month(window)
    shown = [each.place for each in grid._lines(date(2026, 11, 18))]
    assert grid._place in shown
    hand.press_key(KEY.Key_Up, CTRL, times=5)
    assert heard[-1] == "Interview with Chloé Dubois, Wednesday, 18 November, 8:00 am to 8:20 am, video, scheduled"


def test_arrows_go_from_day_to_day_and_on_into_other_months(window: MainWindow, heard: list[str]):
    calendar(window)
    hand.press_key(KEY.Key_Right)
    hand.press_key(KEY.Key_Down)
    hand.press_key(KEY.Key_Down)
    assert days(window) == (date(2026, 11, 30), date(2027, 1, 3))
    assert heard[-3:] == [
        "Wednesday, 25 November, 2 entries",
        "Wednesday, 2 December, nothing",
        "Wednesday, 9 December, nothing",
    ]
    assert described(month(window)) == heard[-1]
    hand.press_key(KEY.Key_PageUp)
    assert days(window) == (date(2026, 10, 26), date(2026, 12, 6))


def test_with_alt_they_move_it_by_days_and_weeks_and_say_where_to(
    window: MainWindow, meetings: dict[str, int], book: Book, heard: list[str]
):
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Right, ALT)
    assert starts_at(book, meetings["Ana"]) == at(25)
    assert heard[-1] == "Ana Ruiz · 20 min, Wed 2:00 pm – 2:20 pm"  # noqa: RUF001 - a dash
    assert "Wed 2:00 pm – 2:20 pm" in read_of(month(window))  # noqa: RUF001 - a dash
    assert month(window).day == date(2026, 11, 25)
    hand.press_key(KEY.Key_Up, ALT)
    assert starts_at(book, meetings["Ana"]) == at(18)
    hand.press_key(KEY.Key_Z, CTRL)
    assert starts_at(book, meetings["Ana"]) == at(25)
    assert current(window) == (BOOKED, meetings["Ana"])


def test_what_goes_beyond_the_month_is_followed(window: MainWindow, meetings: dict[str, int], book: Book):
    stand_on(window, DUE, meetings["Bo"])
    hand.press_key(KEY.Key_Down, ALT, times=2)
    assert due_on(book, meetings["Bo"]) == date(2026, 12, 9)
    assert days(window) == (date(2026, 11, 30), date(2027, 1, 3))
    assert current(window) == (DUE, meetings["Bo"])
    assert month(window).day == date(2026, 12, 9)


def test_what_cannot_be_moved_says_so(
    open_calendar: OpenCalendar, meetings: dict[str, int], book: Book, heard: list[str]
):
    book.store.writable = False
    window = open_calendar("month", read_only=known_error.read_only())
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Right, ALT)
    assert heard[-1] == "This cannot be moved."
    grid = month(window)
    pointer.drag(grid, line(grid, BOOKED, meetings["Ana"]), middle(grid, 19))
    pointer.hover(grid, line(grid, BOOKED, meetings["Ana"]))
    assert grid.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_enter_opens_the_day_and_on_an_entry_that(window: MainWindow, meetings: dict[str, int]):
    calendar(window)
    hand.press_key(KEY.Key_Down, CTRL)
    assert current(window) == (BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Return)
    hand.press(hand.find(window, "Interview", kind=InterviewSheet), "Cancel")
    hand.press_key(KEY.Key_Left)
    hand.press_key(KEY.Key_Return)
    assert days(window) == (date(2026, 11, 23), date(2026, 11, 23))


def test_a_double_click_opens_what_is_below_the_pointer(window: MainWindow, meetings: dict[str, int]):
    grid = month(window)
    QTest.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=line(grid, BOOKED, meetings["Ana"]))
    hand.press(hand.find(window, "Interview", kind=InterviewSheet), "Cancel")
    assert not sheets(window)
    QTest.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=middle(grid, 11))
    assert days(window) == (date(2026, 11, 11), date(2026, 11, 11))


def test_delete_takes_out_what_one_stands_on(window: MainWindow, meetings: dict[str, int], book: Book):
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Delete)
    assert starts_at(book, meetings["Ana"]) is None
    assert current(window) is None
    assert month(window).day == date(2026, 11, 24)


def test_the_menu_key_opens_the_menu_of_what_one_stands_on(window: MainWindow, meetings: dict[str, int]):
    grid = month(window)
    stand_on(window, BOOKED, meetings["Ana"])
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), grid.mapToGlobal(QPoint()))
    QApplication.sendEvent(grid, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Called off" in hand.shown_in(menu)
    assert grid.mapFromGlobal(grid.place) == line(grid, BOOKED, meetings["Ana"])
    menu.close()


def test_the_whole_of_what_is_below_the_pointer_is_told(window: MainWindow, meetings: dict[str, int]):
    grid = month(window)
    place = line(grid, BOOKED, meetings["Ana"])
    QApplication.sendEvent(grid, QHelpEvent(QEvent.Type.ToolTip, place, grid.mapToGlobal(place)))
    assert "Interview with Ana Ruiz, Tuesday, 24 November" in QToolTip.text()
    QToolTip.hideText()


def test_a_night_says_on_its_second_day_until_when(open_calendar: OpenCalendar, day: Day, people: dict[str, int]):
    night = day.meet(people["Bo"], at(17, 23, 30))
    interviews.move(day.book.store, interview_id=night, starts_at=at(17, 23, 30), minutes=90, time_zone=ZONE)
    read = read_of(month(open_calendar("month", window_size=[2200, 1200])))
    assert "11:30 pm Bo Chen" in read
    assert "until 1:00 am Bo Chen" in read


def test_in_a_narrow_pane_there_is_only_how_much_stands_on_each_day(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int]
):
    crowd(day, people, 3)
    window = open_calendar("month")
    window._people._panes.setSizes([600, 280, 600])
    QApplication.processEvents()
    assert [word.text for word in painted.words(month(window)) if word.text == "3"] == ["3"] * 3  # two are days


def test_where_one_reads_from_the_right_the_arrows_follow(window: MainWindow, meetings: dict[str, int], book: Book):
    grid = month(window)
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert middle(grid, 23).x() > middle(grid, 24).x()
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Left, ALT)
    assert starts_at(book, meetings["Ana"]) == at(25)
    hand.press_key(KEY.Key_Right)
    assert grid.day == date(2026, 11, 24)
