"""A book that can be read but not changed: it opens, says why, and offers nothing that would fail."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTableView, QToolButton

from infoview_desktop.domain import known_error
from infoview_desktop.domain.note import About
from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.operations import follow_ups, notes, short_list, touches
from infoview_desktop.ui.window.banner import Banner
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.rail import place_of
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow


@pytest.fixture
def window(people: dict[str, int], open_window: OpenWindow, book: Book) -> MainWindow:  # noqa: ARG001 - they are in it
    book.store.writable = False
    return open_window(read_only=known_error.read_only())


def test_a_banner_says_why_what_is_safe_and_what_to_do(window: MainWindow):
    banner = window.findChild(Banner)
    assert isinstance(banner, Banner)
    assert " ".join(painted.text(banner).splitlines()) == (
        "The book can be read but not changed: its folder or file is read-only. Everything stored before is safe. "
        "Give yourself the right to write there, then open InfoView again."
    )


def test_people_are_listed_filtered_and_shown(window: MainWindow):
    hand.type_into(window, "Filter contacts", "lukasz")
    table = hand.find(window, "Contact list")
    assert isinstance(table, QTableView)
    hand.click_row(table, 0)
    assert hand.field(window, "Position").text() == "Engineer"


def test_fields_can_be_read_and_copied_but_not_changed(window: MainWindow):
    edits = window._people.person._about.findChildren(QLineEdit)
    assert edits
    assert all(edit.isReadOnly() for edit in edits if isinstance(edit, QLineEdit))
    position = hand.type_into(window, "Position", "Boss")
    assert position.text() == "Analyst"
    assert position.selectedText() == "Analyst"


def test_what_writes_is_off_and_what_reads_is_on(window: MainWindow):
    usable = {name for name, action in window._commands.actions.items() if action.isEnabled()}
    reading = {"export", "back_up", "quit", "trash", "search", "filter", "new_jobs", "settings", "shortcuts", "sample"}
    in_calendar = {name for name in window._commands.actions if name.startswith("calendar_")}
    in_calendar -= {"calendar_offer", "calendar_show"}
    assert usable == reading | in_calendar
    assert not hand.find(window, "Import").isEnabled()
    assert not hand.find(window, "New contact").isEnabled()
    more = hand.find(window, "More")
    assert isinstance(more, QToolButton)
    assert hand.shown_in(more.menu()) == ["Open LinkedIn profile", "Open organization", "(Merge with …)", "(Delete)"]


def test_the_delete_key_deletes_nobody_and_it_is_said_why(window: MainWindow, book: Book):
    hand.find(window, "Contact list").setFocus()
    hand.press_key(Qt.Key.Key_Delete)
    assert len(book.names()) == 4
    assert painted.text(window._status).startswith("The book can be read but not changed")


def test_closing_it_is_quiet(window: MainWindow):
    window.close()
    assert not window.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_3])
def test_the_keys_of_the_short_list_change_nothing_and_it_is_said_why(
    people: dict[str, int], open_window: OpenWindow, book: Book, key: Qt.Key
):
    short_list.want_to_talk_to(book.store, contact_ids=[people["Bo"]])
    before = book.rows()
    book.store.writable = False
    window = open_window(read_only=known_error.read_only())
    window._go.open_view(place_of("short_list"))
    hand.find(window, "Short list", kind=QTableView).setFocus()
    hand.press_key(key)
    assert painted.text(window._status).startswith("The book can be read but not changed")
    assert book.rows() == before


def test_plus_in_the_list_puts_nobody_on_the_short_list_and_it_is_said_why(window: MainWindow, book: Book):
    window._people.want_selected()
    assert painted.text(window._status).startswith("The book can be read but not changed")
    assert book.count("short_list") == 0


@pytest.mark.parametrize("view", ["short_list", "organizations"])
def test_every_view_opens_to_read(window: MainWindow, view: str):
    window._go.open_view(place_of(view))
    offered = {
        hand.name_of(edit)
        for edit in hand.visible(window, kind=QLineEdit)
        if isinstance(edit, QLineEdit) and not edit.isReadOnly()
    }
    assert offered <= {"Search", "Filter organizations"}


@pytest.mark.parametrize(
    ("view", "name"), [("today", "Today"), ("people", "What happened"), ("notes", "Note list"), ("board", "")]
)
def test_no_key_changes_what_is_due_what_happened_or_what_was_written(
    people: dict[str, int], open_window: OpenWindow, book: Book, view: str, name: str
):
    bo, at = people["Bo"], book.clock.now
    short_list.want_to_talk_to(book.store, contact_ids=[bo])
    touches.log(book.store, contact_id=bo, kind=TouchKind.ASKED, at=at - timedelta(days=90), time_zone="UTC")
    follow_ups.add(book.store, due_on=at.date(), reason="Send the article", contact_id=bo)
    notes.write(book.store, note_id=None, about=About(contact_id=bo), text="Book tip #data", mentions={})
    before = book.rows()
    book.store.writable = False
    window = open_window(read_only=known_error.read_only(), notes=True, selected=bo)
    window._people.select(bo)
    window._go.open_key(view)
    if name:
        hand.find(window, name, kind=QAbstractItemView).setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, *map(Qt.Key, b"DLRS123NWXE+"), Qt.Key.Key_Delete, Qt.Key.Key_Return):
        QTest.keyClick(window.focusWidget() or window, key)
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    assert [sheet.accessibleName() for sheet in window.findChildren(Sheet) if sheet.isVisible()] == []
    assert book.rows() == before
    assert "made a mistake" not in painted.text(window._status)


def test_the_settings_can_be_read(window: MainWindow):
    window._open_settings()
    (sheet,) = (each for each in window.findChildren(Sheet) if each.isVisible())
    assert [edit for edit in sheet.findChildren(QLineEdit) if edit.isEnabled() and not edit.isReadOnly()] == []
