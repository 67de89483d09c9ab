"""When one is busy by the calendars of other programs, between two moments and days."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache

from infoview_desktop.domain.calendar_entry import Busy, Span
from infoview_desktop.store.moments import DAY_SECONDS, day_at, midnight, moment_at, seconds
from infoview_desktop.store.reads.reader import Reader, Row

_MOST, _LEAST_A_DAY = 1_000, 8
"""About so many are told of at once, and so many at least of those that begin in one calendar within a day: more on
one screen tell nobody anything, and a file may hold any number of them."""

_LONGEST_REACH = 4**11
"""Days: more than the calendar has."""

# Day by day, so that it takes no longer where a day is full.
_BEGINNING = """
    WITH RECURSIVE slice (since, until) AS (
        VALUES (:start, min(:start + :day, :end))
         UNION ALL
        SELECT until, min(until + :day, :end) FROM slice WHERE until < :end)
    SELECT calendar.id, colour, (
        SELECT json_group_array(json_array(starts, ends, title)) FROM (
            SELECT starts, ends, title FROM busy_time
             WHERE calendar_id = calendar.id AND all_day = :all_day AND starts >= since AND starts < slice.until
             ORDER BY starts LIMIT :most))
      FROM calendar CROSS JOIN slice"""

# What began before and lasts on: short ones of the day before, and long ones from as far back as they may reach.
_LASTING = f"""
    WITH RECURSIVE far (days) AS (
        VALUES (4) UNION ALL SELECT days * 4 FROM far WHERE days < {_LONGEST_REACH})
    SELECT calendar.id, colour, (
        SELECT json_group_array(json_array(starts, ends, title)) FROM (
            SELECT starts, ends, title FROM busy_time
             WHERE calendar_id = calendar.id AND all_day = :all_day AND reach = 1
               AND starts > :start - :day AND starts < :start AND ends > :start
             UNION ALL
            SELECT starts, ends, title FROM far CROSS JOIN busy_time INDEXED BY busy_time_long
             WHERE calendar_id = calendar.id AND all_day = :all_day AND reach > 1 AND reach = days
               AND starts > :start - days * :day AND starts < :start AND ends > :start
             LIMIT :most))
      FROM calendar"""  # noqa: S608 - constant text


@dataclass(frozen=True, slots=True)
class BusyTimes:
    """When one is busy; `left_out` says that there is more than can be shown."""

    times: tuple[Busy, ...] = ()
    left_out: bool = False


def between(reader: Reader, *, span: Span, first: date, last: date) -> BusyTimes:
    """What takes some time of `span`, and what takes whole days from `first` to `last`, in order of time."""
    calendars = int(reader.value("SELECT count(*) FROM calendar"))
    if not calendars:
        return BusyTimes()
    days = last.toordinal() - first.toordinal() + 1
    most = max(_LEAST_A_DAY, _MOST // (days * calendars))
    moment, day = cache(moment_at), cache(day_at)
    whole, crowded = _found(reader, all_day=1, start=midnight(first), end=midnight(last) + DAY_SECONDS, most=most)
    timed, packed = _found(reader, all_day=0, start=seconds(span.start), end=seconds(span.end), most=most)
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
        crowded or packed,
    )


def _found(reader: Reader, *, all_day: int, start: int, end: int, most: int) -> tuple[list[Row], bool]:
    """Beginning and end, title, calendar and its colour of each, by time; and whether some are left out."""
    found: list[Row] = []
    crowded = False
    for query, limit in ((_LASTING, _MOST), (_BEGINNING, most)):
        bindings: dict[str, object] = {
            "all_day": all_day,
            "start": start,
            "end": end,
            "day": DAY_SECONDS,
            "most": limit + 1,
        }
        if query is _LASTING:
            del bindings["end"]
        for calendar_id, colour, told in reader.rows(query, bindings):
            times = json.loads(told)
            crowded = crowded or len(times) > limit
            found += [(*each, calendar_id, colour) for each in times[:limit]]
    found.sort()
    return found, crowded
