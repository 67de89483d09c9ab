"""Where the columns, the strip of whole days and the hours of a grid are, in pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, floor

from PySide6.QtCore import QPoint, QRect, QSize

from infoview_desktop.ui.calendar.grid_layout import DAY_MINUTES, Piece, WholeDays
from infoview_desktop.ui.theme.tokens import SPACE_XS

GUTTER, HEADER, HOUR = 48, 47, 56
ROW, ROW_GAP = 24, 3
CARD_LEFT, CARD_RIGHT = 3, 4
_LANE_GAP = 2
_TODAY_MORE = 0.36
_NARROW, _ROOMY = 120, 200
"""Up to which width of the columns today's is as much wider, and from which on it is no wider than the others."""


@dataclass(frozen=True, slots=True)
class GridGeometry:
    """Pixels of a grid; those below `top` are scrolled.

    Attributes:
        size: of everything.
        edges: where the columns begin and where the last one ends, from the side one reads from.
        header: the height of the days' names.
        strip: the height of what has whole days.
        row: the height of one row of it.
        row_gap: between two rows.
        hour: the height of an hour.
        mirrored: whether the first day is on the right.
    """

    size: QSize
    edges: tuple[int, ...]
    header: int
    strip: int
    row: int
    row_gap: int
    hour: float
    mirrored: bool

    @property
    def top(self) -> int:
        """Where the hours begin."""
        return self.header + self.strip

    @property
    def body(self) -> QRect:
        """Where the hours are seen, without their numbers."""
        return self._across(self.edges[0], self.edges[-1], self.top, max(0, self.size.height() - self.top))

    @property
    def gutter(self) -> QRect:
        """Where the numbers of the hours are seen."""
        return self._across(0, self.edges[0], self.top, max(0, self.size.height() - self.top))

    @property
    def beside_strip(self) -> QRect:
        """What stands before the strip of whole days."""
        return self._across(0, self.edges[0], self.header, self.strip)

    @property
    def hours_height(self) -> int:
        """The height of the whole day."""
        return ceil(24 * self.hour)

    def column(self, number: int, top: int, height: int) -> QRect:
        """A part of a column."""
        return self._across(self.edges[number], self.edges[number + 1], top, height)

    def columns(self, first: int, last: int, top: int, height: int) -> QRect:
        """A part of several columns."""
        return self._across(self.edges[first], self.edges[last + 1], top, height)

    def column_at(self, x: int) -> int:
        """The column at a place, or the one nearest to it."""
        from_start = self.size.width() - 1 - x if self.mirrored else x
        inner = self.edges[1:-1]
        return sum(1 for edge in inner if from_start >= edge)

    def minute_at(self, y: int, scrolled: int) -> int:
        """The minute of the day at a height of the widget."""
        return max(0, min(DAY_MINUTES, floor((y - self.top + scrolled) * 60 / self.hour)))

    def y_of(self, minute: int) -> int:
        """The height of a minute below the beginning of the day."""
        return round(minute * self.hour / 60)

    def minutes_of(self, pixels: int) -> int:
        """How many minutes so many pixels are."""
        return ceil(pixels * 60 / self.hour)

    def card(self, piece: Piece) -> QRect:
        """Where a piece stands, from the beginning of the day."""
        start = self.edges[piece.column] + CARD_LEFT
        room = self.edges[piece.column + 1] - CARD_RIGHT + 1 - start
        lane = piece.lane
        left = start + room * lane.column // lane.columns
        right = start + room * (lane.column + lane.width) // lane.columns
        last = lane.column + lane.width == lane.columns
        top = self.y_of(piece.top) + 1
        bottom = self.y_of(max(piece.bottom, piece.room)) - 1
        return self._across(left, max(left + 3, right - (0 if last else _LANE_GAP)), top, max(4, bottom - top))

    def whole_card(self, placed: WholeDays) -> QRect:
        """Where a block with whole days stands."""
        return self.row_rect(placed.first, placed.last, placed.row)

    def row_rect(self, first: int, last: int, row: int) -> QRect:
        """A row of the strip, over some columns."""
        top = self.header + SPACE_XS + row * (self.row + self.row_gap)
        return self._across(self.edges[first] + CARD_LEFT + 1, self.edges[last + 1] - CARD_RIGHT, top, self.row)

    def _across(self, start: int, end: int, top: int, height: int) -> QRect:
        left = self.size.width() - end if self.mirrored else start
        return QRect(QPoint(left, top), QSize(end - start, height))


def strip_height(rows: int, scaled: Callable[[int], int]) -> int:
    """The height of so many rows of whole days; one row is always there."""
    return 2 * SPACE_XS + max(1, rows) * (scaled(ROW) + scaled(ROW_GAP)) + scaled(1)


def geometry_of(
    size: QSize,
    *,
    count: int,
    today: int | None,
    rows: int,
    reserved: int,
    gutter: int,
    mirrored: bool,
    scaled: Callable[[int], int],
) -> GridGeometry:
    """The pixels of a grid.

    Args:
        size: of all of it.
        count: how many columns.
        today: which of them is today, if one is.
        rows: how many rows of whole days are shown.
        reserved: what a scroll bar takes at the end.
        gutter: the width of the numbers of the hours.
        mirrored: whether the first day is on the right.
        scaled: pixels at the size of text that the system asks for.
    """
    room = max(count, size.width() - gutter - reserved)
    usual = room / count
    narrow = min(1.0, max(0.0, (scaled(_ROOMY) - usual) / (scaled(_ROOMY) - scaled(_NARROW))))
    more = _TODAY_MORE * narrow if count > 1 else 0
    weights = [1 + more if number == today else 1.0 for number in range(count)]
    part = room / sum(weights)
    edges = tuple(gutter + round(part * before) for before in accumulate(weights, initial=0.0))
    header, strip = scaled(HEADER), strip_height(rows, scaled)
    hour = max(float(scaled(HOUR)), (size.height() - header - strip) / 24)
    return GridGeometry(size, edges, header, strip, scaled(ROW), scaled(ROW_GAP), hour, mirrored)
