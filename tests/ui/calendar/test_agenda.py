"""The agenda: day after day what is booked and due, gone through and opened from the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableView

from infoview_desktop.domain import known_error
from infoview_desktop.operations import interviews
from infoview_desktop.store.reads import follow_ups
from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.story.interview_sheet import InterviewSheet
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.calendar.in_calendar import (
    ALT,
    CTRL,
    ZONE,
    Day,
    OpenCalendar,
    agenda,
    at,
    calendar,
    day,
    days,
    due_on,
    heard,
    meetings,
    open_calendar,
    stand_on,
    starts_at,
    words,
)

__all__ = ["day", "heard", "meetings", "open_calendar"]

BOOKED, DUE = BlockKind.BOOKED, BlockKind.DUE
KEY = Qt.Key


@pytest.fixture
def window(open_calendar: OpenCalendar, meetings: dict[str, int]) -> MainWindow:
    assert meetings
    return open_calendar("agenda")


def table(window: MainWindow) -> QTableView:
    found = hand.find(agenda(window), "Agenda", kind=QTableView)
    assert isinstance(found, QTableView)
    return found


def rows(window: MainWindow) -> list[str]:
    return [row.replace("\u202f", " ") for row in painted.rows(table(window))]


def test_day_after_day_is_told_what_is_due_and_then_what_is_booked(window: MainWindow):
    assert rows(window) == [
        "Today · Tuesday, 24 November",
        "2:00 pm – 2:20 pm | Ana Ruiz · 20 min | video",  # noqa: RUF001 - a dash
        "Tomorrow · Wednesday, 25 November",
        "due | Confirm: Łukasz | Łukasz Żak",
        "due | Follow up: Bo | Bo Chen",
        "Thursday, 26 November",
        "11:00 am – 11:20 am | Łukasz Żak · 20 min | video",  # noqa: RUF001 - a dash
    ]


def test_a_night_says_on_its_second_day_until_when(open_calendar: OpenCalendar, day: Day, people: dict[str, int]):
    night = day.meet(people["Bo"], at(25, 23))
    interviews.move(day.book.store, interview_id=night, starts_at=at(25, 23), minutes=180, time_zone=ZONE)
    found = [row.partition(" | ")[0] for row in rows(open_calendar("agenda")) if "Bo Chen · " in row]
    assert found == ["11:00 pm – 2:00 am", "until 2:00 am"]  # noqa: RUF001 - a dash


def test_the_keys_go_from_entry_to_entry_over_the_headings(window: MainWindow):
    calendar(window)
    found = [agenda(window).current]
    for _ in range(4):
        hand.press_key(KEY.Key_Down)
        found.append(agenda(window).current)
    assert [block.title.partition(" · ")[0] for block in found if block] == [
        "Ana Ruiz",
        "Confirm: Łukasz",
        "Follow up: Bo",
        "Łukasz Żak",
        "Łukasz Żak",
    ]


def test_a_screen_reader_says_all_of_an_entry(window: MainWindow):
    told = QAccessible.queryAccessibleInterface(table(window))
    assert told.role() in {QAccessible.Role.Table, QAccessible.Role.List}
    children = [told.child(number) for number in range(told.childCount())]
    cells = [child for child in children if child.role() in {QAccessible.Role.Cell, QAccessible.Role.ListItem}]
    assert [cell.text(QAccessible.Text.Name).replace("\u202f", " ") for cell in cells[:2]] == [
        "Today · Tuesday, 24 November",
        "Interview with Ana Ruiz, Tuesday, 24 November, 2:00 pm to 2:20 pm, video, scheduled",
    ]


def test_enter_and_a_double_click_open_an_entry(window: MainWindow, meetings: dict[str, int]):
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Return)
    hand.press(hand.find(window, "Interview", kind=InterviewSheet), "Cancel")
    view = table(window)
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hand.find(window, "Interview", kind=InterviewSheet)


def test_with_alt_an_entry_goes_to_another_day_and_is_told(
    window: MainWindow, meetings: dict[str, int], book: Book, heard: list[str]
):
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Down, ALT)
    assert starts_at(book, meetings["Ana"]) == at(25)
    assert heard == ["Ana Ruiz · 20 min, Wed 2:00 pm – 2:20 pm"]  # noqa: RUF001 - a dash
    current = agenda(window).current
    assert current is not None
    assert (current.kind, current.id) == (BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Z, CTRL)
    assert starts_at(book, meetings["Ana"]) == at(24)
    stand_on(window, DUE, meetings["Bo"])
    hand.press_key(KEY.Key_Up, ALT)
    assert due_on(book, meetings["Bo"]) == date(2026, 11, 24)


def test_what_goes_before_the_first_day_is_followed(window: MainWindow, meetings: dict[str, int], book: Book):
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Up, ALT)
    assert starts_at(book, meetings["Ana"]) == at(23)
    assert days(window)[0] == date(2026, 11, 23)
    current = agenda(window).current
    assert current is not None
    assert (current.kind, current.id) == (BOOKED, meetings["Ana"])


def test_delete_takes_out_an_interview_and_skips_a_follow_up(window: MainWindow, meetings: dict[str, int], book: Book):
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Delete)
    assert starts_at(book, meetings["Ana"]) is None
    assert not [row for row in rows(window) if "Ana Ruiz" in row]
    window._history.undo()
    stand_on(window, DUE, meetings["Bo"])
    hand.press_key(KEY.Key_Delete)
    assert not [row for row in rows(window) if "Bo" in row]
    window._history.undo()
    assert follow_ups.follow_up(book.read, meetings["Bo"]) is not None
    assert [row for row in rows(window) if "Bo" in row]


def test_in_a_book_that_can_only_be_read_nothing_moves_or_goes(
    open_calendar: OpenCalendar, meetings: dict[str, int], book: Book, heard: list[str]
):
    book.store.writable = False
    window = open_calendar("agenda", read_only=known_error.read_only())
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Down, ALT)
    hand.press_key(KEY.Key_Delete)
    assert heard == ["This cannot be moved."]
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_the_menu_key_opens_the_menu_of_an_entry(window: MainWindow, meetings: dict[str, int]):
    stand_on(window, BOOKED, meetings["Ana"])
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(table(window), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Called off" in hand.shown_in(menu)
    menu.close()


def test_where_nothing_stands_that_is_said_with_the_days(open_calendar: OpenCalendar):
    read = " ".join(words(open_calendar("agenda")).split())
    assert "Nothing is booked or due on 24 November – 21 December." in read  # noqa: RUF001 - a dash


def test_the_next_four_weeks_are_a_key_away(window: MainWindow):
    hand.press_key(KEY.Key_PageDown, CTRL)
    assert days(window) == (date(2026, 12, 22), date(2027, 1, 18))
    hand.press_key(KEY.Key_PageUp, CTRL)
    assert days(window) == (date(2026, 11, 24), date(2026, 12, 21))


def test_the_day_one_stands_on_is_shown_in_another_way(window: MainWindow, meetings: dict[str, int]):
    stand_on(window, BOOKED, meetings["Łukasz"])
    hand.press_key(KEY.Key_1, CTRL)
    assert days(window) == (date(2026, 11, 26), date(2026, 11, 26))
