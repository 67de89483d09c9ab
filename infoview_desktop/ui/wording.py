"""Phrases of the other rooms in the user's language, with the user's own way to write numbers."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt, QTimeZone

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui import wall_clock

_CONTEXT = "Phrase"
_CENTURY = 2000
"""Where years of two digits begin."""


def said(phrase: Phrase) -> str:
    """The phrase as it is shown."""
    return phrase.render(lambda text: QCoreApplication.translate(_CONTEXT, text), QLocale().toString)


def told(error: KnownError) -> str:
    """What happened, what is safe and what to do."""
    return " ".join(said(sentence) for sentence in error.sentences)


def date_text(iso: str) -> str:
    """A day, given as `YYYY-MM-DD`, in the user's short way but with all of the year; "" for none."""
    return _day(iso, re.sub(r"(?<!y)yy(?!y)", "yyyy", QLocale().dateFormat(QLocale.FormatType.ShortFormat)))


def long_date_text(iso: str) -> str:
    """A day, given as `YYYY-MM-DD`, with the month in the user's words and without the day of the week."""
    return _day(iso, re.sub(r"\s*,?\s*dddd\s*,?\s*", "", QLocale().dateFormat(QLocale.FormatType.LongFormat)))


def date_typed(text: str) -> str:
    """A day as the user writes it, in their short or long way or as `YYYY-MM-DD`, as it is stored.

    What is no day comes back as it is.
    """
    typed, locale = text.strip(), QLocale()
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    patterns = ("yyyy-MM-dd", re.sub(r"y+", "yyyy", short), short, locale.dateFormat(QLocale.FormatType.LongFormat))
    for pattern in patterns:
        day = locale.toDate(typed, pattern, _CENTURY)
        if day.isValid():
            return day.toString(Qt.DateFormat.ISODate)
    return typed


def place_text(location: str, time_zone: str) -> str:
    """Where somebody is, and how far their clock is from UTC today, as `Lima (UTC+1)`; "" where neither is known."""
    if not time_zone:
        return location
    now = QDateTime.fromSecsSinceEpoch(int(wall_clock.now().timestamp()))
    seconds = QTimeZone(time_zone.encode()).offsetFromUtc(now)
    hours, minutes = divmod(abs(seconds) // 60, 60)
    sign = "−" if seconds < 0 else "+"  # noqa: RUF001 - a minus, as it is set in type
    offset = f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")
    return f"{location or time_zone.rpartition('/')[2].replace('_', ' ')} ({offset})"


def _day(iso: str, pattern: str) -> str:
    return QLocale().toString(QDate.fromString(iso, Qt.DateFormat.ISODate), pattern) if iso else ""


def day_of(moment: datetime) -> str:
    """The day of a moment, `YYYY-MM-DD`, where the user is."""
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp())).date().toString(Qt.DateFormat.ISODate)


def moment_text(moment: datetime) -> str:
    """A moment, in whatever zone it is given, as the user's locale writes it in the user's own."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)
