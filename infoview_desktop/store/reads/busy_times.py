"""When one is busy by the calendars of other programs, between two moments and days."""

from __future__ import annotations

import json
from collections import Counter
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
    SELECT one.id, json_group_array(coalesce((
               SELECT number FROM busy_time
                WHERE calendar_id = one.id AND all_day = :all_day AND starts >= bound.value
                ORDER BY starts, number LIMIT 1), after, 0) ORDER BY bound.key)
      FROM (SELECT id, (
                SELECT number + 1 FROM busy_time WHERE calendar_id = calendar.id AND all_day = :all_day
                 ORDER BY starts DESC, number DESC LIMIT 1) AS after
              FROM calendar) AS one
     CROSS JOIN json_each(:bounds) AS bound
     GROUP BY one.id"""

_BEGINNING = """
    SELECT calendar.id, colour, part.value ->> 2, (
        SELECT json_group_array(json_array(starts, ends, title)) FROM (
            SELECT starts, ends, title FROM busy_time
             WHERE calendar_id = calendar.id AND all_day = :all_day
               AND starts >= part.value ->> 0 AND starts < part.value ->> 1
             ORDER BY starts, number LIMIT :most))
      FROM calendar CROSS JOIN json_each(:parts) AS part"""

# What began before and lasts on: short ones of the day before, and long ones from as far back as they may reach.
_FAR = f"""
    WITH RECURSIVE far (days) AS (
        VALUES (4) UNION ALL SELECT days * 4 FROM far WHERE days < {_LONGEST_REACH})"""  # noqa: S608 - constant text
_LASTING_ON = """
    SELECT calendar_id, colour, starts, ends, title FROM calendar CROSS JOIN busy_time
        ON calendar_id = calendar.id AND all_day = :all_day AND reach = 1
       AND starts > :start - :day AND starts < :start AND ends > :start
     UNION ALL
    SELECT calendar_id, colour, starts, ends, title
      FROM calendar CROSS JOIN far CROSS JOIN busy_time INDEXED BY busy_time_long
        ON calendar_id = calendar.id AND all_day = :all_day AND reach > 1 AND reach = days
       AND starts > :start - days * :day AND starts < :start AND ends > :start"""
_LASTING = f"""
    {_FAR}
    SELECT starts, ends, title, calendar_id, colour, place, count FROM (
        SELECT *, row_number() OVER one AS place, count(*) OVER one AS count FROM ({_LASTING_ON})
        WINDOW one AS (PARTITION BY calendar_id))
     WHERE place <= :most"""  # noqa: S608 - constant text

_TAKEN = f"""
    {_FAR}
    SELECT starts, ends FROM calendar CROSS JOIN busy_time
        ON calendar_id = calendar.id AND all_day = :all_day AND starts >= :start AND starts < :end
     UNION ALL
    SELECT starts, ends FROM ({_LASTING_ON}) ORDER BY starts"""  # noqa: S608 - constant text


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
    if not reader.value("SELECT count(*) FROM calendar"):
        return BusyTimes()
    midnights = [midnight(first) + number * DAY_SECONDS for number in range(len(bounds))]
    moment, day = cache(moment_at), cache(day_at)
    more: Counter[date] = Counter()
    whole, left_out = _found(reader, midnights, [each for each, _ in room], all_day=1)
    timed, crowded = _found(reader, _divided(bounds, parts), [each for _, each in room], all_day=0)
    for number, counted in enumerate(zip(left_out, crowded, strict=True)):
        if any(counted):
            more[day(midnights[number])] = sum(counted)
    return BusyTimes(
        (
            *(
                Busy(calendar_id, title, colour, None, day(starts), day(ends - 1))
                for starts, ends, title, calendar_id, colour in whole
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
                for starts, ends, title, calendar_id, colour in timed
            ),
        ),
        more,
    )


def taken(reader: Reader, span: Span) -> list[Span]:
    """The stretches of time within `span`, or reaching into it, in which one is busy, in order and apart."""
    bindings: dict[str, object] = {
        "all_day": 0,
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


def _found(reader: Reader, bounds: Sequence[int], room: Sequence[int], *, all_day: int) -> tuple[list[Row], list[int]]:
    """Beginning and end, title, calendar and its colour of each, by time; and how many there are besides on each day.

    The `bounds` are those of as many parts of each day as fit; `room` is that of the days.
    """
    days, parts = len(room), (len(bounds) - 1) // len(room)
    told = reader.rows(_NUMBERS, {"all_day": all_day, "bounds": json.dumps(bounds)})
    counts = {
        calendar_id: [after - before for before, after in pairwise(json.loads(numbers))]
        for calendar_id, numbers in told
    }
    more, levels = [0] * days, [0] * days
    for number in range(days):
        there = [count for each in counts.values() for count in each[number * parts : (number + 1) * parts]]
        levels[number] = _level(there, room[number])
        more[number] = sum(max(0, count - levels[number]) for count in there)
    found: list[Row] = []
    lasting: dict[str, object] = {"all_day": all_day, "start": bounds[0], "day": DAY_SECONDS, "most": _LASTING_MOST}
    for *row, place, count in reader.rows(_LASTING, lasting):
        found.append(tuple(row))
        more[0] += count - _LASTING_MOST if place == _LASTING_MOST else 0
    wanted = [
        (*ends, number // parts)
        for number, ends in enumerate(pairwise(bounds))
        if levels[number // parts] and any(each[number] for each in counts.values())
    ]
    beginning = {"all_day": all_day, "parts": json.dumps(wanted), "most": max(levels)}
    of_days: dict[int, list[Row]] = {}
    for calendar_id, colour, number, rows in reader.rows(_BEGINNING, beginning) if wanted else ():
        of_days.setdefault(number, []).extend(
            (*each, calendar_id, colour) for each in json.loads(rows)[: levels[number]]
        )
    for number, rows in of_days.items():
        found += _some(rows, room[number])
        more[number] += max(0, len(rows) - room[number])
    found.sort()
    return found, more


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
