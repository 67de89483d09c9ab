"""The page of an organization: its fields, who is there, what it may be the same as."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QSpinBox, QToolButton

from infoview_desktop.domain import known_error
from infoview_desktop.operations import organizations
from infoview_desktop.store.reads import organizations as reads
from infoview_desktop.ui.organizations.card_list import CardList
from infoview_desktop.ui.organizations.organizations_view import OrganizationsView
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.organizations.conftest import IdOf
from tests.ui.test_accessible_names import misnamed


def one(book: Book, organization_id: int):
    found = reads.organization(book.read, organization_id)
    assert found is not None
    return found


def page_text(view: OrganizationsView) -> str:
    return " ".join(painted.text(view.page).splitlines())


def test_it_tells_who_is_known_there(view: OrganizationsView, id_of: IdOf):
    view.select(id_of("Oxfam"))
    assert page_text(view).startswith("Oxfam 2 people")
    assert "Ana Ruiz" in page_text(view)
    assert "Analyst · LinkedIn" in page_text(view)
    view.select(id_of("Agua Clara"))
    assert "You know nobody here yet." in page_text(view)


def test_enter_on_somebody_shows_them_among_the_people(window: MainWindow, view: OrganizationsView, id_of: IdOf):
    view.select(id_of("Oxfam"))
    hand.find(window, "People known there", kind=CardList).setFocus()
    hand.press_key(Qt.Key.Key_Down)
    hand.press_key(Qt.Key.Key_Return)
    assert "Bo Chen" in painted.text(window._people.person)
    assert hand.find(window, "Contact list").isVisible()


def test_all_of_them_are_listed_among_the_people(window: MainWindow, view: OrganizationsView, id_of: IdOf):
    view.select(id_of("Oxfam"))
    hand.press(window, "Show in People")
    assert hand.field(window, "Filter contacts").text() == "company:Oxfam"


def test_a_person_leads_to_the_page(window: MainWindow, view: OrganizationsView):
    hand.press(window, "People")
    window._people.select(2)
    hand.menu_action(window._people.person.heading.more.menu(), "Open organization").trigger()
    assert view.organization
    assert view.organization.name == "Acme"
    assert hand.find(window, "Organization list").hasFocus()
    hand.press(window, "People")
    window._people.select(3)
    assert not window._people.person.open_organization.isVisible()


def test_a_field_that_is_left_is_stored_and_undone(window: MainWindow, view: OrganizationsView, book: Book):
    hand.type_into(window, "City", "Lima")
    hand.press_key(Qt.Key.Key_Return)
    assert one(book, view.organization.id).city == "Lima"  # type: ignore[union-attr]
    assert "Lima · 1 person" in page_text(view)
    hand.press(window, "Undo Acme changed")
    assert hand.field(window, "City").text() == ""


def test_a_name_that_is_taken_stays_in_the_field_with_a_sentence(window: MainWindow, book: Book):
    hand.type_into(window, "Name", "oxfam")
    hand.press_key(Qt.Key.Key_Return)
    assert "There is already an organization called oxfam." in painted.text(window._status)
    assert hand.field(window, "Name").text() == "oxfam"
    hand.press_key(Qt.Key.Key_Escape)
    assert hand.field(window, "Name").text() == "Acme"
    assert book.count("organization") == 5


def test_a_target_has_a_motivation_and_openings(window: MainWindow, view: OrganizationsView, book: Book):
    organization_id = view.organization.id  # type: ignore[union-attr]
    assert "Motivation" not in page_text(view)
    hand.press(window, "Target")
    assert hand.find(window, "Target").isChecked()  # type: ignore[attr-defined]
    hand.press(window, "2 of 3, motivation")
    openings = hand.find(window, "Openings seen", kind=QSpinBox)
    assert isinstance(openings, QSpinBox)
    openings.stepUp()
    openings.stepUp()
    view.leave()
    present = one(book, organization_id)
    assert (present.target, present.motivation, present.openings) == (True, 2, 2)
    assert str(book.undo()) == "Edit openings of Acme"
    hand.press(window, "Target")
    assert not one(book, organization_id).target


def test_openings_wait_for_the_last_press(window: MainWindow, view: OrganizationsView, book: Book, id_of: IdOf):
    view.select(id_of("Oxfam"))
    openings = hand.find(window, "Openings seen", kind=QSpinBox)
    assert isinstance(openings, QSpinBox)
    for _ in range(3):
        openings.stepUp()
    assert one(book, id_of("Oxfam")).openings == 0
    view.select(id_of("Agua Clara"))
    assert one(book, id_of("Oxfam")).openings == 3
    assert openings.value() == 0


@pytest.mark.parametrize(
    ("website", "opened"),
    [("oxfam.org", ["https://oxfam.org"]), ("http://oxfam.org/x", ["http://oxfam.org/x"]), ("file:///etc/passwd", [])],
)
def test_only_the_web_is_opened(window: MainWindow, monkeypatch: pytest.MonkeyPatch, website: str, opened: list[str]):
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(QUrl(url).toString()))
    hand.type_into(window, "Website", website)
    hand.press_key(Qt.Key.Key_Return)
    if opened:
        hand.press(window, "Open website")
    else:
        assert not window._others.organizations.view.page._website.isVisible()
    assert found == opened


def test_what_may_be_the_same_is_merged_at_a_press(window: MainWindow, view: OrganizationsView, book: Book):
    assert "Possibly the same: Acme, Inc., nobody yet · same but for Inc." in page_text(view)
    hand.press(window, "Merge Acme, Inc. into this one")
    assert "Possibly the same" not in page_text(view)
    present = one(book, view.organization.id)  # type: ignore[union-attr]
    assert (present.name, present.kind, present.other_names) == ("Acme", "company", ("Acme, Inc.",))
    assert "Also called | Acme, Inc." in painted.text(view.page)
    hand.press(window, "Undo Acme, Inc. merged into Acme")
    assert "Possibly the same: Acme, Inc." in page_text(view)


def test_what_is_not_the_same_is_remembered(window: MainWindow, view: OrganizationsView):
    hand.press(window, "Not the same as Acme, Inc.")
    assert "Possibly the same:" not in page_text(view)
    assert hand.find(window, "Possibly the same 0").isVisible()


def test_the_page_follows_the_one_that_stays_when_its_own_is_merged(
    window: MainWindow, view: OrganizationsView, id_of: IdOf
):
    window._runner.do(organizations.merge, organization_id=id_of("Acme"), into_id=id_of("Acme, Inc."))
    assert view.organization
    assert view.organization.name == "Acme, Inc."


def test_it_is_deleted_from_its_menu(window: MainWindow, view: OrganizationsView, book: Book):
    more = view.page._more
    assert isinstance(more, QToolButton)
    hand.menu_action(more.menu(), "Delete").trigger()
    assert book.count("organization") == 4
    assert view.organization.name == "Acme, Inc."  # type: ignore[union-attr]
    window._commands.actions["delete_organization"].trigger()
    assert book.count("organization") == 3


def test_everything_has_a_name(window: MainWindow, view: OrganizationsView, id_of: IdOf):
    for name in ("Acme", "Oxfam", "Sol y Luna"):
        view.select(id_of(name))
        assert misnamed(window) == []
    window._others.organizations.merge()
    assert misnamed(window) == []


@pytest.mark.usefixtures("kept")
def test_a_book_that_cannot_be_changed(open_window: OpenWindow):
    window = open_window(read_only=known_error.read_only())
    hand.press(window, "Organizations")
    for name in ("New organization", "Target", "Merge Acme, Inc. into this one"):
        assert not hand.find(window, name, kind=QPushButton).isEnabled()
    assert hand.field(window, "City").isReadOnly()
    assert misnamed(window) == []
