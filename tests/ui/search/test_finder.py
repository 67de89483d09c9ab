"""The search field: people and commands, from anywhere, without the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from infoview_desktop.ui.people.new_contact import NewContactSheet
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand
from tests.ui.conftest import OpenWindow
from tests.ui.instant_runner import InstantRunner

CONTROL = Qt.KeyboardModifier.ControlModifier


def results(window: MainWindow) -> list[str]:
    """What is offered, `>` before what Enter would take."""
    found = [each for each in hand.visible(window, kind=QListWidget) if isinstance(each, QListWidget)]
    return [
        f"{'>' if row == results.currentRow() else ' '} {' '.join(results.item(row).text().split())}"
        for results in found
        for row in range(results.count())
    ]


def search(window: MainWindow, typed: str) -> list[str]:
    hand.press_key(Qt.Key.Key_K, CONTROL)
    assert hand.field(window, "Search").hasFocus()
    hand.type_text(hand.field(window, "Search"), typed)
    return results(window)


def test_ctrl_k_finds_people_without_accents(window: MainWindow):
    assert search(window, "lukasz") == ["> Łukasz Żak Engineer · Acme"]


def test_it_is_reached_from_within_a_field_which_stays_as_it_is(window: MainWindow):
    hand.field(window, "Position").setFocus()
    assert search(window, "lukasz") == ["> Łukasz Żak Engineer · Acme"]
    hand.press_key(Qt.Key.Key_Escape)
    assert hand.field(window, "Position").hasFocus()
    assert hand.field(window, "Position").text() == "Analyst"


def test_it_finds_by_organization_too(window: MainWindow):
    assert search(window, "oxf") == ["> Ana Ruiz Analyst · Oxfam", "  Bo Chen Oxfam"]


def test_enter_goes_to_the_person_from_any_view(window: MainWindow):
    window._open_view(0)
    search(window, "lukasz")
    hand.press_key(Qt.Key.Key_Return)
    assert hand.field(window, "Given name").text() == "Łukasz"
    assert results(window) == []
    assert hand.field(window, "Search").text() == ""


def test_up_and_down_choose_round_and_round(window: MainWindow):
    search(window, "oxf")
    hand.press_key(Qt.Key.Key_Down)
    assert results(window)[1].startswith("> Bo")
    hand.press_key(Qt.Key.Key_Down)
    assert results(window)[0].startswith("> Ana")
    hand.press_key(Qt.Key.Key_Up)
    hand.press_key(Qt.Key.Key_Return)
    assert hand.field(window, "Given name").text() == "Bo"


def test_a_press_of_the_mouse_chooses(window: MainWindow):
    search(window, "oxf")
    popup = window._finder._popup.list
    place = popup.visualItemRect(popup.item(1)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert hand.field(window, "Given name").text() == "Bo"


def test_escape_gives_up_and_goes_back_to_where_one_was(window: MainWindow):
    contact_list = hand.find(window, "Contact list")
    contact_list.setFocus()
    search(window, "oxf")
    hand.press_key(Qt.Key.Key_Escape)
    assert results(window) == []
    assert contact_list.hasFocus()


def test_commands_are_found_by_their_words(window: MainWindow):
    assert search(window, "new con") == ["> New contact Ctrl+N"]
    hand.press_key(Qt.Key.Key_Return)
    assert any(sheet.isVisible() for sheet in window.findChildren(NewContactSheet))


@pytest.mark.parametrize(
    ("words", "command"),
    [("insi", "Insights Alt+3"), ("dark", "Dark colours"), ("linkedin prof", "Open LinkedIn profile")],
)
def test_what_menus_offer_is_found_as_well(words: str, command: str, window: MainWindow):
    assert search(window, words) == [f"> {command}"]


def test_the_profile_of_somebody_who_has_none_is_not_offered(window: MainWindow):
    window._people.select(3)
    assert search(window, "linkedin prof") == ["  Nothing is called so."]


def test_a_command_that_cannot_be_used_is_not_offered(open_window: OpenWindow):
    window = open_window()
    assert search(window, "undo") == ["  Nothing is called so."]


def test_the_step_that_undo_would_take_back_can_be_found(book: Book, open_window: OpenWindow):
    book.add("R&D Ruiz")
    window = open_window()
    assert search(window, "undo") == ["> Undo New contact R&D Ruiz Ctrl+Z"]
    hand.press_key(Qt.Key.Key_Return)
    assert book.names() == []


def test_it_says_so_where_nothing_is_called_so(window: MainWindow):
    assert search(window, "qqq") == ["  Nothing is called so."]
    hand.press_key(Qt.Key.Key_Return)
    assert hand.field(window, "Search").text() == "qqq"


def test_signs_alone_find_nothing_and_harm_nothing(window: MainWindow):
    assert search(window, '" * ( -') == ["  Nothing is called so."]


def test_an_answer_that_is_out_of_date_is_not_shown(window: MainWindow, runner: InstantRunner):
    with runner.held():
        search(window, "oxf")
        hand.type_into(window, "Search", "lukasz")
    assert results(window) == ["> Łukasz Żak Engineer · Acme"]


def test_an_answer_that_comes_after_one_has_left_is_not_shown(window: MainWindow, runner: InstantRunner):
    with runner.held():
        search(window, "oxf")
        hand.find(window, "Contact list").setFocus()
    assert results(window) == []
