"""How a person of the short list is painted: place, picture, work, every reason, and what they come to."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from infoview_desktop.domain.initials import initials
from infoview_desktop.domain.motivation import MOST_MOTIVATION
from infoview_desktop.store.reads.short_list import Ranked
from infoview_desktop.ui.controls.avatar import avatar_colour, paint_avatar
from infoview_desktop.ui.controls.chip import chip_size, paint_chip
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.controls.row_delegate import RowDelegate
from infoview_desktop.ui.controls.row_table import HoveredTable
from infoview_desktop.ui.short_list.ranked_model import RankedModel
from infoview_desktop.ui.short_list.wording import points_text, work_text
from infoview_desktop.ui.stages import StageMark, stage_mark
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said

ROW = 82
"""The height of a row, in pixels at the usual text size."""

_MARGIN = 16
_GAP = 12
_PLACE = 22
_PICTURE = 36
_LINE = 18
_CHIP_GAP = 6
_DOT = 7
_DOT_STEP = 11
_SCORE = 40
_ROOM_FOR_DOTS, _ROOM_FOR_DIRECTION = 130, 200
"""So wide a line has to be before anything but the name stands on it."""
_STAGE_AT_MOST = 0.45
_PLUS = 28
_PLUS_ICON = 16

Index = QModelIndex | QPersistentModelIndex


def paint_motivation(painter: QPainter, corner: QPointF, motivation: int, ink: str, blank: str) -> None:
    """Paint three dots from `corner` on, as many of them filled as somebody is wanted; the others are rings."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for step in range(MOST_MOTIVATION):
        filled = step < motivation
        painter.setPen(QPen(QColor(ink if filled else blank), 1.4))
        painter.setBrush(QColor(ink) if filled else Qt.BrushStyle.NoBrush)
        centre = corner + QPointF(_DOT / 2 + step * _DOT_STEP, 0)
        painter.drawEllipse(centre, _DOT / 2 - 0.7, _DOT / 2 - 0.7)
    painter.restore()


