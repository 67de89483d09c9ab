import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QPixmap
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.controls.buttons import IconButton, PrimaryButton, SecondaryButton, TextButton
from infoview_desktop.ui.theme.theme import Scheme, Theme
from tests.ui.theme.pixels import colours

BUTTONS = [PrimaryButton, SecondaryButton, TextButton]


def grabbed(widget: QWidget) -> QImage:
    """The widget by itself, on a clear ground."""
    widget.resize(widget.sizeHint())
    pixmap = QPixmap(widget.size())
    pixmap.fill(Qt.GlobalColor.transparent)
    widget.render(pixmap, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    return pixmap.toImage()


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("kind", BUTTONS)
def test_a_button_can_be_hit_and_is_named_by_its_label(theme: Theme, kind, qtbot):
    button = kind(theme, "Go", icon="mail")
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= 30
    assert button.sizeHint().width() >= 28
    assert name_of(button) == "Go"


def test_an_icon_button_can_be_hit_and_is_named_by_its_tool_tip(theme: Theme, qtbot):
    button = IconButton(theme, "more", "More")
    qtbot.addWidget(button)
    assert button.minimumSize() == QSize(28, 28)
    assert name_of(button) == "More"
    assert "More" in button.toolTip()
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_only_the_primary_button_is_in_the_accent(theme: Theme, scheme: Scheme, qtbot):
    theme.set_scheme(scheme)
    for kind in BUTTONS:
        button = kind(theme, "Go")
        qtbot.addWidget(button)
        assert (theme.tokens.accent in colours(grabbed(button))) == (kind is PrimaryButton)


def test_only_the_text_button_has_no_hairline(theme: Theme, qtbot):
    for kind, hairline in ((SecondaryButton, True), (TextButton, False)):
        button = kind(theme, "Go")
        qtbot.addWidget(button)
        image = grabbed(button)
        assert (image.pixelColor(image.width() // 2, 0).name() == theme.tokens.hairline) == hairline


def test_icons_take_the_colours_of_the_new_scheme(theme: Theme, qtbot):
    button = IconButton(theme, "menu", "Menu")
    qtbot.addWidget(button)
    assert theme.tokens.ink2 in colours(grabbed(button))
    theme.set_scheme(Scheme.DARK)
    assert theme.tokens.ink2 in colours(grabbed(button))


def test_a_disabled_button_is_faint(theme: Theme, qtbot):
    button = PrimaryButton(theme, "Go", icon="plus")
    qtbot.addWidget(button)
    button.setEnabled(False)
    assert theme.tokens.accent not in colours(grabbed(button))
    assert theme.tokens.quiet in colours(grabbed(button))


def test_the_focus_of_a_primary_button_is_seen_on_the_accent(theme: Theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 80)
    button = PrimaryButton(theme, "Import", parent=window)
    other = SecondaryButton(theme, "Cancel", parent=window)
    other.move(0, 40)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    edge = QPoint(button.width() // 2, 3)
    assert button.grab().toImage().pixelColor(edge).name() == theme.tokens.accent
    button.setFocus()
    assert button.grab().toImage().pixelColor(edge).name() == theme.tokens.on_accent
    assert button.grab().toImage().pixelColor(edge - QPoint(0, 2)).name() == theme.tokens.accent
