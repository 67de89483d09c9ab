"""The board, as somebody uses it with mouse and keyboard."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.operations import merges, short_list, touches
from infoview_desktop.ui.board.board_view import BoardView
from infoview_desktop.ui.board.stage_list import StageList
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book, connection
from tests.stages import bring_to, days_ago
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.instant_runner import InstantRunner

CHANGED = frozenset({"touch", "stage", "follow_up", "contact"})


@pytest.fixture
def on_the_way(book: Book, people: dict[str, int]) -> dict[str, int]:
    """Ana and Bo are to be asked, Łukasz was asked long ago, Chloé was talked with just now."""
    bring_to(book, people["Ana"], Stage.TO_ASK, direction="Data for good")
    bring_to(book, people["Bo"], Stage.TO_ASK)
    bring_to(book, people["Łukasz"], Stage.ASKED, days=40)
    bring_to(book, people["Chloé"], Stage.HELD)
    return people


@pytest.fixture
def window(on_the_way: dict[str, int], open_window: OpenWindow) -> MainWindow:  # noqa: ARG001 - they are in the book
    window = open_window(window_size=[1280, 800])
    hand.press_key(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    return window


def view(window: MainWindow) -> BoardView:
    found = window.findChild(BoardView)
    assert isinstance(found, BoardView)
    return found


def people_at(window: MainWindow, name: str) -> StageList:
    found = hand.find(window, name, kind=StageList)
    assert isinstance(found, StageList)
    return found


def columns(window: MainWindow) -> dict[str, list[str]]:
    """The names in each column in which there is anybody."""
    lists = [each for each in hand.visible(view(window), kind=StageList) if isinstance(each, StageList)]
    return {each.accessibleName(): [row.split(" | ")[0] for row in painted.rows(each)] for each in lists}


def current(window: MainWindow) -> str:
    """Who is selected, in which column; only one may be."""
    (found,) = [
        (each.accessibleName(), index.data())
        for each in hand.visible(view(window), kind=StageList)
        if isinstance(each, StageList)
        for index in each.selectionModel().selectedRows()
    ]
    return ": ".join(found)


def log(window: MainWindow, book: Book, contact_id: int, kind: TouchKind) -> None:
    touches.log(book.store, contact_id=contact_id, kind=kind, at=days_ago(0), time_zone="UTC")
    window._runner.changed.emit(CHANGED)


def test_each_stage_has_a_column_with_how_many_are_there(window: MainWindow):
    headings = painted.text(view(window)).splitlines()[2]
    for words in ("To ask 2", "Asked 1", "Replied 0", "Scheduled 0", "Held 1", "Thanked 0", "In touch 0", "Closed 0"):
        assert words in headings
    assert columns(window) == {"To ask": ["Ana Ruiz", "Bo Chen"], "Asked": ["Łukasz Żak"], "Held": ["Chloé Dubois"]}


def test_a_card_tells_name_work_what_is_next_and_the_direction(window: MainWindow):
    assert painted.rows(people_at(window, "To ask")) == [
        "Ana Ruiz | Analyst · Oxfam | since today | Data for good",
        "Bo Chen | Oxfam | since today",
    ]
    (asked,) = painted.rows(people_at(window, "Asked"))
    assert asked.startswith("Łukasz Żak | Engineer · Acme | Follow up · ")
    assert asked.endswith(" d late")


def test_a_screen_reader_says_all_of_a_card(window: MainWindow):
    to_ask = people_at(window, "To ask")
    told = to_ask.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Ana Ruiz, Analyst · Oxfam, since today, Data for good"
    asked = people_at(window, "Asked").model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert asked.startswith("Łukasz Żak, Engineer · Acme, Follow up, ")
    assert asked.endswith(" days late")


def test_it_says_once_how_people_move(window: MainWindow):
    assert painted.text(view(window)).count("People move here by what you log.") == 1


def test_an_empty_board_says_what_to_do_first(people: dict[str, int], open_window: OpenWindow):  # noqa: ARG001
    window = open_window()
    hand.press(window, "Board")
    assert "Nobody is on the way yet." in painted.text(view(window))
    hand.press(view(window), "Choose people")
    assert window._go.key == "people"


def test_arrows_go_down_a_column_and_to_the_next_in_which_there_is_anybody(window: MainWindow):
    assert current(window) == "To ask: Ana Ruiz"
    hand.press_key(Qt.Key.Key_Down)
    assert current(window) == "To ask: Bo Chen"
    hand.press_key(Qt.Key.Key_Right)
    assert current(window) == "Asked: Łukasz Żak"
    hand.press_key(Qt.Key.Key_Right, times=2)
    assert current(window) == "Held: Chloé Dubois"
    hand.press_key(Qt.Key.Key_Left, times=2)
    assert current(window) == "To ask: Ana Ruiz"


def test_the_column_one_is_in_comes_into_sight(book: Book, window: MainWindow, qtbot: Any):
    bring_to(book, book.add("Zoë Zimmer"), Stage.CLOSED)
    window._runner.changed.emit(CHANGED)
    window.resize(900, 600)
    hand.press_key(Qt.Key.Key_Right, times=3)
    assert current(window) == "Closed: Zoë Zimmer"
    scroll = view(window).findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)

    def is_in_sight() -> bool:
        closed = people_at(window, "Closed")
        left = closed.mapTo(scroll.viewport(), QPoint(0, 0)).x()
        return left >= 0 and left + closed.width() <= scroll.viewport().width()

    qtbot.waitUntil(is_in_sight)


@pytest.mark.usefixtures("on_the_way")
def test_one_comes_for_the_people_however_long_they_take_to_be_read(open_window: OpenWindow, runner: InstantRunner):
    window = open_window(window_size=[1280, 800])
    hand.find(window, "Contact list").setFocus()
    with runner.held():
        window._go.open_key("board")
        assert columns(window) == {}
    assert people_at(window, "To ask").hasFocus()
    assert current(window) == "To ask: Ana Ruiz"


def test_enter_opens_the_person(window: MainWindow):
    hand.press_key(Qt.Key.Key_Right)
    hand.press_key(Qt.Key.Key_Return)
    assert window._go.key == "people"
    assert hand.field(window, "Given name").text() == "Łukasz"


def test_a_double_click_opens_the_person(window: MainWindow):
    held = people_at(window, "Held")
    hand.click_row(held, 0)
    QTest.mouseDClick(
        held.viewport(), Qt.MouseButton.LeftButton, pos=held.visualRect(held.model().index(0, 0)).center()
    )
    assert hand.field(window, "Given name").text() == "Chloé"


def test_who_is_selected_here_is_selected_everywhere(window: MainWindow):
    hand.click_row(people_at(window, "Held"), 0)
    assert current(window) == "Held: Chloé Dubois"
    hand.press(window, "People")
    assert hand.field(window, "Given name").text() == "Chloé"
    hand.click_row(window._people.contacts.table, 1)
    hand.press(window, "Board")
    assert current(window) == "To ask: Bo Chen"


def test_what_is_done_with_a_person_is_done_with_the_card_one_is_on(window: MainWindow, book: Book):
    window._people.contacts.table.selectAll()
    hand.press_key(Qt.Key.Key_Right)
    hand.press_key(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert book.names() == ["Ana Ruiz", "Bo Chen", "Chloé Dubois"]


@pytest.mark.usefixtures("window")
def test_what_happened_is_logged_with_the_card_one_is_on(book: Book, on_the_way: dict[str, int]):
    hand.press_key(Qt.Key.Key_Right)
    hand.press_key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    hand.press_key(Qt.Key.Key_C)
    (latest,) = book.read.rows("SELECT contact_id, kind FROM touch ORDER BY id DESC LIMIT 1")
    assert latest == (on_the_way["Łukasz"], "called")


def test_the_heading_lists_the_same_people_among_the_contacts(window: MainWindow):
    hand.press(window, "To ask 2, show in People")
    assert window._go.key == "people"
    assert hand.field(window, "Filter contacts").text() == 'stage:"to ask"'
    assert [row.split(" | ")[0] for row in painted.rows(window._people.contacts.table)] == ["Ana Ruiz", "Bo Chen"]


def test_chips_leave_one_direction(window: MainWindow):
    hand.press(window, "Data for good 1")
    assert columns(window) == {"To ask": ["Ana Ruiz"]}
    assert painted.rows(people_at(window, "To ask")) == ["Ana Ruiz | Analyst · Oxfam | since today"]
    hand.press(window, "All 4")
    assert len(columns(window)) == 3


def test_who_is_logged_moves_and_stays_selected_and_undo_brings_them_back(
    window: MainWindow, book: Book, on_the_way: dict[str, int]
):
    log(window, book, on_the_way["Ana"], TouchKind.ASKED)
    assert columns(window)["Asked"] == ["Łukasz Żak", "Ana Ruiz"]
    assert current(window) == "Asked: Ana Ruiz"
    assert people_at(window, "Asked").hasFocus()
    hand.press_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert current(window) == "To ask: Ana Ruiz"
    assert people_at(window, "To ask").hasFocus()
    hand.press_key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert current(window) == "Asked: Ana Ruiz"


def test_where_the_selected_person_is_deleted_the_next_one_takes_their_place(
    window: MainWindow, book: Book, on_the_way: dict[str, int]
):
    book.delete(on_the_way["Ana"])
    window._runner.changed.emit(frozenset({"contact"}))
    assert current(window) == "To ask: Bo Chen"
    book.delete(on_the_way["Bo"])
    window._runner.changed.emit(frozenset({"contact"}))
    assert current(window) == "Asked: Łukasz Żak"
    for name in ("Łukasz", "Chloé"):
        book.delete(on_the_way[name])
    window._runner.changed.emit(frozenset({"contact"}))
    assert "Nobody is on the way yet." in painted.text(view(window))
    assert window.focusWidget() is not None
    book.undo()
    window._runner.changed.emit(frozenset({"contact"}))
    assert columns(window) == {"Held": ["Chloé Dubois"]}


def test_two_people_who_are_made_one_are_one_card(window: MainWindow, book: Book, on_the_way: dict[str, int]):
    merges.merge(book.store, kept_id=on_the_way["Łukasz"], other_id=on_the_way["Ana"], choices={})
    window._runner.changed.emit(CHANGED)
    assert columns(window)["To ask"] == ["Bo Chen"]
    assert len(columns(window)["Asked"]) == 1


def test_what_happens_while_another_view_is_open_is_there_on_coming_back(
    window: MainWindow, book: Book, on_the_way: dict[str, int]
):
    hand.press(window, "People")
    log(window, book, on_the_way["Bo"], TouchKind.CLOSED)
    hand.press(window, "Board")
    assert columns(window)["Closed"] == ["Bo Chen"]


def test_long_names_stay_within_their_card(book: Book, open_window: OpenWindow):
    bring_to(book, book.add("Wolfeschlegelsteinhausenbergerdorff von und zu Hohenstaufen"), Stage.TO_ASK)
    window = open_window(window_size=[900, 600])
    hand.press(window, "Board")
    (row,) = painted.rows(people_at(window, "To ask"))
    assert "…" in row


def test_thousands_in_a_column_are_read_page_by_page(book: Book, open_window: OpenWindow):
    count = 300
    book.take_in(connection(f"Person {number:03}") for number in range(count))
    short_list.want_to_talk_to(book.store, contact_ids=range(1, count + 1))
    window = open_window()
    hand.press_key(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    to_ask = people_at(window, "To ask")
    assert to_ask.model().rowCount() == count
    hand.press_key(Qt.Key.Key_End)
    assert painted.rows(to_ask)[-1].startswith("Person 299")
    assert len(view(window)._columns[0]._pages._pages) <= 3


def test_every_label_is_plain_text(window: MainWindow):
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in view(window).findChildren(Label))


def test_a_direction_that_does_not_fit_is_left_to_the_filter(window: MainWindow, book: Book, people: dict[str, int]):
    bring_to(book, people["Bo"], Stage.TO_ASK, direction="Evaluation of public health programmes")
    window._runner.changed.emit(CHANGED | {"short_list"})
    assert not [row for row in painted.rows(people_at(window, "To ask")) if row.endswith("…")]