class RankedDelegate(RowDelegate):
    """A person in three lines: who they are, what they do, and each reason as a chip."""

    def __init__(self, theme: Theme, view: HoveredTable) -> None:
        super().__init__(theme, view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        tokens, rect, model = self._theme.tokens, option.rect, index.model()
        if not isinstance(model, RankedModel):
            return
        selected = self._view.selectionModel().isSelected(index)
        self.paint_ground(painter, rect, selected=selected, hovered=index.row() == self._view.hovered_row)
        self._paint_person(painter, rect, model.person(index.row()), model.place(index.row()))
        if index == self._view.currentIndex() and self._view.hasFocus():
            paint_focus_ring(painter, rect.adjusted(0, 0, 0, -1), tokens)

    def _paint_person(self, painter: QPainter, rect: QRect, one: Ranked, place: int) -> None:
        tokens, scaled = self._theme.tokens, self._theme.scaled
        inside = rect.adjusted(scaled(_MARGIN), 0, -scaled(_MARGIN), 0)
        if place:
            number = QRect(inside.left(), inside.top(), scaled(_PLACE), inside.height())
            self.paint_text(painter, number, str(place), "caption", tokens.ink3)
            inside.setLeft(number.right() + scaled(_CHIP_GAP))
        side, line = scaled(_PICTURE), scaled(_LINE)
        top = rect.top() + (rect.height() - 3 * line - scaled(_CHIP_GAP)) // 2
        picture = QRect(inside.left(), rect.top() + (rect.height() - side) // 2, side, side)
        painter.setFont(self._theme.font("body"))
        paint_avatar(painter, picture, initials(one.given_name, one.family_name), avatar_colour(one.candidate.name))
        if not place:
            plus = self.plus_rect(rect)
            self._paint_plus(painter, plus)
            inside.setRight(plus.left() - scaled(_CHIP_GAP))
        score = QRect(inside.right() - scaled(_SCORE), top, scaled(_SCORE), line)
        right = Qt.AlignmentFlag.AlignRight
        self.paint_text(painter, score, points_text(one.ranking.score), "title", tokens.ink2, align=right)
        words = QRect(picture.right() + scaled(_GAP), top, 0, line)
        words.setRight(score.left() - scaled(_CHIP_GAP))
        upper = QRect(words)
        if place and words.width() >= scaled(_ROOM_FOR_DOTS):
            upper.setRight(self._paint_wish(painter, words, one) - scaled(_CHIP_GAP))
        mark = stage_mark(one.stage, one.since, one.due_on)
        if mark.text:
            upper = self._paint_stage(painter, upper, one.candidate.name, mark)
        self.paint_text(painter, upper, one.candidate.name, "emphasis", tokens.ink)
        self.paint_text(painter, words.translated(0, line), work_text(one), "caption", tokens.ink2)
        reasons = QRect(words.left(), top + 2 * line + scaled(_CHIP_GAP) // 2, inside.right() - words.left(), line)
        # How much they are wanted is told by the dots.
        told = [said(reason.short) for reason in one.ranking.reasons if reason.factor != "motivation"]
        self.paint_chips(painter, reasons, told, scaled(_CHIP_GAP))

    def _paint_stage(self, painter: QPainter, words: QRect, name: str, mark: StageMark) -> QRect:
        """Paint how far it has come right behind the name, where there is room; return the place of the name."""
        font = self._theme.font("chip")
        size = chip_size(mark.text, font)
        gap = self._theme.scaled(_CHIP_GAP)
        if size.width() > words.width() * _STAGE_AT_MOST:
            return words
        room = min(self.metrics("emphasis").horizontalAdvance(name) + 1, words.width() - size.width() - gap)
        left = words.left() + room + gap
        rect = QRect(left, words.center().y() - size.height() // 2, size.width(), size.height())
        ink, ground = self._theme.tokens.tone(mark.tone)
        paint_chip(painter, rect, mark.text, ink, ground, font)
        return QRect(words.left(), words.top(), room, words.height())

    def plus_rect(self, rect: QRect) -> QRect:
        """Where in a row the button stands that puts somebody on the list."""
        side = self._theme.scaled(_PLUS)
        left = rect.right() - self._theme.scaled(_MARGIN) - side
        return QRect(left, rect.top() + (rect.height() - side) // 2, side, side)

    def _paint_plus(self, painter: QPainter, plus: QRect) -> None:
        tokens, side = self._theme.tokens, self._theme.scaled(_PLUS_ICON)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.setBrush(QColor(tokens.pane))
        painter.drawEllipse(plus)
        painter.restore()
        # Asked of the transformation: to ask for the device makes PySide learn of every widget there is.
        pixmap = self._theme.pixmap("plus", tokens.accent, side, painter.deviceTransform().m11())
        painter.drawPixmap(plus.center() - QPoint(side, side) / 2 + QPoint(1, 1), pixmap)

    def _paint_wish(self, painter: QPainter, words: QRect, one: Ranked) -> int:
        """Paint how much and about what they are wanted at the right end of the line; return where that begins."""
        tokens = self._theme.tokens
        left = words.right() - MOST_MOTIVATION * _DOT_STEP
        corner = QPointF(left, words.center().y() + 1)
        paint_motivation(painter, corner, one.candidate.motivation, tokens.accent, tokens.ink3)
        if not one.candidate.direction or words.width() < self._theme.scaled(_ROOM_FOR_DIRECTION):
            return left
        font = self._theme.font("chip")
        size = chip_size(one.candidate.direction, font)
        width = min(size.width(), words.width() // 3)
        rect = QRect(
            left - self._theme.scaled(_GAP) - width, words.center().y() - size.height() // 2, width, size.height()
        )
        ink, ground = tokens.tone("blue")
        paint_chip(painter, rect, one.candidate.direction, ink, ground, font)
        return rect.left()
