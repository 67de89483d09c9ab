"""Whatever a reason says can be read to its end: in the row, under the mouse, by keyboard and by ear."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip

from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.operations import follow_ups, practice
from infoview_desktop.ui.window.sheet import Sheet
from tests.ui import hand, painted
from tests.ui.today.conftest import ZONE, day_list

LONG = "very long " * 200 + "to the end"


def shown(window):
    """The words of each row as they are read, however they are broken into lines."""
    return [" ".join(row.split()) for row in painted.rows(day_list(window), between=" ")]


def tip_over(window, row):
    """What appears under the mouse once it rests on the words of a row."""
    rows = day_list(window)
    place = rows.visualRect(rows.model().index(row, 0)).center()
    QToolTip.hideText()
    QApplication.sendEvent(rows.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, rows.mapToGlobal(place)))
    return QToolTip.text() if QToolTip.isVisible() else ""


@pytest.fixture
def christmas(day):
    """Two at one organization wait since before Christmas, and what is due was put off beside that."""
    practice.edit(day.book.store, field="region", text="DE")
    day.set(datetime(2026, 12, 31, 10, 0, tzinfo=ZoneInfo(ZONE)))
    for name in ("Ana Featherstonehaugh", "Maximiliane Wolfeschlegelstein"):
        day.log(day.book.add(name, organization="Oxfam International"), TouchKind.ASKED, days=13)
    day.book.add("Bo Chen", organization="Oxfam International")
    for (follow_up_id,) in day.book.read.rows("SELECT id FROM follow_up WHERE state = 'open'"):
        follow_ups.snooze(day.book.store, follow_up_id=follow_up_id, due_on=date(2027, 1, 1))
    day.set(datetime(2027, 1, 4, 10, 0, tzinfo=ZoneInfo(ZONE)))


@pytest.mark.parametrize("width", [900, 1280, 2560])
@pytest.mark.usefixtures("christmas")
def test_the_reason_of_a_rule_stands_there_in_full_at_any_width(open_today, width):
    window = open_today()
    window.resize(width, 900)
    told = shown(window)
    assert len(told) > 2
    assert "without a reply from Maximiliane Wolfeschlegelstein (25 December 2026 and 1 January" in " ".join(told)
    assert [row for row in told if "you put it off from" in row]
    assert not [row for row in told if "…" in row]
    assert not [row for row in range(len(told)) if tip_over(window, row)]


def test_what_can_wait_is_read_in_full_while_it_is_chosen_too(day, rosa, open_today):
    reason = "Send her the article about the library that counts its readers, and ask whom else she knows there"
    day.remind(rosa, reason=reason, days=3)
    window = open_today()
    window.resize(900, 700)
    assert reason in shown(window)[-2]
    QTest.keyClick(day_list(window), Qt.Key.Key_End)
    assert reason in shown(window)[-2]
    assert "Enter" in shown(window)[-2]


def test_words_without_end_are_told_under_the_mouse_by_a_key_and_by_ear(day, rosa, open_today):
    day.remind(rosa, reason=f"<b>{LONG}", days=-1)
    window = open_today()
    assert "…" in shown(window)[1]
    assert f"&lt;b&gt;{LONG[:900]}" in tip_over(window, 1)
    heard = day_list(window).model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert LONG in heard
    QTest.keyClick(day_list(window), Qt.Key.Key_I)
    (sheet,) = (each for each in window.findChildren(Sheet) if each.isVisible())
    close = hand.find(sheet, "Close", kind=QPushButton)
    assert window.rect().contains(close.mapTo(window, close.rect().bottomRight()))
    assert "You chose the day yourself." in " ".join(painted.text(sheet).split())


@pytest.mark.usefixtures("grace")
def test_why_is_as_high_as_what_it_says(open_today):
    """Nothing of a usual reason has to be scrolled to."""
    window = open_today()
    QTest.keyClick(day_list(window), Qt.Key.Key_I)
    (sheet,) = (each for each in window.findChildren(Sheet) if each.isVisible())
    told = painted.text(sheet)
    assert "working days without a reply" in told
    assert "Source: Steve Dalton" in told
    assert not [bar for bar in hand.visible(sheet) if bar.inherits("QScrollBar")]
