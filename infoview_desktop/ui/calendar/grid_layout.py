"""Where everything stands on the days of a grid, in minutes of the clock on the wall and not yet in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.day_lanes import Lane, lanes
from infoview_desktop.domain.wall_time import local
from infoview_desktop.ui.calendar.block import Block, days_between

DAY_MINUTES = 1440

_SOME_DAY = datetime(2001, 1, 1, tzinfo=UTC)
"""On which minutes of the wall are laid side by side: it has no change of the clocks."""


class Part(NamedTuple):
    """What of a stretch of time falls on one day: its column, and from which minute to which."""

    column: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a block stands in one column.

    Attributes:
        block: the whole.
        column: the day.
        top: the minute it begins at.
        bottom: the minute it ends at.
        lane: where beside others.
        room: the minute down to which nothing else stands below it, as far as that was asked.
    """

    block: Block
    column: int
    top: int
    bottom: int
    lane: Lane
    room: int


@dataclass(frozen=True, slots=True)
class WholeDays:
    """A block with whole days: the columns it goes over, and which row of the strip above the hours it stands in."""

    block: Block
    first: int
    last: int
    row: int


@dataclass(frozen=True, slots=True)
class GridLayout:
    """All of a grid: what stands at hours, what has whole days, and how many rows that takes."""

    pieces: tuple[Piece, ...] = ()
    whole: tuple[WholeDays, ...] = ()
    rows: int = 0


def parts_of(span: Span, days: Sequence[date], time_zone: str) -> list[Part]:
    """What of a stretch of time falls on which of the days, which follow each other."""
    start, end = local(span.start, time_zone), local(span.end, time_zone)
    first, last = days_between(start, end)
    parts = []
    for column in range(max(0, (first - days[0]).days), min(len(days) - 1, (last - days[0]).days) + 1):
        day = days[column]
        top = _minute(start) if day == first else 0
        bottom = _minute(end) if day == end.date() else DAY_MINUTES
        if first == last:
            # Where the clocks go back while it lasts, it is as high as it is long.
            bottom = max(bottom, min(DAY_MINUTES, top + int((span.end - span.start).total_seconds()) // 60))
        parts.append(Part(column, top, bottom))
    return parts


def laid_out(
    blocks: Sequence[Block], days: Sequence[date], time_zone: str, *, shortest: int, readable: int
) -> GridLayout:
    """Lay blocks out on days that follow each other.

    Args:
        blocks: all that may stand there.
        days: a column each.
        time_zone: whose clock hangs on the wall.
        shortest: to how many minutes of height what is shorter is stretched, others making way for it.
        readable: how many minutes of height one would have to read all of it, where nothing stands below.
    """
    columns: list[list[tuple[Block, Part]]] = [[] for _ in days]
    whole = []
    for block in blocks:
        if block.span is None:
            whole.append(block)
            continue
        for part in parts_of(block.span, days, time_zone):
            columns[part.column].append((block, part))
    pieces = [piece for there in columns for piece in _beside_each_other(there, shortest, readable)]
    in_rows = _in_rows(whole, days)
    return GridLayout(tuple(pieces), tuple(in_rows), 1 + max((each.row for each in in_rows), default=-1))


def _beside_each_other(there: list[tuple[Block, Part]], shortest: int, readable: int) -> list[Piece]:
    tall = [_at_least(part, shortest) for _, part in there]
    placed = sorted(
        zip(there, tall, lanes([_on_some_day(*each) for each in tall]), strict=True),
        key=lambda each: (each[1], each[2].column),
    )
    pieces = []
    for number, ((block, part), (top, bottom), lane) in enumerate(placed):
        room = max(bottom, min(top + readable, DAY_MINUTES))
        for _, (below, _end), other in placed[number + 1 :]:
            if below >= room:
                break
            if below >= bottom and _share(lane, other):
                room = below
                break
        pieces.append(Piece(block, part.column, top, max(bottom, part.bottom), lane, room))
    return pieces


def _at_least(part: Part, shortest: int) -> tuple[int, int]:
    top = min(part.top, DAY_MINUTES - shortest)
    return top, max(part.bottom, top + shortest)


def _on_some_day(top: int, bottom: int) -> Span:
    return Span(_SOME_DAY + timedelta(minutes=top), _SOME_DAY + timedelta(minutes=bottom))


def _share(one: Lane, other: Lane) -> bool:
    """Whether one lane is, somewhere in the width of a day, above or below the other."""
    return (
        one.column * other.columns < (other.column + other.width) * one.columns
        and other.column * one.columns < (one.column + one.width) * other.columns
    )


def _in_rows(blocks: Sequence[Block], days: Sequence[date]) -> list[WholeDays]:
    """Put each into the first row that is free on all of its days."""
    taken: list[set[int]] = []
    placed = []
    for block in blocks:
        first = max(0, (block.first_day - days[0]).days)
        last = min(len(days) - 1, (block.last_day - days[0]).days)
        if last < first:
            continue
        over = set(range(first, last + 1))
        row = next((number for number, columns in enumerate(taken) if not columns & over), len(taken))
        if row == len(taken):
            taken.append(set())
        taken[row] |= over
        placed.append(WholeDays(block, first, last, row))
    return placed


def _minute(at: datetime) -> int:
    return at.hour * 60 + at.minute
