"""How a row of the preview is painted: picture, name, what changes, and a chip."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from infoview_desktop.ui.controls.avatar import avatar_colour, paint_avatar
from infoview_desktop.ui.controls.chip import chip_size, paint_chip
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.importing.preview_model import PreviewModel, PreviewRow, Style
from infoview_desktop.ui.theme.theme import Theme

_ROW = 48
_MARGIN = 14
_PICTURE = 28
_GAP = 12

Index = QModelIndex | QPersistentModelIndex


class PreviewDelegate(QStyledItemDelegate):
    """Paints `PreviewRow`s."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every row is as high as the others."""
        return QSize(0, self._theme.scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        model = index.model()
        if not isinstance(model, PreviewModel):
            return
        row, tokens, rect = model.row(index.row()), self._theme.tokens, option.rect
        if index.row():
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, QColor(tokens.hairline))
        side, margin = self._theme.scaled(_PICTURE), self._theme.scaled(_MARGIN)
        picture = QRect(rect.left() + margin, rect.top() + (rect.height() - side) // 2, side, side)
        painter.setFont(self._theme.font("body"))
        paint_avatar(painter, picture, row.letters, avatar_colour(row.name))
        words = QRect(rect)
        words.setLeft(picture.right() + self._theme.scaled(_GAP))
        words.setRight(self._paint_chip(painter, rect, row) - self._theme.scaled(_GAP))
        self._paint_pieces(painter, words, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect, tokens, radius=7)

    def _paint_chip(self, painter: QPainter, rect: QRect, row: PreviewRow) -> int:
        font = self._theme.font("chip")
        size = chip_size(row.chip, font)
        right = rect.right() - self._theme.scaled(_MARGIN)
        chip = QRect(right - size.width(), rect.center().y() - size.height() // 2, size.width(), size.height())
        ink, ground = self._theme.tokens.tone(row.tone)
        paint_chip(painter, chip, row.chip, ink, ground, font)
        return chip.left()

    def _paint_pieces(self, painter: QPainter, words: QRect, row: PreviewRow) -> None:
        """One piece after the other until the room is used up."""
        tokens = self._theme.tokens
        for text, style in row.pieces:
            font = QFont(self._theme.font("emphasis" if style is Style.STRONG else "body"))
            font.setStrikeOut(style is Style.STRUCK)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(tokens.ink if style is Style.STRONG else tokens.ink2))
            fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, fitting)
            words.setLeft(words.left() + metrics.horizontalAdvance(fitting) + metrics.horizontalAdvance(" "))
            if fitting != text or words.width() <= 0:
                return
