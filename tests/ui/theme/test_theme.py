from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QSpinBox,
    QWidget,
)

from infoview_desktop.ui.theme.style_sheet import style_sheet
from infoview_desktop.ui.theme.theme import Scheme, Theme
from infoview_desktop.ui.theme.tokens import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("qapp")


class StyleHints(QObject):
    """The system, as far as it has a scheme."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 (Qt's own)

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Unknown

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 (Qt's own)
        return self.scheme

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:  # noqa: N802 (Qt's own)
        if scheme != Qt.ColorScheme.Unknown:
            self.turn(scheme)

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


class Application(QObject):
    """An application that is dressed without touching the one the tests run in."""

    fontChanged = Signal(QFont)  # noqa: N815 (Qt's own)

    def __init__(self) -> None:
        super().__init__()
        self.hints = StyleHints()
        self.palette = QPalette()
        self.sheet = ""

    def styleHints(self) -> StyleHints:  # noqa: N802 (Qt's own)
        return self.hints

    def font(self) -> QFont:
        return QFont()

    def setPalette(self, palette: QPalette, kind: str = "") -> None:  # noqa: N802 (Qt's own)
        if not kind:
            self.palette = palette

    def setStyleSheet(self, sheet: str) -> None:  # noqa: N802 (Qt's own)
        self.sheet = sheet


@pytest.fixture
def application() -> Application:
    return Application()


@pytest.fixture
def followed(application: Application, icons: Path) -> Theme:
    theme = Theme(icons=icons, application=application)
    theme.dress()
    return theme


def test_it_is_light_where_the_system_does_not_say(followed: Theme):
    assert followed.scheme is Scheme.SYSTEM
    assert followed.tokens is LIGHT


def test_it_follows_the_system(followed: Theme, application: Application, qtbot):
    with qtbot.waitSignal(followed.changed):
        application.hints.turn(Qt.ColorScheme.Dark)
    assert followed.tokens is DARK
    assert application.palette.color(QPalette.ColorRole.Window).name() == DARK.window
    assert DARK.pane in application.sheet


def test_what_the_user_wants_counts_more_than_the_system(followed: Theme, application: Application):
    followed.set_scheme(Scheme.LIGHT)
    application.hints.turn(Qt.ColorScheme.Dark)
    assert followed.tokens is LIGHT


def test_title_bars_are_asked_to_follow(followed: Theme, application: Application):
    followed.set_scheme(Scheme.DARK)
    assert application.hints.scheme == Qt.ColorScheme.Dark


def test_it_is_told_once_and_only_when_something_changes(followed: Theme):
    told = []
    followed.changed.connect(lambda: told.append(followed.tokens))
    followed.set_scheme(Scheme.DARK)
    followed.set_scheme(Scheme.DARK)
    assert told == [DARK]


def test_the_sheet_has_no_place_left_empty(icons: Path):
    assert "@" not in style_sheet(LIGHT, icons=icons, control_height=30)


def test_drawings_are_found_in_a_folder_with_a_space(tmp_path: Path):
    sheet = style_sheet(LIGHT, icons=tmp_path / "My icons", control_height=30)
    assert f'url("{tmp_path.as_posix()}/My icons/chevron-down.svg")' in sheet


def test_the_window_is_painted_again_when_the_scheme_changes(theme: Theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(40, 40)
    button = QPushButton(window)
    button.setGeometry(0, 0, 40, 30)
    assert window.grab().toImage().pixelColor(20, 38).name() == LIGHT.window
    theme.set_scheme(Scheme.DARK)
    image = window.grab().toImage()
    assert image.pixelColor(20, 38).name() == DARK.window
    assert image.pixelColor(20, 15).name() == DARK.pane


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("kind", [QPushButton, QComboBox, QLineEdit, QSpinBox, QDateEdit])
def test_controls_are_as_high_as_drawn(kind, qtbot):
    control = kind()
    qtbot.addWidget(control)
    control.ensurePolished()
    assert min(control.sizeHint().height(), control.maximumHeight()) == 30


@pytest.mark.usefixtures("theme")
def test_what_is_clicked_can_be_hit(qtbot):
    box, names, menu = QCheckBox("Remind me"), QListWidget(), QMenu()
    for widget in (box, names, menu):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    names.addItem("Ana Ruiz")
    action = menu.addAction("Import")
    assert box.sizeHint().height() >= 28
    assert names.sizeHintForRow(0) == 32
    assert menu.actionGeometry(action).height() >= 28


def test_the_outline_of_a_check_box_is_seen_in_the_dark(theme: Theme, qtbot):
    theme.set_scheme(Scheme.DARK)
    box = QCheckBox()
    qtbot.addWidget(box)
    image = box.grab().toImage()
    brightest = max(image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height()))
    assert brightest > 100


def test_links_and_marked_text_are_in_the_accent(theme: Theme, qapp: QApplication):
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Link).name() == theme.tokens.accent
    assert palette.color(QPalette.ColorRole.Highlight).name() == theme.tokens.accent
    assert palette.color(QPalette.ColorRole.HighlightedText).name() == theme.tokens.on_accent


def test_a_font_that_is_changed_is_changed_for_nobody_else(theme: Theme):
    font = theme.font("small")
    font.setWeight(QFont.Weight.Black)
    assert theme.font("small").weight() == QFont.Weight.Normal
