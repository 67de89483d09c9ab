"""Business days: the days of the week one works, less the public holidays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

_DAY = timedelta(days=1)
_NOON = 12
_LAST = date(9990, 1, 1)
"""No day is looked for after it: there is an end to the calendar, and somebody may type it."""

MONDAY_TO_FRIDAY = frozenset({1, 2, 3, 4, 5})


def days_after(day: date, count: int) -> date:
    """The day so many after another, or the last or the first there is."""
    return date.fromordinal(min(max(day.toordinal() + count, 1), _LAST.toordinal()))


@dataclass(frozen=True, slots=True)
class BusinessDays:
    """Which days count: Monday to Friday less the public holidays of the region, where nothing else is chosen.

    `working_days` are ISO days of the week, 1 for Monday, at least one; `holidays` are days off and their names.
    """

    working_days: frozenset[int] = MONDAY_TO_FRIDAY
    holidays: Mapping[date, str] = field(default_factory=dict)

    def is_one(self, day: date) -> bool:
        """Whether one works on this day."""
        return day.isoweekday() in self.working_days and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """The day itself, or the next that is one."""
        while not self.is_one(day) and day < _LAST:
            day += _DAY
        return min(day, _LAST)

    def before(self, day: date) -> date:
        """The last business day before a day."""
        day = days_after(day, -1)
        while not self.is_one(day) and day > date.min:
            day -= _DAY
        return day

    def counted_from(self, at: datetime) -> date:
        """From which day a message sent at this local time counts (practice).

        After noon or on a day off it is the next business day: it is not read before.
        """
        day = at.date()
        return self.on_or_after(days_after(day, 1) if at.hour >= _NOON else day)

    def after(self, day: date, count: int) -> date:
        """The business day that comes as the `count`-th after a day; for 0 the day itself or the next that is one."""
        day = self.on_or_after(day) if count == 0 else day
        for _ in range(count):
            day = self.on_or_after(days_after(day, 1))
        return day

    def between(self, start: date, end: date) -> int:
        """How many business days there are after `start`, up to and with `end`."""
        return sum(self.is_one(day) for day in _days(start, end))

    def holidays_between(self, start: date, end: date) -> list[tuple[date, str]]:
        """The days off after `start`, up to and with `end`, on which one would work otherwise."""
        return [
            (day, self.holidays[day])
            for day in _days(start, end)
            if day in self.holidays and day.isoweekday() in self.working_days
        ]


def _days(start: date, end: date) -> Iterator[date]:
    for number in range(1, (end - start).days + 1):
        yield start + number * _DAY
