"""What is selected in a list of cards stays so while the list is read anew, and is followed by its neighbour."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from infoview_desktop.ui.controls.pages import Pages
from infoview_desktop.ui.organizations.card_list import Card, CardList
from infoview_desktop.ui.organizations.card_selection import CardSelection


@dataclass(frozen=True)
class Line:
    id: int


@dataclass(frozen=True)
class Listing:
    total: int


@dataclass
class Found:
    """The whole list on its one page."""

    ids: list[int]
    selected: int | None
    page: int = 0
    lines: list[Line] = field(init=False)
    listing: Listing = field(init=False)

    def __post_init__(self):
        self.lines = [Line(each) for each in self.ids]
        self.listing = Listing(len(self.ids))

    @property
    def selected_exists(self):
        return self.selected in self.ids

    @property
    def place(self):
        return self.ids.index(self.selected) if self.selected_exists else None


class Shelf:
    """A list of cards and its selection, and what was told of it."""

    def __init__(self, theme):
        self.ids = []
        pages = Pages(lambda _offset, _limit: [])
        self.cards = CardList(theme, "Cards", lambda row: Card(self.ids[row], "", "", lambda _painter, _rect: None))
        self.selection = CardSelection(self.cards, pages, self.place_of)
        self.told = []
        self.selection.chosen.connect(self.told.append)
        self.selection.emptied.connect(lambda: self.told.append("nothing"))

    def place_of(self, key):
        return self.ids.index(key) if key in self.ids else None

    def answer(self, *ids, asked=None, same_list=True):
        """Show what was found; it was asked for while `asked` was selected, or what is selected now."""
        found = Found(list(ids), self.selection.current if asked is None else asked)
        self.ids = found.ids
        self.selection.show(found, same_list=same_list)
        self.selection.make_good(found)


@pytest.fixture
def shelf(theme, qtbot):
    shelf = Shelf(theme)
    qtbot.addWidget(shelf.cards)
    shelf.cards.show()
    shelf.answer(11, 12, 13)
    return shelf


def test_the_first_is_selected_where_nothing_was(shelf):
    assert (shelf.told, shelf.selection.current, shelf.cards.currentIndex().row()) == ([11], 11, 0)


def test_what_is_selected_goes_with_its_card_and_nobody_is_told(shelf):
    shelf.answer(10, 11, 12)
    assert (shelf.told, shelf.cards.currentIndex().row()) == ([11], 1)


def test_in_the_place_of_what_is_gone_stands_its_neighbour_or_the_last(shelf):
    QTest.keyClick(shelf.cards, Qt.Key.Key_End)
    shelf.answer(11, 12)
    assert shelf.told == [11, 13, 12]
    shelf.answer()
    assert (shelf.told[-1], shelf.selection.current) == ("nothing", None)
    shelf.answer()
    assert shelf.told == [11, 13, 12, "nothing"]


def test_an_answer_that_comes_late_takes_nothing_away(shelf):
    shelf.selection.select(13)
    shelf.answer(11, 12, 13, asked=99)
    assert (shelf.told, shelf.selection.current, shelf.cards.currentIndex().row()) == ([11], 13, 2)


def test_what_the_filter_hides_stays_selected(shelf):
    shelf.selection.select(99)
    assert not shelf.cards.currentIndex().isValid()
    assert (shelf.told, shelf.selection.current) == ([11], 99)


@pytest.mark.parametrize(("same_list", "stays"), [(True, True), (False, False)])
def test_the_same_list_stays_scrolled_as_it_was_and_another_begins_at_the_top(shelf, same_list, stays):
    many = range(11, 99)
    shelf.answer(*many)
    shelf.cards.verticalScrollBar().setValue(700)
    shelf.answer(*many, same_list=same_list)
    assert (shelf.cards.verticalScrollBar().value() == 700) is stays
