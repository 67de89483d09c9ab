"""The list of contacts, as a person reads it."""

from textwrap import dedent

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QTableView, QToolButton

from infoview_desktop.store.reads import settings
from infoview_desktop.store.reads.contacts import Sort
from infoview_desktop.ui.people.contact_columns import COLUMNS
from infoview_desktop.ui.people.contacts_table import ContactsTable
from infoview_desktop.ui.people.tag_sheet import TagSheet
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book, connection
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow

CARDS = """\
> Ana Ruiz | Analyst · Oxfam | alumni
  Bo Chen | Oxfam | alumni +1
  Chloé Dubois | Nurse | lima
  Łukasz Żak | Engineer · Acme"""


@pytest.fixture
def wide_window(people: dict[str, int], open_window: OpenWindow) -> MainWindow:  # noqa: ARG001 - they are in the book
    return open_window(window_size=[1700, 800])


def contact_list(window: MainWindow) -> ContactsTable:
    found = hand.find(window, "Contact list")
    assert isinstance(found, ContactsTable)
    return found


def listed(window: MainWindow) -> str:
    return painted.contact_list(contact_list(window))


def first_names(window: MainWindow) -> str:
    return " ".join(line[2:].split()[0] for line in listed(window).splitlines())


def widen(window: MainWindow) -> QHeaderView:
    """Give the contacts most of the window, and the headings that appear there."""
    window._people._panes.setSizes([3000, 1, 1])
    headings = contact_list(window).horizontalHeader()
    assert painted.text(headings) == "Name | Position | Organization | Stage | Tags | Connected on | How found"
    return headings


