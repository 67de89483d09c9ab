"""The picture of a person: initials in a circle whose colour comes from the name."""

import unicodedata
from functools import lru_cache
from zlib import crc32

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from infoview_desktop.ui.theme.theme import Theme

COLOURS = ("#5b6b7a", "#a84b6a", "#378061", "#aa5d3b", "#82722b", "#7a5aa6", "#3b77ab", "#5f7a33")
"""The circles' colours, the same in both schemes; white can be read on each."""

INK = "#ffffff"

_TEXT_HEIGHT = 0.38


def avatar_colour(name: str) -> QColor:
    """The colour of a person's circle: always the same for a name, on every computer."""
    same = unicodedata.normalize("NFC", name).casefold()
    return QColor(COLOURS[crc32(same.encode()) % len(COLOURS)])


def paint_avatar(painter: QPainter, rect: QRect, text: str, colour: QColor) -> None:
    """Paint the circle that fills `rect`, a square, with `text` in the painter's own family of type."""
    # Asked of the transformation: to ask for the device makes PySide learn of every widget there is.
    ratio = painter.deviceTransform().m11()
    picture = picture_of(text, colour.rgb(), rect.height(), ratio, painter.font().family())
    painter.drawPixmap(rect.topLeft(), picture)


@lru_cache(maxsize=256)
def picture_of(text: str, colour: int, side: int, ratio: float, family: str, roundness: float = 0.5) -> QPixmap:  # noqa: PLR0917
    """Letters on a ground whose corners are round for a part of its side: half of it makes a circle."""
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    font = QFont(family)
    font.setPixelSize(round(side * _TEXT_HEIGHT))
    font.setWeight(QFont.Weight.DemiBold)
    circle = QRect(0, 0, side, side)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(circle, side * roundness, side * roundness)
    painter.setPen(QColor(INK))
    painter.setFont(font)
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture


class Avatar(QWidget):
    """A person's picture.

    Args:
        theme: what makes it grow with the text.
        size: its diameter in pixels at the usual text size.
        parent: what it belongs to.
    """

    def __init__(self, theme: Theme, size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._text = ""
        self._colour = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_person(self, name: str, initials: str) -> None:
        """Show the circle of the person of this name; nobody's before this is called."""
        self._text = initials
        self._colour = avatar_colour(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Its diameter, at the present text size."""
        side = self._theme.scaled(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the circle."""
        if self._text:
            painter = QPainter(self)
            paint_avatar(painter, self.rect(), self._text, self._colour)
            painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
