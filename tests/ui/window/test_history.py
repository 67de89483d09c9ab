"""Undo and redo: in the menu with the name of the step, from the status line, and over a restart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from infoview_desktop.domain import known_error
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import history
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def edit_menu(window: MainWindow) -> list[str]:
    """What the menu says of undo and redo; what cannot be used is in brackets."""
    button = hand.find(window, "Menu")
    assert isinstance(button, QToolButton)
    menu = hand.menu_action(button.menu(), "Edit").menu()
    return hand.shown_in(menu)[:2]


def status(window: MainWindow) -> str:
    return painted.text(window._status).partition(" | Last backup")[0]


def test_an_untouched_book_has_nothing_to_undo(open_window: OpenWindow):
    assert edit_menu(open_window()) == ["(Undo)", "(Redo)"]


def test_the_menu_names_the_steps(window: MainWindow):
    assert edit_menu(window) == ["Undo Edit tags of Ana Ruiz", "(Redo)"]
    hand.press_key(Qt.Key.Key_Z, CONTROL)
    assert edit_menu(window) == ["Undo New contact Bo Chen", "Redo Edit tags of Ana Ruiz"]
    hand.press_key(Qt.Key.Key_Z, CONTROL, times=2)
    assert edit_menu(window) == ["Undo Import of 2 people", "Redo New contact Chloé Dubois"]


@pytest.mark.parametrize("redo", [(Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)], ids=["y", "shift-z"])
def test_everything_can_be_undone_and_done_again(
    redo: tuple[Qt.Key, Qt.KeyboardModifier], window: MainWindow, book: Book
):
    whole = book.rows()
    hand.press_key(Qt.Key.Key_Z, CONTROL, times=4)
    assert book.names() == []
    assert edit_menu(window) == ["(Undo)", "Redo Import of 2 people"]
    assert status(window) == "Undone: Import of 2 people"
    hand.press_key(*redo, times=4)
    assert book.rows() == whole
    assert status(window) == "Done again: Edit tags of Ana Ruiz · | Undo"


def test_an_ampersand_in_a_name_is_no_shortcut(book: Book, open_window: OpenWindow):
    book.add("R&D Ruiz")
    assert edit_menu(open_window())[0] == "Undo New contact R&&D Ruiz"


def test_a_new_step_ends_what_could_be_done_again(window: MainWindow):
    hand.press_key(Qt.Key.Key_Z, CONTROL)
    hand.type_into(window, "Position", "Boss")
    hand.press_key(Qt.Key.Key_Return)
    assert edit_menu(window) == ["Undo Edit position of Ana Ruiz", "(Redo)"]


def test_the_status_line_offers_undo_for_exactly_what_was_done(window: MainWindow):
    hand.type_into(window, "Position", "Boss")
    hand.press_key(Qt.Key.Key_Return)
    assert status(window) == "Ana Ruiz changed · | Undo"
    hand.press(window, "Undo Ana Ruiz changed")
    assert status(window) == "Undone: Edit position of Ana Ruiz"
    assert hand.field(window, "Position").text() == "Analyst"


def test_undo_in_the_status_line_is_reached_by_the_keyboard(window: MainWindow):
    hand.type_into(window, "Position", "Boss")
    hand.press_key(Qt.Key.Key_Return)
    for _ in range(40):
        hand.press_key(Qt.Key.Key_Tab)
        if hand.name_of(window.focusWidget()) == "Undo Ana Ruiz changed":
            break
    hand.press_key(Qt.Key.Key_Return)
    assert hand.field(window, "Position").text() == "Analyst"


def test_the_keyboard_is_not_lost_with_the_undo_that_goes_away(window: MainWindow):
    hand.type_into(window, "Position", "Boss")
    hand.press_key(Qt.Key.Key_Return)
    undo = hand.find(window, "Undo Ana Ruiz changed")
    undo.setFocus()
    QTest.keyClick(undo, Qt.Key.Key_Space)
    assert window.focusWidget() is not None
    assert window.focusWidget().isVisible()


def test_what_cannot_be_undone_any_more_says_why(window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    def refuse(_store: object) -> Outcome[Phrase]:
        raise known_error.cannot_step("Edit tags of Ana Ruiz")

    monkeypatch.setattr(history, "undo", refuse)
    hand.press_key(Qt.Key.Key_Z, CONTROL)
    assert status(window).startswith("Edit tags of Ana Ruiz cannot be undone or redone: the book has changed since.")


def test_a_long_sentence_gives_way_and_is_whole_in_the_tip(window: MainWindow):
    window.resize(760, 520)
    sentence = "This is a sentence that goes on and on. " * 10
    window.say(sentence.strip())
    assert "…" in status(window)
    assert sentence.strip() in window._status._said.toolTip()
    assert window.width() == 760


def test_it_says_when_the_last_backup_was_made(window: MainWindow):
    assert "Last backup 07/06/2026 12:00" in painted.text(window._status)


def test_an_empty_book_has_no_backup_to_speak_of(open_window: OpenWindow):
    assert "Last backup" not in painted.text(open_window()._status)
