"""Which days a calendar shows, and how one goes to others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from itertools import accumulate

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.wall_time import wall_time

_WEEK = 7
_AGENDA = 4 * _WEEK
_MONTHS = 12
_LONGEST = 31
"""Days of a month."""
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
_EARLIEST, _LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


class CalendarMode(StrEnum):
    """In which way days are shown; the values are kept with what was shown last."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    AGENDA = "agenda"


@dataclass(frozen=True, slots=True)
class ShownDays:
    """The days that are shown.

    Attributes:
        mode: in which way.
        first: the first of them.
        last: the last of them.
        anchor: the day that was asked for, always one of them.
    """

    mode: CalendarMode
    first: date
    last: date
    anchor: date


def shown_days(
    mode: CalendarMode, anchor: date, *, first_weekday: int, working_days: frozenset[int], room_for_weekend: bool
) -> ShownDays:
    """The days to show for one of them: itself, its week, the whole weeks of its month, or four weeks from it on.

    Where there is no room for the weekend a week goes from its first working day to its last, if `anchor` is among
    those. Weeks are always whole: of one that the calendar's beginning or end cuts off, the next to it is shown.

    Args:
        mode: in which way.
        anchor: the day.
        first_weekday: on which day a week begins, 1 for Monday.
        working_days: ISO days of the week.
        room_for_weekend: whether a week can be shown as a whole.
    """
    match mode:
        case CalendarMode.DAY:
            return ShownDays(mode, anchor, anchor, anchor)
        case CalendarMode.AGENDA:
            return ShownDays(mode, anchor, _day(anchor.toordinal() + _AGENDA - 1), anchor)
        case CalendarMode.WEEK:
            first, last = _week(anchor, first_weekday)
            if not room_for_weekend:
                first, last = _working(first, anchor, working_days) or (first, last)
            return ShownDays(mode, first, last, min(max(anchor, first), last))
        case CalendarMode.MONTH:
            first, _end = _week(anchor.replace(day=1), first_weekday)
            _start, last = _week(_in_month(anchor.year, anchor.month, _LONGEST), first_weekday)
            return ShownDays(mode, first, last, min(max(anchor, first), last))


def stepped(mode: CalendarMode, anchor: date, by: int) -> date:
    """The day to ask for to see what comes `by` times after, or before where `by` is negative.

    In the month after, the day has the same number, or is the last where there is none. Before the first day there is
    and after the last one goes no further.
    """
    match mode:
        case CalendarMode.DAY:
            return _day(anchor.toordinal() + by)
        case CalendarMode.WEEK:
            return _day(anchor.toordinal() + by * _WEEK)
        case CalendarMode.AGENDA:
            return _day(anchor.toordinal() + by * _AGENDA)
        case CalendarMode.MONTH:
            year, month = divmod(anchor.year * _MONTHS + anchor.month - 1 + by, _MONTHS)
            if year < date.min.year:
                return date.min
            return date.max if year > date.max.year else _in_month(year, month + 1, anchor.day)


def span_of(first: date, last: date, time_zone: str) -> Span:
    """From the beginning of the day `first` to the end of `last`, where the clocks are of an IANA time zone."""
    start = _beginning(first, time_zone)
    return Span(start, max(start, _end(last, time_zone)))


def bounds_of(first: date, last: date, time_zone: str) -> list[datetime]:
    """The beginning of each day from `first` to `last` where the clocks are so, and the end of the last.

    A day that a zone leaves out, moving over the date line, ends where it begins.
    """
    days = range(first.toordinal(), last.toordinal() + 1)
    beginnings = (_beginning(date.fromordinal(day), time_zone) for day in days)
    return list(accumulate([*beginnings, _end(last, time_zone)], max))


def _end(day: date, time_zone: str) -> datetime:
    return _beginning(_day(day.toordinal() + 1), time_zone) if day < date.max else _LATEST


def _beginning(day: date, time_zone: str) -> datetime:
    """The first moment of a day, or as near to it as moments go."""
    try:
        return wall_time(day, time.min, time_zone).moment
    except OverflowError:
        return _EARLIEST


def _week(day: date, first_weekday: int) -> tuple[date, date]:
    start = day.toordinal() - (day.isoweekday() - first_weekday) % _WEEK
    if start < _FIRST:
        start += _WEEK
    elif start + _WEEK - 1 > _LAST:
        start -= _WEEK
    return _day(start), _day(start + _WEEK - 1)


def _working(first: date, anchor: date, working_days: frozenset[int]) -> tuple[date, date] | None:
    """From the first to the last working day of the week from `first` on; None where `anchor` is beside them."""
    week = [_day(first.toordinal() + number) for number in range(_WEEK)]
    days = [day for day in week if day.isoweekday() in working_days]
    return (days[0], days[-1]) if days and days[0] <= anchor <= days[-1] else None


def _in_month(year: int, month: int, number: int) -> date:
    """A day of a month by its number, or the last of that month."""
    length = _LONGEST if month == _MONTHS else (date(year, month + 1, 1) - date(year, month, 1)).days
    return date(year, month, min(number, length))


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, _FIRST), _LAST))
