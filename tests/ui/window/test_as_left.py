"""The window comes back as it was left."""

import json
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QToolButton

from infoview_desktop.store.reads import settings
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.theme.theme import Scheme, Theme
from infoview_desktop.ui.wall_clock import WallClock
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.rail import EVERY_VIEW, VIEWS
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow


def reopened(window: MainWindow, open_window: OpenWindow, book: Book) -> MainWindow:
    window.close()
    return open_window(**settings.all_settings(book.read))


def table(window: MainWindow) -> QTableView:
    found = hand.find(window, "Contact list")
    assert isinstance(found, QTableView)
    return found


def test_its_size(window: MainWindow, open_window: OpenWindow, book: Book):
    window.resize(1111, 777)
    again = reopened(window, open_window, book)
    assert (again.width(), again.height()) == (1111, 777)


def test_that_it_was_maximized_and_the_size_it_had_before(window: MainWindow, open_window: OpenWindow, book: Book):
    window.resize(1111, 777)
    window.showMaximized()
    again = reopened(window, open_window, book)
    assert again.isMaximized()
    assert again.arrangement()["window_size"] == [1111, 777]


def test_the_widths_of_the_panes(window: MainWindow, open_window: OpenWindow, book: Book):
    window._people._panes.setSizes([400, 300, 500])
    left = window._people._panes.sizes()
    assert reopened(window, open_window, book)._people._panes.sizes() == left


def test_which_panes_are_shown(window: MainWindow, open_window: OpenWindow, book: Book):
    window._people.show_calendar.trigger()
    assert not window._people.calendar.isVisible()
    again = reopened(window, open_window, book)
    assert not again._people.calendar.isVisible()
    assert again._people.person.isVisible()
    again._people.show_calendar.trigger()
    assert again._people.calendar.isVisible()


def test_who_was_selected(window: MainWindow, open_window: OpenWindow, book: Book):
    hand.click_row(table(window), 2)
    again = reopened(window, open_window, book)
    assert hand.field(again, "Given name").text() == "Chloé"
    assert painted.contact_list(table(again)).splitlines()[2].startswith("> Chloé")


def test_by_what_the_list_is_sorted(window: MainWindow, open_window: OpenWindow, book: Book):
    hand.menu_action(window._people.contacts.sort_menu, "Connected on").trigger()
    again = reopened(window, open_window, book)
    names = [line[2:].split()[0] for line in painted.contact_list(table(again)).splitlines()]
    assert names == ["Łukasz", "Ana", "Bo", "Chloé"]
    assert hand.find(again, "Connected on, sort by").isVisible()


def test_the_widths_of_the_columns(people: dict[str, int], open_window: OpenWindow, book: Book):
    assert people
    window = open_window(window_size=[1700, 800])
    window._people._panes.setSizes([3000, 1, 1])
    assert painted.text(table(window).horizontalHeader())
    table(window).horizontalHeader().resizeSection(0, 240)
    widths = [table(window).columnWidth(column) for column in range(7)]
    again = reopened(window, open_window, book)
    assert painted.text(table(again).horizontalHeader())
    assert [table(again).columnWidth(column) for column in range(7)] == pytest.approx(widths, abs=5)


def test_its_colours(window: MainWindow, theme: Theme, book: Book):
    theme.set_scheme(Scheme.DARK)
    window.close()
    assert settings.all_settings(book.read)["scheme"] == "dark"


def test_a_person_who_was_deleted_since_is_not_looked_for(
    window: MainWindow, open_window: OpenWindow, book: Book, people: dict[str, int]
):
    hand.click_row(table(window), 2)
    window.close()
    book.delete(people["Chloé"])
    again = open_window(**settings.all_settings(book.read))
    assert hand.field(again, "Given name").text() == "Ana"


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    "left",
    [
        {"pane_sizes": [0, 0, 0]},
        {"pane_sizes": "wide"},
        {"columns": [["name", "wide", True], 7, ["shoe size", 3, True]]},
        {"sort": ["shoe size", False]},
        {"selected": 4711},
        {"window_size": [1, 1]},
    ],
    ids=json.dumps,
)
def test_what_makes_no_sense_is_as_at_first(left: dict[str, Any], open_window: OpenWindow):
    window = open_window(**left)
    assert painted.contact_list(table(window)).splitlines()[0] == "> Ana Ruiz | Analyst · Oxfam | alumni"
    contacts, _, person = window._people._panes.sizes()
    assert min(contacts, person) > 200


