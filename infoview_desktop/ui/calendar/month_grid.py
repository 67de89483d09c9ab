"""The month: whole weeks of days, each with what stands on it, as much as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from infoview_desktop.domain.calendar_days import ShownDays
from infoview_desktop.domain.moving import moved
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.calendar_view import CalendarView
from infoview_desktop.ui.calendar.card import RADIUS, Cards, look_of
from infoview_desktop.ui.calendar.month_layout import WEEK, Line, MonthLayout, by_day, line_text
from infoview_desktop.ui.calendar.wording import sentence, weekday_name
from infoview_desktop.ui.controls.announcement import announce
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.local_time import weekday_text
from infoview_desktop.ui.theme.theme import Theme

_NAMES, _NUMBER, _LINE = 28, 24, 22
_NARROW = 56
"""Pixels of a day below which no words fit into it, only how many things there are."""

MONTH_KEYS = KeyGroup(
    Phrase("In a month of the calendar"),
    (
        KeyHint(("Left", "Right"), Phrase("From day to day")),
        KeyHint(("Up", "Down"), Phrase("From week to week")),
        KeyHint(("Ctrl+Up", "Ctrl+Down"), Phrase("From entry to entry")),
        KeyHint(("Alt+Left", "Alt+Right"), Phrase("Move it by a day")),
        KeyHint(("Alt+Up", "Alt+Down"), Phrase("Move it by a week")),
        KeyHint(("Return",), Phrase("Open the entry, or the day")),
        KeyHint(("PgUp", "PgDown"), Phrase("To the month before and after")),
    ),
)

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class MonthGrid(CalendarView):
    """Arrows go from day to day, and with Ctrl from one thing to the next; with Alt they move it to another day."""

    def __init__(self, theme: Theme, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, editable=editable, parent=parent)
        self._cards = Cards(theme)
        self._places: dict[date, list[int]] = {}
        self._day: date | None = None
        self._place: int | None = None
        self._awaited: date | None = None
        self._pressed: tuple[QPoint, int, date] | None = None
        self._dragged_to: date | None = None
        self._pointer = QPoint()
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Month"))
        theme.changed.connect(self.update)

    @property
    def current(self) -> Block | None:
        """Which block is chosen."""
        return self._blocks[self._place] if self._place is not None else None

    @property
    def day(self) -> date | None:
        """The day that one stands on."""
        return self._day

    def show_days(
        self,
        days: ShownDays,
        blocks: Sequence[Block],
        *,
        now: datetime,
        others: Sequence[Block] = (),  # noqa: ARG002 - nothing is too long for a day here
    ) -> None:
        """Show whole weeks; the day that one stood on stays where it is still there."""
        chosen, other_days = self.current.key if self.current else None, days != self._days
        self._days, self._blocks, self._now = days, tuple(blocks), now
        self._places = by_day(blocks, days)
        if self._awaited is not None and days.first <= self._awaited <= days.last:
            self._day = self._awaited
        elif other_days or self._day is None:
            self._day = days.anchor
        self._awaited = None
        self._place = next((place for place, block in enumerate(self._blocks) if block.key == chosen), None)
        self._stop_dragging()
        self.update()

    def set_now(self, now: datetime) -> None:
        """The clock has gone on."""
        self._now = now
        self.update()

    def choose(self, kind: BlockKind, block_id: int) -> None:
        """Make a block the current one without telling."""
        for place, block in enumerate(self._blocks):
            if (block.kind, block.id) == (kind, block_id):
                self._place, self._day = place, block.first_day
                self.update()
                return

    def event(self, event: QEvent) -> bool:
        """Tell more of the line under the pointer than fits into it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos())
            text = plain_tool_tip(self._blocks[place].spoken) if place is not None else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day and from thing to thing, open and move them."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(Qt.Key(key), 0)
        if self.isRightToLeft() and abs(step) == 1:
            step = -step
        if key == Qt.Key.Key_Escape and self._dragged_to is not None:
            self._stop_dragging()
        elif step and modifiers == Qt.KeyboardModifier.NoModifier:
            self._go(step)
        elif step and modifiers == Qt.KeyboardModifier.ControlModifier:
            self._go_on(1 if step > 0 else -1)
        elif step and modifiers == Qt.KeyboardModifier.AltModifier:
            self._move_current(step)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.stepped.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in _ENTER:
            self._open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand where the pointer is."""
        point = event.position().toPoint()
        day, place = self._day_at(point), self._place_at(point)
        if day is None:
            return
        self._stand_on(day, place)
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._pressed = point, place, day

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was pressed to another day."""
        point = event.position().toPoint()
        if self._pressed is None:
            movable = self._may_move(self._place_at(point))
            self.setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.ArrowCursor)
            return
        start, place, _ = self._pressed
        far = (point - start).manhattanLength() >= QApplication.startDragDistance()
        if self._may_move(place) and (far or self._dragged_to is not None):
            self._pointer, self._dragged_to = point, self._day_at(point)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let what was dragged go on the day below it; a click on how many there are more shows all of them."""
        pressed, day = self._pressed, self._dragged_to
        self._stop_dragging()
        if pressed is not None and day is not None:
            self._move(self._blocks[pressed[1]], (day - pressed[2]).days)
        elif event.button() == Qt.MouseButton.LeftButton:
            day = self._day_at(event.position().toPoint())
            line = self._line_at(event.position().toPoint())
            if day is not None and line is not None and line.place is None:
                self.day_wanted.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is below the pointer, or the day."""
        self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton and self._day_at(event.position().toPoint()) is not None:
            self._open()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a block: the one below the pointer, or the chosen one."""
        place = self._place
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self._place_at(event.pos())
        if place is None or self._day is None:
            return
        shown = next((line.rect for line in self._lines(self._day) if line.place == place), QRect())
        at = event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else self.mapToGlobal(shown.center())
        self.menu_wanted.emit(self._blocks[place], at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one stands, and say it."""
        super().focusInEvent(event)
        self._say()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the weeks."""
        days = self._days
        if days is None:
            return
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(event.rect(), QColor(self._theme.tokens.pane))
        layout = self._layout(days)
        self._paint_names(painter, layout, days)
        for each in range(layout.weeks * WEEK):
            self._paint_day(painter, layout, days, days.first + timedelta(days=each))
        if self._pressed is not None and self._dragged_to is not None:
            self._paint_dragged(painter, layout, self._dragged_to, self._blocks[self._pressed[1]])
        painter.end()

    def _layout(self, days: ShownDays) -> MonthLayout:
        scaled = self._theme.scaled
        area = self.rect().adjusted(0, scaled(_NAMES), 0, 0)
        return MonthLayout(area, days, number=scaled(_NUMBER), line=scaled(_LINE), mirrored=self.isRightToLeft())

    def _lines(self, day: date) -> list[Line]:
        """The lines of a day; in a narrow one a single line that counts them all."""
        places = self._places.get(day, [])
        if self._days is None or not places:
            return []
        layout = self._layout(self._days)
        if layout.cell(day).width() < self._theme.scaled(_NARROW):
            first = layout.lines(day, places[:1])[0]
            return [Line(first.rect, None, len(places))]
        return layout.lines(day, places, self._place if day == self._day else None)

    def _day_at(self, point: QPoint) -> date | None:
        return self._layout(self._days).day_at(point) if self._days is not None else None

    def _line_at(self, point: QPoint) -> Line | None:
        day = self._day_at(point)
        return next((line for line in self._lines(day) if line.rect.contains(point)), None) if day else None

    def _place_at(self, point: QPoint) -> int | None:
        line = self._line_at(point)
        return line.place if line else None

    def _may_move(self, place: int | None) -> bool:
        return place is not None and self._editable and self._blocks[place].movable

    def _go(self, step: int) -> None:
        """Go some days on, into the next month where it ends here."""
        if self._day is None or self._days is None:
            return
        day = date.fromordinal(min(max(self._day.toordinal() + step, 1), date.max.toordinal()))
        if self._days.first <= day <= self._days.last:
            self._stand_on(day, None)
            self._say()
        else:
            self._awaited = day
            self.stepped.emit(1 if step > 0 else -1)

    def _go_on(self, step: int) -> None:
        """Go to the next thing, or the one before, wherever in the month it stands."""
        stops = [(day, place) for day in sorted(self._places) for place in self._places[day]]
        here = (self._day or date.min, -1 if self._place is None else self._place)
        after = [stop for stop in stops if stop > here]
        before = [stop for stop in stops if stop < here]
        if step > 0 and after:
            self._stand_on(*after[0])
        elif step < 0 and before:
            self._stand_on(*before[-1])
        self._say()

    def _stand_on(self, day: date, place: int | None) -> None:
        other = place != self._place
        self._day, self._place = day, place
        self.update()
        if other:
            self.chosen.emit(self.current)

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)
        elif self._day is not None:
            self.day_wanted.emit(self._day)

    def _move_current(self, step: int) -> None:
        if self.current is not None and self._may_move(self._place):
            self._move(self.current, step)

    def _move(self, block: Block, days: int) -> None:
        if not days or self._now is None:
            return
        if block.span is not None:
            self.moved.emit(block, moved(block.span, days=days, minutes=0, time_zone=str(self._now.tzinfo)).span)
        else:
            self.moved.emit(block, block.first_day + timedelta(days=days))

    def _stop_dragging(self) -> None:
        self._pressed = self._dragged_to = None
        self.unsetCursor()
        self.update()

    def _say(self) -> None:
        """Let a screen reader say where one stands."""
        if self._day is None or self._now is None:
            return
        if self.current is not None:
            announce(self, self.current.spoken)
            return
        count = len(self._places.get(self._day, []))
        told = self.tr("%n entries", "", count) if count else self.tr("nothing")
        announce(self, sentence(weekday_text(self._day, today=self._now.date()), told))

    def _paint_names(self, painter: QPainter, layout: MonthLayout, days: ShownDays) -> None:
        tokens = self._theme.tokens
        height = self._theme.scaled(_NAMES)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(QColor(tokens.ink2))
        for place in range(WEEK):
            column = layout.column(place)
            name = weekday_name(days.first + timedelta(days=place))
            painter.drawText(QRect(column.left(), 0, column.width(), height), Qt.AlignmentFlag.AlignCenter, name)
        painter.fillRect(0, height - 1, self.width(), 1, QColor(tokens.hairline))

    def _paint_day(self, painter: QPainter, layout: MonthLayout, days: ShownDays, day: date) -> None:
        tokens, cell = self._theme.tokens, layout.cell(day)
        today = self._now.date() if self._now else None
        if day == self._dragged_to:
            painter.fillRect(cell, QColor(tokens.selection))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, QColor(tokens.hairline))
        if (day - days.first).days % WEEK != WEEK - 1:
            edge = cell.left() if self.isRightToLeft() else cell.right()
            painter.fillRect(edge, cell.top(), 1, cell.height(), QColor(tokens.hairline))
        inside = day.month == days.anchor.month
        painter.setFont(self._theme.font("emphasis" if day == today else "caption"))
        painter.setPen(QColor(tokens.accent if day == today else tokens.ink if inside else tokens.ink3))
        number = QRect(cell.left(), cell.top() + 2, cell.width(), self._theme.scaled(_NUMBER) - 2)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, self.locale().toString(day.day))
        stands = day == self._day and self.hasFocus()
        for line in self._lines(day):
            chosen = stands and line.place is not None and line.place == self._place
            if line.place is not None:
                self._paint_line(painter, line.rect, self._blocks[line.place], chosen=chosen)
            else:
                self._paint_count(painter, line.rect, line.more, narrow=cell.width() < self._theme.scaled(_NARROW))
        if stands and self._place is None:
            paint_focus_ring(painter, cell.adjusted(0, 0, -1, -1), tokens, RADIUS)

    def _paint_line(self, painter: QPainter, rect: QRect, block: Block, *, chosen: bool) -> None:
        look = replace(look_of(block, self._theme.tokens), strong=False)
        short = replace(block, title=line_text(block, self._zone), detail="")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self._cards.fitted(short, rect, look)
        self._cards.paint(painter, rect, look, lines, bar=block.kind is not BlockKind.DUE)
        painter.restore()
        if chosen:
            paint_focus_ring(painter, rect, self._theme.tokens, RADIUS)

    def _paint_count(self, painter: QPainter, rect: QRect, more: int, *, narrow: bool) -> None:
        number = self.locale().toString(more)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(self._theme.tokens.ink2))
        text = number if narrow else self.tr("+{number} more").format(number=number)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    @property
    def _zone(self) -> str:
        return str(self._now.tzinfo) if self._now else "UTC"

    def _paint_dragged(self, painter: QPainter, layout: MonthLayout, day: date, block: Block) -> None:
        cell = layout.cell(day)
        height = self._theme.scaled(_LINE) - 2
        rect = QRect(cell.left() + 2, self._pointer.y() - height // 2, cell.width() - 5, height)
        self._paint_line(painter, rect, block, chosen=True)
