"""When one is busy by the calendars of other programs, between two moments and days."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from itertools import pairwise

from infoview_desktop.domain.calendar_entry import Busy, Span
from infoview_desktop.store.moments import DAY_SECONDS, day_at, midnight, moment_at, seconds
from infoview_desktop.store.reads.reader import Reader, Row

_LASTING_MOST = 20
"""So many of a calendar are told of that began before and last on."""

_LONGEST_REACH = 4**11
"""Days: more than the calendar has."""

# The rows of a calendar are numbered in their order, so that how many there are between two is known without counting.
_NUMBERS = """
    SELECT kind.key, (
        SELECT json_group_array(coalesce((
                   SELECT number FROM busy_time
                    WHERE calendar_id = calendar.id AND all_day = kind.key AND starts >= bound.value
                    ORDER BY starts, number LIMIT 1), (
                   SELECT number + 1 FROM busy_time WHERE calendar_id = calendar.id AND all_day = kind.key
                    ORDER BY starts DESC, number DESC LIMIT 1), 0) ORDER BY bound.key)
          FROM json_each(kind.value) AS bound)
      FROM calendar CROSS JOIN json_each(:bounds) AS kind"""

_BEGINNING = """
    SELECT calendar.id, colour, part.value ->> 0, part.value ->> 3, (
        SELECT json_group_array(json_array(starts, ends, title)) FROM (
            SELECT starts, ends, title FROM busy_time
             WHERE calendar_id = calendar.id AND all_day = part.value ->> 0
               AND starts >= part.value ->> 1 AND starts < part.value ->> 2
             ORDER BY starts, number LIMIT :most))
      FROM calendar CROSS JOIN json_each(:parts) AS part"""

# What began before and lasts on: short ones of the day before, and long ones from as far back as they may reach.
_LASTING_ON = f"""
    WITH RECURSIVE
        far (days) AS (VALUES (4) UNION ALL SELECT days * 4 FROM far WHERE days < {_LONGEST_REACH}),
        kind (sort, start) AS (SELECT key, value FROM json_each(:starts)),
        lasting AS (
            SELECT all_day, calendar_id, colour, starts, ends, title FROM calendar CROSS JOIN kind CROSS JOIN busy_time
                ON calendar_id = calendar.id AND all_day = sort AND reach = 1
               AND starts > start - :day AND starts < start AND ends > start
             UNION ALL
            SELECT all_day, calendar_id, colour, starts, ends, title
              FROM calendar CROSS JOIN kind CROSS JOIN far CROSS JOIN busy_time INDEXED BY busy_time_long
                ON calendar_id = calendar.id AND all_day = sort AND reach > 1 AND reach = days
               AND starts > start - days * :day AND starts < start AND ends > start)"""  # noqa: S608 - constant text
_LASTING = f"""
    {_LASTING_ON}
    SELECT all_day, place, count, starts, ends, title, calendar_id, colour FROM (
        SELECT *, row_number() OVER one AS place, count(*) OVER one AS count FROM lasting
        WINDOW one AS (PARTITION BY calendar_id, all_day))
     WHERE place <= :most"""  # noqa: S608 - constant text

_TAKEN = f"""
    {_LASTING_ON}
    SELECT starts, ends FROM calendar CROSS JOIN busy_time
        ON calendar_id = calendar.id AND all_day = 0 AND starts >= :start AND starts < :end
     UNION ALL
    SELECT starts, ends FROM lasting ORDER BY starts"""  # noqa: S608 - constant text


@dataclass(frozen=True, slots=True)
class BusyTimes:
    """When one is busy; `more` is how often besides, by the day on which that begins, or the first one."""

    times: tuple[Busy, ...] = ()
    more: Mapping[date, int] = field(default_factory=dict)


def between(
    reader: Reader, *, bounds: Sequence[datetime], first: date, room: Sequence[tuple[int, int]], parts: int = 1
) -> BusyTimes:
    """What takes some time between the `bounds` of days that follow each other from `first` on, in order of time.

    Args:
        reader: whose book.
        bounds: the beginning of each day, and the end of the last, UTC.
        first: the first of the days.
        room: of how many whole days and of how many times about is told on each day; on a full one of as many of each
            calendar.
        parts: in how many parts a day is divided so that where it is full all of it is seen to be.
    """
    midnights = [midnight(first) + number * DAY_SECONDS for number in range(len(bounds))]
    timed = _Telling(_divided(bounds, parts), [each for _, each in room])
    whole = _Telling(midnights, [each for each, _ in room])
    kinds = timed, whole
    numbered = reader.rows(_NUMBERS, {"bounds": json.dumps([kind.bounds for kind in kinds])})
    if not numbered:
        return BusyTimes()
    for all_day, numbers in numbered:
        kinds[all_day].count(json.loads(numbers))
    starts = json.dumps([kind.bounds[0] for kind in kinds])
    for all_day, place, count, *row in reader.rows(
        _LASTING, {"starts": starts, "day": DAY_SECONDS, "most": _LASTING_MOST}
    ):
        kinds[all_day].take_lasting(tuple(row), place, count)
    wanted = [(all_day, *part) for all_day, kind in enumerate(kinds) for part in kind.wanted()]
    most = max(max(kind.levels) for kind in kinds)
    for calendar_id, colour, all_day, number, rows in reader.rows(
        _BEGINNING, {"parts": json.dumps(wanted), "most": most}
    ):
        kinds[all_day].take(number, [(*row, calendar_id, colour) for row in json.loads(rows)])
    moment, day = cache(moment_at), cache(day_at)
    return BusyTimes(
        (
            *(
                Busy(calendar_id, title, colour, None, day(starts), day(ends - 1))
                for starts, ends, title, calendar_id, colour in whole.told()
            ),
            *(
                Busy(
                    calendar_id,
                    title,
                    colour,
                    Span(moment(starts), moment(ends)),
                    day(starts),
                    day(max(ends - 1, starts)),
                )
                for starts, ends, title, calendar_id, colour in timed.told()
            ),
        ),
        {
            day(midnights[number]): sum(counts)
            for number, counts in enumerate(zip(whole.more, timed.more, strict=True))
            if any(counts)
        },
    )


class _Telling:
    """What is told of one kind of busy times.

    Attributes:
        bounds: of as many parts of each day as fit, in seconds.
        levels: how many of each calendar and part of a day there is room for.
        more: how many there are besides on each day.
    """

    def __init__(self, bounds: list[int], room: Sequence[int]) -> None:
        self.bounds = bounds
        self._room = room
        self._parts = (len(bounds) - 1) // len(room)
        self._counts: list[list[int]] = []
        self._lasting: list[Row] = []
        self._beginning: dict[int, list[Row]] = {}
        self.more = [0] * len(room)
        self.levels = [0] * len(room)

    def count(self, numbers: Sequence[int]) -> None:
        """Take the number of a calendar's row after each of the bounds."""
        self._counts.append([after - before for before, after in pairwise(numbers)])

    def take_lasting(self, row: Row, place: int, count: int) -> None:
        """Take one of so many of a calendar that began before."""
        self._lasting.append(row)
        self.more[0] += count - _LASTING_MOST if place == _LASTING_MOST else 0

    def wanted(self) -> list[tuple[int, int, int]]:
        """Beginning, end and day of each part of which something is to be told, now that all is counted."""
        for number, room in enumerate(self._room):
            there = [count for each in self._counts for count in each[number * self._parts :][: self._parts]]
            self.levels[number] = _level(there, room)
            self.more[number] += sum(there)
        return [
            (*ends, part // self._parts)
            for part, ends in enumerate(pairwise(self.bounds))
            if self.levels[part // self._parts] and any(each[part] for each in self._counts)
        ]

    def take(self, number: int, rows: Sequence[Row]) -> None:
        """Take the first rows of a part of a day."""
        self._beginning.setdefault(number, []).extend(rows[: self.levels[number]])

    def told(self) -> list[Row]:
        """Beginning and end, title, calendar and its colour of each, by time; asked for once."""
        told = list(self._lasting)
        for number, rows in self._beginning.items():
            fitting = _some(rows, self._room[number])
            self.more[number] -= len(fitting)
            told += fitting
        return sorted(told)


def taken(reader: Reader, span: Span) -> list[Span]:
    """The stretches of time within `span`, or reaching into it, in which one is busy, in order and apart."""
    bindings: dict[str, object] = {
        "starts": json.dumps([seconds(span.start)]),
        "start": seconds(span.start),
        "end": seconds(span.end),
        "day": DAY_SECONDS,
    }
    stretches: list[list[int]] = []
    for starts, ends in reader.rows(_TAKEN, bindings):
        if stretches and starts <= stretches[-1][1]:
            stretches[-1][1] = max(stretches[-1][1], ends)
        else:
            stretches.append([starts, ends])
    return [Span(moment_at(starts), moment_at(ends)) for starts, ends in stretches]


def _divided(bounds: Sequence[datetime], parts: int) -> list[int]:
    """The bounds of days, and within each those of so many parts of it, in seconds."""
    divided = [
        start + (end - start) * part // parts for start, end in pairwise(map(seconds, bounds)) for part in range(parts)
    ]
    return [*divided, seconds(bounds[-1])]


def _some(rows: list[Row], most: int) -> list[Row]:
    """So many rows, or all of them, of every stretch of the list as many."""
    return rows if len(rows) <= most else [rows[number * len(rows) // most] for number in range(most)]


def _level(counts: Sequence[int], room: int) -> int:
    """How many of each can be told of so that there is room for all of them; one where there is some for a few."""
    ordered, left = sorted(counts), room
    for place, count in enumerate(ordered):
        share = left // (len(ordered) - place)
        if count > share:
            return max(share, min(room, 1))
        left -= count
    return ordered[-1]
