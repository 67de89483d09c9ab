"""Light and dark: a switch recolours everything, also what was not shown yet."""

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton, QWidget

from infoview_desktop.ui.theme.theme import Scheme, Theme
from infoview_desktop.ui.theme.tokens import DARK, LIGHT, Tokens
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.rail import VIEWS
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book
from tests.linkedin_people import write_connections
from tests.notes import write_note
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow


def colours_of(tokens: Tokens) -> set[str]:
    return {getattr(tokens, name) for name in tokens.__slots__ if re.fullmatch("#.{6}", str(getattr(tokens, name)))}


ONLY_LIGHT, ONLY_DARK = colours_of(LIGHT) - colours_of(DARK), colours_of(DARK) - colours_of(LIGHT)


def inks(widget: QWidget) -> set[str]:
    """In which colours words are painted."""
    return {word.colour for word in painted.words(widget)}


def grounds(widget: QWidget) -> set[str]:
    """The colours that cover much of a widget."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    places = product(range(0, image.width(), 7), range(0, image.height(), 7))
    sample = [QColor(image.pixel(x, y)).name() for x, y in places]
    return {colour for colour in set(sample) if sample.count(colour) > len(sample) / 50}


def assert_is(tokens: Tokens, widget: QWidget) -> None:
    """Nothing of a widget is left in the colours of the other scheme."""
    foreign = ONLY_LIGHT if tokens is DARK else ONLY_DARK
    assert inks(widget) & foreign == set()
    assert grounds(widget) & foreign == set()


def test_every_view_follows_whether_it_was_shown_before_or_not(window: MainWindow, theme: Theme):
    hand.press(window, "Today")
    for scheme, tokens in ((Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)):
        theme.set_scheme(scheme)
        for view in VIEWS:
            hand.press(window, view.title)
            assert_is(tokens, window)


def test_all_notes_follow(book: Book, open_window: OpenWindow, theme: Theme):
    write_note(book, "Library\nA course on #sql")
    window = open_window(view="notes")
    for scheme, tokens in ((Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)):
        theme.set_scheme(scheme)
        assert_is(tokens, window)


def test_the_list_follows_as_cards_and_as_a_table(people: dict[str, int], open_window: OpenWindow, theme: Theme):
    assert people
    window = open_window(window_size=[1700, 800])
    theme.set_scheme(Scheme.DARK)
    assert_is(DARK, window._people.contacts)
    window._people._panes.setSizes([3000, 1, 1])
    assert_is(DARK, window._people.contacts)
    theme.set_scheme(Scheme.LIGHT)
    assert_is(LIGHT, window._people.contacts)


def test_what_is_empty_follows(open_window: OpenWindow, theme: Theme):
    window = open_window()
    theme.set_scheme(Scheme.DARK)
    assert_is(DARK, window)


def test_both_tabs_of_a_person_follow(window: MainWindow, theme: Theme):
    theme.set_scheme(Scheme.DARK)
    for tab in (0, 1):
        window._people.person._tabs.setCurrentIndex(tab)
        assert_is(DARK, window._people.person)


def test_what_is_said_before_and_after_follows(window: MainWindow, theme: Theme):
    window._people.delete_selected()
    theme.set_scheme(Scheme.DARK)
    assert_is(DARK, window._status)
    window._history.undo()
    assert_is(DARK, window._status)


def test_a_sheet_follows_while_it_is_open(window: MainWindow, theme: Theme, tmp_path: Path):
    write_connections(tmp_path / "Connections.csv", 200)
    window.offer([tmp_path / "Connections.csv"])
    card = window._imports._sheet._card
    assert_is(LIGHT, card)
    theme.set_scheme(Scheme.DARK)
    assert_is(DARK, card)


@pytest.mark.parametrize(("scheme", "tokens"), [(Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)])
def test_a_sheet_opened_later_follows(window: MainWindow, theme: Theme, scheme: Scheme, tokens: Tokens):
    theme.set_scheme(Scheme.DARK)
    theme.set_scheme(scheme)
    hand.press(window, "New contact", kind=QPushButton)
    sheet = window.findChild(Sheet)
    assert isinstance(sheet, Sheet)
    assert_is(tokens, sheet._card)


def test_the_search_results_follow(window: MainWindow, theme: Theme):
    theme.set_scheme(Scheme.DARK)
    hand.type_into(window, "Search", "oxf")
    assert_is(DARK, window._finder._results)


def test_the_menu_switches_it_and_shows_which_holds(window: MainWindow, theme: Theme):
    menu = hand.menu_action(hand.find(window, "Menu").menu(), "View", "Colours").menu()
    hand.menu_action(menu, "Dark colours").trigger()
    assert theme.tokens is DARK
    assert_is(DARK, window)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Dark colours"]
    theme.set_scheme(Scheme.LIGHT)
    assert_is(LIGHT, window)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Light colours"]