def test_a_small_window_folds_the_calendar_away_and_brings_it_back(window: MainWindow):
    window.resize(900, 600)
    assert hand.find(window, "Contact list").isVisible()
    assert not window._people.calendar.isVisible()
    assert window.size().toTuple() == (900, 600)
    window.resize(1280, 800)
    assert hand.find(window, "Calendar", kind=type(window._people.calendar)).isVisible()


def test_behind_a_button_a_small_window_shows_the_calendar_in_the_place_of_the_person(window: MainWindow):
    window.resize(900, 600)
    hand.press(window, "Calendar", kind=QToolButton)
    assert window._people.calendar.isVisible()
    assert not window._people.person.isVisible()
    hand.press(window, "Calendar", kind=QToolButton)
    assert not window._people.calendar.isVisible()
    assert window._people.person.isVisible()


def test_nothing_can_be_folded_so_far_that_the_keyboard_is_lost(window: MainWindow):
    hand.field(window, "Given name").setFocus()
    window._people.show_person.trigger()
    hand.press_key(Qt.Key.Key_Tab)
    assert window.focusWidget() is not None
    assert window.focusWidget().isVisible()


@pytest.mark.parametrize("name", [view.title for view in VIEWS])
def test_which_view_was_open(name: str, window: MainWindow, open_window: OpenWindow, book: Book):
    hand.press(window, name, kind=QToolButton)
    again = reopened(window, open_window, book)
    assert hand.find(again, name, kind=QToolButton).isChecked()
    assert again._views.key == next(view.key for view in VIEWS if view.title == name)
    hand.press(again, "People", kind=QToolButton)
    assert painted.contact_list(table(again)).splitlines()[0] == "> Ana Ruiz | Analyst · Oxfam | alumni"


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("view", ["nowhere", 7, None, ["people"]])
def test_a_view_that_is_no_more_is_the_home_view(view: object, open_window: OpenWindow):
    assert hand.find(open_window(view=view), "People", kind=QToolButton).isChecked()


def test_its_place(window: MainWindow, open_window: OpenWindow, book: Book):
    window.move(60, 40)
    assert reopened(window, open_window, book).pos().toTuple() == (60, 40)


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("place", [[90_000, 40], [-9_000, 40], [60, 40_000], "left", [60], [1.5, 2, 3]])
def test_a_place_where_no_screen_is_any_more_is_forgotten(place: object, open_window: OpenWindow):
    first = open_window().pos()
    assert open_window(window_place=place).pos() == first


SENSELESS = [
    "odd",
    17,
    -1,
    10**14,
    2**70,
    1.5,
    True,
    None,
    [],
    {},
    ["odd"],
    [[]],
    [None, None],
    [1, 2, 3],
    [-(10**9)] * 3,
]


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("value", SENSELESS, ids=str)
def test_whatever_another_version_left_the_window_opens(value: object, open_window: OpenWindow):
    names = open_window().arrangement()
    window = open_window(**dict.fromkeys(names, value))
    for view in EVERY_VIEW:
        window._go.open_key(view.key)
    assert window.arrangement().keys() >= names.keys()


def test_a_setting_that_is_no_setting_is_as_at_first(window: MainWindow, book: Book):
    window.close()
    with book.store.unrecorded() as transaction:
        transaction.connection.execute("UPDATE setting SET value = 'neither this' WHERE name = 'scheme'")
    left = settings.all_settings(book.read)
    assert "scheme" not in left
    assert left["view"] == "people"


def test_the_filter_is_cleared(window: MainWindow, open_window: OpenWindow, book: Book):
    hand.type_into(window, "Filter contacts", "lukasz")
    again = reopened(window, open_window, book)
    assert hand.field(again, "Filter contacts").text() == ""
    assert len(painted.contact_list(table(again)).splitlines()) == 4


def test_a_list_left_narrow_in_a_narrow_window_is_not_so_in_a_wide_one(
    people: dict[str, int], open_window: OpenWindow, qtbot: Any
):
    assert people
    window = open_window(window_size=[900, 600], pane_sizes=[280, 0, 500])
    qtbot.waitUntil(lambda: window._people._panes.sizes()[0] <= 300)
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: window._people._panes.sizes()[0] >= 331)


def test_a_window_that_was_closed_looks_into_the_book_no_more(window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    """A clock that ticks once more, or the program coming to the front, finds the book closed."""
    clocks = window.findChildren(WallClock)
    assert clocks
    window.close()
    for clock in clocks:
        told: list[object] = []
        clock.ticked.connect(lambda told=told: told.append(1))
        monkeypatch.setattr(clock, "_read", lambda: wall_clock.now() + timedelta(days=1))
        clock.look()
        assert told == []
