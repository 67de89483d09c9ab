"""Reasons and other sentences with days in them, as the user's locale writes them."""

from __future__ import annotations

import re
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, Qt, QTime

from infoview_desktop.domain.dated_phrase import DatedPhrase
from infoview_desktop.domain.reason import Reason
from infoview_desktop.ui.wording import said

_BETWEEN = " · "
_YEAR = re.compile(r"[\s,./-]*(?:'[^']*'\s*)?y+(?:[.年년]|\s*'[^']*')?[\s,./-]*")
"""The year within a pattern for days, with what stands between it and the month."""


def reason_text(reason: Reason, *, today: date) -> str:
    """Why something is due, in one line, without the rule's name."""
    return _BETWEEN.join(dated_text(part, today=today) for part in reason.parts)


def dated_text(sentence: DatedPhrase, *, today: date) -> str:
    """The sentence as it is shown."""
    texts = {name: _text(value, today) for name, value in sentence.times.items()}
    return said(sentence.with_times_as(texts))


def _text(value: date | time, today: date) -> str:
    if isinstance(value, time):
        return QLocale().toString(QTime(value.hour, value.minute), QLocale.FormatType.ShortFormat)
    return day_text(value, today=today)


def day_text(day: date, *, today: date) -> str:
    """A day in words, with its year only where it is another one than today's: `11 November`."""
    pattern = re.sub(r"[\s,]*dddd[\s,]*", "", QLocale().dateFormat(QLocale.FormatType.LongFormat))
    if day.year == today.year:
        pattern = _YEAR.sub("", pattern)
    return QLocale().toString(QDate.fromString(day.isoformat(), Qt.DateFormat.ISODate), pattern.strip())
