"""What clashes with a time, and which times are free to be offered."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import attrgetter

from infoview_desktop.domain.calendar_entry import SHORTEST, Span
from infoview_desktop.domain.wall_time import local, wall_time

_DAY_MINUTES = 1440
_FARTHEST = 2
"""By how many days the dates of two people can differ, from UTC-12 to UTC+14."""


def clashes(span: Span, others: Sequence[Span]) -> list[int]:
    """The places of those among `others` that have time in common with `span`."""
    return [place for place, other in enumerate(others) if span.meets(other)]


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When somebody works, on their own clock.

    Attributes:
        days: ISO days of the week, 1 for Monday.
        starts: when they begin.
        ends: when they end; nobody works on any day who ends no later than they begin.
        time_zone: IANA name of where they are.
        off: days on which they do not work otherwise.
    """

    days: frozenset[int]
    starts: time
    ends: time
    time_zone: str
    off: Collection[date] = ()

    def on(self, day: date) -> Span | None:
        """From when to when they work on a day; None where they do not."""
        if day.isoweekday() not in self.days or day in self.off:
            return None
        try:
            start, end = (wall_time(day, at, self.time_zone).moment for at in (self.starts, self.ends))
        except OverflowError:
            return None
        there = local(start, self.time_zone).date() == day  # A zone that moves over the date line skips a day.
        return Span(start, end) if there and start < end and self.starts < self.ends else None


def free_slots(
    *,
    first: date,
    count: int,
    minutes: int,
    mine: WorkingHours,
    theirs: WorkingHours,
    busy: Sequence[Span],
    not_before: datetime,
    step_minutes: int = 30,
    days: int = 14,
) -> list[Span]:
    """Up to `count` times to offer to somebody, the earliest first: free, and within the working hours of both.

    They are on different days as far as there are such, and by turns early and late on those, so that who cannot make
    one can make another (practice: guides advise two or three concrete times). Each begins on a step of my clock.
    None goes over a change of the clocks of either, or begins or ends at a time that comes twice there.

    Args:
        first: the day to begin with, on my calendar.
        count: how many are wanted.
        minutes: how long each is; more than 0.
        mine: when I work.
        theirs: when they do; in my own zone where nobody knows theirs.
        busy: when I am not free.
        not_before: the moment before which none begins.
        step_minutes: from midnight on, in steps of how many minutes one may begin; more than 0.
        days: on how many days to look, `first` among them.
    """
    taken = _Taken(busy)
    lasting = timedelta(minutes=minutes)
    by_day = []
    for day in _days(first, days):
        free = [
            slot
            for slot in _both_work(day, lasting, mine, theirs, step_minutes)
            if slot.start >= not_before and not taken.meets(slot)
        ]
        if free:
            by_day.append(free)
    return sorted(_chosen(by_day, count))


def _chosen(by_day: Sequence[Sequence[Span]], count: int) -> list[Span]:
    """One of each day, then another of each, until there are enough or no more."""
    chosen: list[Span] = []
    lap, before = 0, -1
    while before < len(chosen) < count:
        before = len(chosen)
        for number, slots in enumerate(by_day):
            left = [slot for slot in slots if not clashes(slot, chosen)]
            late = (number + lap) % 2
            if left and len(chosen) < count:
                chosen.append(left[late * len(left) // 2])
        lap += 1
    return chosen


def _both_work(day: date, lasting: timedelta, mine: WorkingHours, theirs: WorkingHours, step: int) -> Iterator[Span]:
    """The times of a day of mine in which both work, and which are clear to both."""
    my_hours = mine.on(day)
    if my_hours is None:
        return
    shared = [
        Span(max(my_hours.start, hours.start), min(my_hours.end, hours.end))
        for near in _days(day, _FARTHEST + 1, before=_FARTHEST)
        if (hours := theirs.on(near)) and hours.meets(my_hours)
    ]
    for minute in range(0, _DAY_MINUTES, step) if shared else ():
        at = time(*divmod(minute, 60))
        if not mine.starts <= at < mine.ends:
            continue
        meant = wall_time(day, at, mine.time_zone)
        start = meant.moment
        if not meant.skipped and any(hours.start <= start and lasting <= hours.end - start for hours in shared):
            slot = Span(start, start + lasting)
            if _is_clear(slot, mine.time_zone) and _is_clear(slot, theirs.time_zone):
                yield slot


def _is_clear(slot: Span, time_zone: str) -> bool:
    """Whether the clocks there are not changed while it lasts, and show neither its beginning nor its end twice."""
    ends = [local(slot.start, time_zone), local(slot.end, time_zone)]
    return ends[0].utcoffset() == ends[1].utcoffset() and not any(
        wall_time(each.date(), each.time(), time_zone).twice for each in ends
    )


def _days(first: date, count: int, *, before: int = 0) -> Iterator[date]:
    """So many days from one on, and some before it, as far as there are any."""
    start = first.toordinal()
    for ordinal in range(max(start - before, 1), min(start + count - 1, date.max.toordinal()) + 1):
        yield date.fromordinal(ordinal)


class _Taken:
    """All the time that is not free, in stretches that neither meet nor touch."""

    def __init__(self, busy: Sequence[Span]) -> None:
        self._stretches: list[Span] = []
        for span in sorted(busy, key=attrgetter("start")):
            if self._stretches and span.start <= self._stretches[-1].end:
                last = self._stretches.pop()
                self._stretches.append(Span(last.start, max(last.end, _end(span))))
            else:
                self._stretches.append(Span(span.start, _end(span)))

    def meets(self, slot: Span) -> bool:
        """Whether any of it falls into a stretch of time."""
        place = bisect_left(self._stretches, slot.end, key=attrgetter("start")) - 1
        return place >= 0 and self._stretches[place].end > slot.start


def _end(span: Span) -> datetime:
    """Where it ends; one of no length takes the shortest there is, as far as there is any."""
    try:
        return max(span.end, span.start + SHORTEST)
    except OverflowError:
        return span.end
