"""A day to come as people write it: in the order of their locale, with or without the year, or by its name."""

from __future__ import annotations

import re
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from infoview_desktop.ui.wording import date_typed

_CENTURY = 2000
_TWO_DIGITS = 100
_WEEK = 7
_SHORTEST_NAME = 2


def day_typed(text: str, first: date) -> date | None:
    """The day that is meant; None where none is.

    Where the year is missing, it is the next such day from `first` on; so it is for a day of the week.
    """
    try:
        day = date.fromisoformat(date_typed(text))
    except ValueError:
        day = None
    if day is not None and day.year >= _TWO_DIGITS:
        return day
    return _from_numbers([int(number) for number in re.findall(r"\d+", text)], first) or _from_name(text, first)


def _from_numbers(numbers: list[int], first: date) -> date | None:
    order = [part[0] for part in re.findall(r"d+|M+|y+", QLocale().dateFormat(QLocale.FormatType.ShortFormat))]
    parts = dict(zip((part for part in order if len(numbers) == len(order) or part != "y"), numbers, strict=False))
    if len(numbers) not in {len(order), len(order) - 1} or len(parts) != len(numbers):
        return None
    year = parts.get("y", first.year)
    day = _day(year + _CENTURY if year < _TWO_DIGITS else year, parts)
    return _day(year + 1, parts) if "y" not in parts and day is not None and day < first else day


def _day(year: int, parts: dict[str, int]) -> date | None:
    try:
        return date(year, parts["M"], parts["d"])
    except ValueError:
        return None


def _from_name(text: str, first: date) -> date | None:
    typed = text.strip().casefold()
    if len(typed) < _SHORTEST_NAME:
        return None
    for ahead in range(_WEEK):
        day = first + timedelta(days=ahead)
        if QLocale().dayName(day.isoweekday()).casefold().startswith(typed):
            return day
    return None
