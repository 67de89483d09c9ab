"""Whatever can take the focus or be clicked has a name, which is or begins with what one sees of it."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from infoview_desktop.domain import known_error
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.commands import MENUS
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.rail import VIEWS
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.window.trouble_dialog import TroubleDialog
from tests.book import Book
from tests.linkedin_people import write_connections
from tests.notes import write_note
from tests.ui import hand
from tests.ui.conftest import OpenWindow

_HELPERS = ("qt_", "QLineEditIconButton")
"""Parts of Qt's own widgets, reached through these."""


def controls(root: QWidget) -> Iterator[QWidget]:
    """What can take the focus or be clicked, also what is out of sight now."""
    for widget in (root, *root.findChildren(QWidget)):
        is_helper = widget.objectName().startswith("qt_") or type(widget).__name__ in _HELPERS
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.focusProxy()
        if (
            not is_helper
            and not isinstance(widget, QHeaderView)
            and (takes_focus or isinstance(widget, QAbstractButton | QComboBox | QAbstractItemView))
        ):
            yield widget


def seen_of(widget: QWidget) -> str:
    """The words one sees of a control: its own, the label's before it, or its tool tip's."""
    for label in widget.window().findChildren(QLabel):
        if isinstance(label, QLabel) and label.buddy() is widget:
            return label.text()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text().replace("&&", "&")
    return unescape(re.sub(r"<[^>]*>", "", widget.toolTip()))


def misnamed(root: QWidget) -> list[str]:
    """The controls that a screen reader would call otherwise than one sees them, or not at all."""
    found = []
    for widget in controls(root):
        name, seen = hand.name_of(widget), seen_of(widget)
        if not name or not name.startswith(seen):
            found.append(f"{type(widget).__name__} {seen!r} is called {name!r}")
    return found


def texts(menu: QMenu) -> set[str]:
    """The words of every action of a menu and of the menus in it."""
    actions = [action for action in menu.actions() if not action.isSeparator()]
    return {action.text() for action in actions}.union(*(texts(action.menu()) for action in actions if action.menu()))


def menu_of(window: MainWindow, name: str) -> QMenu:
    button = hand.find(window, name)
    assert isinstance(button, QToolButton | QPushButton)
    return button.menu()


def test_every_view(window: MainWindow):
    for view in VIEWS:
        hand.press(window, view.title)
        assert misnamed(window) == []


def test_all_notes(book: Book, people: dict[str, int], open_window: OpenWindow):
    write_note(book, "Before we talk\nShe works on #data & maps.", contact_id=people["Ana"])
    write_note(book, "Whom they help", organization_id=book.read.value("SELECT min(id) FROM organization"))
    window = open_window(view="notes")
    assert misnamed(window) == []
    window._others.organizations.show(book.read.value("SELECT min(id) FROM organization"))
    window._others.organizations.view.page._known._tabs.setCurrentIndex(1)
    assert misnamed(window) == []


def test_an_empty_book(open_window: OpenWindow):
    assert misnamed(open_window()) == []


def test_a_book_that_cannot_be_changed(open_window: OpenWindow):
    assert misnamed(open_window(read_only=known_error.read_only())) == []


@pytest.mark.usefixtures("people")
def test_a_wide_table(open_window: OpenWindow):
    window = open_window(window_size=[1700, 800], panes_shown=[False, False])
    assert misnamed(window) == []


def test_what_the_window_says_after_a_change_and_while_one_searches(window: MainWindow):
    hand.type_into(window, "Position", "Boss")
    hand.press_key(Qt.Key.Key_Return)
    hand.type_into(window, "Search", "ana")
    assert misnamed(window) == []


def test_nobody_matches(window: MainWindow):
    hand.type_into(window, "Filter contacts", "nobody is called so")
    assert misnamed(window) == []


def test_the_import(window: MainWindow, tmp_path: Path):
    write_connections(tmp_path / "Connections.csv", 100)
    window.offer([tmp_path / "Connections.csv", tmp_path / "gone.csv"])
    assert misnamed(window) == []
    hand.press(window, "Cancel")
    assert hand.find(window, "Close")
    assert misnamed(window) == []


