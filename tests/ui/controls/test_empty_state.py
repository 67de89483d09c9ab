import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.theme.theme import Theme

SENTENCE = "Nobody here yet. Drop your LinkedIn export on this window, or add one person."


def middle_of(widget: QWidget, pane: QWidget) -> QPoint:
    return widget.mapTo(pane, widget.rect().center())


def test_its_button_does_what_there_is_to_do(theme: Theme, qtbot):
    state = EmptyState(theme, SENTENCE, "Import", icon="people")
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.activated):
        qtbot.mouseClick(state.findChild(QPushButton), Qt.MouseButton.LeftButton)


def test_a_second_button_does_what_one_can_do_instead(theme: Theme, qtbot):
    state = EmptyState(theme, SENTENCE, "Import", other_text="Try")
    qtbot.addWidget(state)
    first, other = state.findChildren(QPushButton)
    assert state.focusProxy() is first
    with qtbot.waitSignal(state.other_activated):
        qtbot.mouseClick(other, Qt.MouseButton.LeftButton)


def test_it_may_have_no_button(theme: Theme, qtbot):
    state = EmptyState(theme, SENTENCE)
    qtbot.addWidget(state)
    assert state.findChild(QPushButton) is None


@pytest.mark.parametrize("width", [240, 600])
def test_it_stands_in_the_middle_and_shows_the_whole_sentence(theme: Theme, width: int, qtbot):
    pane = QWidget()
    qtbot.addWidget(pane)
    state = EmptyState(theme, SENTENCE, "Import", icon="people", parent=pane)
    state.resize(width, 400)
    with qtbot.waitExposed(pane):
        pane.show()
    sentence, button = state.findChild(QLabel), state.findChild(QPushButton)
    assert abs(middle_of(sentence, state).x() - width // 2) <= 1
    assert abs(middle_of(button, state).x() - width // 2) <= 1
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    assert sentence.geometry().bottom() < button.geometry().top()


def test_it_can_say_something_else(theme: Theme, qtbot):
    state = EmptyState(theme, SENTENCE)
    qtbot.addWidget(state)
    state.set_sentence("Nobody matches <b>the filter</b>.")
    sentence = state.findChild(QLabel)
    assert sentence.text() == "Nobody matches <b>the filter</b>."
    assert sentence.textFormat() == Qt.TextFormat.PlainText
