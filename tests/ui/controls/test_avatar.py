import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from infoview_desktop.ui.controls.avatar import COLOURS, INK, Avatar, avatar_colour, paint_avatar
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import contrast


def picture(text: str, colour: QColor, ratio: float = 1.0) -> QImage:
    image = QImage(QSize(32, 32) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_avatar(painter, QRect(0, 0, 32, 32), text, colour)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("name", "colour"),
    [("Ana Ruiz", "#5f7a33"), ("Bo Chen", "#a84b6a"), ("Łukasz Żak", "#378061"), ("", "#5b6b7a")],
)
def test_a_name_has_always_the_same_colour(name: str, colour: str):
    assert avatar_colour(name).name() == colour


def test_a_name_written_in_another_way_has_the_same_colour():
    assert avatar_colour("Elif Çelik") == avatar_colour("Elif C\u0327elik") == avatar_colour("ELIF ÇELIK")


def test_every_colour_is_somebodys():
    assert {avatar_colour(f"Person {number}").name() for number in range(200)} == set(COLOURS)


@pytest.mark.parametrize("colour", COLOURS)
def test_initials_can_be_read(colour: str):
    assert contrast(INK, colour) >= 4.5


@pytest.mark.usefixtures("theme")
def test_the_circle_is_in_the_colour_and_its_corners_are_clear():
    image = picture("AR", QColor("#3b77ab"))
    assert image.pixelColor(16, 3).name() == "#3b77ab"
    assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("ratio", [1.25, 2.0])
def test_the_circle_is_rendered_for_the_device(ratio: float):
    fine = picture("AR", QColor("#3b77ab"), ratio)
    coarse = picture("AR", QColor("#3b77ab")).scaled(fine.size())
    coarse.setDevicePixelRatio(ratio)
    assert fine != coarse
    assert fine.pixelColor(QPoint(16, 3) * ratio).name() == "#3b77ab"


def test_the_widget_shows_nobody_until_it_is_told_whom(theme: Theme, qtbot):
    avatar = Avatar(theme)
    qtbot.addWidget(avatar)
    avatar.resize(avatar.sizeHint())
    empty = avatar.grab().toImage()
    avatar.set_person("Ana Ruiz", "AR")
    assert avatar.grab().toImage() != empty
    assert avatar.grab().toImage().pixelColor(16, 3) == avatar_colour("Ana Ruiz")


def test_the_widget_grows_with_the_text(theme: Theme, qapp: QApplication, qtbot):
    avatar = Avatar(theme, 44)
    qtbot.addWidget(avatar)
    before = qapp.font()
    larger = QFont(before)
    larger.setPixelSize(26)
    qapp.setFont(larger)
    grown = avatar.sizeHint()
    qapp.setFont(before)
    assert grown == QSize(88, 88)
