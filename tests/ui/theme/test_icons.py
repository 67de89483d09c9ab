import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from infoview_desktop.ui.theme.theme import Scheme, Theme
from tests.ui.theme.pixels import colours

NAMES = [
    "menu",
    "search",
    "import",
    "plus",
    "settings",
    "today",
    "people",
    "insights",
    "referrals",
    "progress",
    "board",
    "calendar",
    "note",
    "mail",
    "pencil",
    "trash",
    "undo",
    "redo",
    "reply",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "chevron-down",
    "close",
    "command",
    "check",
    "more",
    "tag",
    "organization",
    "link",
    "clock",
    "phone",
    "warning",
    "info",
    "sort-up",
    "star",
    "swap",
    "sort-down",
    "external",
    "file",
    "drop",
    "star-filled",
]
SQUARE = QSize(20, 20)


def painted(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> set[str]:
    return colours(icon.pixmap(SQUARE, 3.0, mode, state).toImage())


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_in_the_one_style(icons: Path, theme: Theme, name: str):
    svg = (icons / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in svg
    assert 'fill="none" stroke="currentColor"' in svg
    assert 'stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"' in svg
    assert colours(theme.pixmap(name, "#123456", 20, 3.0).toImage()) == {"#123456"}


def test_every_drawing_is_known(icons: Path):
    drawings = {path.stem for path in icons.glob("*.svg")}
    assert drawings == {*NAMES, "org.infoview.InfoView"}


def test_arrows_of_the_style_sheet_hold_on_both_schemes(icons: Path):
    for name in ("chevron-up", "chevron-down", "chevron-left", "chevron-right"):
        svg = (icons / f"{name}.svg").read_text(encoding="utf-8")
        assert re.search(r' color="#[0-9a-f]{6}" ', svg)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_pixmap_has_the_pixels_of_its_device(theme: Theme, ratio: float):
    pixmap = theme.pixmap("mail", theme.tokens.ink, 20, ratio)
    assert pixmap.size() == SQUARE * ratio
    assert pixmap.devicePixelRatio() == ratio
    assert pixmap.deviceIndependentSize().toSize() == SQUARE


def test_pixmaps_of_other_ratios_do_not_disturb_each_other(theme: Theme):
    once = theme.pixmap("mail", "#123456", 40, 1.0)
    theme.pixmap("mail", "#123456", 20, 2.0)
    assert once.devicePixelRatio() == 1.0


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_rendered_for_the_device_it_is_painted_on(theme: Theme, ratio: float):
    image = QImage(SQUARE * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    theme.icon("menu", role="ink").paint(painter, QRect(0, 0, 20, 20))
    painter.end()
    assert image == theme.pixmap("menu", theme.tokens.ink, 20, ratio).toImage()


def test_an_icon_stays_square_in_the_middle_of_more_room(theme: Theme):
    image = QImage(30, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    theme.icon("menu", role="ink").paint(painter, QRect(0, 0, 30, 20))
    painter.end()
    assert image.copy(5, 0, 20, 20) == theme.pixmap("menu", theme.tokens.ink, 20, 1.0).toImage()


def test_an_icon_has_the_colour_of_its_role(theme: Theme):
    assert painted(theme.icon("mail")) == {theme.tokens.ink2}
    assert painted(theme.icon("mail", role="red")) == {theme.tokens.red}


def test_an_icon_is_faint_where_disabled_and_in_the_accent_where_on(theme: Theme):
    icon = theme.icon("mail")
    assert painted(icon, QIcon.Mode.Disabled) == {theme.tokens.faint}
    assert painted(icon, QIcon.Mode.Disabled, QIcon.State.On) == {theme.tokens.faint}
    assert painted(icon, QIcon.Mode.Active, QIcon.State.On) == {theme.tokens.accent}


def test_an_icon_follows_the_scheme(theme: Theme):
    icon = theme.icon("mail")
    light = painted(icon)
    theme.set_scheme(Scheme.DARK)
    assert painted(icon) == {theme.tokens.ink2} != light


def test_a_copy_of_an_icon_follows_too(theme: Theme):
    copy = QIcon(theme.icon("mail"))
    copy.setIsMask(True)  # makes the copy independent
    theme.set_scheme(Scheme.DARK)
    assert painted(copy) == {theme.tokens.ink2}


def test_an_unknown_drawing_is_told_at_once(theme: Theme):
    with pytest.raises(FileNotFoundError, match="no-such-drawing"):
        theme.icon("no-such-drawing")


@pytest.mark.parametrize("size", [16, 32, 512])
@pytest.mark.usefixtures("qapp")
def test_the_application_has_an_icon_in_the_accent(icons: Path, size: int):
    icon = QIcon(str(icons / "org.infoview.InfoView.svg"))
    assert "#0f766e" in colours(icon.pixmap(size, size).toImage())
    assert QColor("#ffffff").name() in colours(icon.pixmap(size, size).toImage())
