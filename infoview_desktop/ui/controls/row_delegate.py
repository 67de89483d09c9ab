"""What the rows of lists have in common, whatever they show: their ground, the hairline below, words that fit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from infoview_desktop.ui.controls.chip import chip_size, paint_chip
from infoview_desktop.ui.theme.fonts import FontRole
from infoview_desktop.ui.theme.theme import Theme


@cache
def _on_one_line(align: Qt.AlignmentFlag) -> int:
    """Qt's flags for one line; put together once, as that takes Python longer than painting it."""
    return int(Qt.AlignmentFlag.AlignVCenter.value | align.value | Qt.TextFlag.TextSingleLine.value)


class RowDelegate(QStyledItemDelegate):
    """Paints the parts of a row; which of them, and where, is for the lists' own delegates."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._metrics: dict[FontRole, QFontMetrics] = {}
        theme.changed.connect(self._metrics.clear)

    def paint_ground(self, painter: QPainter, rect: QRect, *, selected: bool, hovered: bool) -> None:
        """Paint what is behind a row, and the hairline that ends it."""
        tokens = self._theme.tokens
        if selected:
            painter.fillRect(rect, QColor(tokens.selection))
        elif hovered:
            painter.fillRect(rect, QColor(tokens.hover))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.hairline))

    def paint_text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        font: FontRole,
        ink: str,
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Paint one line of plain text, elided where it is too long; right to left where its words are."""
        painter.setFont(self._theme.font(font))
        painter.setPen(QColor(ink))
        fitting = self.metrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _on_one_line(align), fitting)

    def paint_chips(self, painter: QPainter, rect: QRect, texts: Sequence[str], gap: int) -> None:
        """Paint a quiet chip for each text as long as there is room; the last says how many there are besides."""
        font = self._theme.font("chip")
        ink, ground = self._theme.tokens.tone("quiet")
        left = rect.left()
        for number, text in enumerate(texts):
            size, more = chip_size(text, font), len(texts) - number - 1
            room = rect.right() - left - (chip_size(f"+{more}", font).width() + gap if more else 0)
            fits = size.width() <= room or not number
            shown = text if fits else f"+{more + 1}"
            width = min(size.width(), room) if fits else chip_size(shown, font).width()
            chip = QRect(left, rect.center().y() - size.height() // 2, width, size.height())
            paint_chip(painter, chip, shown, ink, ground, font)
            if not fits:
                return
            left = chip.right() + gap

    def metrics(self, font: FontRole) -> QFontMetrics:
        """The measures of a font, taken once: rows repeat their fonts."""
        if font not in self._metrics:
            self._metrics[font] = QFontMetrics(self._theme.font(font))
        return self._metrics[font]