def test_the_progress_of_an_import(window: MainWindow, tmp_path: Path):
    with window._runner.held():
        window.offer([tmp_path / "gone.csv"])
        window._imports._slow.timeout.emit()
        assert hand.find(window, "Cancel")
        assert misnamed(window) == []


def test_a_new_contact(window: MainWindow):
    hand.press(window, "New contact", kind=QPushButton)
    sheet = window.findChild(Sheet)
    assert isinstance(sheet, Sheet)
    assert misnamed(sheet) == []


def test_a_book_that_cannot_be_opened(theme: Theme, qtbot: object):
    del qtbot
    dialog = TroubleDialog(theme, "The book is damaged.", backup_of="yesterday")
    assert misnamed(dialog) == []
    dialog.deleteLater()


RAIL = {"Today", "People", "Organizations", "Insights", "Referrals", "Progress"}
PANES = {"Contacts", "Calendar", "Notes"}
CONTROLS = {"Search", "Contact list", "Filter contacts", "Import", "New contact", "Settings", "Menu"}


def test_names_that_scripts_and_screen_readers_rely_on(window: MainWindow):
    assert {hand.name_of(widget) for widget in hand.visible(window)} >= RAIL | PANES | CONTROLS


def test_the_title_of_the_window_begins_with_the_name_of_the_program(window: MainWindow):
    assert window.windowTitle().startswith("InfoView")


def test_undo_and_redo_begin_with_their_words_and_go_on_with_the_step(window: MainWindow):
    hand.press_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {"Undo New contact Bo Chen", "Redo Edit tags of Ana Ruiz"} <= texts(menu_of(window, "Menu"))


def test_panes_are_called_by_their_headings(window: MainWindow):
    for name in ("Contacts", "Calendar", "Notes"):
        panes = [widget for widget in hand.visible(window) if hand.name_of(widget) == name]
        roles = {QAccessible.queryAccessibleInterface(pane).role() for pane in panes}
        assert roles - {QAccessible.Role.StaticText, QAccessible.Role.PageTab}


def test_what_a_small_menu_offers_is_in_the_large_one_too(window: MainWindow):
    renamed = {"Delete": "Delete person"}
    large = texts(menu_of(window, "Menu"))
    for name in ("Name, sort by", "More"):
        assert {renamed.get(text, text) for text in texts(menu_of(window, name))} <= large


def test_no_two_commands_have_the_same_keys(window: MainWindow):
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert len(window.actions()) >= sum(1 for _, commands in MENUS for each in commands if each)


def test_everything_in_sight_is_reached_with_the_keyboard(window: MainWindow):
    reached = set()
    for _ in range(60):
        hand.press_key(Qt.Key.Key_Tab)
        reached.add(hand.name_of(window.focusWidget()))
    clickable = (widget for widget in controls(window) if widget.isVisible() and not isinstance(widget, QTabBar))
    beside_escape = {"Clear"}
    by_arrows = {view.title for view in VIEWS}
    assert {hand.name_of(widget) for widget in clickable} - beside_escape - by_arrows - {""} <= reached
    assert by_arrows & reached


def test_tab_goes_through_the_contacts_as_they_are_read(window: MainWindow):
    hand.find(window, "Name, sort by").setFocus()
    names = ["Name, sort by"]
    for _ in range(6):
        hand.press_key(Qt.Key.Key_Tab)
        names.append(hand.name_of(window.focusWidget()))
    assert names == ["Name, sort by", "Filter contacts", "All", "alumni 2", "data 1", "lima 1", "Contact list"]


def test_arrows_go_along_the_rail(window: MainWindow):
    hand.find(window, "People").setFocus()
    hand.press_key(Qt.Key.Key_Down)
    assert hand.name_of(window.focusWidget()) == "Short list"


def test_tabs_are_named(window: MainWindow):
    tabs = window.findChild(QTabBar)
    assert isinstance(tabs, QTabBar)
    told = QAccessible.queryAccessibleInterface(tabs)
    names = [told.child(number).text(QAccessible.Text.Name) for number in range(told.childCount())]
    assert names[:2] == ["Notes", "About"]
