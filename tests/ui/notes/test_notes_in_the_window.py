"""A note in the window: its keys, what it leads to, and Undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from infoview_desktop.domain.note import About
from infoview_desktop.operations import notes
from tests.ui import hand
from tests.ui.conftest import OpenWindow

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bo(book, ana):  # noqa: ARG001 - Ana comes first
    return book.add("Bo Chen")


@pytest.fixture
def main(open_window: OpenWindow, bo):  # noqa: ARG001 - he is in the book
    """The window with Ana's notes."""
    return open_window(notes=True)


def editor(main):
    found = hand.find(main, "Note editor")
    found.setFocus()
    return found


def texts(book):
    return [text for (text,) in book.read.rows("SELECT text FROM note ORDER BY id")]


def test_ctrl_z_is_the_notes_own_first_and_then_the_windows(main, book):
    hand.type_text(editor(main), "one")
    hand.press_key(Key.Key_Z, CONTROL)
    assert editor(main).text == ""
    hand.type_text(editor(main), "two")
    hand.press_key(Key.Key_Escape)
    assert texts(book) == ["two"]
    editor(main)
    hand.press_key(Key.Key_Z, CONTROL)
    assert texts(book) == []


def test_undo_in_the_status_line_takes_the_visit_back_that_is_going_on(main, book):
    hand.type_text(editor(main), "one")
    main._commands.actions["undo"].trigger()
    assert texts(book) == []
    main._commands.actions["redo"].trigger()
    assert texts(book) == ["one"]


def test_ctrl_i_is_emphasis_in_a_note_and_opens_no_import(main):
    hand.type_text(editor(main), "one")
    hand.press_key(Key.Key_I, CONTROL)
    assert editor(main).text == "one**"
    assert QApplication.activeModalWidget() is None


def test_selecting_somebody_else_ends_the_visit(main, book, bo):
    hand.type_text(editor(main), "one")
    main._people.select(bo)
    assert texts(book) == ["one"]
    assert editor(main).text == ""


def test_closing_the_window_ends_the_visit(main, book):
    hand.type_text(editor(main), "one")
    main.close()
    assert texts(book) == ["one"]


def test_a_person_and_a_tag_in_a_note_lead_to_them(main, book, bo):
    note = {"note_id": None, "about": About(contact_id=1), "mentions": {}}
    notes.write(book.store, **note, text="@Bo Chen and #nonprofit")
    main._people.person.story.open_note(1)
    edited = editor(main)
    QTest.keyClick(edited, Key.Key_Right)
    hand.press_key(Key.Key_Return, CONTROL)
    assert main._people.selected == bo
    main._people.select(1)
    main._people.person.story.open_note(1)
    edited = editor(main)
    QTest.keyClick(edited, Key.Key_End)
    hand.press_key(Key.Key_Return, CONTROL)
    assert main._views.key == "notes"
    assert hand.field(main, "Filter notes").text() == "tag:nonprofit"


def test_earlier_versions_come_up_over_the_window_and_no_command_does_anything(main, book):
    note_id = notes.write(book.store, note_id=None, about=About(contact_id=1), text="one", mentions={}).value
    notes.write(book.store, note_id=note_id, about=About(contact_id=1), text="two", mentions={})
    main._people.person.story.open_note(note_id)
    hand.press(main, "Earlier versions")
    hand.press_key(Key.Key_Z, CONTROL)
    assert texts(book) == ["two"]
    hand.press(main, "Restore this version")
    assert texts(book) == ["one"]
    main._commands.actions["undo"].trigger()
    assert texts(book) == ["two"]
