"""The month: whole weeks of days, each with what stands on it, as much as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
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
from infoview_desktop.domain.moving import Moved
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.calendar_view import CalendarView, by_days
from infoview_desktop.ui.calendar.grid_keys import modifiers_of
from infoview_desktop.ui.calendar.month_keys import ENTER, PAGES, steps_of
from infoview_desktop.ui.calendar.month_layout import LINE, NAMES, NUMBER, Line, MonthLayout, by_day
from infoview_desktop.ui.calendar.month_painter import NARROW, Dragged, MonthPainter, MonthScene
from infoview_desktop.ui.calendar.wording import sentence
from infoview_desktop.ui.controls.announcement import announce
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.local_time import month_text, weekday_text
from infoview_desktop.ui.theme.theme import Theme


class MonthGrid(CalendarView):
    """Arrows go from day to day, and with Ctrl from one thing to the next; with Alt they move it to another day."""

    def __init__(self, theme: Theme, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, editable=editable, parent=parent)
        self._painter = MonthPainter(theme)
        self._places: dict[date, list[int]] = {}
        self._day: date | None = None
        self._place: int | None = None
        self._awaited: date | tuple[object, ...] | None = None
        self._pressed: tuple[QPoint, Block, date] | None = None
        self._dragged: Dragged | None = None
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

    @property
    def place(self) -> QPoint:
        """Where on the screen one stands."""
        scene = self._scene()
        if scene is None or self._day is None:
            return self.mapToGlobal(QPoint())
        return self.mapToGlobal(scene.rect_of(self._day, self._place).center())

    def show_days(
        self, days: ShownDays, blocks: Sequence[Block], *, now: datetime, others: Sequence[Block] = ()
    ) -> None:
        """Show whole weeks; one stays on what one stood on, wherever it is now, else on the day."""
        chosen, other_days = self.current.key if self.current else None, days != self._days
        self._days, self._blocks, self._now, self._others = days, tuple(blocks), now, tuple(others)
        self._places = by_day(self._blocks, days)
        if isinstance(self._awaited, date) and days.first <= self._awaited <= days.last:
            self._day = self._awaited
        elif other_days or self._day is None:
            self._day = days.anchor
        if isinstance(self._awaited, tuple):
            chosen = self._awaited
        self._stay_on(chosen)
        if self._place is not None or isinstance(self._awaited, date):
            self._awaited = None
        self._go_on_dragging()
        self.setAccessibleName(sentence(self.tr("Month"), month_text(days.anchor)))
        self._describe()
        self.update()

    def set_now(self, now: datetime) -> None:
        """The clock has gone on."""
        self._now = now
        self.update()

    def stand_on(self, day: date) -> None:
        """Stand on one of the days."""
        if self._days is not None and self._days.first <= day <= self._days.last:
            self._day, self._place = day, None
            self._describe()
            self.update()

    def choose(self, kind: BlockKind, block_id: int) -> None:
        """Make a block the current one without telling."""
        found = next((block for block in self._blocks if (block.kind, block.id) == (kind, block_id)), None)
        if found is not None:
            self._stay_on(found.key)
            self._describe()
            self.update()

    def event(self, event: QEvent) -> bool:
        """Tell more of the line under the pointer than fits into it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos()) if self._dragged is None else None
            text = plain_tool_tip(self._blocks[place].spoken) if place is not None else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day and from thing to thing, open and move them."""
        key, modifiers = Qt.Key(event.key()), modifiers_of(event)
        step = steps_of(key, mirrored=self.isRightToLeft())
        if self._dragged is not None:
            if key == Qt.Key.Key_Escape:
                self._stop_dragging()
            return
        self._moved_to = None
        if step and modifiers == Qt.KeyboardModifier.NoModifier:
            self._go(step)
        elif step and modifiers == Qt.KeyboardModifier.ControlModifier:
            self._go_on(1 if step > 0 else -1)
        elif step and modifiers == Qt.KeyboardModifier.AltModifier:
            self._move_current(step)
        elif key in PAGES and modifiers == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(PAGES[key])
        elif key in ENTER and not event.isAutoRepeat():
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
            self._pressed = point, self._blocks[place], day

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was pressed to another day."""
        point = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            place = self._place_at(point)
            movable = place is not None and self._may_move(self._blocks[place])
            self.setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.ArrowCursor)
            return
        start, block, _ = self._pressed
        far = (point - start).manhattanLength() >= QApplication.startDragDistance()
        if self._may_move(block) and (far or self._dragged is not None):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._drag_to(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let what was dragged go on the day below it; a click on how many there are more shows all of them."""
        pressed, dragged = self._pressed, self._dragged
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._stop_dragging()
        if pressed is not None and dragged is not None:
            self._have_moved(pressed[1], self._aim(pressed[1], pressed[2], dragged.day))
            return
        point = event.position().toPoint()
        day, line = self._day_at(point), self._line_at(point)
        if day is not None and line is not None and line.place is None:
            self.day_wanted.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is below the pointer, or the day."""
        self._stop_dragging()
        point = event.position().toPoint()
        day = self._day_at(point)
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self._stand_on(day, self._place_at(point))
            self._open()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a block: the one below the pointer, or the chosen one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = self._place_at(event.pos()) if by_mouse else self._place
        if place is not None:
            self.menu_wanted.emit(self._blocks[place], event.globalPos() if by_mouse else self.place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one stands, and say it to who came with the keyboard."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._say()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer, and let go of what is dragged."""
        super().focusOutEvent(event)
        self._moved_to = None
        self._stop_dragging()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the weeks."""
        scene = self._scene()
        if scene is not None:
            painter = QPainter(self)
            painter.setLayoutDirection(self.layoutDirection())
            self._painter.paint(painter, scene, self.rect())
            painter.end()
        event.accept()

    def _scene(self) -> MonthScene | None:
        days = self._days
        if days is None:
            return None
        focused, layout = self.hasFocus(), self._layout(days)
        return MonthScene(
            days,
            layout,
            self._blocks,
            partial(self._lines, layout=layout),
            self._today,
            self._time_zone,
            stands=self._day if focused else None,
            place=self._place if focused else None,
            dragged=self._dragged,
            told=self._told_of_current(),
        )

    def _layout(self, days: ShownDays) -> MonthLayout:
        scaled = self._theme.scaled
        area = self.rect().adjusted(0, scaled(NAMES), 0, 0)
        return MonthLayout(area, days, number=scaled(NUMBER), line=scaled(LINE), mirrored=self.isRightToLeft())

    def _lines(self, day: date, layout: MonthLayout | None = None) -> list[Line]:
        """The lines of a day; in a narrow one a single line that counts them all."""
        places = self._places.get(day, [])
        if self._days is None or not places:
            return []
        layout = layout or self._layout(self._days)
        if layout.cell(day).width() < self._theme.scaled(NARROW):
            first = layout.lines(day, places[:1])[0]
            return [Line(first.rect, None, len(places) + self._more.get(day, 0))]
        return layout.lines(day, places, self._place if day == self._day else None, more=self._more.get(day, 0))

    def _day_at(self, point: QPoint) -> date | None:
        return self._layout(self._days).day_at(point) if self._days is not None else None

    def _line_at(self, point: QPoint) -> Line | None:
        day = self._day_at(point)
        return next((line for line in self._lines(day) if line.rect.contains(point)), None) if day else None

    def _place_at(self, point: QPoint) -> int | None:
        line = self._line_at(point)
        return line.place if line else None

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
            self._say()

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
        self._moved_to = None
        self._describe()
        self.update()
        if other:
            self.chosen.emit(self.current)

    def _stay_on(self, key: tuple[object, ...] | None) -> None:
        """Stand on a block where it is there, on the day one stands on if it reaches that."""
        self._place = next((place for place, block in enumerate(self._blocks) if block.key == key), None)
        block = self.current
        if block is not None and self._days is not None and self._day is not None:
            first, last = max(block.first_day, self._days.first), min(block.last_day, self._days.last)
            self._day = min(max(self._day, first), last)

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)
        elif self._day is not None:
            self.day_wanted.emit(self._day)

    def _move_current(self, step: int) -> None:
        block = self.current
        if block is None:
            return
        if not self._may_move(block):
            self._refuse()
            return
        target = by_days(block, step, time_zone=self._time_zone)
        self._have_moved(block, target)
        self._moved_to = target

    def _show_meanwhile(self, block: Block, changed: Block) -> None:
        """Show something where it is wanted until the book says where it is, and stay with it."""
        days = self._days
        if days is None:
            return
        self._blocks = tuple(changed if each is block else each for each in self._blocks)
        self._places = by_day(self._blocks, days)
        beyond = not days.first <= changed.first_day <= days.last
        self._awaited = block.key if beyond else None
        if not beyond:
            self._stay_on(block.key)
        self._describe()
        self.update()

    def _drag_to(self, point: QPoint) -> None:
        """Let what is dragged be where the pointer is; beside all days it stays on the last one."""
        if self._pressed is None or self._days is None:
            return
        _, block, start = self._pressed
        day = self._day_at(point) or (self._dragged.day if self._dragged else start)
        told = self._told_of(block, self._aim(block, start, day))
        self._dragged = Dragged(self._blocks.index(block), point, day, told)
        self.update()

    def _aim(self, block: Block, start: date, day: date) -> Moved | date:
        """Where a block comes to lie that is dragged from a day to another."""
        return by_days(block, (day - start).days, time_zone=self._time_zone)

    def _go_on_dragging(self) -> None:
        """Go on over other blocks; not where what is dragged is gone or another."""
        if self._pressed is None:
            return
        start, held, day = self._pressed
        now = next((block for block in self._blocks if block.key == held.key), None)
        if now is None or (now.span, now.first_day, now.movable) != (held.span, held.first_day, held.movable):
            self._stop_dragging()
            return
        self._pressed = start, now, day
        if self._dragged is not None:
            self._drag_to(self._dragged.pointer)

    def _stop_dragging(self) -> None:
        self._pressed = self._dragged = None
        self.unsetCursor()
        self.update()

    def _say(self) -> None:
        """Let a screen reader say where one stands."""
        announce(self, self._spoken)

    def _describe(self) -> None:
        """Let assistive technology read where one stands."""
        self.setAccessibleDescription(self._spoken)

    @property
    def _spoken(self) -> str:
        if self.current is not None:
            return self.current.spoken
        if self._day is None:
            return ""
        count = len(self._places.get(self._day, [])) + self._more.get(self._day, 0)
        told = self.tr("%n entries", "", count) if count else self.tr("nothing")
        return sentence(weekday_text(self._day, today=self._today), told)
