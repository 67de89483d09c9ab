"""Whatever has the focus shows it, and nothing moves."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QToolButton,
    QWidget,
)

from infoview_desktop.ui.theme.theme import Scheme, Theme


def a_list() -> QListWidget:
    names = QListWidget()
    names.addItems(["Ana Ruiz", "Bo Chen"])
    names.setCurrentRow(0)
    return names


def a_table() -> QTableWidget:
    table = QTableWidget(2, 2)
    table.setItem(0, 0, QTableWidgetItem("Ana Ruiz"))
    table.setCurrentCell(0, 0)
    return table


def a_tab_bar() -> QTabBar:
    tabs = QTabBar()
    tabs.addTab("Notes")
    tabs.addTab("About")
    return tabs


def a_text_button() -> QPushButton:
    button = QPushButton("Later")
    button.setProperty("kind", "text")
    return button


CONTROLS: list[Callable[[], QWidget]] = [
    lambda: QPushButton("Import"),
    a_text_button,
    QToolButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QSpinBox,
    QDateEdit,
    lambda: QCheckBox("Remind me"),
    lambda: QRadioButton("Light"),
    a_list,
    a_table,
    a_tab_bar,
]


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    return window


def shown(window: QWidget, make: Callable[[], QWidget], qtbot) -> QWidget:
    control = make()
    control.setParent(window)
    other = QPushButton("Other", window)
    control.setGeometry(QRect(10, 10, 200, 100 if control.sizeHint().height() > 60 else control.sizeHint().height()))
    other.setGeometry(10, 150, 80, 30)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    return control


def in_accent(image: QImage, theme: Theme) -> int:
    accent = QColor(theme.tokens.accent)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(pixel == accent for pixel in pixels)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("make", CONTROLS)
def test_a_ring_in_the_accent_is_seen(theme: Theme, window: QWidget, make, scheme: Scheme, qtbot):
    theme.set_scheme(scheme)
    control = shown(window, make, qtbot)
    before = in_accent(control.grab().toImage(), theme)
    control.setFocus()
    assert control.hasFocus()
    after = in_accent(control.grab().toImage(), theme)
    assert after - before > 2 * control.fontMetrics().height()


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("make", CONTROLS)
def test_nothing_moves_when_the_focus_comes(window: QWidget, make, qtbot):
    control = shown(window, make, qtbot)
    before = control.sizeHint()
    control.setFocus()
    assert control.sizeHint() == before


@pytest.mark.usefixtures("theme")
def test_the_label_of_a_button_stays_where_it_is(window: QWidget, qtbot):
    button = shown(window, lambda: QPushButton("Import"), qtbot)
    inside = button.rect().adjusted(8, 3, -8, -3)
    before = button.grab(inside).toImage()
    button.setFocus()
    assert button.grab(inside).toImage() == before
