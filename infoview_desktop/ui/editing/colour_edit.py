"""A field whose values are colours, to tell things apart by."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.editing.field_edits import ChoiceEdit
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said

COLOURS = (
    ("#3b6fd4", Phrase("Blue")),
    ("#0f8a8a", Phrase("Teal")),
    ("#3f8f3f", Phrase("Green")),
    ("#a87508", Phrase("Yellow")),
    ("#c8602a", Phrase("Orange")),
    ("#c04466", Phrase("Pink")),
    ("#8a4fc0", Phrase("Purple")),
    ("#6b7280", Phrase("Grey")),
)
"""Those that are offered: seen well on light and on dark ground; the values are stored."""

_WIDTH = 56
_SWATCH, _BESIDE = 16, 12


def unused_colour(used: Collection[str]) -> str:
    """The first of them that is not in use; where all are, the first."""
    return next((colour for colour, _name in COLOURS if colour not in used), COLOURS[0][0])


class ColourEdit(ChoiceEdit):
    """Shows the colour that is chosen; its name is told to a screen reader, and in the menu."""

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, [], parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(theme.scaled(_WIDTH))
        self.setToolTip(label)
        for colour, name in COLOURS:
            self._offer(colour, said(name))

    def show_stored(self, text: str) -> None:
        """Show what the book says, also a colour that is not offered."""
        self._offer(text, text)
        super().show_stored(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the colour in the place of its name."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        side = self._theme.scaled(_SWATCH)
        _paint_swatch(painter, QRect(_BESIDE, (self.height() - side) // 2, side, side), self.typed)
        painter.end()

    def _offer(self, colour: str, name: str) -> None:
        self.offer(colour, name, icon=self._icon(colour))

    def _icon(self, colour: str) -> QIcon:
        side = self._theme.scaled(_SWATCH)
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        _paint_swatch(painter, QRect(QPoint(), picture.size()), colour)
        painter.end()
        return QIcon(picture)


def _paint_swatch(painter: QPainter, place: QRect, colour: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(place)
