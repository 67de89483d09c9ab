import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from infoview_desktop.ui.controls.chip import Chip, ChipButton, chip_size, paint_chip
from infoview_desktop.ui.theme.theme import Scheme, Theme


def ground_of(widget: QWidget) -> str:
    """The colour just inside the left end of the pill."""
    return widget.grab().toImage().pixelColor(QPoint(7, widget.height() // 2)).name()


def painted(theme: Theme, text: str, width: int) -> QImage:
    image = QImage(200, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_chip(painter, QRect(0, 0, width, 20), text, "#000000", "#00ff00", theme.font("chip"))
    painter.end()
    return image


def test_a_chip_fills_its_place_with_the_ground(theme: Theme):
    image = painted(theme, "", 80)
    assert image.pixelColor(40, 10).name() == "#00ff00"
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(100, 10).alpha() == 0


def test_all_of_the_text_fits_into_the_size_of_a_chip(theme: Theme):
    for text in ("asked", "scheduled", "asked · 7 d", "to ask"):
        size = chip_size(text, theme.font("chip"))
        assert painted(theme, text, size.width()) != painted(theme, f"{text}…", size.width())
        assert painted(theme, text, size.width()) != painted(theme, f"{text[:-1]}…", size.width())


def test_long_text_stays_inside_the_chip(theme: Theme):
    image = painted(theme, "a very long word that does not fit", 60)
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(61, 200) for y in range(20))


def test_the_painter_is_left_as_it_was(theme: Theme):
    image = QImage(40, 20, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    font, pen = painter.font(), painter.pen()
    paint_chip(painter, QRect(0, 0, 40, 20), "x", "#000000", "#00ff00", theme.font("chip"))
    assert (painter.font(), painter.pen()) == (font, pen)
    painter.end()


def test_a_chip_takes_the_ground_of_its_tone_and_follows_the_scheme(theme: Theme, qtbot):
    chip = Chip(theme, "scheduled", tone="amber")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert ground_of(chip) == theme.tokens.amber_ground
    theme.set_scheme(Scheme.DARK)
    assert ground_of(chip) == theme.tokens.amber_ground


def test_a_chip_is_as_wide_as_its_text_needs(theme: Theme, qtbot):
    chip = Chip(theme, "scheduled")
    qtbot.addWidget(chip)
    assert chip.sizeHint().width() >= chip_size("scheduled", theme.font("chip")).width() - 1


@pytest.fixture
def button(theme: Theme, qtbot) -> ChipButton:
    button = ChipButton(theme, "To ask", count=41)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    return button


def test_a_chip_button_is_quiet_until_it_is_checked(button: ChipButton, theme: Theme, qtbot):
    assert ground_of(button) == theme.tokens.quiet
    with qtbot.waitSignal(button.toggled):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ground_of(button) == theme.tokens.accent
    theme.set_scheme(Scheme.DARK)
    assert ground_of(button) == theme.tokens.accent


def test_a_chip_button_can_be_hit(theme: Theme, qtbot):
    button = ChipButton(theme, "A")
    qtbot.addWidget(button)
    for size in (button.sizeHint(), button.minimumSizeHint()):
        assert size.width() >= 28
        assert size.height() >= 28


def test_a_chip_button_is_named_by_its_label_and_its_count(button: ChipButton):
    name = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
    assert name == "To ask 41"
    button.set_count(1200)
    assert button.text() == f"To ask {button.locale().toString(1200)}"
    button.set_count(None)
    assert button.text() == "To ask"


def test_an_ampersand_in_a_tag_is_no_shortcut(theme: Theme, qtbot):
    button = ChipButton(theme, "R&D", count=3)
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "R&D 3"


def test_a_chip_button_shows_its_focus_and_answers_the_space_bar(theme: Theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 80)
    other = QPushButton("Other", window)
    other.move(0, 40)
    button = ChipButton(theme, "Waiting", count=7)
    button.setParent(window)
    button.resize(button.sizeHint())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    before = button.grab().toImage()
    button.setFocus()
    after = button.grab().toImage()
    top = (button.height() - chip_size("Waiting 7", theme.font("chip")).height()) // 2 - 2
    middle = QPoint(button.width() // 2, top)
    assert before.pixelColor(middle).name() != theme.tokens.accent
    assert after.pixelColor(middle).name() == theme.tokens.accent
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked()
