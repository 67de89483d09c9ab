"""The day and the week of the calendar: what the pointer and the keys do on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from infoview_desktop.domain.calendar_days import ShownDays
from infoview_desktop.domain.interview import USUAL_MINUTES
from infoview_desktop.domain.moving import Moved, lengthened, moved
from infoview_desktop.ui.calendar import grid_cursor
from infoview_desktop.ui.calendar.block import Block
from infoview_desktop.ui.calendar.calendar_view import by_days
from infoview_desktop.ui.calendar.dragging import STEP, Grip, slot
from infoview_desktop.ui.calendar.grid_canvas import GridCanvas
from infoview_desktop.ui.calendar.grid_cursor import Stop
from infoview_desktop.ui.calendar.grid_hand import GridHand
from infoview_desktop.ui.calendar.grid_keys import Nudge, gone, is_sideways, modifiers_of, nudge_of
from infoview_desktop.ui.calendar.grid_layout import DAY_MINUTES
from infoview_desktop.ui.calendar.grid_scene import Scene
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.people.person_drag import carries_person
from infoview_desktop.ui.theme.theme import Theme

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class TimeGrid(GridCanvas):
    """Dragging moves, lengthens and makes; so do the keys, which go from thing to thing and from time to time."""

    def __init__(self, theme: Theme, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, editable=editable, parent=parent)
        self._hand = GridHand(lambda: self._scene, lambda: self._time_zone, lambda: self._taken, self)
        self._hand.changed.connect(self.update)
        self._hand.scroll_wanted.connect(self._scroll_by)
        self._hand.moved.connect(self._have_moved)
        self._hand.made.connect(self._on_made)
        self.setMouseTracking(True)
        self.setAcceptDrops(editable)

    def show_days(
        self, days: ShownDays, blocks: Sequence[Block], *, now: datetime, others: Sequence[Block] = ()
    ) -> None:
        """Show these days, which are few, with these blocks; a drag goes on where what is dragged is as it was."""
        other_days = self._days is None or (days.first, days.last) != (self._days.first, self._days.last)
        if other_days or str(now.tzinfo) != self._time_zone:
            self._hand.cancel()
        super().show_days(days, blocks, now=now, others=others)
        if self._scene is not None:
            self._hand.follow(self._scene, self._blocks)

    def event(self, event: QEvent) -> bool:
        """Tell more of what is under the pointer than fits into it; keep the keys that mean something here."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._scene is not None:
            text = "" if self._hand.is_dragging else self._more_of(self._scene, event.pos())
            QToolTip.showText(event.globalPos(), plain_tool_tip(text), self)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            escapes = event.key() == Qt.Key.Key_Escape and self._hand.is_dragging
            if escapes or nudge_of(event, mirrored=self.isRightToLeft()) is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from place to place, open, plan and move."""
        scene, stop, key = self._scene, self._standing(), Qt.Key(event.key())
        if scene is None or stop is None:
            super().keyPressEvent(event)
            return
        if self._hand.is_dragging:
            if key == Qt.Key.Key_Escape:
                self._hand.cancel()
            self._hand.set_fine(scene, fine=key == Qt.Key.Key_Shift or bool(event.modifiers() & _SHIFT))
            return
        mirrored = self.isRightToLeft()
        to = gone(event, self._layout, stop, columns=len(self._columns), goal=self._goal, mirrored=mirrored)
        nudge = nudge_of(event, mirrored=mirrored)
        self._tell_no_more()
        if to is not None:
            self._stand(to, goal=self._goal if is_sideways(event) else None)
        elif nudge is not None:
            self._nudge(nudge)
        elif key in _PAGES and modifiers_of(event) == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(_PAGES[key])
        elif key in _ENTER and not event.isAutoRepeat():
            self._enter(stop)
        elif key == Qt.Key.Key_Escape and scene.fewer_rect is not None:
            self._expand(expanded=False)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Go on by quarters of an hour once Shift is let go."""
        super().keyReleaseEvent(event)
        if self._scene is not None and event.key() == Qt.Key.Key_Shift:
            self._hand.set_fine(self._scene, fine=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand where the pointer is, and take hold of what is there."""
        scene, place = self._scene, event.position().toPoint()
        if scene is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if scene.fewer_rect is not None and scene.fewer_rect.contains(place):
            self._expand(expanded=False)
            return
        column = scene.geometry.column_at(place.x())
        if scene.overflows and scene.hidden[column] and scene.more_card(column).contains(place):
            self._expand(expanded=True)
            return
        if place.y() < scene.geometry.header:
            if len(self._columns) > 1 and place.y() >= 0:
                self.day_wanted.emit(self._columns[column])
            return
        stop = self._stop_at(scene, place)
        if stop is not None:
            self._stand(stop)
        if self._editable:
            self._hand.press(scene, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what one has hold of, or show what one could take hold of."""
        scene, place = self._scene, event.position().toPoint()
        if scene is None:
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._hand.drag_to(scene, place, fine=bool(event.modifiers() & _SHIFT))
            return
        hovered = scene.block_at(place)
        taken = self._hand.grip_at(scene, place) if self._editable else None
        by_edge = taken is not None and taken[0] is Grip.LENGTHEN
        self.setCursor(Qt.CursorShape.SizeVerCursor if by_edge else Qt.CursorShape.ArrowCursor)
        if hovered is not scene.hovered:
            scene.hovered = hovered
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.let_go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is there, or plan an interview where nothing is."""
        scene, place = self._scene, event.position().toPoint()
        if scene is None or event.button() != Qt.MouseButton.LeftButton:
            return
        block = scene.block_at(place)
        if block is not None:
            self.opened.emit(block)
        elif self._editable and scene.geometry.body.contains(place):
            minute = scene.geometry.minute_at(place.y(), scene.scrolled) // STEP * STEP
            self._want(scene.geometry.column_at(place.x()), min(minute, DAY_MINUTES - STEP))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take somebody who is dragged here; files go to the window."""
        event.setAccepted(carries_person(event))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show when one would talk with them."""
        scene, place = self._scene, event.position().toPoint()
        within = scene is not None and scene.geometry.body.contains(place)
        event.setAccepted(within)
        if scene is not None and within:
            self._hand.bring(scene, place)
        else:
            self._hand.cancel()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They are dragged on."""
        super().dragLeaveEvent(event)
        self._hand.cancel()

    def dropEvent(self, event: QDropEvent) -> None:
        """Book with them: whom one has taken out of the list is the selected person."""
        event.acceptProposedAction()
        self._hand.let_go()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is below the pointer any more."""
        super().leaveEvent(event)
        if self._scene is not None and self._scene.hovered is not None:
            self._scene.hovered = None
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the hours."""
        QCoreApplication.sendEvent(self._bar, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the block below the pointer, or the one one stands on."""
        scene = self._scene
        if scene is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            stop = scene.stop
            place = scene.rect_of(stop).center() if stop is not None else QPoint()
        else:
            stop, place = self._stop_at(scene, event.pos()), event.pos()
            if stop is not None:
                self._stand(stop)
        if stop is not None and stop.block is not None:
            self.menu_wanted.emit(stop.block, self.mapToGlobal(place))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of what is dragged."""
        super().focusOutEvent(event)
        self._hand.cancel()

    def _more_of(self, scene: Scene, place: QPoint) -> str:
        """What is told of a place: all of a block, and that the clocks are changed."""
        stop = self._stop_at(scene, place)
        told = stop is not None and (stop.block is not None or scene.change_at(stop) is not None)
        return self._spoken(stop) if stop is not None and told else ""

    def _stop_at(self, scene: Scene, place: QPoint) -> Stop | None:
        """Where one would stand at a place."""
        column = scene.geometry.column_at(place.x())
        piece = scene.piece_at(place)
        if piece is not None:
            return Stop(piece.column, piece.top, piece.block)
        placed = scene.whole_at(place)
        if placed is not None:
            return Stop(column, grid_cursor.ABOVE_HOURS, placed.block)
        if not scene.geometry.body.contains(place):
            return None
        minute = scene.geometry.minute_at(place.y(), scene.scrolled)
        return Stop(column, min(minute, DAY_MINUTES - 1) // grid_cursor.SLOT * grid_cursor.SLOT)

    def _enter(self, stop: Stop) -> None:
        if stop.block is not None:
            self.opened.emit(stop.block)
        elif self._editable:
            self._want(stop.column, stop.minute)

    def _want(self, column: int, minute: int) -> None:
        self.wanted.emit(slot(self._columns[column], minute, USUAL_MINUTES, self._time_zone).span)

    def _nudge(self, nudge: Nudge) -> None:
        """Move what one stands on by a key."""
        block = self.current
        if block is None:
            return
        if not self._may_move(block):
            self._refuse()
        else:
            self._moved_to = target = self._nudged(block, nudge)
            self._have_moved(block, target)

    def _nudged(self, block: Block, nudge: Nudge) -> Moved | date:
        """Where a key wants a block."""
        if block.span is not None and nudge.longer:
            minutes = int((block.span.end - block.span.start).total_seconds()) // 60 + nudge.longer
            return Moved(lengthened(block.span, minutes=max(STEP, minutes)))
        if block.span is not None and nudge.minutes:
            return moved(block.span, days=0, minutes=nudge.minutes, time_zone=self._time_zone)
        return by_days(block, nudge.days, time_zone=self._time_zone)

    def _on_made(self, made: Moved) -> None:
        self.wanted.emit(made.span)
