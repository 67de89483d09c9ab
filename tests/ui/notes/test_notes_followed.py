"""Any note can be followed up, whatever it is about, and is found again from what is due."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from infoview_desktop.domain.known_error import read_only
from infoview_desktop.operations import follow_ups
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.today.day_list import DayList
from infoview_desktop.ui.window.sheet import Sheet
from tests.notes import hold_interview, write_note
from tests.ui import hand, painted
from tests.ui.notes.test_all_notes import open_notes

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def notes(book, people):
    """One of each kind; their ids."""
    oxfam = book.read.value("SELECT id FROM organization WHERE name = 'Oxfam'")
    return {
        "free": write_note(book, "A list of books\nOne on statistics."),
        "person": write_note(book, "Before we talk", contact_id=people["Ana"]),
        "organization": write_note(book, "What it pays", organization_id=oxfam),
        "interview": write_note(book, "What she said", interview_id=hold_interview(book, people["Ana"])),
    }


def remember(window, reason):
    (sheet,) = (each for each in window.findChildren(Sheet) if each.isVisible())
    hand.type_into(sheet, "Reason", reason)
    hand.press(sheet, "Remember")


def remembered(book):
    return book.read.rows("SELECT contact_id, note_id, interview_id IS NOT NULL, reason FROM follow_up")


@pytest.mark.parametrize(
    "case",
    [("free", None, 0), ("organization", None, 0), ("person", 1, 0), ("interview", 1, 1)],
    ids=lambda case: case[0],
)
@pytest.mark.parametrize("by_keyboard", [True, False])
def test_the_note_that_is_open_is_followed_up(open_window, book, notes, case, by_keyboard):
    kind, whom, interview = case
    window = open_window(selected=4, note=notes[kind])
    open_notes(window)
    if by_keyboard:
        hand.press_key(Qt.Key.Key_U, CONTROL | SHIFT)
    else:
        hand.press(window, "Follow up")
    remember(window, "read it again")
    assert remembered(book) == [(whom, notes[kind], interview, "read it again")]


@pytest.mark.usefixtures("notes")
def test_what_is_being_typed_is_stored_first(open_window, book):
    window = open_window()
    open_notes(window)
    window._others.notes.new_note()
    hand.type_text(window._others.notes.writer.editor, "Ask the library")
    assert [each for each in hand.visible(window) if hand.name_of(each) == "Follow up"] == []
    hand.press_key(Qt.Key.Key_U, CONTROL | SHIFT)
    remember(window, "")
    ((_, note_id, _, _),) = remembered(book)
    assert book.read.value("SELECT text FROM note WHERE id = ?", (note_id,)) == "Ask the library"


def test_from_what_is_due_one_opens_the_note(open_window, book, notes):
    follow_ups.add(book.store, due_on=wall_clock.today(), reason="", note_id=notes["free"])
    window = open_window(view="today", note=notes["person"])
    rows = hand.find(window, "Today", kind=DayList)
    assert "Follow up on your note" in painted.rows(rows)[1]
    QTest.keyClick(rows, "p")
    QApplication.processEvents()
    assert window._views.key == "notes"
    assert window._others.notes.writer.note_id == notes["free"]


@pytest.mark.usefixtures("notes")
def test_in_a_book_that_can_only_be_read_nothing_is_followed_up(open_window):
    window = open_window(read_only=read_only())
    open_notes(window)
    assert [each for each in hand.visible(window) if hand.name_of(each) == "Follow up"] == []
