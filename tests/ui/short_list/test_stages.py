"""How far it has come with whom one wants to talk to, and whether it is too early to ask somebody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QWidget

from infoview_desktop.domain.stage import Stage
from infoview_desktop.ui.controls.caution import Caution
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.organizations.card_list import CardList
from infoview_desktop.ui.short_list.ranked_list import RankedList
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.stages import bring_to
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow

EARLY = "Bo Chen there was asked on"


def short_list(window: MainWindow) -> RankedList:
    found = hand.find(window, "Short list", kind=RankedList)
    assert isinstance(found, RankedList)
    return found


def cautions(window: MainWindow) -> list[str]:
    """What is advised against, in sight."""
    found = [each for each in hand.visible(window) if isinstance(each, Caution)]
    return [each.findChild(Label).text() for each in found]


def seen(widget: QWidget) -> set[str]:
    """Every piece of words that is painted."""
    return {word.text for word in painted.words(widget)}


def test_a_row_of_the_short_list_tells_the_stage(book: Book, open_window: OpenWindow, people: dict[str, int]):
    bring_to(book, people["Ana"], Stage.TO_ASK)
    bring_to(book, people["Bo"], Stage.ASKED, days=2, direction="Nursing")
    window = open_window(window_size=[1440, 800])
    hand.press_key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert seen(short_list(window)) >= {"to ask", "asked · 2 d"}
    told = [short_list(window).model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert any("asked 2 days ago" in text for text in told)


def test_who_waits_at_the_same_organization_is_told_where_one_chooses_whom_to_ask(
    book: Book, open_window: OpenWindow, people: dict[str, int]
):
    bring_to(book, people["Ana"], Stage.TO_ASK)
    window = open_window(window_size=[1440, 800])
    hand.press_key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert cautions(window) == []
    bring_to(book, people["Bo"], Stage.ASKED)
    window._runner.changed.emit(frozenset({"touch", "stage", "follow_up"}))
    (said,) = cautions(window)
    assert said.startswith(EARLY)
    assert "; a second person is right from " in said
    hand.press_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cautions(window) == []


def test_who_is_asked_already_is_not_advised_against(book: Book, open_window: OpenWindow, people: dict[str, int]):
    for name in ("Ana", "Bo"):
        bring_to(book, people[name], Stage.ASKED, direction="Nursing")
    window = open_window(window_size=[1440, 800])
    hand.press_key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert cautions(window) == []


def test_the_page_of_an_organization_tells_it_and_the_stages_of_its_people(
    book: Book, open_window: OpenWindow, people: dict[str, int]
):
    bring_to(book, people["Bo"], Stage.ASKED)
    oxfam = book.read.value("SELECT id FROM organization WHERE name = 'Oxfam'")
    window = open_window(window_size=[1440, 800], view="organizations", organization=oxfam)
    assert cautions(window)[0].startswith(EARLY)
    known = hand.find(window, "People known there", kind=CardList)
    assert {"Ana Ruiz", "alumni", "Bo Chen", "asked"} <= seen(known)
    book.undo()
    window._runner.changed.emit(frozenset({"touch", "stage", "follow_up"}))
    assert cautions(window) == []


def test_the_search_tells_the_stage_of_whom_it_finds(book: Book, open_window: OpenWindow, people: dict[str, int]):
    bring_to(book, people["Bo"], Stage.ASKED, days=2)
    window = open_window(window_size=[1440, 800])
    hand.type_into(window, "Search", "bo c")
    results = hand.find(window, "Search results", kind=QListView)
    assert isinstance(results, QListView)
    assert "asked · 2 d" in seen(results)
    told = results.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Bo Chen, Oxfam, asked 2 days ago, Person"
