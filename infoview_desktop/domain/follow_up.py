"""Something to do with a person on a day, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from infoview_desktop.domain.touch import TouchKind


class Rule(StrEnum):
    """Why there is something to do; the values are stored and exported."""

    OWN = "own"
    """The user chose it."""
    FOLLOW_UP = "follow_up"
    """No answer: write once more."""
    SECOND_PERSON = "second_person"
    """No answer: ask somebody else at the same organization."""
    CLOSE = "close"
    """No answer to two messages: let it rest."""
    OFFER_TIMES = "offer_times"
    """They said yes: offer times."""
    ASK_AGAIN = "ask_again"
    """They said later, and later is now."""
    MEET_NAMED = "meet_named"
    """They named somebody else."""
    CONFIRM = "confirm"
    """The conversation is tomorrow."""
    THANK = "thank"
    """The conversation was held."""
    RESCHEDULE = "reschedule"
    """The conversation was cancelled, or they did not come."""
    KEEP_IN_TOUCH = "keep_in_touch"
    """Nothing was exchanged for long."""

    @property
    def touch(self) -> TouchKind | None:
        """What it is when it is done; None where nothing is exchanged with this person."""
        return _TOUCHES.get(self)


_TOUCHES = {
    Rule.FOLLOW_UP: TouchKind.FOLLOWED_UP,
    Rule.CLOSE: TouchKind.CLOSED,
    Rule.OFFER_TIMES: TouchKind.WROTE,
    Rule.ASK_AGAIN: TouchKind.ASKED,
    Rule.CONFIRM: TouchKind.WROTE,
    Rule.THANK: TouchKind.THANKED,
    Rule.RESCHEDULE: TouchKind.ASKED,
    Rule.KEEP_IN_TOUCH: TouchKind.WROTE,
}


class FollowUpState(StrEnum):
    """How it stands; the values are stored and exported."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


Key = tuple[Rule, int | None, int | None]
"""A rule, and the touch or the interview it is counted from."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What a rule asks for: from which local day on, by which moment (UTC) where hours count, counted from what."""

    rule: Rule
    due_on: date
    due_at: datetime | None = None
    touch_id: int | None = None
    interview_id: int | None = None

    @property
    def key(self) -> Key:
        """What tells it from every other of the same person."""
        return self.rule, self.touch_id, self.interview_id


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One of the book.

    Attributes:
        id: the follow-up's own.
        contact_id: with whom; None for one about a note that is about nobody.
        rule: why there is something to do.
        due_on: the day from which it is to be done, where the user is.
        due_at: the moment it has to be done by, UTC; None where only the day counts.
        moved_from: the day it was due before the user chose another; None where they did not.
        reason: what the user wrote.
        state: how it stands.
        note_id: the note it belongs to.
        interview_id: the interview it belongs to, or is counted from.
        touch_id: the touch it is counted from.
        ended_at: when it was done or skipped, UTC.
        ended_why: why it was skipped.
    """

    id: int
    contact_id: int | None
    rule: Rule
    due_on: date
    due_at: datetime | None
    moved_from: date | None
    reason: str
    state: FollowUpState
    note_id: int | None
    interview_id: int | None
    touch_id: int | None
    ended_at: datetime | None
    ended_why: str

    @property
    def moved(self) -> bool:
        """Whether the user chose another day."""
        return self.moved_from is not None

    @property
    def key(self) -> Key:
        """What tells it from every other by a rule with the same person."""
        return self.rule, self.touch_id, self.interview_id
