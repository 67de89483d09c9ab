"""Days and times as the user's locale writes them, and the day and time of moments where the user is."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import cast

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

_YEAR_LAST = re.compile(r"[\s,،⹁./-]*(?:'[^']*'\s*)*y+\.?(?:\s*'[^']*'\.?)?\s*$")
_YEAR_FIRST = re.compile(r"^y+[^dM]*")
_YEAR_BETWEEN = re.compile(r",?\s*y+\.?(?:\s*'[^']*')?(?=[\s,])")
"""The year within a pattern for days, with the words and the signs that belong to it."""

_WEEKDAY = re.compile(r"[\s,،፣፥፡]*dddd[\s,،፣፥፡]*")
_DAY = re.compile(r"'[^']*'|(?<!d)(?P<day>d{1,2}(?P<dot>\.?))(?!d)")
"""The day of the month within such a pattern; and words, in which a letter is a letter."""
_COMMA_BEFORE_DAY = re.compile(r"dddd, (?=d\b)")


def day_ends_at(day: date) -> datetime:
    """When a day of the user's ends, UTC."""
    start = QDate(day + timedelta(days=1)).startOfDay()  # type: ignore[call-overload]  # it takes Python's days, too
    return datetime.fromtimestamp(start.toSecsSinceEpoch(), UTC)


def local_day(moment: datetime) -> date:
    """The day of a moment where the user is."""
    return cast("date", _local(moment).date().toPython())


def clock_text(moment: datetime) -> str:
    """The time of a moment on the user's clock."""
    return _time_text(_local(moment).time())


def time_text(at: time | datetime) -> str:
    """A time of the day; of a moment that on the clock of the zone it is given in."""
    return _time_text(QTime(at.hour, at.minute))


def day_text(day: date, *, today: date) -> str:
    """A day in words, with its year only where it is another one than today's: `11 November`."""
    return _written(day, _WEEKDAY.sub("", _pattern(day, today)).strip())


def weekday_text(day: date, *, today: date) -> str:
    """The same with the day of the week: `Wednesday, 11 November`."""
    return _written(day, _pattern(day, today))


def days_text(first: date, last: date, *, today: date) -> str:
    """The days from one to another, naming the month that they have in common once: 23 to 27 November."""
    if (first.year, first.month) != (last.year, last.month):
        return f"{day_text(first, today=today)} – {day_text(last, today=today)}"  # noqa: RUF001 - a dash
    if first == last:
        return day_text(first, today=today)
    pattern = _WEEKDAY.sub("", _pattern(last, today)).strip()
    return _written(last, _DAY.sub(lambda found: _from(first, found), pattern))


def month_text(day: date) -> str:
    """The month of a day, with its year: `November 2026`."""
    name, year = QLocale().standaloneMonthName(day.month), _written(day, "yyyy")
    year_first = QLocale().dateFormat(QLocale.FormatType.LongFormat).startswith("y")
    return f"{year} {name}" if year_first else f"{name} {year}"


def heading_text(day: date) -> str:
    """The day it is, as a heading: `Wednesday 11 November`."""
    return _written(day, _COMMA_BEFORE_DAY.sub("dddd ", _pattern(day, day)))


def _from(first: date, found: re.Match[str]) -> str:
    """The part of a pattern that stands for a day of the month, with the day before it from which one counts."""
    if not found["day"]:
        return found.group()
    number = _written(first, "d")
    return f"'{number}{found['dot']} – '{found['day']}"  # noqa: RUF001 - a dash


def _pattern(day: date, today: date) -> str:
    pattern = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    if day.year != today.year:
        return pattern
    return _YEAR_BETWEEN.sub("", _YEAR_FIRST.sub("", _YEAR_LAST.sub("", pattern)))


def _written(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def _time_text(at: QTime) -> str:
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)


def _local(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
