"""A day is typed as the user writes days, or picked in a calendar with mouse or keyboard."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QTableView

from infoview_desktop.ui.follow_ups.day_edit import DayEdit
from infoview_desktop.ui.theme.theme import Theme
from tests.ui import hand, painted

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def edit(theme: Theme, qtbot: Any) -> DayEdit:
    edit = DayEdit(theme, "Until", first=TUESDAY)
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    qtbot.waitUntil(edit.isActiveWindow)
    return edit


@pytest.mark.parametrize("typed", ["27/11/2026", "27/11/26", "2026-11-27", " 27/11/2026 ", "27/11", "friday", "Fr"])
def test_a_day_is_taken_as_the_user_writes_it_and_named(edit, typed):
    edit.field.setText(typed)
    assert edit.day == date(2026, 11, 27)
    assert painted.text(edit).endswith("Friday")


@pytest.mark.parametrize("typed", ["", "soon", "23/11/2026", "31/11/2026"])
def test_what_is_no_day_or_one_that_is_over_is_not_taken(edit, typed):
    edit.field.setText(typed)
    assert edit.day is None


def test_a_day_that_is_over_is_said_to_be(edit):
    edit.field.setText("23/11/2026")
    assert "That day is over" in painted.text(edit)


def test_up_and_down_go_a_day_on_and_back_but_not_before_the_first(edit):
    edit.show_day(TUESDAY)
    QTest.keyClick(edit.field, Qt.Key.Key_Up)
    QTest.keyClick(edit.field, Qt.Key.Key_Up)
    assert edit.day == date(2026, 11, 26)
    for _ in range(5):
        QTest.keyClick(edit.field, Qt.Key.Key_Down)
    assert edit.day == TUESDAY


def test_another_locale_writes_days_its_own_way(theme, qtbot):
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        edit = DayEdit(theme, "Bis", first=TUESDAY)
        qtbot.addWidget(edit)
        for typed in ("3.12.2026", "03.12.26", "3.12.", "2026-12-03"):
            edit.field.setText(typed)
            assert edit.day == date(2026, 12, 3)
        edit.field.setText("3.1.")
        assert edit.day == date(2027, 1, 3)
    finally:
        QLocale.setDefault(before)


def test_a_day_is_picked_in_the_calendar_by_keys_alone(edit):
    edit.show_day(TUESDAY)
    edit.field.setFocus()
    QTest.keyClick(edit.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = hand.find(QApplication.activePopupWidget(), "Calendar", kind=QCalendarWidget)
    view = calendar.findChild(QTableView, "qt_calendar_calendarview")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert edit.day == date(2026, 11, 26)
    assert QApplication.activePopupWidget() is None


def test_every_day_of_the_week_is_named_in_the_calendar(edit):
    edit.open_calendar()
    month = hand.find(QApplication.activePopupWidget(), "Calendar", kind=QCalendarWidget)
    names = [QLocale().dayName(day, QLocale.FormatType.ShortFormat) for day in range(1, 8)]
    assert month.width() // 7 >= max(month.fontMetrics().horizontalAdvance(name) for name in names) + 12
    QApplication.activePopupWidget().close()
