"""A choice takes one key."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.touch import Answer
from infoview_desktop.ui.follow_ups.keyed_menu import KeyedMenu
from infoview_desktop.ui.follow_ups.reply_menu import ReplyMenu
from infoview_desktop.ui.follow_ups.skipping import SkipMenu
from tests.ui import hand


@pytest.fixture
def parent(qtbot: Any) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def opened(menu: KeyedMenu) -> list[object]:
    taken: list[object] = []
    menu.chosen.connect(taken.append)
    menu.popup(QPoint(0, 0))
    return taken


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (Qt.Key.Key_Y, Answer.YES),
        (Qt.Key.Key_L, Answer.LATER),
        (Qt.Key.Key_N, Answer.NO),
        (Qt.Key.Key_S, Answer.SOMEONE_ELSE),
        (Qt.Key.Key_O, Answer.OUT_OF_OFFICE),
    ],
)
def test_every_answer_has_its_key(parent, key, answer):
    menu = ReplyMenu(parent)
    taken = opened(menu)
    QTest.keyClick(menu, key)
    assert taken == [answer]
    assert not menu.isVisible()


def test_arrows_and_enter_choose_as_well(parent):
    menu = ReplyMenu(parent)
    taken = opened(menu)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert taken == [Answer.LATER]


def test_escape_chooses_nothing(parent):
    menu = ReplyMenu(parent)
    taken = opened(menu)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert taken == []


def test_a_usual_reason_to_skip_is_taken_by_its_digit_and_the_last_asks_for_words(parent):
    menu = SkipMenu(parent)
    assert hand.shown_in(menu)[-1] == "Another reason …\t4"
    taken = opened(menu)
    QTest.keyClick(menu, Qt.Key.Key_2)
    assert taken == ["It came about another way"]
    menu = SkipMenu(parent)
    taken = opened(menu)
    QTest.keyClick(menu, Qt.Key.Key_4)
    assert taken == [None]
