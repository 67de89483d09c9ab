"""A count of the preview; pressing it shows just those records."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import CARD_RADIUS

_PADDING = 12


class CountTile(QAbstractButton):
    """A number over the word that says what it counts; `ink` is the token the number is painted in."""

    def __init__(self, theme: Theme, count: int, word: str, *, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = self.locale().toString(count)
        self._word = word
        self._ink = ink
        self.setText(f"{self._number} {word}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the number and the word."""
        return QSize(self._theme.scaled(92), self._theme.scaled(60))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the tile; a border in the accent says that it is pressed."""
        tokens, scaled = self._theme.tokens, self._theme.scaled
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if self.isChecked() else tokens.hairline), 1))
        ground = tokens.selection if self.isChecked() else tokens.hover if self.underMouse() else tokens.pane
        painter.setBrush(QColor(ground if self.isEnabled() else tokens.pane))
        # The middle of the line is half a pixel inside, or half of it would be cut off.
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, CARD_RADIUS - 2, CARD_RADIUS - 2)
        inside = self.rect().adjusted(scaled(_PADDING), scaled(8), -scaled(_PADDING), -scaled(8))
        painter.setPen(QColor(getattr(tokens, self._ink)))
        painter.setFont(self._theme.font("large"))
        upper = QRect(inside.left(), inside.top(), inside.width(), inside.height() // 2 + 2)
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._number)
        painter.setPen(QColor(tokens.ink2))
        painter.setFont(self._theme.font("caption"))
        lower = QRect(inside.left(), upper.bottom() + 1, inside.width(), inside.bottom() - upper.bottom())
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._word)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), tokens, radius=CARD_RADIUS - 2)
        painter.end()
