"""The bubble beside what is being moved, which says when that is, and what is to know about it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from infoview_desktop.ui.calendar.card import RADIUS
from infoview_desktop.ui.calendar.clash import Told
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_S, SPACE_XS, Ink

_WRAPPED = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value)
_TALLEST = 999


def paint_told(painter: QPainter, theme: Theme, told: Told, beside: QRect, within: QRect) -> None:
    """Paint it below a rectangle, or above where there is no room, and all of it within another."""
    tokens, font = theme.tokens, theme.font("caption")
    lines, measure = _lines(told), QFontMetrics(font)
    # A pixel more, lest what just fits is wrapped.
    widest = max(measure.horizontalAdvance(text) for text, _ in lines) + 2 * SPACE_S + 1
    width = min(widest, within.width() - 2 * SPACE_XS)
    inner = QRect(0, 0, width - 2 * SPACE_S, _TALLEST)
    heights = [measure.boundingRect(inner, _WRAPPED, text).height() for text, _ in lines]
    height = sum(heights) + 2 * SPACE_XS
    top = beside.bottom() + SPACE_XS
    if top + height > within.bottom():
        top = max(within.top(), beside.top() - SPACE_XS - height)
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    start = beside.right() - width + 1 if mirrored else beside.left()
    left = max(within.left() + SPACE_XS, min(start, within.right() - width - SPACE_XS))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(tokens.field))
    painter.setPen(QPen(QColor(tokens.faint), 1))
    bubble = QRectF(left, top, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(bubble, RADIUS, RADIUS)
    painter.setFont(font)
    y = top + SPACE_XS
    for (text, ink), tall in zip(lines, heights, strict=True):
        painter.setPen(QColor(tokens.colour(ink)))
        painter.drawText(QRect(left + SPACE_S, y, inner.width(), tall), _WRAPPED, text)
        y += tall


def _lines(told: Told) -> list[tuple[str, Ink]]:
    lines: list[tuple[str, Ink]] = [(told.when, "ink")]
    if told.clash is not None:
        lines.append((told.clash.words, told.clash.ink))
    if told.clocks:
        lines.append((told.clocks, "amber"))
    return lines
