"""Paints a month: the names of the days, the days, and on each what stands there as far as there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter

from infoview_desktop.domain.calendar_days import ShownDays
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.card import RADIUS, Cards, Words
from infoview_desktop.ui.calendar.clash import Told
from infoview_desktop.ui.calendar.month_layout import LINE, NAMES, NUMBER, WEEK, Line, MonthLayout, line_texts
from infoview_desktop.ui.calendar.told_bubble import paint_told
from infoview_desktop.ui.calendar.wording import translated, weekday_name
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.theme.theme import Theme

NARROW = 56
"""Pixels of a day below which no words fit into it, only how many things there are."""
_CENTRED = int(Qt.AlignmentFlag.AlignCenter.value)
_LEFT_OPACITY = 0.4
"""Of where something is dragged from."""


@dataclass(frozen=True, slots=True)
class Dragged:
    """Which of the blocks is being dragged, where the pointer is, the day below it, and what is to know of that."""

    place: int
    pointer: QPoint
    day: date
    told: Told


@dataclass(frozen=True, slots=True)
class MonthScene:
    """What is shown.

    Attributes:
        days: whole weeks.
        layout: the pixels of them.
        blocks: all that stands on them.
        lines: tells the lines of a day.
        today: the day it is.
        time_zone: IANA name of where the user is.
        stands: the day that one stands on; None while the keyboard is elsewhere.
        place: which of the blocks one stands on; None for the day itself.
        dragged: what is being dragged.
        told: what is to know of where one stands, as it was just moved there.
    """

    days: ShownDays
    layout: MonthLayout
    blocks: Sequence[Block]
    lines: Callable[[date], Sequence[Line]]
    today: date
    time_zone: str
    stands: date | None = None
    place: int | None = None
    dragged: Dragged | None = None
    told: Told | None = field(default=None)

    def rect_of(self, day: date, place: int | None) -> QRect:
        """Where a block stands on a day, or the day itself."""
        found = (line.rect for line in self.lines(day) if line.place is not None and line.place == place)
        return next(found, self.layout.cell(day))


class MonthPainter:
    """Paints what a `MonthScene` says."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._cards = Cards(theme)

    def paint(self, painter: QPainter, scene: MonthScene, whole: QRect) -> None:
        """Paint all of it."""
        painter.fillRect(whole, QColor(self._theme.tokens.pane))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter, scene, whole.width())
        days = [scene.days.first + timedelta(days=number) for number in range(scene.layout.weeks * WEEK)]
        self._paint_grounds(painter, scene, days)
        self._paint_numbers(painter, scene, days)
        counts = [line for day in days for line in self._paint_day(painter, scene, day)]
        self._paint_counts(painter, counts, narrow=scene.layout.column(0).width() < self._theme.scaled(NARROW))
        if scene.stands is not None and scene.stands in days and scene.place is None:
            cell = scene.layout.cell(scene.stands).adjusted(0, 0, -1, -1)
            paint_focus_ring(painter, cell, self._theme.tokens, RADIUS)
        if scene.dragged is not None:
            self._paint_dragged(painter, scene, scene.dragged, whole)
        elif scene.told is not None and scene.stands is not None:
            paint_told(painter, self._theme, scene.told, scene.rect_of(scene.stands, scene.place), whole)

    def _paint_names(self, painter: QPainter, scene: MonthScene, width: int) -> None:
        tokens, height = self._theme.tokens, self._theme.scaled(NAMES)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(QColor(tokens.ink2))
        for place in range(WEEK):
            column = scene.layout.column(place)
            name = weekday_name(scene.days.first + timedelta(days=place))
            painter.drawText(QRect(column.left(), 0, column.width(), height), Qt.AlignmentFlag.AlignCenter, name)
        painter.fillRect(0, height - 1, width, 1, QColor(tokens.hairline))

    def _paint_grounds(self, painter: QPainter, scene: MonthScene, days: Sequence[date]) -> None:
        """Paint the lines between the days, and which of them something is dragged to."""
        if scene.dragged is not None:
            painter.fillRect(scene.layout.cell(scene.dragged.day), QColor(self._theme.tokens.selection))
        hairline, layout = QColor(self._theme.tokens.hairline), scene.layout
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        first, last = layout.cell(days[0]), layout.cell(days[-1])
        for day in days[::WEEK]:
            painter.fillRect(min(first.left(), last.left()), layout.cell(day).bottom(), last.right(), 1, hairline)
        for day in days[: WEEK - 1]:
            cell = layout.cell(day)
            edge = cell.left() if mirrored else cell.right()
            painter.fillRect(edge, first.top(), 1, last.bottom() - first.top() + 1, hairline)

    def _paint_numbers(self, painter: QPainter, scene: MonthScene, days: Sequence[date]) -> None:
        tokens, height, locale = self._theme.tokens, self._theme.scaled(NUMBER) - 2, QLocale()
        usual, strong = self._theme.font("caption"), self._theme.font("emphasis")
        inside, beside, accent = QColor(tokens.ink), QColor(tokens.ink3), QColor(tokens.accent)
        for day in days:
            cell = scene.layout.cell(day)
            number = QRect(cell.left(), cell.top() + 2, cell.width(), height)
            today = day == scene.today
            painter.setFont(strong if today else usual)
            painter.setPen(accent if today else inside if day.month == scene.days.anchor.month else beside)
            painter.drawText(number, _CENTRED, locale.toString(day.day))

    def _paint_day(self, painter: QPainter, scene: MonthScene, day: date) -> list[Line]:
        """Paint what stands on a day; returned are the lines that count the rest."""
        counts = []
        for line in scene.lines(day):
            if line.place is None:
                counts.append(line)
                continue
            if scene.dragged is not None and scene.dragged.place == line.place:
                painter.setOpacity(_LEFT_OPACITY)
                self._paint_line(painter, scene, line.rect, day, scene.blocks[line.place], chosen=False)
                painter.setOpacity(1)
                continue
            chosen = day == scene.stands and line.place == scene.place
            self._paint_line(painter, scene, line.rect, day, scene.blocks[line.place], chosen=chosen)
        return counts

    def _paint_line(
        self, painter: QPainter, scene: MonthScene, rect: QRect, day: date, block: Block, *, chosen: bool
    ) -> None:
        look = self._cards.look(block, strong=False)
        title, *shorter = line_texts(block, day, scene.time_zone)
        lines = self._cards.fitted(Words(title, shorter), rect, look)
        self._cards.paint(painter, rect, look, lines, bar=block.kind is not BlockKind.DUE)
        if chosen:
            paint_focus_ring(painter, rect, self._theme.tokens, RADIUS)

    def _paint_counts(self, painter: QPainter, lines: Sequence[Line], *, narrow: bool) -> None:
        """Say how many there are besides; where it is narrow, by the number alone."""
        locale, words = QLocale(), translated("+{number} more")
        font, ink = self._theme.font("small"), QColor(self._theme.tokens.ink2)
        for line in lines:
            painter.setFont(font)
            painter.setPen(ink)
            number = locale.toString(line.more)
            painter.drawText(line.rect, _CENTRED, number if narrow else words.format(number=number))

    def _paint_dragged(self, painter: QPainter, scene: MonthScene, dragged: Dragged, whole: QRect) -> None:
        cell, height = scene.layout.cell(dragged.day), self._theme.scaled(LINE) - 2
        rect = QRect(cell.left() + 2, dragged.pointer.y() - height // 2, cell.width() - 5, height)
        self._paint_line(painter, scene, rect, dragged.day, scene.blocks[dragged.place], chosen=True)
        paint_told(painter, self._theme, dragged.told, rect, whole)
