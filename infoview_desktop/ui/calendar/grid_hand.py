"""The hand on a grid: takes hold of something, drags it, and lets it go where it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication

from infoview_desktop.domain.moving import Moved
from infoview_desktop.ui.calendar.block import Block, elsewhere
from infoview_desktop.ui.calendar.clash import told_of, told_of_day
from infoview_desktop.ui.calendar.dragging import FINE_STEP, STEP, Drag, Grip, Place
from infoview_desktop.ui.calendar.grid_layout import parts_of
from infoview_desktop.ui.calendar.grid_scene import Ghost, Scene

EDGE = 6
"""Pixels at the lower edge of a card by which it is lengthened."""

_NEAR_EDGE = 28
_FASTEST = 18
_FRAME_MS = 16


class GridHand(QObject):
    """Where something is being dragged, the scene has a ghost.

    Args:
        scene: tells what is shown, which is another after every change.
        time_zone: tells where the user is.
        taken: tells what takes time that is not free.
        parent: what it belongs to.
    """

    changed = Signal()
    """The ghost is another."""
    scroll_wanted = Signal(int)
    """By so many pixels, as what is dragged is near an edge."""
    moved = Signal(object, object)
    """A `Block` was let go at a `Moved`, or on a `date`."""
    made = Signal(object)
    """Free ground was dragged over: a `Moved`."""

    def __init__(
        self,
        scene: Callable[[], Scene | None],
        time_zone: Callable[[], str],
        taken: Callable[[], Sequence[Block]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._scene = scene
        self._time_zone = time_zone
        self._taken = taken
        self._drag: Drag | None = None
        self._pressed = QPoint()
        self._at = QPoint()
        self._fine = False
        self._aim: Moved | date | None = None
        self._told_in: Scene | None = None
        self._scrolling = QTimer(self, interval=_FRAME_MS)
        self._scrolling.timeout.connect(self._scroll_on)

    @property
    def is_dragging(self) -> bool:
        """Whether something is on its way."""
        return self._aim is not None

    def grip_at(self, scene: Scene, place: QPoint) -> tuple[Grip, Block | None] | None:
        """What one would take hold of at a place; None for nothing."""
        piece = scene.piece_at(place)
        if piece is not None:
            if not piece.block.movable:
                return None
            at_edge = scene.card(piece).bottom() - place.y() < EDGE and scene.card(piece).height() > 2 * EDGE
            return (Grip.LENGTHEN if at_edge else Grip.MOVE), piece.block
        placed = scene.whole_at(place)
        if placed is not None:
            return (Grip.DAY, placed.block) if placed.block.movable else None
        return (Grip.CREATE, None) if scene.geometry.body.contains(place) else None

    def press(self, scene: Scene, place: QPoint) -> None:
        """Take hold of what is there."""
        self.cancel()
        taken = self.grip_at(scene, place)
        if taken is not None:
            self._pressed, self._at = place, place
            self._drag = Drag(*taken, _place(scene, place))

    def bring(self, scene: Scene, place: QPoint) -> None:
        """Drag somebody here who comes from elsewhere."""
        if self._drag is None or self._drag.grip is not Grip.PERSON:
            self.cancel()
            self._drag = Drag(Grip.PERSON, None, _place(scene, place))
        self._bring_to(scene, place, fine=False)

    def drag_to(self, scene: Scene, place: QPoint, *, fine: bool) -> None:
        """Bring it there."""
        if self._drag is None:
            return
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._aim is None and not far:
            return
        self._bring_to(scene, place, fine=fine)

    def set_fine(self, scene: Scene, *, fine: bool) -> None:
        """Go on by finer steps, or no longer."""
        if self.is_dragging and fine != self._fine:
            self._fine = fine
            self._show(scene)

    def let_go(self) -> None:
        """Let it stay where it is now."""
        drag, aim = self._drag, self._aim
        self.cancel()
        if drag is None or aim is None:
            return
        if isinstance(aim, Moved):
            if drag.block is None:
                self.made.emit(aim)
            elif aim.span != drag.block.span:
                self.moved.emit(drag.block, aim)
        elif drag.block is not None and aim != drag.block.first_day:
            self.moved.emit(drag.block, aim)

    def cancel(self) -> None:
        """Let everything be as it was."""
        self._scrolling.stop()
        self._drag = self._aim = self._told_in = None
        scene = self._scene()
        if scene is not None and scene.ghost is not None:
            scene.ghost = None
            self.changed.emit()

    def follow(self, scene: Scene, blocks: Sequence[Block]) -> None:
        """Go on over other blocks and the same days; not where what is dragged is gone or another."""
        if self._drag is None:
            return
        held = self._drag.block
        now = next((block for block in blocks if held is not None and block.key == held.key), None)
        if held is not None and (now is None or _standing(now) != _standing(held)):
            self.cancel()
        elif self.is_dragging:
            self._show(scene)

    def _bring_to(self, scene: Scene, place: QPoint, *, fine: bool) -> None:
        self._at, self._fine = place, fine
        self._show(scene)
        if self._drag is not None and self._drag.grip is not Grip.DAY and self._speed(scene):
            self._scrolling.start()
        else:
            self._scrolling.stop()

    def _show(self, scene: Scene) -> None:
        """Let the ghost be where the hand is."""
        drag = self._drag
        if drag is None:
            return
        step, zone = FINE_STEP if self._fine else STEP, self._time_zone()
        at = _place(scene, self._at)
        aim = drag.aim(at, step=step, days=scene.days, time_zone=zone)
        if aim == self._aim and scene is self._told_in:
            return
        self._aim, self._told_in = aim, scene
        target = aim.span if isinstance(aim, Moved) else aim
        block = drag.block and elsewhere(drag.block, target, time_zone=zone, today=scene.now.date())
        if isinstance(aim, Moved):
            parts = tuple(parts_of(aim.span, scene.days, zone))
            told = told_of(drag.block, aim, self._taken(), time_zone=zone)
            scene.ghost = Ghost(block, parts, at.column, told) if parts else None
        else:
            scene.ghost = Ghost(block, (), at.column, told_of_day(aim))
        self.changed.emit()

    def _speed(self, scene: Scene) -> int:
        """By how many pixels to scroll on in a frame."""
        body, y = scene.geometry.body, self._at.y()
        above, below = body.top() + _NEAR_EDGE - y, y - body.bottom() + _NEAR_EDGE
        if above > 0:
            return -min(_FASTEST, 2 + above // 3)
        return min(_FASTEST, 2 + below // 3) if below > 0 else 0

    def _scroll_on(self) -> None:
        scene = self._scene()
        if scene is None or not (speed := self._speed(scene)):
            self._scrolling.stop()
            return
        before = scene.scrolled
        self.scroll_wanted.emit(speed)
        if scene.scrolled != before:
            self._show(scene)


def _place(scene: Scene, place: QPoint) -> Place:
    geometry = scene.geometry
    return Place(geometry.column_at(place.x()), geometry.minute_at(place.y(), scene.scrolled))


def _standing(block: Block) -> tuple[object, ...]:
    return block.span, block.first_day, block.movable
