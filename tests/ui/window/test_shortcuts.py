"""Every command has its keys, no two the same, in the menus and on one page."""

import importlib
import pkgutil
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView

from infoview_desktop import ui
from infoview_desktop.ui.controls.chip import Chip
from infoview_desktop.ui.controls.fitting_scroll import FittingScroll
from infoview_desktop.ui.keys import KeyGroup
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.commands import MENUS
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.rail import VIEWS
from infoview_desktop.ui.window.shortcuts_sheet import KEY_GROUPS, ShortcutsSheet
from infoview_desktop.ui.wording import said
from tests.ui import hand

COMMANDS = [command for _, commands in MENUS for command in commands if command]


def the_page(window: MainWindow) -> list[str]:
    """All that is on the page, also where one has to scroll."""
    sheet = hand.find(window, "Keyboard shortcuts", kind=ShortcutsSheet)
    return [label.text() for label in sheet.findChildren(QLabel)]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_keys_that_are_shown_in_the_menu(command):
    assert command.shortcuts
    assert all(not sequence.isEmpty() for sequence in command.shortcuts)


def test_no_two_actions_of_the_window_have_the_same_keys(window: MainWindow):
    actions = [*window.actions(), window._people.show_calendar, window._people.show_person]
    keys = Counter(sequence.toString() for action in actions for sequence in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.usefixtures("qapp")
def test_no_command_takes_the_keys_of_who_is_typing():
    typing = [
        getattr(QKeySequence.StandardKey, name)
        for name in ("Copy", "Cut", "Paste", "SelectAll", "DeleteStartOfWord", "DeleteEndOfWord")
    ]
    taken = {sequence.toString() for key in typing for sequence in QKeySequence.keyBindings(key)}
    assert not taken & {sequence.toString() for command in COMMANDS for sequence in command.shortcuts}


@pytest.mark.parametrize("key", ["F1", "Ctrl+?"])
def test_the_page_comes_up_by_key(key: str, window: MainWindow):
    combination = QKeySequence(key)[0]
    hand.press_key(combination.key(), combination.keyboardModifiers())
    assert the_page(window)


def test_the_page_has_every_command_view_and_list(window: MainWindow):
    window.resize(1280, 1400)
    hand.menu_action(hand.find(window, "Menu").menu(), "Help", "Keyboard shortcuts").trigger()
    lines = the_page(window)
    for command in COMMANDS:
        assert command.title in lines
        assert command.shown_shortcuts[0].toString(QKeySequence.SequenceFormat.NativeText) in lines
    for view in VIEWS:
        assert view.title in lines
    for group in KEY_GROUPS:
        assert all(said(hint.does) in lines for hint in group.hints)


def test_the_page_has_the_keys_of_every_widget_that_has_keys_of_its_own():
    modules = [importlib.import_module(found.name) for found in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}.")]
    known = [group for module in modules for group in vars(module).values() if isinstance(group, KeyGroup)]
    assert {said(group.title) for group in known} == {said(group.title) for group in KEY_GROUPS}


def test_help_is_the_last_part_of_the_menu(window: MainWindow):
    parts = [action.text() for action in hand.find(window, "Menu").menu().actions() if action.menu()]
    assert parts == ["File", "Edit", "Calendar", "View", "Help"]


def test_the_page_fits_into_a_small_window_and_scrolls_by_key(window: MainWindow):
    window.resize(window.minimumSize())
    hand.press_key(Qt.Key.Key_F1)
    sheet = hand.find(window, "Keyboard shortcuts", kind=ShortcutsSheet)
    close = hand.find(sheet, "Close", kind=QPushButton)
    assert window.rect().contains(close.mapTo(window, close.rect().bottomRight()))
    hand.press_key(Qt.Key.Key_Tab)
    page = sheet.focusWidget()
    before = page.verticalScrollBar().value()
    hand.press_key(Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > before


def test_where_there_is_no_room_for_two_columns_there_is_one(window: MainWindow, qapp):
    font = qapp.font()
    larger = qapp.font()
    larger.setPixelSize(20)
    qapp.setFont(larger)
    try:
        window.resize(window.minimumSize())
        hand.press_key(Qt.Key.Key_F1)
        sheet = hand.find(window, "Keyboard shortcuts", kind=ShortcutsSheet)
        page = hand.find(sheet, "Keyboard shortcuts", kind=FittingScroll)
        assert page.widget().width() <= page.viewport().width()
        assert all(chip.width() >= chip.sizeHint().width() for chip in page.findChildren(Chip))
    finally:
        qapp.setFont(font)


def test_the_keys_told_for_the_list_do_what_is_told(window: MainWindow, theme: Theme):
    assert theme
    table = hand.find(window, "Contact list")
    assert isinstance(table, QTableView)
    table.setFocus()
    hand.press_key(Qt.Key.Key_End)
    assert table.currentIndex().row() == 3
    hand.press_key(Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0


def test_whatever_stands_in_the_menus_has_keys(window: MainWindow):
    def actions_of(menu):
        for action in menu.actions():
            if not action.isSeparator():
                yield action
                yield from actions_of(action.menu()) if action.menu() and not action.shortcuts() else ()

    in_menus = actions_of(hand.find(window, "Menu").menu())
    keyless = [action.text() for action in in_menus if not action.shortcuts() and not action.menu()]
    assert keyless == []


@pytest.mark.parametrize(("key", "offered"), [("Ctrl+Alt+S", "In reverse"), ("Ctrl+Alt+C", "Location")])
def test_a_menu_of_the_list_opens_by_its_keys(window: MainWindow, key: str, offered: str):
    combination = QKeySequence(key)[0]
    hand.find(window, "Contact list").setFocus()
    hand.press_key(combination.key(), combination.keyboardModifiers())
    menu = QApplication.activePopupWidget()
    assert offered in hand.shown_in(menu)
    menu.close()
