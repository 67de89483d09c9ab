"""What calendars of other programs tell of, and what they are told of ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.interview import InterviewState, Medium

_OURS = UUID("0a7c5b1e-53d4-5f0e-9a41-7f6d2f0e8c63")
"""The space in which this program gives identities to interviews."""


def uid_of_interview(interview_id: int, created_at: str) -> str:
    """What other calendars know an interview by; always the same."""
    return str(uuid5(_OURS, f"interview {interview_id} of {created_at}"))


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who takes part, as a calendar knows them; `email` is "" where it tells none, and so is `name`."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that takes place once; one that recurs is an event for each time.

    Attributes:
        uid: what the calendar calls it; all the times of one that recurs have the same.
        title: on one line; "" where it has none.
        place: on one line, perhaps a link; "" where nobody knows.
        attendees: who takes part, whoever invited them among them.
        span: when; None where it takes whole days.
        first_day: the day on which it begins, where the user is.
        last_day: the last day of which it takes some time.
        time_zone: IANA name of where it was meant; "" where nobody knows, and for whole days.
        medium: how one talks; None where nobody knows.
        state: how it stands as an interview; None where nothing tells.
        busy: whether it takes the time that it stands at.
    """

    uid: str
    title: str
    place: str
    attendees: tuple[Attendee, ...]
    span: Span | None
    first_day: date
    last_day: date
    time_zone: str = ""
    medium: Medium | None = None
    state: InterviewState | None = None
    busy: bool = True


@dataclass(frozen=True, slots=True)
class Meeting:
    """An interview that has a time, as other calendars are told of it.

    Attributes:
        uid: always the same for the same interview.
        people: who takes part beside the user; at least one.
        starts_at: when, UTC.
        minutes: how long.
        time_zone: IANA name of where the user agreed to it.
        medium: how one talks.
        place: an address, a number or a link; "" where none is known.
        state: how it stands.
        state_at: since when, UTC.
        created_at: when it was written down, UTC.
    """

    uid: str
    people: tuple[Attendee, ...]
    starts_at: datetime
    minutes: int
    time_zone: str
    medium: Medium
    place: str
    state: InterviewState
    state_at: datetime
    created_at: datetime

    @property
    def ends_at(self) -> datetime:
        """When it is agreed to be over, UTC."""
        try:
            return self.starts_at + timedelta(minutes=self.minutes)
        except OverflowError:
            return self.starts_at

    def minutes_until(self, moment: datetime) -> int:
        """How many minutes after it was written down a moment is; 0 for one before."""
        return max(0, int((moment - self.created_at).total_seconds()) // 60)
