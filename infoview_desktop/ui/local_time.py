"""Days and moments where the user is, in the user's words."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import cast

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from infoview_desktop.ui import wall_clock

_YEAR_FIRST, _YEAR_LAST = re.compile(r"^y+[^dM]*"), re.compile(r"[\s,./-]*(?:'[^']*'\s*)?y+$")


def today() -> date:
    """The day it is for the user."""
    return wall_clock.now().date()


def day_ends_at(day: date) -> datetime:
    """When a day of the user's ends, UTC."""
    start = QDate(day + timedelta(days=1)).startOfDay()  # type: ignore[call-overload]  # it takes Python's days, too
    return datetime.fromtimestamp(start.toSecsSinceEpoch(), UTC)


def local_day(moment: datetime) -> date:
    """The day of a moment where the user is."""
    return cast("date", _local(moment).date().toPython())


def clock_text(moment: datetime) -> str:
    """The time of a moment as the user's locale writes it, on the user's clock."""
    return time_text(_local(moment).time())


def clock_text_in(moment: datetime) -> str:
    """The time of a moment as the user's locale writes it, on the clock of the zone it is given in."""
    return time_text(QTime(moment.hour, moment.minute))


def time_text(time: QTime) -> str:
    """A time of the day as the user's locale writes it."""
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def day_text(day: date, *, reference: date) -> str:
    """A day in words, with the day of the week; the year only where it is another than that of `reference`."""
    pattern = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    if day.year == reference.year:
        pattern = _YEAR_FIRST.sub("", _YEAR_LAST.sub("", pattern))
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def _local(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
