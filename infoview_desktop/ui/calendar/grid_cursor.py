"""Where one stands on a grid with the keyboard, and where its keys go from there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from infoview_desktop.ui.calendar.block import Block
from infoview_desktop.ui.calendar.grid_layout import DAY_MINUTES, GridLayout, Piece

SLOT = 30
"""The minutes of an empty place one can stand on."""

ABOVE_HOURS = -1
"""The minute of what has whole days."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place to stand on: a block, or an empty half an hour.

    Attributes:
        column: its day.
        minute: from when on; `ABOVE_HOURS` for a block with whole days.
        block: what is there.
    """

    column: int
    minute: int
    block: Block | None = None


def stops_of(layout: GridLayout, column: int) -> list[Stop]:
    """Everything one can stand on in a column, from the top."""
    whole = sorted((each for each in layout.whole if each.first <= column <= each.last), key=lambda each: each.row)
    pieces = _pieces_of(layout, column)
    timed = [Stop(column, piece.top, piece.block) for piece in pieces]
    covered = {minute for piece in pieces for minute in range(piece.top // SLOT * SLOT, piece.bottom, SLOT)}
    empty = [Stop(column, minute) for minute in range(0, DAY_MINUTES, SLOT) if minute not in covered]
    above = [Stop(column, ABOVE_HOURS, each.block) for each in whole]
    return above + sorted(timed + empty, key=lambda stop: stop.minute)


def up_or_down(layout: GridLayout, at: Stop, step: int) -> Stop:
    """The next place below (1) or above (-1)."""
    stops = stops_of(layout, at.column)
    return stops[max(0, min(len(stops) - 1, _number(stops, at) + step))]


def sideways(layout: GridLayout, at: Stop, column: int, *, goal: int) -> Stop:
    """The place in another column at the same height, which is the minute `goal` for what has hours."""
    stops = stops_of(layout, column)
    above = [stop for stop in stops if stop.minute == ABOVE_HOURS]
    if at.minute == ABOVE_HOURS and above:
        same = [stop for stop in stops_of(layout, at.column) if stop.minute == ABOVE_HOURS]
        return above[min(_number(same, at), len(above) - 1)]
    return at_minute(layout, column, goal)


def at_minute(layout: GridLayout, column: int, minute: int) -> Stop:
    """The block that stands at a minute of a day, else the empty place there."""
    minute = max(0, min(DAY_MINUTES - 1, minute))
    for piece in _pieces_of(layout, column):
        if piece.top <= minute < max(piece.bottom, piece.top + 1):
            return Stop(column, piece.top, piece.block)
    timed = [stop for stop in stops_of(layout, column) if stop.minute != ABOVE_HOURS]
    before = [stop for stop in timed if stop.minute <= minute]
    return before[-1] if before else timed[0]


def next_block(layout: GridLayout, at: Stop, step: int) -> Stop | None:
    """The next block after (1) or before (-1) a place, over all days; None where there is none."""
    blocks = _blocks_in_order(layout)
    here = [number for number, stop in enumerate(blocks) if at.block is not None and _same(stop, at)]
    if here:
        number = here[0] + step
        return blocks[number] if 0 <= number < len(blocks) else None
    place = (at.column, at.minute)
    if step > 0:
        return next((stop for stop in blocks if (stop.column, stop.minute) >= place), None)
    return next((stop for stop in reversed(blocks) if (stop.column, stop.minute) < place), None)


def first_or_last(layout: GridLayout, step: int) -> Stop | None:
    """The first (-1) or the last (1) block of all."""
    blocks = _blocks_in_order(layout)
    return (blocks[0] if step < 0 else blocks[-1]) if blocks else None


def found_again(layout: GridLayout, key: tuple[object, ...], at: Stop | None) -> Stop | None:
    """Where a block stands now, in the column one stands in if it goes over that; None where it is no longer there."""
    stops = [stop for stop in _blocks_in_order(layout) if stop.block is not None and stop.block.key == key]
    here = [stop for stop in stops if at is not None and stop.column == at.column]
    found = next(iter([*here, *stops]), None)
    whole = [each for each in layout.whole if each.block.key == key]
    if whole and at is not None and whole[0].first <= at.column <= whole[0].last:
        return replace(found, column=at.column) if found else None
    return found


def _pieces_of(layout: GridLayout, column: int) -> list[Piece]:
    return sorted(
        (piece for piece in layout.pieces if piece.column == column), key=lambda each: (each.top, each.lane.column)
    )


def _blocks_in_order(layout: GridLayout) -> list[Stop]:
    whole: Iterable[tuple[Stop, int]] = ((Stop(each.first, ABOVE_HOURS, each.block), each.row) for each in layout.whole)
    timed = ((Stop(each.column, each.top, each.block), each.lane.column) for each in layout.pieces)
    in_order = sorted([*whole, *timed], key=lambda each: (each[0].column, each[0].minute, each[1]))
    return [stop for stop, _ in in_order]


def _number(stops: list[Stop], at: Stop) -> int:
    """The number of the place one stands on, or of the one before it."""
    for number, stop in enumerate(stops):
        if _same(stop, at):
            return number
    before = [number for number, stop in enumerate(stops) if stop.minute <= at.minute]
    return before[-1] if before else 0


def _same(one: Stop, other: Stop) -> bool:
    if one.block is not None and other.block is not None:
        return one.block.key == other.block.key and one.column == other.column
    return one == other
