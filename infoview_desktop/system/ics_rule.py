"""Rules by which something recurs (RRULE, RFC 5545 3.3.10), as calendar files have them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import partial

from infoview_desktop.system.ics_value import Stamp, stamp

LONGEST_RULE = 4_000
"""Characters."""

MOST_TIMES = 1_440
"""Of one day."""

DAYS_OF_WEEK = 7
MONTHS = 12

_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_WEEKDAY = re.compile(r"([+-]?\d{0,2})\s*(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,9}", re.ASCII)


class Frequency(IntEnum):
    """How long a period of a rule is, from the longest."""

    YEARLY = 0
    MONTHLY = 1
    WEEKLY = 2
    DAILY = 3
    HOURLY = 4
    MINUTELY = 5
    SECONDLY = 6


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, part by part; empty where it says nothing.

    Attributes:
        until: the last time that it may give.
        weekdays: from 0 for Monday, each with its place in the month or the year; 0 for every one.
        positions: which of the times of a period are meant.
    """

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: Stamp | None = None
    week_start: int = 0
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    weekdays: tuple[tuple[int, int], ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()


def rule_of(text: str) -> Rule:
    """Read a rule.

    Raises:
        ValueError: it is none, has parts that nobody knows, or more times in a day than people have.
    """
    if len(text) > LONGEST_RULE:
        raise ValueError
    parts = dict(_part(each) for each in text.upper().split(";") if each.strip())
    numbers = partial(_numbers, parts)
    rule = Rule(
        frequency=_frequency(parts.pop("FREQ", "")),
        interval=max(1, _number(parts.pop("INTERVAL", "1"))),
        count=_number(parts.pop("COUNT")) if "COUNT" in parts else None,
        until=_until(parts.pop("UNTIL")) if "UNTIL" in parts else None,
        week_start=_weekday(parts.pop("WKST", "MO"))[0],
        months=numbers("BYMONTH", 1, MONTHS),
        month_days=numbers("BYMONTHDAY", -31, 31),
        year_days=numbers("BYYEARDAY", -366, 366),
        weeks=numbers("BYWEEKNO", -53, 53),
        weekdays=tuple(_weekday(each) for each in parts.pop("BYDAY", "").split(",") if each.strip()),
        hours=numbers("BYHOUR", 0, 23),
        minutes=numbers("BYMINUTE", 0, 59),
        seconds=numbers("BYSECOND", 0, 59),
        positions=numbers("BYSETPOS", -366, 366),
    )
    times = len(rule.hours or "1") * len(rule.minutes or "1") * len(rule.seconds or "1")
    if times > MOST_TIMES or any(not name.startswith("X-") for name in parts):
        raise ValueError
    return rule


def _part(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name.strip(), value.strip()


def _frequency(text: str) -> Frequency:
    if text not in Frequency.__members__:
        raise ValueError
    return Frequency[text]


def _until(text: str) -> Stamp:
    until = stamp(text)
    if until is None:
        raise ValueError
    return until


def _weekday(text: str) -> tuple[int, int]:
    match = _WEEKDAY.fullmatch(text.strip())
    if match is None:
        raise ValueError
    return _WEEKDAYS[match[2]], _number(match[1] or "0")


def _number(text: str) -> int:
    if _NUMBER.fullmatch(text.strip()) is None:
        raise ValueError
    return int(text)


def _numbers(parts: dict[str, str], name: str, least: int, most: int) -> tuple[int, ...]:
    if name not in parts:
        return ()
    numbers = {_number(each) for each in parts.pop(name).split(",")}
    if not all(least <= number <= most for number in numbers) or (least < 0 and 0 in numbers):
        raise ValueError
    return tuple(sorted(numbers))
