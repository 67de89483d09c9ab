"""The list of organizations: filtered, narrowed by chips, gone through with the keyboard."""

from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QSlider

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations import history, organizations
from infoview_desktop.store.reads import settings
from infoview_desktop.ui.controls.chip import ChipButton
from infoview_desktop.ui.organizations.card_list import CardList
from infoview_desktop.ui.organizations.organizations_view import OrganizationsView
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.organizations.conftest import IdOf


def the_list(window: MainWindow) -> CardList:
    found = hand.find(window, "Organization list")
    assert isinstance(found, CardList)
    return found


def listed(window: MainWindow) -> list[str]:
    return painted.contact_list(the_list(window)).splitlines()


def names(window: MainWindow) -> list[str]:
    return [line[2:].split(" | ")[0] for line in listed(window)]


def test_all_are_listed_by_name_with_what_is_known(window: MainWindow):
    assert listed(window) == [
        "> Acme | 1 person",
        "  Acme, Inc. | Company · nobody yet",
        "  Agua Clara | Nonprofit · Lima · nobody yet | target",
        "  Oxfam | 2 people | target",
        "  Sol y Luna | Nonprofit · Lima · nobody yet",
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ox", ["Oxfam"]),
        ("luna sol", ["Sol y Luna"]),
        ("LIMA", ["Agua Clara", "Sol y Luna"]),
        ("kind:company", ["Acme, Inc."]),
        ("kind:nonprofit city:lima luna", ["Sol y Luna"]),
        ("name:clara", ["Agua Clara"]),
        ("100%", []),
    ],
)
def test_words_and_facets_narrow_it(window: MainWindow, typed: str, found: list[str]):
    hand.type_into(window, "Filter organizations", typed)
    if found:
        assert names(window) == found
    else:
        assert "No organization matches the filter." in painted.text(window)
        hand.press(window, "Show all")
        assert len(names(window)) == 5


def test_targets_are_ordered_by_reasons_that_are_told(window: MainWindow):
    hand.press(window, "Targets 2")
    assert [line[2:] for line in listed(window)] == [
        "Oxfam | motivation 3 of 3 · 2 alumni, friends or referrals there",
        "Agua Clara | motivation 1 of 3",
    ]


def test_those_with_nobody_and_those_that_may_be_the_same(window: MainWindow):
    hand.press(window, "Nobody yet 3")
    assert names(window) == ["Acme, Inc.", "Agua Clara", "Sol y Luna"]
    hand.press(window, "Possibly the same 2")
    assert [line[2:] for line in listed(window)] == [
        "Acme | like Acme, Inc. · same but for Inc.",
        "Acme, Inc. | like Acme · same but for Inc.",
    ]
    assert "2 of 5" in painted.text(window)
    hand.press(window, "All")
    assert len(names(window)) == 5


def test_a_chip_says_what_to_do_where_there_is_none(window: MainWindow, book: Book, id_of: IdOf):
    for name in ("Oxfam", "Agua Clara"):
        organizations.set_target(book.store, organization_id=id_of(name), target=False)
    window._runner.changed.emit(frozenset({"organization"}))
    hand.press(window, "Targets 0")
    assert "Where do you want to work?" in painted.text(window)


def test_arrows_go_from_one_to_the_next(window: MainWindow, view: OrganizationsView):
    hand.type_into(window, "Filter organizations", "")
    hand.press_key(Qt.Key.Key_Down)
    assert the_list(window).hasFocus()
    hand.press_key(Qt.Key.Key_Down)
    assert hand.field(window, "Name").text() == "Acme, Inc."
    hand.press_key(Qt.Key.Key_End)
    assert hand.field(window, "Name").text() == "Sol y Luna"
    hand.press_key(Qt.Key.Key_Return)
    assert hand.field(window, "Name").hasFocus()
    assert view.organization
    assert view.organization.name == "Sol y Luna"


