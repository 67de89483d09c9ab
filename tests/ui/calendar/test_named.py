"""Everything in the calendar has a name, is reached with Tab, and says where one stands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox

from infoview_desktop.operations import offers
from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand
from tests.ui.calendar.in_calendar import (
    ALT,
    CTRL,
    ZONE,
    Day,
    OpenCalendar,
    at,
    calendar,
    day,
    described,
    heard,
    meetings,
    open_calendar,
    sheets,
    stand_on,
)
from tests.ui.test_accessible_names import misnamed

__all__ = ["day", "heard", "meetings", "open_calendar"]

MODES = ["day", "week", "month", "agenda"]
KEY = Qt.Key


@pytest.mark.parametrize("mode", MODES)
def test_in_every_way_to_show_days_whatever_can_be_used_is_named(
    mode: str, open_calendar: OpenCalendar, meetings: dict[str, int]
):
    assert meetings
    window = open_calendar(mode)
    calendar(window)
    assert misnamed(window) == []


@pytest.mark.parametrize("mode", MODES)
def test_tab_goes_through_the_buttons_to_the_days_and_on(
    mode: str, open_calendar: OpenCalendar, meetings: dict[str, int]
):
    assert meetings
    window = open_calendar(mode, window_size=[1920, 1000])
    pane = calendar(window)
    names = []
    hand.press_key(KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, times=5)
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(hand.name_of(focus))
        hand.press_key(KEY.Key_Tab)
    way = mode.capitalize()
    assert names[:5] == [
        "Everyone, about whom the calendar is",
        "Earlier days",
        "Today in the calendar",
        "Later days",
        f"{way}, way to show the days",
    ]
    assert names[5].startswith(way)
    assert not pane.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("mode", ["day", "week", "month"])
def test_it_says_of_itself_where_one_stands(mode: str, open_calendar: OpenCalendar, meetings: dict[str, int]):
    window = open_calendar(mode)
    stand_on(window, BlockKind.BOOKED, meetings["Ana"])
    assert described(calendar(window).view) == (
        "Interview with Ana Ruiz, Tuesday, 24 November, 2:00 pm to 2:20 pm, video, scheduled"
    )
    hand.press_key(KEY.Key_Delete)
    assert "Ana Ruiz" not in described(calendar(window).view)
    assert described(calendar(window).view).startswith("Tuesday, 24 November")


@pytest.mark.parametrize("mode", MODES)
def test_the_view_can_be_read_whole(mode: str, open_calendar: OpenCalendar, meetings: dict[str, int]):
    assert meetings
    told = QAccessible.queryAccessibleInterface(calendar(open_calendar(mode)).view)
    assert told is not None
    assert told.isValid()
    assert not told.state().invisible


def test_a_move_by_key_is_heard_in_every_way_to_show_days(
    open_calendar: OpenCalendar, meetings: dict[str, int], heard: list[str]
):
    for mode in MODES:
        window = open_calendar(mode)
        stand_on(window, BlockKind.BOOKED, meetings["Ana"])
        heard.clear()
        hand.press_key(KEY.Key_Down if mode == "agenda" else KEY.Key_Right, ALT)
        assert "Ana Ruiz · 20 min, Wed 2:00 pm – 2:20 pm" in heard  # noqa: RUF001 - a dash
        hand.press_key(KEY.Key_Z, CTRL)
        window.close()


def test_times_are_offered_held_and_withdrawn_with_the_keyboard(
    open_calendar: OpenCalendar, people: dict[str, int], book: Book, day: Day
):
    assert day
    window = open_calendar()
    window._people.select(people["Bo"])
    calendar(window)
    hand.press_key(KEY.Key_Y, CTRL | Qt.KeyboardModifier.ShiftModifier)
    (sheet,) = sheets(window)
    assert misnamed(sheet) == []
    assert [hand.name_of(box)[:9] for box in sheet.findChildren(QCheckBox)][:2] == ["Wednesday", "Thursday,"]
    hand.press_key(KEY.Key_Tab)
    while not isinstance(QApplication.focusWidget(), QCheckBox):
        hand.press_key(KEY.Key_Tab)
    hand.press_key(KEY.Key_Space)
    hand.press_key(KEY.Key_Return)
    assert book.count("offered_time") == 2
    calendar(window)
    hand.press_key(KEY.Key_Home, CTRL)
    block = calendar(window).view.current
    assert block is not None
    assert block.kind is BlockKind.OFFERED
    hand.press_key(KEY.Key_Delete)
    assert book.count("offered_time") == 0
    hand.press_key(KEY.Key_Z, CTRL)
    assert book.count("offered_time") == 2


def test_a_day_is_gone_to_with_the_keyboard(open_calendar: OpenCalendar):
    window = open_calendar()
    calendar(window)
    hand.press_key(KEY.Key_G, CTRL | Qt.KeyboardModifier.ShiftModifier)
    (sheet,) = sheets(window)
    assert misnamed(sheet) == []
    hand.press_key(KEY.Key_Escape)
    assert not sheets(window)
    assert calendar(window).isAncestorOf(QApplication.focusWidget())


def test_offered_times_say_to_whom_and_when(open_calendar: OpenCalendar, book: Book, people: dict[str, int]):
    book.edit(people["Bo"], "time_zone", "America/Lima")
    offers.offer(book.store, contact_id=people["Bo"], starts=[at(26, 15)], minutes=20, time_zone=ZONE)
    window = open_calendar()
    stand_on(window, BlockKind.OFFERED, 1)
    assert described(calendar(window).view) == (
        "Offered to Bo, Thursday, 26 November, 3:00 pm to 3:20 pm, 9:00 am for Bo"
    )


def test_the_commands_of_the_calendar_are_in_the_menus(open_calendar: OpenCalendar):
    window: MainWindow = open_calendar()
    names = [name for name in window._commands.actions if name.startswith("calendar_")]
    assert len(names) >= 11
    for name in names:
        action = window._commands.actions[name]
        assert action.text()
        assert name.endswith("print") or action.shortcut().toString() or name.startswith("calendar_open")
