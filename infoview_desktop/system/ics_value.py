"""What the lines of an iCalendar file say (RFC 5545 3.1 to 3.3), read leniently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from infoview_desktop.domain.text import clean

LONGEST_TEXT = 4_000
"""Characters of a title or a place that are kept."""

UTC_NAME = "UTC"
"""The zone of a time that ends with Z."""

_DELIMITER = re.compile('[":]')
_PARAMETER = re.compile(r';([^=;"]*)=((?:"[^"]*"|[^;"])*)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CARET = re.compile(r"\^(['^n])")
_CARETS = {"'": '"', "^": "^", "n": "\n"}
_DATE = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z?))?", re.ASCII | re.IGNORECASE
)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII | re.IGNORECASE
)
_MOST_DIGITS = 9
_MIDNIGHT = "24"  # of the day that ends
_LEAP, _BEFORE_LEAP = "60", 59  # no clock here shows a leap second


class Line(NamedTuple):
    """A property: its parameters, by their names in capitals, and its value as it is written."""

    parameters: dict[str, str]
    value: str


class Stamp(NamedTuple):
    """A day, or a time on a clock.

    Attributes:
        wall: the day, or what the clock shows.
        zone: whose clock, as the file names it; "" for the clock of whoever reads it.
    """

    wall: date
    zone: str = ""

    @property
    def is_day(self) -> bool:
        """Whether it is a whole day."""
        return not isinstance(self.wall, datetime)


class Period(NamedTuple):
    """A stretch of time, by its beginning and either its end or its length."""

    start: Stamp
    end: Stamp | timedelta


def line_of(rest: bytes) -> Line:
    """Take apart what follows the name of a property."""
    try:
        text = rest.decode()
    except UnicodeDecodeError:
        text = rest.decode("cp1252", "replace")
    if text.startswith(":"):
        return Line({}, text[1:])
    end = _end_of_parameters(text)
    if end < 0:
        return Line({}, "")
    parameters = {
        match[1].strip().upper(): _CARET.sub(lambda caret: _CARETS[caret[1]], match[2].strip().strip('"'))
        for match in _PARAMETER.finditer(text, 0, end)
    }
    return Line(parameters, text[end + 1 :])


def _end_of_parameters(text: str) -> int:
    quoted = False
    for match in _DELIMITER.finditer(text) if '"' in text else ():
        if match[0] == '"':
            quoted = not quoted
        elif not quoted:
            return match.start()
    return text.find(":")  # perhaps with a quotation mark too many


def text_of(line: Line) -> str:
    """Give a text on one line, without hidden characters."""
    value = line.value[: 2 * LONGEST_TEXT]
    if "\\" in value:
        value = _ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], value)
    return clean(value)[0][:LONGEST_TEXT]


def stamp(text: str, zone: str = "") -> Stamp | None:
    """Give the day or the time that a text tells, on the clock of a zone; None where it makes no sense."""
    match = _DATE.fullmatch(text.strip())
    if match is None and ":" in text:  # the name of the zone has a colon, and no quotation marks
        match = _DATE.fullmatch(text.rpartition(":")[2].strip())
    if match is None:
        return None
    year, month, day, hour, minute, second, utc = match.groups()
    try:
        if hour is None:
            return Stamp(date(int(year), int(month), int(day)))
        wall = datetime(  # noqa: DTZ001 - a clock on a wall, whose zone is told beside it
            int(year),
            int(month),
            int(day),
            0 if hour == _MIDNIGHT else int(hour),
            int(minute),
            _BEFORE_LEAP if second == _LEAP else int(second or 0),
        )
        wall += timedelta(days=1) if hour == _MIDNIGHT else timedelta()
    except (ValueError, OverflowError):
        return None
    return Stamp(wall, UTC_NAME if utc else zone)


def stamp_of(line: Line) -> Stamp | None:
    """Give the day or the time; None where it makes no sense."""
    return stamp(line.value, _zone(line))


def stamps_of(line: Line, most: int) -> Iterator[Stamp | Period | None]:
    """Give the days, times and stretches of a list, `most` at most; None for each that makes no sense."""
    zone = _zone(line)
    for value in line.value.split(",", most)[:most]:
        if value.strip():
            yield _stamp_or_period(value, zone)


def duration_of(text: str) -> timedelta | None:
    """Give a length of time, which may be negative; None where it makes no sense."""
    match = _DURATION.fullmatch(text.strip())
    if match is None or not any(match.groups()[1:]):
        return None
    if any(len(digits or "") > _MOST_DIGITS for digits in match.groups()):
        return None
    weeks, days, hours, minutes, seconds = (int(digits or 0) for digits in match.groups()[1:])
    try:
        length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        return None
    return -length if match[1] == "-" else length


def _zone(line: Line) -> str:
    return line.parameters.get("TZID", "").strip()


def _stamp_or_period(value: str, zone: str) -> Stamp | Period | None:
    begin, slash, end = value.partition("/")
    start = stamp(begin, zone)
    if not slash or start is None:
        return start
    until = duration_of(end) or stamp(end, zone)
    return Period(start, until) if until is not None else None
