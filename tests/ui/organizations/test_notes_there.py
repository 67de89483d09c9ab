"""Notes on an organization: read, written and deleted on its page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QTableView

from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.notes import write_note
from tests.ui import hand
from tests.ui.conftest import OpenWindow


@pytest.fixture
def page(people: dict[str, int], book: Book, open_window: OpenWindow) -> MainWindow:  # noqa: ARG001 - they are in the book
    """The page of Oxfam, at its notes, of which there are two; Acme has one."""
    oxfam, acme = (book.read.value("SELECT id FROM organization WHERE name = ?", (name,)) for name in ("Oxfam", "Acme"))
    write_note(book, "Mission\nEnd poverty. #values", organization_id=oxfam)
    write_note(book, "Pay\nFair.", organization_id=oxfam)
    write_note(book, "Acme makes things", organization_id=acme)
    window = open_window()
    show(window, book, "Oxfam")
    tabs(window).setCurrentIndex(1)
    return window


def show(window: MainWindow, book: Book, name: str) -> None:
    window._others.show_organization(book.read.value("SELECT id FROM organization WHERE name = ?", (name,)))


def tabs(window: MainWindow) -> QTabBar:
    return next(bar for bar in window.findChildren(QTabBar) if bar.accessibleName() == "People and Notes")


def there(window: MainWindow) -> list[str]:
    rows = hand.find(window, "Notes on the organization", kind=QTableView)
    assert isinstance(rows, QTableView)
    return [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]


def test_they_stand_behind_a_tab_that_says_how_many_there_are(page: MainWindow, book: Book) -> None:
    assert tabs(page).tabText(1) == "Notes 2"
    assert there(page) == ["Pay", "Mission"]
    show(page, book, "Acme")
    assert tabs(page).tabText(1) == "Notes 1"
    assert there(page) == ["Acme makes things"]


def test_a_new_one_is_written_on_the_organization(page: MainWindow, book: Book) -> None:
    hand.type_text(hand.find(page, "Note editor"), "People are kind")
    page._views.leave()
    assert "People are kind" in there(page)
    assert tabs(page).tabText(1) == "Notes 3"
    note = book.rows()["note"][-1]
    assert note[2] == book.read.value("SELECT id FROM organization WHERE name = 'Oxfam'")


def test_what_is_being_written_is_stored_with_the_organization_one_leaves(page: MainWindow, book: Book) -> None:
    hand.type_text(hand.find(page, "Note editor"), "Unfinished")
    show(page, book, "Acme")
    assert there(page) == ["Acme makes things"]
    show(page, book, "Oxfam")
    assert "Unfinished" in there(page)


def test_one_is_opened_deleted_and_brought_back(page: MainWindow) -> None:
    rows = hand.find(page, "Notes on the organization", kind=QTableView)
    assert isinstance(rows, QTableView)
    hand.click_row(rows, 1)
    editor = hand.find(page, "Note editor")
    assert editor.text.startswith("Mission")  # type: ignore[attr-defined]
    rows.setFocus()
    hand.press_key(Qt.Key.Key_Delete)
    assert there(page) == ["Pay"]
    hand.press_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert there(page) == ["Pay", "Mission"]


def test_all_of_them_and_those_of_its_people_are_listed_among_all_notes(page: MainWindow) -> None:
    hand.press(page, "All notes")
    assert page._views.key == "notes"
    assert hand.field(page, "Filter notes").text() == "company:Oxfam"


def test_an_organization_without_notes_says_what_belongs_here(page: MainWindow, book: Book) -> None:
    book.add("Mei Wang", organization="Fjord Labs")
    page._runner.changed.emit(frozenset({"contact", "organization"}))
    show(page, book, "Fjord Labs")
    assert tabs(page).tabText(1) == "Notes"
    assert not any(hand.name_of(each) == "All notes" for each in hand.visible(page._others.organizations.view))
