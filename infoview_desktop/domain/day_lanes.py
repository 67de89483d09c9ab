"""What takes place at the same time stands side by side, each as wide as there is room."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from typing import NamedTuple

from infoview_desktop.domain.calendar_entry import SHORTEST, Span

_BEGINNING = datetime.min.replace(tzinfo=UTC)
_NO_TIME = timedelta()


@dataclass(frozen=True, slots=True)
class Lane:
    """Where something stands beside what takes place at the same time.

    Attributes:
        column: from the side one reads from, 0 for the first.
        columns: into how many the width is divided there.
        width: over how many of them it goes.
    """

    column: int
    columns: int
    width: int


class _Stretch(NamedTuple):
    """A span by how long after the beginning of all time it begins and ends, and its place among the spans."""

    start: timedelta
    end: timedelta
    place: int


def lanes(spans: Sequence[Span]) -> list[Lane]:
    """The lane of each span; in the columns of one nothing else stands at the same time.

    There are no more columns than most spans at once, among those that hang together by others between them. What
    begins first stands first, and of what begins together the longer. In which order the spans are given plays no
    part. It takes O(n log n).
    """
    found: dict[int, Lane] = {}
    for group in _groups([_stretch(span, place) for place, span in enumerate(spans)]):
        columns = _columns(group)
        count = 1 + max(columns)
        for stretch, column, width in zip(group, columns, _widths(group, columns, count), strict=True):
            found[stretch.place] = Lane(column, count, width)
    return [found[place] for place in range(len(spans))]


def _stretch(span: Span, place: int) -> _Stretch:
    start = span.start - _BEGINNING
    return _Stretch(start, max(span.end - _BEGINNING, start + SHORTEST), place)


def _groups(stretches: list[_Stretch]) -> Iterator[list[_Stretch]]:
    """Those that hang together, in the order in which they get their columns."""
    group: list[_Stretch] = []
    until = _NO_TIME
    for one in sorted(stretches, key=lambda one: (one.start, -one.end)):
        if group and one.start >= until:
            yield group
            group = []
        group.append(one)
        until = max(until, one.end)
    if group:
        yield group


def _columns(group: list[_Stretch]) -> list[int]:
    """For each the first column that is free when it begins."""
    columns, taken = [], list[tuple[timedelta, int]]()
    free: list[int] = []
    for one in group:
        while taken and taken[0][0] <= one.start:
            heappush(free, heappop(taken)[1])
        column = heappop(free) if free else len(taken)
        heappush(taken, (one.end, column))
        columns.append(column)
    return columns


def _widths(group: list[_Stretch], columns: list[int], count: int) -> list[int]:
    """For each how many columns there are up to the next in which something stands at the same time.

    From the last column to the first, `nearest[n]` is the nearest column taken so far between `times[n]` and the time
    after. What one looks through is then taken as a whole by its own column: over all, each is looked at only once.
    """
    widths = [1] * len(group)
    times, nearest = [_NO_TIME], [count]
    for number in sorted(range(len(group)), key=lambda number: -columns[number]):
        start, end, _place = group[number]
        first, after = bisect_right(times, start) - 1, bisect_left(times, end)
        widths[number] = min(nearest[first:after]) - columns[number]
        before = [(times[first], nearest[first])] if times[first] < start else []
        rest = [(end, nearest[after - 1])] if after == len(times) or times[after] > end else []
        pieces = [*before, (start, columns[number]), *rest]
        times[first:after] = [time for time, _column in pieces]
        nearest[first:after] = [column for _time, column in pieces]
    return widths
