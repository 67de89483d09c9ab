"""What stands in a calendar: conversations, what is due, times that were offered, and when one is busy elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.interview import InterviewState, Medium

SHORTEST = timedelta(seconds=1)
"""What a stretch of no length takes beside others."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of time: from `start` up to `end` (UTC), which no longer belongs to it."""

    start: datetime
    end: datetime

    def meets(self, other: Span) -> bool:
        """Whether they have time in common; a stretch of no length meets what it begins within."""
        # By differences, as there is an end to the calendar.
        apart = self.start - other.start
        return (self.start < other.end or apart < SHORTEST) and (other.start < self.end or -apart < SHORTEST)


@dataclass(frozen=True, slots=True)
class Person:
    """Who a line of the calendar is about.

    Attributes:
        id: the contact's own.
        name: as displayed.
        given_name: to call them by; "" where only one name is known.
        time_zone: IANA name of where they are; "" where nobody knows.
    """

    id: int
    name: str
    given_name: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class Booked:
    """A conversation with a time.

    Attributes:
        interview_id: the interview's own.
        people: who takes part beside the user, those in the trash left out; at least one.
        span: when.
        time_zone: IANA name of where the user agreed to it.
        medium: how one talks.
        state: how it stands.
    """

    interview_id: int
    people: tuple[Person, ...]
    span: Span
    time_zone: str
    medium: Medium
    state: InterviewState

    @property
    def minutes(self) -> int:
        """How long it is agreed to be."""
        return int((self.span.end - self.span.start).total_seconds()) // 60


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something to do on a day.

    Attributes:
        follow_up_id: the follow-up's own.
        person: with whom; None for one about nobody.
        rule: why there is something to do.
        due_on: the day, where the user is.
        due_at: the moment it has to be done by, UTC; None where only the day counts.
        reason: what the user wrote.
    """

    follow_up_id: int
    person: Person | None
    rule: Rule
    due_on: date
    due_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A time that was offered to somebody and is held until one is taken.

    Attributes:
        offered_id: its own.
        person: to whom.
        span: when.
    """

    offered_id: int
    person: Person
    span: Span


@dataclass(frozen=True, slots=True)
class Busy:
    """When one is busy by a calendar of another program.

    Attributes:
        calendar_id: which calendar says so.
        title: what it calls it; "" for nothing.
        colour: that of the calendar.
        span: when; None for what takes whole days.
        first_day: the first day, where the user is; the day of UTC where there is a span.
        last_day: the last one, which belongs to it.
    """

    calendar_id: int
    title: str
    colour: str
    span: Span | None
    first_day: date
    last_day: date


Item = Booked | DueItem | Offered | Busy
"""What can stand there."""
