"""The rail: one view at a time, by mouse and by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QToolButton

from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.rail import Rail
from tests.ui import hand, painted

LATER = {
    "Insights": "What your conversations say when they are read together will stand here.",
    "Referrals": "Who introduced you to whom will stand here.",
    "Progress": "How far your search has come, from asked to thanked, will stand here.",
}


def opened(window: MainWindow) -> list[str]:
    """Which buttons of the rail say that theirs is open."""
    rail = window.findChild(Rail)
    assert isinstance(rail, Rail)
    return [button.text() for button in rail.findChildren(QToolButton) if button.isChecked()]


def view_text(window: MainWindow) -> str:
    return " ".join(painted.text(window._views).splitlines())


def test_only_the_name_of_the_open_view_stands_out(window: MainWindow, theme: Theme):
    rail = window.findChild(Rail)
    assert isinstance(rail, Rail)
    assert theme.font("small").weight() == QFont.Weight.Normal
    assert rail.width() >= max(button.sizeHint().width() for button in rail.findChildren(QToolButton))


def test_people_is_the_home_view(window: MainWindow):
    assert opened(window) == ["People"]
    assert "Ana Ruiz" in view_text(window)


def test_a_view_that_is_still_to_come_says_so_in_one_sentence(window: MainWindow):
    for name, sentence in LATER.items():
        hand.press(window, name)
        assert opened(window) == [name]
        assert view_text(window) == sentence


def test_alt_and_a_number_open_a_view(window: MainWindow):
    names = []
    for number in (1, 3, 4, 5, 6, 7, 8, 2):
        key = Qt.Key(Qt.Key.Key_0 + number)
        hand.press_key(key, Qt.KeyboardModifier.AltModifier)
        names += opened(window)
    assert names == ["Today", "Short list", "Board", "Organizations", "Insights", "Referrals", "Progress", "People"]


def test_a_view_opened_by_its_key_has_the_focus_where_one_begins(window: MainWindow):
    window.activateWindow()
    focused = []
    for number in (3, 5, 2):
        hand.press_key(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        widget = window.focusWidget()
        assert widget is not None
        focused.append(widget.accessibleName() or painted.text(widget))
    assert focused == ["Choose people", "Organization list", "Contact list"]


def test_pressing_the_open_view_keeps_it_open(window: MainWindow):
    hand.press(window, "People")
    assert opened(window) == ["People"]


def test_the_list_and_who_is_selected_are_still_there_on_coming_back(window: MainWindow):
    window._people.select(3)
    hand.type_into(window, "Filter contacts", "nurse")
    hand.press(window, "Today")
    hand.press(window, "People")
    assert hand.field(window, "Given name").text() == "Chloé"
    assert hand.field(window, "Filter contacts").text() == "nurse"


def test_what_is_being_typed_is_not_lost_on_leaving_the_view(window: MainWindow):
    hand.type_into(window, "Position", "Boss")
    hand.press_key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    hand.press_key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert hand.field(window, "Position").text() == "Boss"


def test_the_keyboard_is_not_lost_when_the_view_changes(window: MainWindow):
    hand.find(window, "Contact list").setFocus()
    hand.press_key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.focusWidget() is not None
    assert window.focusWidget().isVisible()


def test_ctrl_f_comes_back_to_the_people(window: MainWindow):
    hand.press(window, "Progress")
    hand.press_key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert opened(window) == ["People"]
    assert hand.field(window, "Filter contacts").hasFocus()


def test_enter_presses_the_button_that_has_the_focus(window: MainWindow):
    hand.find(window, "Insights").setFocus()
    hand.press_key(Qt.Key.Key_Return)
    assert opened(window) == ["Insights"]
