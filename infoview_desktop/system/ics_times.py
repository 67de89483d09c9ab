"""The times that a rule gives (RFC 5545 3.3.10), found in bounded time.

Where a rule does not count its times, it is followed only where one looks, and what it costs is counted everywhere:
nobody waits for one that began in the year 1, goes on for ever, comes every second, or never.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import product

from infoview_desktop.system.ics_rule import DAYS_OF_WEEK, MONTHS, Frequency, Rule

MOST_EFFORT = 5_000_000
"""Days and times that are looked at for all rules of a file; some ten seconds."""

MOST_EFFORT_FOR_ONE = 100_000
"""And for all rules of one event."""

MOST_EFFORT_FOR_ZONE = 20_000
"""And for all rules of one time zone."""

_BETWEEN_STEPS = 500
_COST_OF_LEAP = 2
_DAYS_OF_YEAR = 365
_DAY = timedelta(days=1)
_MIDDLE_OF_WEEK = 3
_LAST_DAY = date.max.toordinal()
_LENGTHS = {
    Frequency.HOURLY: timedelta(hours=1),
    Frequency.MINUTELY: timedelta(minutes=1),
    Frequency.SECONDLY: timedelta(seconds=1),
}


class EndlessError(Exception):
    """Something takes too long to follow."""


class Effort:
    """Counts what following the rules of a file costs, and puts an end to it; `step` is called on the way."""

    def __init__(self, step: Callable[[], object]) -> None:
        self._step = step
        self._left = MOST_EFFORT
        self._left_for_one = 0
        self._since_step = 0

    def begin(self, most: int) -> int:
        """Begin with something that may cost so much, and tell how much more the one before it might have cost."""
        left, self._left_for_one = self._left_for_one, most
        return left

    def look(self) -> None:
        """Do something that costs little, but perhaps often."""
        self._since_step += 1
        if self._since_step > _BETWEEN_STEPS:
            self._since_step = 0
            self._step()

    def spend(self, cost: int) -> None:
        """Look at so many days or times.

        Raises:
            EndlessError: it is too much.
        """
        self._left -= cost
        self._left_for_one -= cost
        self._since_step += cost
        self.look()
        if self._left_for_one < 0 or self._left < 0:
            raise EndlessError


def times_of(
    rule: Rule, start: datetime, *, low: datetime, high: datetime, until: datetime | None, effort: Effort
) -> Iterator[datetime]:
    """Give the times of a rule from `low` to `high`, in order; all are meant on the clock that `start` is meant on.

    `until` is the last time that the rule may give, on that clock, too.

    Raises:
        EndlessError: it takes too long to follow.
    """
    left = rule.count
    end = high if until is None else min(high, until)
    for times in _periods(_completed(rule, start), start, low if left is None else start, end, effort):
        for at in times:
            if at > end or left == 0:
                return
            if at >= start:
                left = None if left is None else left - 1
                if at >= low:
                    yield at


def _periods(rule: Rule, start: datetime, low: datetime, end: datetime, effort: Effort) -> Iterator[Sequence[datetime]]:
    """All times of each period, from that of `low` or one before it, in order."""
    periods = _within_days if rule.frequency >= Frequency.HOURLY else _of_days
    for times in periods(rule, start, low, end, effort):
        if not rule.positions:
            yield times
            continue
        places = {place - 1 if place > 0 else len(times) + place for place in rule.positions}
        yield [times[place] for place in sorted(places) if 0 <= place < len(times)]


def _of_days(rule: Rule, start: datetime, low: datetime, end: datetime, effort: Effort) -> Iterator[list[datetime]]:
    times = [time(*each) for each in product(rule.hours, rule.minutes, rule.seconds)]
    checks = _checks(rule)
    for days in _DAYS_OF_PERIODS[rule.frequency](rule, start.date(), low.date(), end.date()):
        effort.spend(1 + len(days) * len(times))
        fitting = [day for day in days if all(check(day) for check in checks)] if checks else days
        yield [datetime.combine(day, at) for day in fitting for at in times]


def _within_days(rule: Rule, start: datetime, low: datetime, end: datetime, effort: Effort) -> Iterator[list[datetime]]:
    """For rules that repeat within a day: hours, minutes or seconds that the rule does not mean are leapt over."""
    checks = _checks(rule)
    minutes = rule.minutes if rule.frequency < Frequency.MINUTELY else (0,)
    seconds = rule.seconds if rule.frequency < Frequency.SECONDLY else (0,)
    times = [timedelta(minutes=minute, seconds=second) for minute, second in product(minutes, seconds)]
    begin = start.replace(
        minute=0 if rule.frequency < Frequency.MINUTELY else start.minute,
        second=0 if rule.frequency < Frequency.SECONDLY else start.second,
    )
    step = rule.interval * _LENGTHS[rule.frequency]
    try:
        at = begin + max(0, (low - begin) // step) * step
        while at <= end:
            effort.spend(_COST_OF_LEAP + len(times))
            skipped = timedelta()
            if not all(check(at.date()) for check in checks):
                skipped = _DAY - (at - at.replace(hour=0, minute=0, second=0))
            elif rule.hours and at.hour not in rule.hours:
                skipped = timedelta(hours=1) - timedelta(minutes=at.minute, seconds=at.second)
            elif (rule.frequency < Frequency.MINUTELY or not rule.minutes or at.minute in rule.minutes) and (
                rule.frequency < Frequency.SECONDLY or not rule.seconds or at.second in rule.seconds
            ):
                yield [at + each for each in times]
            at += max(1, -(-skipped // step)) * step
    except OverflowError:  # the end of the calendar
        return


def _years(rule: Rule, start: date, low: date, end: date) -> Iterator[list[date]]:
    months = rule.months or range(1, MONTHS + 1)
    for year in range(_first(start.year, low.year, rule.interval), end.year + 1, rule.interval):
        yield [day for month in months for day in _days_of_month(rule, year, month)]


def _months(rule: Rule, start: date, low: date, end: date) -> Iterator[list[date]]:
    from_start, from_low, to_end = (each.year * MONTHS + each.month - 1 for each in (start, low, end))
    for number in range(_first(from_start, from_low, rule.interval), to_end + 1, rule.interval):
        year, month = number // MONTHS, number % MONTHS + 1
        yield _days_of_month(rule, year, month) if not rule.months or month in rule.months else []


def _weeks(rule: Rule, start: date, low: date, end: date) -> Iterator[list[date]]:
    wanted = {weekday for weekday, _ in rule.weekdays} or set(range(DAYS_OF_WEEK))
    places = sorted((weekday - rule.week_start) % DAYS_OF_WEEK for weekday in wanted)
    begin = start.toordinal() - (start.weekday() - rule.week_start) % DAYS_OF_WEEK
    step = rule.interval * DAYS_OF_WEEK
    for week in range(_first(begin, low.toordinal(), step), end.toordinal() + 1, step):
        yield [date.fromordinal(week + place) for place in places if 0 < week + place <= _LAST_DAY]


def _days(rule: Rule, start: date, low: date, end: date) -> Iterator[list[date]]:
    for day in range(_first(start.toordinal(), low.toordinal(), rule.interval), end.toordinal() + 1, rule.interval):
        yield [date.fromordinal(day)]


_DAYS_OF_PERIODS = {
    Frequency.YEARLY: _years,
    Frequency.MONTHLY: _months,
    Frequency.WEEKLY: _weeks,
    Frequency.DAILY: _days,
}


def _first(start: int, low: int, interval: int) -> int:
    """The last period that begins no later than `low`, or the first of all."""
    return start + max(0, low - start) // interval * interval


def _days_of_month(rule: Rule, year: int, month: int) -> list[date]:
    count = monthrange(year, month)[1]
    if not rule.month_days:
        return [date(year, month, day) for day in range(1, count + 1)]
    days = {day if day > 0 else count + 1 + day for day in rule.month_days}
    return [date(year, month, day) for day in sorted(days) if 0 < day <= count]


def _completed(rule: Rule, start: datetime) -> Rule:
    """What a rule does not say is as it is at the start."""
    months, month_days, weekdays = rule.months, rule.month_days, rule.weekdays
    if not (month_days or rule.year_days or weekdays):
        if rule.frequency is Frequency.WEEKLY or rule.weeks:
            weekdays = ((start.weekday(), 0),)
        elif rule.frequency <= Frequency.MONTHLY:
            month_days = (start.day,)
            months = months or ((start.month,) if rule.frequency is Frequency.YEARLY else ())
    return replace(
        rule,
        months=months,
        month_days=month_days,
        weekdays=weekdays,
        hours=rule.hours or ((start.hour,) if rule.frequency < Frequency.HOURLY else ()),
        minutes=rule.minutes or ((start.minute,) if rule.frequency < Frequency.MINUTELY else ()),
        seconds=rule.seconds or ((start.second,) if rule.frequency < Frequency.SECONDLY else ()),
    )


def _checks(rule: Rule) -> list[Callable[[date], bool]]:
    """What the days of a period still have to fulfil."""
    checks: list[Callable[[date], bool]] = []
    if rule.months and rule.frequency > Frequency.MONTHLY:
        checks.append(lambda day: day.month in rule.months)
    if rule.month_days and rule.frequency > Frequency.MONTHLY:
        checks.append(lambda day: _counted(day.day, monthrange(day.year, day.month)[1], rule.month_days))
    if rule.year_days:
        checks.append(lambda day: _counted(*_place_in_year(day), rule.year_days))
    if rule.weeks:
        checks.append(lambda day: _counted(*_week(day, rule.week_start), rule.weeks))
    if rule.weekdays and rule.frequency is not Frequency.WEEKLY:
        placed = rule.frequency <= Frequency.MONTHLY
        in_month = rule.frequency is Frequency.MONTHLY or bool(rule.months)
        wanted = {(weekday, place if placed else 0) for weekday, place in rule.weekdays}
        checks.append(lambda day: (day.weekday(), 0) in wanted or _is_placed(day, wanted, in_month=in_month))
    return checks


def _counted(place: int, count: int, wanted: Sequence[int]) -> bool:
    """Whether the place among so many is wanted, counted from the beginning or, below 0, from the end."""
    return place in wanted or place - count - 1 in wanted


def _place_in_year(day: date) -> tuple[int, int]:
    return day.timetuple().tm_yday, _DAYS_OF_YEAR + isleap(day.year)


def _is_placed(day: date, wanted: set[tuple[int, int]], *, in_month: bool) -> bool:
    place, count = (day.day, monthrange(day.year, day.month)[1]) if in_month else _place_in_year(day)
    weekday = day.weekday()
    return (weekday, (place - 1) // DAYS_OF_WEEK + 1) in wanted or (
        weekday,
        -((count - place) // DAYS_OF_WEEK + 1),
    ) in wanted


def _week(day: date, week_start: int) -> tuple[int, int]:
    """The number of a day's week, and how many weeks its year has: the year that most of the week is in."""
    middle = day.toordinal() - (day.weekday() - week_start) % DAYS_OF_WEEK + _MIDDLE_OF_WEEK
    year = date.fromordinal(min(max(middle, 1), _LAST_DAY)).year
    since = middle - date(year, 1, 1).toordinal()
    to_end = _DAYS_OF_YEAR + isleap(year) - 1 - since
    number = since // DAYS_OF_WEEK + 1
    return number, number + to_end // DAYS_OF_WEEK