def test_a_screen_reader_is_told_all_of_a_row(window: MainWindow):
    model = the_list(window).model()
    told = model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Agua Clara, Nonprofit · Lima · nobody yet, target"


def test_delete_goes_on_to_the_next_and_undo_brings_it_back(window: MainWindow):
    the_list(window).setFocus()
    hand.press_key(Qt.Key.Key_Delete)
    assert listed(window)[0] == "> Acme, Inc. | Company · nobody yet"
    assert hand.field(window, "Name").text() == "Acme, Inc."
    assert painted.text(window._status).startswith("Acme deleted; the person who works there stays · | Undo")
    hand.press(window, "Undo Acme deleted; the person who works there stays")
    assert names(window)[0] == "Acme"
    assert hand.field(window, "Name").text() == "Acme, Inc."


def test_all_of_them_gone(window: MainWindow):
    the_list(window).setFocus()
    for _ in range(5):
        hand.press_key(Qt.Key.Key_Delete)
        window._others.organizations.view.delete_selected()
    assert "Write down where you would like to work" in painted.text(window)
    assert "Choose an organization on the left" in " ".join(painted.text(window).splitlines())


def test_what_changes_out_of_sight_is_read_on_coming_back(window: MainWindow, book: Book):
    hand.press(window, "People")
    window._runner.do(organizations.add, names="Brightwater")
    hand.press(window, "Organizations")
    assert "Brightwater" in names(window)
    window._runner.do(history.undo)
    assert "Brightwater" not in names(window)
    assert book.findings() == []


def test_the_view_comes_back_as_left(window: MainWindow, open_window: OpenWindow):
    hand.press(window, "Nobody yet 3")
    window._others.organizations.view.select(window._others.organizations.view.pane._pages.line(2).id)  # type: ignore[union-attr]
    left = window.arrangement()
    window.close()
    again = open_window(**left)
    assert listed(again)[0] == "  Acme, Inc. | Company · nobody yet"
    assert listed(again)[2].startswith("> Sol y Luna")


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    "left", [{"organization": 99}, {"organizations_shown": "odd"}, {"organization_sizes": [0, "x"]}]
)
def test_a_senseless_arrangement_is_as_at_first(open_window: OpenWindow, left: dict[str, object]):
    window = open_window(**left)
    hand.press(window, "Organizations")
    assert listed(window)[0] == "> Acme | 1 person"


def test_an_empty_book_asks_for_the_first(open_window: OpenWindow, book: Book):
    window = open_window()
    hand.press(window, "Organizations")
    hand.press(window, "Add organizations")
    hand.type_text(hand.find(window, "Name", kind=QPlainTextEdit), "Oxfam")
    hand.press(window, "Add")
    assert listed(window) == ["> Oxfam | nobody yet"]
    assert book.count("organization") == 1


def test_how_targets_are_ordered_can_be_seen_and_changed(window: MainWindow, view: OrganizationsView, book: Book):
    assert not view.pane._order.isVisible()
    hand.press(window, "Targets 2")
    hand.press(window, "How this is ordered", kind=QPushButton)
    openings = hand.find(window, "Openings seen", kind=QSlider)
    assert isinstance(openings, QSlider)
    openings.setFocus()
    hand.press_key(Qt.Key.Key_End)
    assert book.rows()["weight"] == [("target.openings", 5)]
    assert painted.text(window._status).startswith("Openings seen counts 5 ·")


def test_a_list_that_has_become_empty_is_not_what_one_comes_back_to(
    window: MainWindow, open_window: OpenWindow, book: Book
):
    hand.press(window, "Targets 2")
    window.close()
    for number in (1, 2, 3, 4, 5):
        with suppress(KnownError):
            organizations.set_target(book.store, organization_id=number, target=False)
    again = open_window(**settings.all_settings(book.read))
    assert hand.find(again, "All", kind=ChipButton).isChecked()
