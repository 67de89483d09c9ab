"""All that a grid shows at a moment, for whoever paints it or asks what is where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from PySide6.QtCore import QPoint, QRect

from infoview_desktop.domain.clock_change import ClockChange
from infoview_desktop.domain.free_time import WorkingHours
from infoview_desktop.ui.calendar.block import Block
from infoview_desktop.ui.calendar.clash import Told
from infoview_desktop.ui.calendar.grid_cursor import SLOT, Stop
from infoview_desktop.ui.calendar.grid_geometry import GridGeometry
from infoview_desktop.ui.calendar.grid_layout import DAY_MINUTES, GridLayout, Part, Piece, WholeDays

_USUAL_START = 9 * 60

_EARLIER = 180
"""How many minutes before one begins to work may be seen at first, where something stands there."""

ROWS_AT_FIRST = 3
"""How many rows of whole days are shown before one asks for more."""


@dataclass(frozen=True, slots=True)
class Ghost:
    """What is being dragged, where it would come to stand.

    Attributes:
        block: what it is; None for what is new.
        parts: where among the hours.
        column: on which day, for what has whole days.
        told: what is said beside it.
    """

    block: Block | None
    parts: tuple[Part, ...]
    column: int
    told: Told


@dataclass(slots=True)
class Scene:
    """What is shown.

    Attributes:
        days: a column each.
        now: what time it is, on the user's clock, with its zone.
        layout: where everything stands, in minutes.
        geometry: the pixels of it.
        rows: how many rows of whole days are shown.
        hours: when the user works; None while nobody knows.
        changes: how the clocks are changed, by the column.
        scrolled: by how many pixels the hours are.
        stop: where one stands.
        focused: whether the keyboard is here.
        hovered: the block below the pointer.
        ghost: what is being dragged.
        told: what is to know of where one stands, as it was just moved there.
    """

    days: Sequence[date]
    now: datetime
    layout: GridLayout
    geometry: GridGeometry
    rows: int
    hours: WorkingHours | None = None
    changes: Mapping[int, ClockChange] = field(default_factory=dict)
    scrolled: int = 0
    stop: Stop | None = None
    focused: bool = False
    hovered: Block | None = None
    ghost: Ghost | None = None
    told: Told | None = None
    hidden: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Count what there is no row for, day by day."""
        self.hidden = [0] * len(self.days)
        for placed in self.layout.whole:
            if not self.is_shown(placed):
                for column in range(placed.first, placed.last + 1):
                    self.hidden[column] += 1

    @property
    def today(self) -> int | None:
        """The column of today, if it is among them."""
        number = (self.now.date() - self.days[0]).days
        return number if 0 <= number < len(self.days) else None

    @property
    def overflows(self) -> bool:
        """Whether there are more rows of whole days than are shown."""
        return self.layout.rows > self.rows

    def is_shown(self, placed: WholeDays) -> bool:
        """Whether there is a row for it; the last one says how many there are besides."""
        return placed.row < self.rows - int(self.overflows)

    @property
    def fewer_rect(self) -> QRect | None:
        """Where one asks for no more rows than at first; None where there are no more."""
        if self.rows <= ROWS_AT_FIRST:
            return None
        beside, row = self.geometry.beside_strip, self.geometry.row
        return QRect(beside.left(), beside.top() + 4 + row, beside.width(), row)

    def is_dragged(self, block: Block) -> bool:
        """Whether this is what is being dragged."""
        return self.ghost is not None and self.ghost.block is not None and self.ghost.block.key == block.key

    def card(self, piece: Piece) -> QRect:
        """Where a piece stands now."""
        return self.geometry.card(piece).translated(0, self.geometry.top - self.scrolled)

    def more_card(self, column: int) -> QRect:
        """Where it is said how much there is besides on a day."""
        return self.geometry.row_rect(column, column, self.rows - 1)

    def piece_at(self, place: QPoint) -> Piece | None:
        """What stands among the hours at a place, the topmost."""
        if not self.geometry.body.contains(place):
            return None
        return next((piece for piece in reversed(self.layout.pieces) if self.card(piece).contains(place)), None)

    def whole_at(self, place: QPoint) -> WholeDays | None:
        """What stands above the hours at a place."""
        found = (each for each in self.layout.whole if self.geometry.whole_card(each).contains(place))
        return next((each for each in found if self.is_shown(each)), None)

    def block_at(self, place: QPoint) -> Block | None:
        """What stands at a place."""
        placed = self.piece_at(place) or self.whole_at(place)
        return placed.block if placed else None

    def rect_of(self, stop: Stop) -> QRect:
        """Where one stands."""
        geometry = self.geometry
        if stop.block is not None:
            for piece in self.layout.pieces:
                if piece.column == stop.column and piece.block.key == stop.block.key:
                    return self.card(piece)
            for placed in self.layout.whole:
                if placed.block.key == stop.block.key:
                    return geometry.whole_card(placed)
        return self.stretch(stop.column, stop.minute, min(DAY_MINUTES, stop.minute + SLOT)).adjusted(1, 1, 0, 0)

    def ghost_rect(self, ghost: Ghost) -> QRect:
        """Where what is dragged is seen, the first part of it."""
        geometry = self.geometry
        if not ghost.parts:
            return geometry.row_rect(ghost.column, ghost.column, 0)
        return self.part_rect(ghost.parts[0])

    def part_rect(self, part: Part) -> QRect:
        """Where a part of what is dragged is seen."""
        geometry = self.geometry
        top, bottom = geometry.y_of(part.top), geometry.y_of(part.bottom)
        height = max(bottom - top - 2, geometry.row * 3 // 4)
        rect = geometry.column(part.column, geometry.top - self.scrolled + top + 1, height)
        return rect.adjusted(3, 0, -4, 0)

    def stretch(self, column: int, start: int, end: int) -> QRect:
        """Where the minutes from one to another are seen on a day."""
        geometry = self.geometry
        top = geometry.y_of(start)
        return geometry.column(column, geometry.top - self.scrolled + top, geometry.y_of(end) - top)

    def change_at(self, stop: Stop) -> ClockChange | None:
        """How the clocks are changed within an empty place to stand on."""
        change = self.changes.get(stop.column)
        return change if change and change.first < stop.minute + SLOT and stop.minute < change.last else None

    def free_hours(self, column: int) -> list[tuple[int, int]]:
        """From which minute to which the user does not work on a day."""
        hours, day = self.hours, self.days[column]
        if hours is None:
            return []
        if day.isoweekday() not in hours.days or day in hours.off:
            return [(0, DAY_MINUTES)]
        starts, ends = _minute(hours.starts), _minute(hours.ends)
        if ends <= starts:
            return [(0, DAY_MINUTES)]
        return [(0, starts), (ends, DAY_MINUTES)]

    @property
    def work_starts(self) -> int:
        """The minute of the day at which the user begins to work."""
        return _minute(self.hours.starts) if self.hours is not None else _USUAL_START

    @property
    def first_seen(self) -> int:
        """By how many pixels to scroll at first: to when one begins to work, or a little before where something stands.

        Where it is too late for that, to the time it is.
        """
        starts = self.work_starts
        geometry, height = self.geometry, max(1, self.geometry.body.height())
        minutes = geometry.minutes_of(height)
        earliest = max(0, starts - min(_EARLIER, minutes // 4))
        wanted = min([starts, *(piece.top for piece in self.layout.pieces if piece.top >= earliest)])
        if self.today is not None:
            now = _minute(self.now.timetz())
            if now >= starts + minutes - 60:
                wanted = max(0, now - minutes // 4)
        return max(0, geometry.y_of(wanted) - geometry.row * 2 // 3)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
