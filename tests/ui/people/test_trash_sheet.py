"""The trash in the window: who is in it, put back, erased for good."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from infoview_desktop.ui.people.trash_sheet import TrashSheet
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted

SHIFT_CTRL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def opened(window: MainWindow) -> str:
    hand.find(window, "Contact list").setFocus()
    hand.press_key(Qt.Key.Key_T, SHIFT_CTRL)
    sheet = window.findChild(TrashSheet)
    assert isinstance(sheet, TrashSheet)
    return painted.text(sheet)


def test_an_empty_trash_says_so(window: MainWindow):
    assert "Nobody is in the trash." in opened(window)
    hand.press(window, "Close")


def test_who_was_deleted_is_listed_and_put_back(window: MainWindow, book: Book):
    book.delete(1, 4)
    text = opened(window)
    assert "2 in the trash. Who is deleted is kept for 30 days and then erased." in text
    assert "Ana Ruiz    Analyst · Oxfam\ndeleted 07/06/2026, " in text
    hand.press_key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.press(window, "Put back")
    assert len(book.names()) == 4
    assert painted.text(window._status).startswith("2 people put back ·")


def test_enter_puts_back_one(window: MainWindow, book: Book):
    book.delete(1, 4)
    opened(window)
    people = hand.find(window, "People in the trash")
    assert isinstance(people, QListWidget)
    people.itemActivated.emit(people.currentItem())
    assert len(book.names()) == 3
    assert people.count() == 1


def test_to_erase_for_good_takes_a_second_press(window: MainWindow, book: Book):
    book.delete(1)
    opened(window)
    hand.press(window, "Erase all for good")
    assert book.count("contact") == 4
    hand.press(window, "Press again: this cannot be undone")
    assert book.count("contact") == 3
    assert painted.text(window._status).startswith("1 person erased for good")
