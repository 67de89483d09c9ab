"""The focus ring, for what is painted by hand."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from infoview_desktop.ui.theme.tokens import FOCUS_WIDTH, Ink, Tokens


def paint_focus_ring(painter: QPainter, rect: QRect, tokens: Tokens, radius: float = 0, *, ink: Ink = "accent") -> None:
    """Paint the ring just inside `rect`, whose corners are rounded by `radius`."""
    inset = FOCUS_WIDTH / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.colour(ink)), FOCUS_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = max(0.0, radius - inset)
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), inner, inner)
    painter.restore()