def click_heading(headings: QHeaderView, title: str) -> None:
    section = [column.title for column in COLUMNS].index(title)
    place = QPoint(headings.sectionViewportPosition(section) + 20, headings.height() // 2)
    QTest.mouseClick(headings.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_narrow_pane_shows_cards(window: MainWindow):
    assert listed(window) == CARDS


def test_a_wide_pane_shows_a_table(wide_window: MainWindow):
    widen(wide_window)
    assert listed(wide_window) == dedent("""\
        > Ana Ruiz | Analyst | Oxfam | alumni | 04/03/2023 | LinkedIn
          Bo Chen | Oxfam | alumni, data
          Chloé Dubois | Nurse | lima | Friend
          Łukasz Żak | Engineer | Acme | 30/11/2024 | LinkedIn""")


def test_every_heading_can_be_read_where_there_is_room(window: MainWindow):
    window.resize(1500, 800)
    window._people._panes.setSizes([3000, 1, 1])
    headings = window._people.contacts.table.horizontalHeader()
    shown = [each for each in range(headings.count()) if not headings.isSectionHidden(each)]
    assert len(shown) == 7
    assert all(headings.sectionSize(each) >= headings.sectionSizeHint(each) for each in shown)


def test_a_pane_that_is_made_narrow_again_shows_cards_again(window: MainWindow):
    widen(window)
    window._people._panes.setSizes([300, 600, 300])
    assert listed(window) == CARDS


ASCENDING = {
    "Name": "Ana Bo Chloé Łukasz",
    "Position": "Ana Łukasz Chloé Bo",
    "Organization": "Łukasz Ana Bo Chloé",
    "Tags": "Ana Bo Chloé Łukasz",
    "Connected on": "Ana Łukasz Bo Chloé",
    "How found": "Chloé Ana Łukasz Bo",
}
DESCENDING = {
    "Name": "Łukasz Chloé Bo Ana",
    "Position": "Chloé Łukasz Ana Bo",
    "Organization": "Bo Ana Łukasz Chloé",
    "Tags": "Chloé Bo Ana Łukasz",
    "Connected on": "Łukasz Ana Bo Chloé",
    "How found": "Łukasz Ana Chloé Bo",
}


def test_a_heading_sorts_by_its_column_and_then_the_other_way(wide_window: MainWindow):
    headings = widen(wide_window)
    ascending, descending = {}, {}
    for title in [*[*ASCENDING][1:], "Name"]:
        # Of dates one wants to see the newest first.
        for orders in (descending, ascending) if title == "Connected on" else (ascending, descending):
            click_heading(headings, title)
            orders[title] = first_names(wide_window)
    assert ascending == ASCENDING
    assert descending == DESCENDING


def test_the_menu_sorts_cards(window: MainWindow):
    pane = window._people.contacts
    menu = pane._sort_button.menu()
    hand.menu_action(menu, "Organization").trigger()
    assert hand.find(window, "Organization, sort by").isVisible()
    assert first_names(window) == ASCENDING["Organization"]
    hand.menu_action(menu, "In reverse").trigger()
    assert first_names(window) == DESCENDING["Organization"]


def test_the_selected_person_stays_selected_when_the_list_is_sorted(window: MainWindow):
    hand.click_row(contact_list(window), 2)
    hand.menu_action(window._people.contacts._sort_button.menu(), "Organization").trigger()
    assert listed(window).splitlines()[3] == "> Chloé Dubois | Nurse | lima"


def test_the_selected_person_stays_selected_when_others_are_added(window: MainWindow, book: Book):
    hand.click_row(contact_list(window), 2)
    book.add("Aaron Abara")
    window._runner.changed.emit(frozenset({"contact"}))
    assert listed(window).splitlines()[0] == "  Aaron Abara"
    assert listed(window).splitlines()[3] == "> Chloé Dubois | Nurse | lima"


def test_the_keyboard_goes_through_the_list_and_shows_each_person(window: MainWindow):
    contact_list(window).setFocus()
    hand.press_key(Qt.Key.Key_Down, times=2)
    assert listed(window).splitlines()[2].startswith("> Chloé")
    assert hand.field(window, "Given name").text() == "Chloé"
    hand.press_key(Qt.Key.Key_End)
    assert hand.field(window, "Given name").text() == "Łukasz"
    hand.press_key(Qt.Key.Key_Home)
    assert hand.field(window, "Given name").text() == "Ana"


def test_enter_goes_on_to_the_fields_of_the_person(window: MainWindow):
    contact_list(window).setFocus()
    hand.press_key(Qt.Key.Key_Return)
    assert hand.field(window, "Given name").hasFocus()
    assert hand.field(window, "Given name").selectedText() == "Ana"


def test_letters_typed_into_the_list_jump_to_who_begins_so(window: MainWindow):
    contact_list(window).setFocus()
    hand.press_key(Qt.Key.Key_C)
    assert chosen(window) == ["Chloé"]
    contact_list(window)._last_letter.invalidate()
    for key in (Qt.Key.Key_L, Qt.Key.Key_U, Qt.Key.Key_K, Qt.Key.Key_A, Qt.Key.Key_S, Qt.Key.Key_Z, Qt.Key.Key_Space):
        hand.press_key(key)
    assert chosen(window) == ["Łukasz"]
    hand.press_key(Qt.Key.Key_Q)
    assert chosen(window) == ["Łukasz"]


def test_in_a_list_by_organization_letters_jump_to_the_organization(wide_window: MainWindow):
    wide_window._people.contacts.set_sort(Sort("organization"))
    contact_list(wide_window).setFocus()
    hand.press_key(Qt.Key.Key_O)
    assert chosen(wide_window) == ["Ana"]


def only_sheet(window: MainWindow) -> TagSheet:
    (sheet,) = [sheet for sheet in window.findChildren(TagSheet) if sheet.isVisible()]
    return sheet


def select_first(window: MainWindow, count: int) -> None:
    contact_list(window).setFocus()
    hand.press_key(Qt.Key.Key_Home)
    hand.press_key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, times=count - 1)


def test_several_are_selected_and_the_bar_says_how_many(window: MainWindow):
    select_first(window, 3)
    assert chosen(window) == ["Ana", "Bo", "Chloé"]
    assert painted.text(window._people.contacts.selection_bar) == "3 selected"
    hand.press_key(Qt.Key.Key_Escape)
    assert chosen(window) == ["Chloé"]
    assert not window._people.contacts.selection_bar.isVisible()


def test_several_are_deleted_in_one_step_and_the_next_one_is_selected(window: MainWindow, book: Book):
    select_first(window, 3)
    hand.press_key(Qt.Key.Key_Delete)
    assert book.names() == ["Łukasz Żak"]
    assert chosen(window) == ["Łukasz"]
    assert painted.text(window._status).startswith("3 people deleted · | Undo")
    hand.press(window, "Undo 3 people deleted")
    assert len(book.names()) == 4


def test_everybody_is_selected_with_ctrl_a(window: MainWindow):
    contact_list(window).setFocus()
    hand.press_key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert chosen(window) == ["Ana", "Bo", "Chloé", "Łukasz"]


def test_several_are_tagged_and_stay_selected(window: MainWindow, book: Book):
    select_first(window, 3)
    hand.press(window, "Tag")
    hand.type_into(only_sheet(window), "Tags", "helsinki")
    hand.press(window, "Put on")
    assert len(book.names("tag:helsinki")) == 3
    assert chosen(window) == ["Ana", "Bo", "Chloé"]
    hand.press(window, "Tag")
    hand.type_into(only_sheet(window), "Tags", "helsinki")
    hand.press(window, "Take off")
    assert book.names("tag:helsinki") == []


def test_of_several_it_is_said_how_they_were_found(window: MainWindow, book: Book):
    select_first(window, 2)
    button = hand.find(window, "How found", kind=QToolButton)
    assert isinstance(button, QToolButton)
    hand.menu_action(button.menu(), "Event").trigger()
    assert book.names("found:event") == ["Ana Ruiz", "Bo Chen"]


def test_columns_are_chosen_and_come_back(wide_window: MainWindow, open_window: OpenWindow, book: Book):
    widen(wide_window)
    menu = contact_list(wide_window).columns.menu
    hand.menu_action(menu, "Tags").trigger()
    hand.menu_action(menu, "E-mail").trigger()
    contact_list(wide_window).horizontalHeader().moveSection(2, 1)
    assert headings(wide_window) == ["Name", "Organization", "Position", "Stage", "Connected on", "How found", "E-mail"]
    assert "bo@example.org" in listed(wide_window)
    wide_window.close()
    again = open_window(**settings.all_settings(book.read))
    assert headings(again) == ["Name", "Organization", "Position", "Stage", "Connected on", "How found", "E-mail"]


def chosen(window: MainWindow) -> list[str]:
    lines = painted.contact_list(contact_list(window)).splitlines()
    return [line[2:].split()[0] for line in lines if line.startswith(">")]


def headings(window: MainWindow) -> list[str]:
    header = contact_list(window).horizontalHeader()
    sections = [header.logicalIndex(place) for place in range(header.count())]
    return [COLUMNS[section].title for section in sections if not header.isSectionHidden(section)]


def test_tab_leaves_the_list(window: MainWindow):
    contact_list(window).setFocus()
    hand.press_key(Qt.Key.Key_Tab)
    assert not contact_list(window).hasFocus()


def test_a_long_list_is_read_page_by_page_as_one_comes_to_it(book: Book, open_window: OpenWindow):
    book.take_in(connection(f"Person {number:03}", connected_on="") for number in range(300))
    window = open_window()
    table = contact_list(window)
    assert listed(window).splitlines()[0] == "> Person 000"
    assert len(window._people.contacts._model._pages) == 1
    table.setFocus()
    hand.press_key(Qt.Key.Key_End)
    assert listed(window).splitlines()[-1] == "> Person 299"
    table.scrollTo(table.model().index(150, 0), QTableView.ScrollHint.PositionAtCenter)
    assert "  Person 150" in listed(window).splitlines()
