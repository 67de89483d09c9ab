"""What an event of an iCalendar file says, apart from when it is where one reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from types import MappingProxyType
from urllib.parse import unquote

from infoview_desktop.domain.calendar_event import Attendee
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.text import clean
from infoview_desktop.system.ics_lines import Component
from infoview_desktop.system.ics_value import (
    LONGEST_TEXT,
    Line,
    Period,
    Stamp,
    duration_of,
    line_of,
    stamp_of,
    stamps_of,
    text_of,
)
from infoview_desktop.system.ics_writer import STATUS
from infoview_desktop.system.problem import Problem

MOST_ATTENDEES = 200
"""Of one event."""

MOST_DATES = 100_000
"""On which an event recurs beside its rules, or does not recur."""

_STATES = MappingProxyType({"CANCELLED": InterviewState.CANCELLED, "TENTATIVE": InterviewState.ASKED})
_OUR_STATES = MappingProxyType({state.upper(): state for state in InterviewState})
_MEDIA = MappingProxyType({medium.upper(): medium for medium in Medium})
_LINKS = (b"CONFERENCE", b"X-GOOGLE-CONFERENCE", b"X-MICROSOFT-SKYPETEAMSMEETINGURL", b"URL")
_SEVERAL = frozenset({b"ATTENDEE", b"CONFERENCE", b"EXDATE", b"RDATE", b"RRULE"})
_NO_PERSON = frozenset({"ROOM", "RESOURCE"})
_NO_ADDRESSES_OF_PEOPLE = (
    "@group.calendar.google.com",
    "@resource.calendar.google.com",
    "unknownorganizer@calendar.google.com",
)
_NOBODY = Attendee("", "")
_MOST_DIGITS = 9
_BETWEEN_STEPS = 1_000  # dates


@dataclass(slots=True)
class Recurrence:
    """How an event recurs, or which time of one that recurs it takes the place of.

    Attributes:
        rules: as they are written.
        dates: beside those of the rules.
        exceptions: when it does not take place.
        instead_of: the time of the other that it takes the place of; None where it is the whole series.
        and_later: whether it takes the place of all later times, too.
    """

    rules: list[str] = field(default_factory=list)
    dates: list[Stamp | Period] = field(default_factory=list)
    exceptions: list[Stamp] = field(default_factory=list)
    instead_of: Stamp | None = None
    and_later: bool = False


@dataclass(slots=True)
class Told:
    """An event, as the file tells of it.

    Attributes:
        line: where it begins in the file.
        uid: "" where it has none.
        start: when it begins.
        end: when it ends, or how long it is; None where it does not say.
        title: "" where it has none.
        place: an address or a link; "" where it has none.
        attendees: whoever invites among them.
        time_zone: what our own export says it was meant in; "" for any other.
        sequence: how often it was changed.
        recurrence: None for one that stands alone.
        flaws: what it is read without, fragments of sentences.
    """

    line: int
    uid: str
    start: Stamp
    end: Stamp | timedelta | None
    title: str = ""
    place: str = ""
    attendees: tuple[Attendee, ...] = ()
    time_zone: str = ""
    medium: Medium | None = None
    state: InterviewState | None = None
    busy: bool = True
    sequence: int = 0
    recurrence: Recurrence | None = None
    flaws: tuple[str, ...] = ()

    @property
    def instead_of(self) -> Stamp | None:
        """The time of the event of the same name that it takes the place of; None where it is that event."""
        return self.recurrence.instead_of if self.recurrence else None


def told(component: Component, step: Callable[[], object]) -> Told | Problem:
    """Read an event; a problem where it has no time that makes sense. `step` is called on the way."""
    return _Reading(component, step).event()


def busy_times(component: Component) -> Iterator[Told]:
    """Read when somebody is busy, who does not say with what; what makes no sense is passed over."""
    left = MOST_DATES
    for _, rest in component.content:
        line = line_of(rest)
        if line.parameters.get("FBTYPE", "").upper() == "FREE":
            continue
        for one in stamps_of(line, left):
            left -= 1
            if isinstance(one, Period):
                yield Told(component.line, "", one.start, one.end)


class _Reading:
    """The properties of an event, and what was wrong with them."""

    def __init__(self, component: Component, step: Callable[[], object]) -> None:
        self._line = component.line
        self._step = step
        self._content = component.content
        # Of what should not stand there twice, the first holds.
        self._lines = {name: line_of(rest) for name, rest in reversed(component.content) if name not in _SEVERAL}
        self._flaws = ["a line that is too long"] if component.too_long else []

    def event(self) -> Told | Problem:
        start, end = self._stamp(b"DTSTART"), self._end()
        if start is None:
            return Problem(self._line, "an event without a beginning; it is left out", left_out=True)
        if self._word(b"X-MICROSOFT-CDO-ALLDAYEVENT") == "TRUE":
            start, end = _day(start), _day(end) if isinstance(end, Stamp) else end
        state = _state(self._word(b"X-INFOVIEW-STATE"), self._word(b"STATUS"))
        free = self._word(b"TRANSP") == "TRANSPARENT" or self._word(b"X-MICROSOFT-CDO-BUSYSTATUS") == "FREE"
        sequence = self._word(b"SEQUENCE")[:_MOST_DIGITS]
        return Told(
            line=self._line,
            uid=self._text(b"UID"),
            start=start,
            end=end,
            title=self._text(b"SUMMARY"),
            place=self._text(b"LOCATION") or self._link(),
            attendees=self._attendees(),
            time_zone=self._text(b"X-INFOVIEW-TIME-ZONE"),
            medium=_MEDIA.get(self._word(b"X-INFOVIEW-MEDIUM")),
            state=state,
            busy=not free and state is not InterviewState.CANCELLED,
            sequence=int(sequence) if sequence.isdecimal() else 0,
            recurrence=self._recurrence(),
            flaws=tuple(self._flaws),
        )

    def _text(self, name: bytes) -> str:
        line = self._lines.get(name)
        return text_of(line) if line else ""

    def _word(self, name: bytes) -> str:
        line = self._lines.get(name)
        return line.value.strip().upper() if line else ""

    def _all(self, name: bytes) -> Iterator[Line]:
        return (line_of(rest) for kind, rest in self._content if kind == name)

    def _stamp(self, name: bytes) -> Stamp | None:
        line = self._lines.get(name)
        if line is None:
            return None
        found = stamp_of(line)
        if found is None:
            self._flaws.append(f"{name.decode()} that makes no sense")
        return found

    def _end(self) -> Stamp | timedelta | None:
        if b"DTEND" in self._lines:
            return self._stamp(b"DTEND")
        if b"DURATION" not in self._lines:
            return None
        length = duration_of(self._lines[b"DURATION"].value)
        if length is None or length < timedelta():
            self._flaws.append("DURATION that makes no sense")
            return None
        return length

    def _link(self) -> str:
        """Where one meets on the net, if it says so; nobody goes there."""
        for name in _LINKS:
            for line in self._all(name):
                link = clean(line.value[:LONGEST_TEXT])[0]
                if link.lower().startswith(("http://", "https://")) and " " not in link:
                    return link
        return ""

    def _attendees(self) -> tuple[Attendee, ...]:
        lines = [*self._all(b"ATTENDEE")]
        if len(lines) > MOST_ATTENDEES:
            self._flaws.append(f"more than {MOST_ATTENDEES} people")
        people = [person for person in map(_attendee, lines[:MOST_ATTENDEES]) if person is not None]
        host = _attendee(self._lines[b"ORGANIZER"]) if b"ORGANIZER" in self._lines else None
        if host is not None and not any(person.email == host.email for person in people):
            people.insert(0, host)
        return tuple(people)

    def _recurrence(self) -> Recurrence | None:
        recurrence = Recurrence(
            rules=[line.value for line in self._all(b"RRULE") if line.value.strip()],
            dates=self._dates(b"RDATE"),
            exceptions=[one for one in self._dates(b"EXDATE") if isinstance(one, Stamp)],
        )
        if b"RECURRENCE-ID" in self._lines:
            recurrence.instead_of = self._stamp(b"RECURRENCE-ID")
            range_of_it = self._lines[b"RECURRENCE-ID"].parameters.get("RANGE", "")
            recurrence.and_later = range_of_it.upper() == "THISANDFUTURE"
        return recurrence if recurrence != Recurrence() else None

    def _dates(self, name: bytes) -> list[Stamp | Period]:
        dates: list[Stamp | Period | None] = []
        for line in self._all(name):
            for date in stamps_of(line, MOST_DATES + 1 - len(dates)):
                dates.append(date)
                if not len(dates) % _BETWEEN_STEPS:
                    self._step()
        if len(dates) > MOST_DATES:
            self._flaws.append(f"more than {MOST_DATES:,} dates")
        if None in dates:
            self._flaws.append(f"{name.decode()} that makes no sense")
        return [one for one in dates[:MOST_DATES] if one is not None]


def _state(ours: str, status: str) -> InterviewState | None:
    """How it stands by our own word, unless another program has said otherwise since."""
    told = _OUR_STATES.get(ours)
    return told if told is not None and STATUS[told] == status else _STATES.get(status)


def _day(stamp: Stamp) -> Stamp:
    """The whole day that a midnight stands for."""
    wall = stamp.wall
    return Stamp(wall.date()) if isinstance(wall, datetime) and wall.time() == time() else stamp


def _attendee(line: Line) -> Attendee | None:
    """Who takes part; None for a room, a calendar that invites, or nobody."""
    if line.parameters.get("CUTYPE", "").upper() in _NO_PERSON:
        return None
    scheme, _, address = line.value.strip().partition(":")
    if scheme.lower() == "mailto":
        email = clean(unquote(address[:LONGEST_TEXT].partition("?")[0]))[0]
    else:
        address = line.parameters.get("EMAIL", line.value)
        email = clean(address[:LONGEST_TEXT])[0] if address.count("@") == 1 and ":" not in address else ""
    if email.lower().endswith(_NO_ADDRESSES_OF_PEOPLE):
        return None
    name = clean(line.parameters.get("CN", "")[:LONGEST_TEXT])[0]
    person = Attendee("" if name.casefold() == email.casefold() else name, email)
    return person if person != _NOBODY else None
