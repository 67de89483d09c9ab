"""The components of iCalendar files as programs really write them: any line end, any encoding, some without an end.

Lines are bytes here, because one may be folded in the middle of a character, and not all are written as UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from infoview_desktop.system.vcard_lines import physical_lines

LONGEST_LINE = 2 * 1024 * 1024
"""Bytes of one that was folded; 100,000 dates come near."""

MOST_LINES = 20_000
"""Of one component, those that matter."""

MOST_PARTS = 1_000
"""Changes of the clocks of a time zone."""

MOST_LINES_OF_ALL = 4_000_000
"""Of one file, empty ones and folds as well."""

_BETWEEN_STEPS = 1_000  # lines
_FOLDS = (b" ", b"\t")
_HEAD = re.compile(rb"\s*([A-Za-z0-9-]+)[ \t]*(?=[:;])")

_OF_AN_EVENT = b"""
    ATTENDEE CONFERENCE DTEND DTSTART DURATION EXDATE LOCATION ORGANIZER RDATE RECURRENCE-ID RRULE SEQUENCE STATUS
    SUMMARY TRANSP UID URL X-GOOGLE-CONFERENCE X-INFOVIEW-MEDIUM X-INFOVIEW-STATE X-INFOVIEW-TIME-ZONE
    X-MICROSOFT-CDO-ALLDAYEVENT X-MICROSOFT-CDO-BUSYSTATUS X-MICROSOFT-SKYPETEAMSMEETINGURL
"""
_OF_A_CHANGE = b"DTSTART RDATE RRULE TZOFFSETFROM TZOFFSETTO"
_KEPT = {
    b"VCALENDAR": frozenset(b"METHOD NAME X-WR-CALNAME X-WR-TIMEZONE".split()),
    b"VEVENT": frozenset(_OF_AN_EVENT.split()),
    b"VFREEBUSY": frozenset([b"FREEBUSY"]),
    b"VTIMEZONE": frozenset([b"TZID", b"X-LIC-LOCATION"]),
    b"STANDARD": frozenset(_OF_A_CHANGE.split()),
    b"DAYLIGHT": frozenset(_OF_A_CHANGE.split()),
}
_WITHIN = {
    b"VCALENDAR": b"",
    b"VEVENT": b"VCALENDAR",
    b"VFREEBUSY": b"VCALENDAR",
    b"VTIMEZONE": b"VCALENDAR",
    b"STANDARD": b"VTIMEZONE",
    b"DAYLIGHT": b"VTIMEZONE",
}


class TooManyLinesError(Exception):
    """A file has more lines than a calendar can have."""


@dataclass(slots=True)
class Component:
    """What is between BEGIN and END.

    Attributes:
        name: of which kind it is, in capitals.
        line: the number of its first physical line, from 1.
        content: the properties that matter here: the name in capitals, and the rest of the line with what separates
            them.
        parts: the changes of the clocks of a time zone.
        whole: whether it has an end.
        too_long: whether something was left out for its length.
    """

    name: bytes
    line: int
    content: list[tuple[bytes, bytes]] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)
    whole: bool = False
    too_long: bool = False


def components(file: BinaryIO, step: Callable[[], object]) -> Iterator[Component]:
    """Give calendars, events, time zones and busy times of a file as they end; a calendar after what it holds.

    What else there is in it is passed over. `step` is called on the way.

    Raises:
        TooManyLinesError: the file has more lines than a calendar can have.
    """
    reading = _Reading()
    for number, (line, cut) in enumerate(physical_lines(file, step), 1):
        if not number % _BETWEEN_STEPS:
            step()
            if number > MOST_LINES_OF_ALL:
                raise TooManyLinesError
        if line.startswith(_FOLDS):
            reading.go_on(line, cut=cut)
            continue
        match = _HEAD.match(line)
        name = match[1].upper() if match else b""
        if match and name in reading.kept:
            reading.take(name, line[match.end() :], cut=cut)
        elif match and name in {b"BEGIN", b"END"}:
            reading.pause()
            kind = line[match.end() + 1 :].replace(b"\0", b"").strip().upper()
            yield from reading.begin(number, kind) if name == b"BEGIN" else reading.end(kind)
        else:
            reading.pause()
    yield from reading.finish()


class _Reading:
    """Knows in which components one is, and joins the lines that were folded.

    Attributes:
        kept: the properties that matter where one is.
    """

    def __init__(self) -> None:
        self.kept: frozenset[bytes] = frozenset()
        self._open: list[Component] = []
        self._skipped = b""
        self._depth = 0
        self._name = b""
        self._line = bytearray()
        self._cut = False

    def take(self, name: bytes, rest: bytes, *, cut: bool) -> None:
        """Take the first line of a property that matters."""
        self.pause()
        self._name, self._cut = name, cut or len(rest) > LONGEST_LINE
        self._line += rest

    def go_on(self, line: bytes, *, cut: bool) -> None:
        """Take a line that goes on from the one before."""
        if self._name and not self._cut:
            self._line += line[1:]
            self._cut = cut or len(self._line) > LONGEST_LINE

    def pause(self) -> None:
        """End the present property; what goes on from here goes on from nothing that matters."""
        if not self._name:
            return
        component = self._open[-1]
        if self._cut or len(component.content) >= MOST_LINES:
            component.too_long = True
        else:
            component.content.append((self._name, bytes(self._line)))
        self._name = b""
        self._line.clear()

    def begin(self, number: int, name: bytes) -> Iterator[Component]:
        """Begin a component; one that is still open and cannot hold it has no end."""
        within = _WITHIN.get(name)
        if within is None or (within and not self._is_open(within)):
            self._skip(name)
            return
        if not within and self._open:
            self._open[0].whole = True  # a calendar ends at the latest where the next begins
        yield from self._close_within(within)
        self._open.append(Component(name, number))
        self._go_on_reading()

    def end(self, name: bytes) -> Iterator[Component]:
        """End a component; whatever is open within it has no end."""
        if name == self._skipped:
            self._depth -= 1
            if not self._depth:
                self._go_on_reading()
        elif self._is_open(name):
            yield from self._close_within(name)
            self._open[-1].whole = True
            yield from self._close()

    def finish(self) -> Iterator[Component]:
        """Close whatever has no end."""
        self.pause()
        yield from self._close_within(b"")

    def _is_open(self, name: bytes) -> bool:
        return any(component.name == name for component in self._open)

    def _skip(self, name: bytes) -> None:
        if not self._skipped:
            self._skipped, self._depth, self.kept = name, 0, frozenset()
        self._depth += name == self._skipped

    def _go_on_reading(self) -> None:
        self._skipped = b""
        self.kept = _KEPT[self._open[-1].name] if self._open else frozenset()

    def _close_within(self, name: bytes) -> Iterator[Component]:
        """Close all that is within the open component of that name; for no name, all."""
        while self._open and self._open[-1].name != name:
            yield from self._close()
        self._go_on_reading()

    def _close(self) -> Iterator[Component]:
        component = self._open.pop()
        if _WITHIN[component.name] != b"VTIMEZONE":
            yield component
        elif component.whole and len(self._open[-1].parts) < MOST_PARTS:
            self._open[-1].parts.append(component)
        self._go_on_reading()
