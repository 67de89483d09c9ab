"""Wanting to talk to somebody, from among the people: one key, one button, a star, a card."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from infoview_desktop.operations import short_list
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted

CONTROL = Qt.KeyboardModifier.ControlModifier


def pane(window: MainWindow) -> str:
    return painted.text(window._people.person)


def status(window: MainWindow) -> str:
    return painted.text(window._status)


def test_ctrl_d_puts_the_selected_person_on_the_list_and_undo_takes_them_off(window: MainWindow, book: Book):
    hand.press_key(Qt.Key.Key_D, CONTROL)
    assert status(window).startswith("Ana Ruiz is on the short list · | Undo")
    assert "On the short list" in pane(window)
    assert book.count("short_list") == 1
    hand.press(window, "Undo Ana Ruiz is on the short list")
    assert "On the short list" not in pane(window)


def test_plus_does_it_in_the_list(window: MainWindow, book: Book):
    window._people.contacts.table.setFocus()
    hand.press_key(Qt.Key.Key_Plus)
    assert book.count("short_list") == 1


def test_the_button_under_the_name_does_it(window: MainWindow):
    hand.press(window._people.person, "Want to talk to")
    assert "On the short list" in pane(window)
    assert "2" in pane(window)
    assert "Much" in pane(window)


def test_again_goes_to_the_reason(window: MainWindow):
    hand.press_key(Qt.Key.Key_D, CONTROL)
    hand.press_key(Qt.Key.Key_D, CONTROL)
    assert hand.find(window._people.person, "Reason", kind=QPlainTextEdit).hasFocus()


def test_several_are_put_on_at_once(window: MainWindow, book: Book):
    window._people.contacts.table.selectAll()
    hand.press_key(Qt.Key.Key_D, CONTROL)
    assert status(window).startswith("4 people are on the short list")
    assert book.count("short_list") == 4


def test_the_direction_given_last_is_given(window: MainWindow, book: Book):
    short_list.want_to_talk_to(book.store, contact_ids=[2], direction="Data")
    hand.press_key(Qt.Key.Key_D, CONTROL)
    assert hand.field(window._people.person, "Direction").text() == "Data"


def test_the_reason_typed_on_the_card_is_kept_when_another_person_is_chosen(window: MainWindow, book: Book):
    hand.press_key(Qt.Key.Key_D, CONTROL)
    hand.press_key(Qt.Key.Key_D, CONTROL)
    hand.type_text(hand.find(window._people.person, "Reason", kind=QPlainTextEdit), "Knows Lima")
    window._people.select(2)
    assert book.read.value("SELECT reason FROM short_list") == "Knows Lima"
    assert "On the short list" not in pane(window)


def test_the_menu_takes_off(window: MainWindow, book: Book):
    hand.press_key(Qt.Key.Key_D, CONTROL)
    hand.menu_action(window._people.person.heading.more.menu(), "Take off the short list").trigger()
    assert book.count("short_list") == 0
    assert "Take off the short list" not in hand.shown_in(window._people.person.heading.more.menu())


def test_a_screen_reader_hears_of_the_star(window: MainWindow):
    hand.press_key(Qt.Key.Key_D, CONTROL)
    model = window._people.contacts.table.model()
    assert "on the short list" in model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("motivation", range(4))
def test_the_card_says_how_much(window: MainWindow, book: Book, motivation: int):
    hand.press_key(Qt.Key.Key_D, CONTROL)
    words = ("Not in a hurry", "A little", "Much", "Very much")[motivation]
    hand.press(window._people.person, f"{motivation}, {words}")
    assert book.read.value("SELECT motivation FROM short_list") == motivation
    assert words in pane(window)
