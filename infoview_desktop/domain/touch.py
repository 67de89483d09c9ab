"""What was exchanged with a person: a message, a call, a meeting, an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from infoview_desktop.domain.wall_time import local


class TouchKind(StrEnum):
    """What happened; the values are stored and exported."""

    ASKED = "asked"
    """The user asked for a conversation."""
    FOLLOWED_UP = "followed_up"
    """The user wrote again, for want of an answer."""
    WROTE = "wrote"
    CALLED = "called"
    MET = "met"
    REPLIED = "replied"
    THANKED = "thanked"
    CLOSED = "closed"
    """The user let it rest."""


class Answer(StrEnum):
    """What they replied; the values are stored and exported."""

    NONE = ""
    YES = "yes"
    LATER = "later"
    NO = "no"
    SOMEONE_ELSE = "someone_else"
    OUT_OF_OFFICE = "out_of_office"
    """Written by a machine: it says when to expect an answer, and is none."""


REQUESTS = frozenset({TouchKind.ASKED, TouchKind.FOLLOWED_UP})
"""What waits for an answer."""


@dataclass(frozen=True, slots=True)
class Touch:
    """One exchange with the contact `contact_id`.

    Attributes:
        id: the touch's own.
        contact_id: with whom.
        kind: what happened.
        answer: what they replied, where `kind` is REPLIED.
        at: when, UTC.
        time_zone: IANA name of where the user was.
        until: the day that they put it off to, or are away to.
        words: what they said, or what it was about.
        interview_id: the interview it belongs to.
    """

    id: int
    contact_id: int
    kind: TouchKind
    answer: Answer
    at: datetime
    time_zone: str
    until: date | None
    words: str
    interview_id: int | None

    @property
    def local(self) -> datetime:
        """When, on the user's clock there."""
        return local(self.at, self.time_zone)

    @property
    def is_answer(self) -> bool:
        """Whether a person answered; a machine that says they are away did not."""
        return self.kind is TouchKind.REPLIED and self.answer is not Answer.OUT_OF_OFFICE
