"""Somebody who is in no file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from infoview_desktop.domain import known_error
from infoview_desktop.operations import contacts
from infoview_desktop.ui.people.new_contact import NewContactSheet
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow


def open_sheet(window: MainWindow) -> NewContactSheet:
    hand.press(window, "New contact", kind=QPushButton)
    return the_sheet(window)


def the_sheet(window: MainWindow) -> NewContactSheet:
    found = [each for each in window.findChildren(NewContactSheet) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def is_open(window: MainWindow) -> bool:
    return any(each.isVisible() for each in window.findChildren(NewContactSheet))


def listed(window: MainWindow) -> list[str]:
    table = hand.find(window, "Contact list")
    assert isinstance(table, QTableView)
    return painted.contact_list(table).splitlines()


def test_a_person_is_added_and_shown_with_undo(window: MainWindow):
    sheet = open_sheet(window)
    for field, typed in (
        ("Given name", "João"),
        ("Family name", "Müller"),
        ("Position", "Manager"),
        ("Organization", "Acme"),
        ("E-mail", "joao@example.org"),
        ("Tags", "porto, friend"),
    ):
        hand.type_into(sheet, field, typed)
    hand.press(sheet, "Add")
    assert not is_open(window)
    assert listed(window)[3] == "> João Müller | Manager · Acme | friend +1"
    assert painted.text(window._people.person).startswith("João Müller\nManager · Acme")
    assert painted.text(window._status).startswith("João Müller added · | Undo")
    hand.press(window, "Undo João Müller added")
    assert len(listed(window)) == 4


def test_labels_and_fields_are_on_one_line(window: MainWindow):
    sheet = open_sheet(window)
    for name in ("Given name", "Position", "Tags"):
        field = hand.field(sheet, name)
        label = next(each for each in hand.visible(sheet, kind=QLabel) if hand.name_of(each) == name)
        assert abs(label.geometry().center().y() - field.geometry().center().y()) <= 1


def test_ctrl_n_opens_it_and_enter_adds(window: MainWindow, book: Book):
    hand.press_key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    sheet = the_sheet(window)
    assert hand.field(sheet, "Given name").hasFocus()
    hand.type_text(hand.field(sheet, "Given name"), "Zoë")
    hand.press_key(Qt.Key.Key_Return)
    assert book.names()[-1] == "Zoë"
    assert not is_open(window)


def test_nobody_is_added_without_a_name(window: MainWindow, book: Book):
    sheet = open_sheet(window)
    hand.type_into(sheet, "Position", "Manager")
    assert not hand.find(sheet, "Add").isEnabled()
    hand.press_key(Qt.Key.Key_Return)
    assert is_open(window)
    hand.type_into(sheet, "Given name", "   ")
    assert not hand.find(sheet, "Add").isEnabled()
    assert len(book.names()) == 4


def test_escape_adds_nobody_and_the_focus_goes_back(window: MainWindow, book: Book):
    hand.find(window, "Contact list").setFocus()
    hand.press_key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hand.type_into(the_sheet(window), "Given name", "Zoë")
    hand.press_key(Qt.Key.Key_Escape)
    assert not is_open(window)
    assert hand.find(window, "Contact list").hasFocus()
    assert len(book.names()) == 4


def test_enter_on_cancel_cancels(window: MainWindow, book: Book):
    sheet = open_sheet(window)
    hand.type_into(sheet, "Given name", "Zoë")
    hand.find(sheet, "Cancel").setFocus()
    hand.press_key(Qt.Key.Key_Return)
    assert not is_open(window)
    assert len(book.names()) == 4


def test_what_cannot_be_stored_stays_in_the_sheet(window: MainWindow, book: Book, monkeypatch: pytest.MonkeyPatch):
    def full(*_arguments: object, **_fields: object) -> None:
        raise known_error.disk_full()

    sheet = open_sheet(window)
    hand.type_into(sheet, "Given name", "Zoë")
    with monkeypatch.context() as full_disk:
        full_disk.setattr(contacts, "add", full)
        hand.press(sheet, "Add")
    assert "The disk is full, so this was not saved." in " ".join(painted.text(sheet).splitlines())
    hand.press(sheet, "Add")
    assert book.names()[-1] == "Zoë"


def test_a_hidden_name_is_refused_in_a_sentence(window: MainWindow, book: Book):
    sheet = open_sheet(window)
    hand.type_into(sheet, "Given name", "\u200b")
    hand.press(sheet, "Add")
    assert "A person needs a name." in painted.text(sheet)
    assert len(book.names()) == 4


def test_the_new_person_is_shown_even_if_the_filter_hides_them(window: MainWindow):
    hand.type_into(window, "Filter contacts", "oxfam")
    sheet = open_sheet(window)
    hand.type_into(sheet, "Given name", "Zoë")
    hand.press(sheet, "Add")
    assert hand.field(window, "Given name").text() == "Zoë"


def test_the_first_person_of_a_book(open_window: OpenWindow):
    window = open_window()
    hand.type_into(open_sheet(window), "Given name", "Zoë")
    hand.press_key(Qt.Key.Key_Return)
    assert listed(window) == ["> Zoë"]
