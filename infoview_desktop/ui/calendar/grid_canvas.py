"""Days beside each other with their hours, as they are seen: where everything stands, and where one stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from infoview_desktop.domain.calendar_days import CalendarMode, ShownDays
from infoview_desktop.domain.clock_change import ClockChange, clock_change
from infoview_desktop.domain.free_time import WorkingHours
from infoview_desktop.ui.calendar import grid_cursor
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.calendar_view import CalendarView
from infoview_desktop.ui.calendar.grid_cursor import ABOVE_HOURS, Stop
from infoview_desktop.ui.calendar.grid_geometry import GUTTER, HOUR, ROW, ROW_GAP, geometry_of
from infoview_desktop.ui.calendar.grid_layout import GridLayout, laid_out
from infoview_desktop.ui.calendar.grid_painter import GridPainter
from infoview_desktop.ui.calendar.grid_scene import ROWS_AT_FIRST, Scene
from infoview_desktop.ui.calendar.wording import change_texts, sentence, translated
from infoview_desktop.ui.controls.announcement import announce
from infoview_desktop.ui.local_time import days_text, time_text, weekday_text
from infoview_desktop.ui.theme.theme import Theme

_STRIP_AT_MOST = 0.45
"""The part of the height that what has whole days may take."""


class GridCanvas(CalendarView):
    """Shows days that follow each other, all of it painted; one place on it is the current one."""

    def __init__(self, theme: Theme, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, editable=editable, parent=parent)
        self._columns: tuple[date, ...] = ()
        self._hours: WorkingHours | None = None
        self._layout = GridLayout()
        self._changes: dict[int, ClockChange] = {}
        self._scene: Scene | None = None
        self._goal = 0
        self._awaited: tuple[object, ...] | None = None
        self._expanded = False
        self._seen = False
        self._painter = GridPainter(theme)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.valueChanged.connect(self._on_scrolled)
        self.setAccessibleName(self.tr("Calendar"))
        theme.changed.connect(self._lay_out)

    @property
    def current(self) -> Block | None:
        """Which block is chosen."""
        stop = self._scene.stop if self._scene else None
        return stop.block if stop else None

    @property
    def day(self) -> date | None:
        """The day that one stands on; None where one has not been here."""
        stop = self._scene.stop if self._scene else None
        return self._columns[stop.column] if stop else None

    @property
    def place(self) -> QPoint:
        """Where on the screen one stands."""
        stop = self._scene.stop if self._scene else None
        return self.mapToGlobal(self._scene.rect_of(stop).center() if self._scene and stop else QPoint())

    def set_hours(self, hours: WorkingHours | None) -> None:
        """Know when the user works: the rest of the day has another ground, and it is what is seen first."""
        others, self._hours = hours != self._hours, hours
        if others and self._scene is not None:
            self._place_all()

    def show_days(
        self, days: ShownDays, blocks: Sequence[Block], *, now: datetime, others: Sequence[Block] = ()
    ) -> None:
        """Show these days, which are few, with these blocks."""
        if self._days is None or (days.first, days.last) != (self._days.first, self._days.last):
            self._expanded = False
        self._days, self._blocks, self._now, self._others = days, tuple(blocks), now, tuple(others)
        count = (days.last - days.first).days + 1
        self._columns = tuple(days.first + timedelta(number) for number in range(count))
        changes = ((column, clock_change(day, self._time_zone)) for column, day in enumerate(self._columns))
        self._changes = {column: change for column, change in changes if change is not None}
        name = translated("Day") if days.mode is CalendarMode.DAY else translated("Week")
        shown = weekday_text(days.first, today=now.date()) if count == 1 else ""
        self.setAccessibleName(sentence(name, shown or days_text(days.first, days.last, today=now.date())))
        awaited = self._awaited
        self._lay_out()
        told = self._scene.told if self._scene else None
        if awaited is not None and self._awaited is None and told is not None and told.clash is not None:
            # Nobody knew what is there while it was on its way.
            announce(self, told.clash.words)

    def set_now(self, now: datetime) -> None:
        """The clock has gone on."""
        self._now = now
        if self._scene is not None:
            self._place_all()

    def stand_on(self, day: date) -> None:
        """Stand on one of the days, at the same height, where one stands on any."""
        if self._scene is not None and self._scene.stop is not None and day in self._columns:
            self._stand(grid_cursor.at_minute(self._layout, self._columns.index(day), self._goal), tell=False)

    def choose(self, kind: BlockKind, block_id: int) -> None:
        """Make a block the current one without telling."""
        block = next((each for each in self._blocks if (each.kind, each.id) == (kind, block_id)), None)
        stop = grid_cursor.found_again(self._layout, block.key, None) if block else None
        if stop is not None:
            self._stand(stop, tell=False)

    def sizeHint(self) -> QSize:
        """Room for the working hours of a week."""
        return QSize(self._theme.scaled(600), self._theme.scaled(600))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        if self._scene is not None:
            self._seen = True
            self._painter.paint(painter, self._scene, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything into another size."""
        super().resizeEvent(event)
        self._place_all()

    def changeEvent(self, event: QEvent) -> None:
        """Read from the other side where that is how one reads."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_all()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one stands, and say it to who came with the keyboard."""
        super().focusInEvent(event)
        if self._scene is None:
            return
        self._scene.focused = True
        stop = self._standing()
        if event.reason() != Qt.FocusReason.MouseFocusReason and stop is not None:
            self._stand(stop, tell=self._scene.stop is None)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring."""
        super().focusOutEvent(event)
        self._tell_no_more()
        if self._scene is not None:
            self._scene.focused = False
        self.update()

    def _lay_out(self) -> None:
        """Lay everything out anew: there are other blocks or days, or other sizes of type."""
        if self._days is None:
            return
        self._painter.forget()
        cards, hour = self._painter.cards, self._theme.scaled(HOUR)
        self._layout = laid_out(
            self._blocks,
            self._columns,
            self._time_zone,
            shortest=cards.one_line * 60 // hour,
            readable=cards.two_lines * 60 // hour + 1,
        )
        self._place_all()

    def _place_all(self) -> None:
        """Give everything its pixels."""
        if self._days is None or self._now is None or self._painter is None:
            return
        before, scaled = self._scene, self._theme.scaled
        today = (self._now.date() - self._columns[0]).days
        at_first = ROWS_AT_FIRST if self.height() > scaled(240) else 1
        most = max(at_first, int(self.height() * _STRIP_AT_MOST) // (scaled(ROW) + scaled(ROW_GAP)))
        rows = min(self._layout.rows, most if self._expanded else at_first)
        geometry = geometry_of(
            self.size(),
            count=len(self._columns),
            today=today if 0 <= today < len(self._columns) else None,
            rows=rows,
            reserved=self._bar.sizeHint().width(),
            gutter=max(scaled(GUTTER), self._painter.gutter_needed),
            mirrored=self.isRightToLeft(),
            scaled=scaled,
        )
        scene = Scene(self._columns, self._now, self._layout, geometry, rows, self._hours, self._changes)
        scene.focused = self.hasFocus()
        if before is not None:
            scene.stop = self._stop_after(before)
            if before.days == scene.days:
                scene.ghost = before.ghost
        gone_from = before.stop if before is not None else None
        self._scene = scene
        scene.told = self._told_of_current()
        self._place_bar(scene, scene.geometry.top - before.geometry.top if before is not None else 0)
        if gone_from is not None and gone_from.block is not None and self.current is None:
            self.chosen.emit(None)
        self._describe()
        self.update()

    def _place_bar(self, scene: Scene, lower: int) -> None:
        """Scroll so that the hours stay where they are seen, also where they begin so many pixels lower now."""
        geometry, width = scene.geometry, self._bar.sizeHint().width()
        height = max(0, self.height() - geometry.top)
        self._bar.setGeometry(0 if geometry.mirrored else self.width() - width, geometry.top, width, height)
        self._bar.setPageStep(height)
        self._bar.setSingleStep(round(geometry.hour / 2))
        self._bar.setRange(0, max(0, geometry.hours_height - height))
        self._bar.setValue(self._bar.value() + lower if self._seen else scene.first_seen)
        scene.scrolled = self._bar.value()

    def _stop_after(self, before: Scene) -> Stop | None:
        """Where one stands now that other things are shown: at the same thing, else at the same time."""
        stop = before.stop
        if self._awaited is not None:
            found = grid_cursor.found_again(self._layout, self._awaited, None)
            if found is not None:
                self._awaited = None
                return found
        if stop is None:
            return None
        column = min(stop.column, len(self._columns) - 1)
        if stop.block is not None:
            found = grid_cursor.found_again(self._layout, stop.block.key, stop)
            if found is not None:
                return found
        minute = self._goal if stop.minute == ABOVE_HOURS else stop.minute
        return grid_cursor.at_minute(self._layout, column, minute)

    def _standing(self) -> Stop | None:
        """Where one stands; at first now, or where work begins."""
        scene = self._scene
        if scene is None or scene.stop is not None:
            return scene.stop if scene else None
        if scene.today is not None:
            return grid_cursor.at_minute(self._layout, scene.today, scene.now.hour * 60 + scene.now.minute)
        first = grid_cursor.first_or_last(self._layout, -1)
        return first or grid_cursor.at_minute(self._layout, 0, scene.work_starts)

    def _stand(self, stop: Stop, *, goal: int | None = None, tell: bool = True) -> None:
        """Stand there, in sight."""
        scene = self._scene
        if scene is None:
            return
        before = self.current
        scene.stop = stop
        self._tell_no_more()
        self._goal = goal if goal is not None else self._goal if stop.minute == ABOVE_HOURS else stop.minute
        self._bring_into_sight(stop)
        self._describe()
        self.update()
        if not tell:
            return
        if self.hasFocus():
            announce(self, self._spoken(stop))
        if (before.key if before else None) != (stop.block.key if stop.block else None):
            self.chosen.emit(stop.block)

    def _tell_no_more(self) -> None:
        """Say no longer where something was moved to."""
        self._moved_to = None
        if self._scene is not None and self._scene.told is not None:
            self._scene.told = None
            self.update()

    def _bring_into_sight(self, stop: Stop) -> None:
        scene = self._scene
        if scene is None:
            return
        if stop.minute == ABOVE_HOURS:
            hidden = [each for each in self._layout.whole if not scene.is_shown(each)]
            if any(stop.block is not None and each.block.key == stop.block.key for each in hidden):
                self._expand(expanded=True)
            return
        rect, body = scene.rect_of(stop), scene.geometry.body
        if rect.top() < body.top():
            self._bar.setValue(self._bar.value() - (body.top() - rect.top()) - self._theme.scaled(ROW))
        elif rect.bottom() > body.bottom():
            more = min(rect.bottom() - body.bottom(), rect.top() - body.top())
            self._bar.setValue(self._bar.value() + more + self._theme.scaled(ROW) // 2)

    def _expand(self, *, expanded: bool) -> None:
        """Show all that has whole days, or only the first rows of it."""
        self._expanded = expanded
        self._place_all()

    def _describe(self) -> None:
        """Let assistive technology read where one stands."""
        stop = self._scene.stop if self._scene else None
        text = self._spoken(stop) if stop is not None else ""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def _spoken(self, stop: Stop) -> str:
        if stop.block is not None:
            return stop.block.spoken
        if self._now is None:
            return ""
        at = datetime.combine(self._columns[stop.column], datetime.min.time()) + timedelta(minutes=stop.minute)
        change = self._scene.change_at(stop) if self._scene else None
        told = change_texts(change)[0] if change else translated("free")
        return sentence(weekday_text(at.date(), today=self._now.date()), time_text(at), told)

    def _scroll_by(self, pixels: int) -> None:
        self._bar.setValue(self._bar.value() + pixels)

    def _on_scrolled(self, value: int) -> None:
        if self._scene is not None:
            self._scene.scrolled = value
            self.update()

    def _show_meanwhile(self, block: Block, changed: Block) -> None:
        """Show something where it is wanted until the book says where it is, and stay with it."""
        self._awaited = block.key
        self._blocks = tuple(changed if each is block else each for each in self._blocks)
        self._lay_out()
