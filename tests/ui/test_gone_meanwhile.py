"""What is shown goes away while something is typed about it: it is said, and what was typed comes back with it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from infoview_desktop.operations import contacts, directions, merges, organizations, short_list
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.ui.editing.field_edits import ProseEdit
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.rail import place_of
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book
from tests.ui import hand, painted

TYPED = "A thought that took a while"
PERSON_GONE = "This person is no longer in the book"
NOT_LISTED = "This person is not on the short list"
ORGANIZATION_GONE = "This organization is no longer in the book"
ACME, OXFAM = 1, 2

Go = Callable[[], Outcome[None]]


def prose(window: MainWindow, name: str) -> ProseEdit:
    found = hand.find(window, name, kind=ProseEdit)
    assert isinstance(found, ProseEdit)
    return found


def type_prose(window: MainWindow, name: str) -> None:
    edit = prose(window, name)
    edit.setFocus(Qt.FocusReason.MouseFocusReason)
    hand.type_text(edit, TYPED)


def status(window: MainWindow) -> str:
    return painted.text(window._status)


def sheet_text(window: MainWindow) -> str:
    (sheet,) = (sheet for sheet in window.findChildren(Sheet) if sheet.isVisible())
    return " ".join(painted.text(sheet).split())


@pytest.fixture(autouse=True)
def _ids(book: Book, people: dict[str, int]) -> None:  # noqa: ARG001 - they are in the book
    assert sorted(book.read.rows("SELECT id, name FROM organization")) == [(ACME, "Acme"), (OXFAM, "Oxfam")]


def test_a_person_deleted_while_typed_about(window: MainWindow, people: dict[str, int]):
    window._people.select(people["Bo"])
    type_prose(window, "Remarks")
    window._runner.do(contacts.delete, contact_ids=[people["Bo"]])
    assert status(window).startswith(PERSON_GONE)
    assert window._people.selected is None
    window._history.undo()
    window._people.select(people["Bo"])
    assert prose(window, "Remarks").typed == TYPED


def test_a_person_merged_away_while_typed_about(window: MainWindow, people: dict[str, int]):
    window._people.select(people["Bo"])
    type_prose(window, "Remarks")
    window._runner.do(merges.merge, kept_id=people["Ana"], other_id=people["Bo"], choices={})
    assert status(window).startswith(PERSON_GONE)
    window._history.undo()
    window._people.select(people["Bo"])
    assert prose(window, "Remarks").typed == TYPED


def test_a_person_who_is_kept_in_a_merge_while_typed_about(window: MainWindow, people: dict[str, int], book: Book):
    window._people.select(people["Ana"])
    type_prose(window, "Remarks")
    window._runner.do(merges.merge, kept_id=people["Ana"], other_id=people["Bo"], choices={})
    assert prose(window, "Remarks").typed == TYPED
    window._people.leave()
    for _ in range(2):
        window._history.undo()
    assert "Bo Chen" in book.names()
    assert book.findings() == []


@pytest.mark.parametrize("merged", [False, True], ids=["deleted", "merged"])
def test_an_organization_that_goes_away_while_its_page_is_typed_on(window: MainWindow, *, merged: bool):
    window._others.show_organization(OXFAM)
    type_prose(window, "Mission")
    if merged:
        window._runner.do(organizations.merge, organization_id=OXFAM, into_id=ACME)
    else:
        window._runner.do(organizations.delete, organization_id=OXFAM)
    assert status(window).startswith(ORGANIZATION_GONE)
    window._history.undo()
    window._others.show_organization(OXFAM)
    assert prose(window, "Mission").typed == TYPED


def test_the_organization_of_somebody_whose_organization_is_typed(
    window: MainWindow, people: dict[str, int], book: Book
):
    window._people.select(people["Bo"])
    hand.type_into(window, "Organization", "Oxfam GB")
    window._runner.do(organizations.merge, organization_id=OXFAM, into_id=ACME)
    assert hand.field(window, "Organization").text() == "Oxfam GB"
    window._people.leave()
    assert book.names("company:oxfam-gb") or book.names('company:"Oxfam GB"') == ["Bo Chen"]
    assert book.findings() == []


def test_a_person_deleted_while_their_reason_is_typed(window: MainWindow, people: dict[str, int]):
    window._runner.do(short_list.want_to_talk_to, contact_ids=[people["Bo"]])
    window._go.open_view(place_of("short_list"))
    type_prose(window, "Reason")
    window._runner.do(contacts.delete, contact_ids=[people["Bo"]])
    assert status(window).startswith(NOT_LISTED)
    window._history.undo()
    window._others.short_list._list.select(people["Bo"])
    window._others.short_list._show_page()
    assert prose(window, "Reason").typed == TYPED


def test_a_direction_renamed_while_it_is_typed(window: MainWindow, people: dict[str, int], book: Book):
    window._runner.do(short_list.want_to_talk_to, contact_ids=[people["Bo"], people["Ana"]], direction="Data")
    window._people.select(people["Bo"])
    hand.type_into(window, "Direction", "Dat")
    window._runner.do(directions.rename_direction, direction_id=1, name="Data science")
    assert hand.field(window, "Direction").text() == "Dat"
    window._people.leave()
    assert [name for (name,) in book.read.rows("SELECT name FROM direction ORDER BY 1")] == ["Dat", "Data science"]


def test_somebody_deleted_while_compared(window: MainWindow, people: dict[str, int]):
    window._sheets.merge([people["Ana"], people["Bo"]])
    window._runner.do(contacts.delete, contact_ids=[people["Bo"]])
    assert PERSON_GONE in sheet_text(window)
    hand.press(window, "Cancel", kind=QPushButton)
    assert not [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]


def test_an_organization_deleted_while_chosen_for_a_merge(window: MainWindow, book: Book):
    window._others.show_organization(OXFAM)
    window._others.merge_organization()
    hand.type_into(window, "The other organization", "Acme")
    window._runner.do(organizations.delete, organization_id=ACME)
    hand.press(window, "Merge", kind=QPushButton)
    assert ORGANIZATION_GONE in sheet_text(window)
    assert book.count("organization") == 1
