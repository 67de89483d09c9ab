"""All that happened with one person, as the rules of the practice look at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from infoview_desktop.domain.interview import Interview, InterviewState
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.touch import REQUESTS, Answer, Touch, TouchKind

_AGREED = frozenset({InterviewState.SCHEDULED, InterviewState.HELD})


@dataclass(frozen=True, slots=True)
class KeepInTouch:
    """After how many days without any contact it is time to write again, and since which day that was wanted."""

    days: int
    chosen_on: date


@dataclass(frozen=True, slots=True)
class Story:
    """What happened.

    Attributes:
        contact_id: with whom.
        listed_at: since when they are on the short list, UTC; None where they are not.
        touches: what was exchanged, the oldest first.
        interviews: those with them, by their moment.
        in_touch_on: the last day that one was in touch as far as the user wrote it down.
        keep_in_touch: what is chosen for them, or for a tag of theirs.
        put_off_on: the day on which keeping in touch was last skipped.
    """

    contact_id: int
    listed_at: datetime | None = None
    touches: tuple[Touch, ...] = ()
    interviews: tuple[Interview, ...] = ()
    in_touch_on: date | None = None
    keep_in_touch: KeepInTouch | None = None
    put_off_on: date | None = None

    @property
    def unanswered(self) -> tuple[Touch, ...]:
        """The messages that wait for an answer, the oldest first.

        A reply answers them, and so does a conversation that was agreed since, or that one let it rest.
        """
        waiting: list[Touch] = []
        for touch in self.touches:
            if touch.kind in REQUESTS:
                waiting.append(touch)
            elif touch.is_answer or touch.kind is TouchKind.CLOSED:
                waiting.clear()
        agreed = max((one.moment for one in self.interviews if one.state in _AGREED), default=None)
        return tuple(touch for touch in waiting if agreed is None or touch.at > agreed)

    @property
    def last_contact_on(self) -> date | None:
        """The last day of any contact, where the user was."""
        days = [touch.local.date() for touch in self.touches if touch.kind is not TouchKind.CLOSED]
        days += [one.local.date() for one in self.interviews if one.state is InterviewState.HELD]
        return max([*days, *([self.in_touch_on] if self.in_touch_on else [])], default=None)


@dataclass(frozen=True, slots=True)
class StageSince:
    """A stage, and since which moment (UTC)."""

    stage: Stage
    since: datetime


def stage_of(story: Story) -> StageSince | None:
    """How far it has come; None for somebody who is neither on the short list nor was ever asked.

    A conversation that was agreed and did not come about leaves them where they had replied; a new request
    begins a new way.
    """
    reached = StageSince(Stage.TO_ASK, story.listed_at) if story.listed_at else None
    for moment, event in sorted(_events(story), key=lambda each: each[0]):
        stage = _next(reached.stage if reached else None, event)
        if stage is not None and (reached is None or stage is not reached.stage):
            reached = StageSince(stage, moment)
    return reached


def _events(story: Story) -> Iterator[tuple[datetime, Touch | Interview]]:
    for touch in story.touches:
        yield touch.at, touch
    for interview in story.interviews:
        yield interview.ends_at if interview.state is InterviewState.HELD else interview.state_at, interview


def _next(stage: Stage | None, event: Touch | Interview) -> Stage | None:
    """The stage after something happened; None where it changes nothing."""
    following: Stage | None = None
    if isinstance(event, Interview):
        following = _AFTER_INTERVIEW[event.state]
    elif event.kind is TouchKind.ASKED:
        following = Stage.ASKED
    elif event.kind is TouchKind.CLOSED or event.answer is Answer.NO:
        following = Stage.CLOSED
    elif event.is_answer and stage in _BEFORE_AGREED:
        following = Stage.REPLIED
    elif event.kind is TouchKind.THANKED and stage is Stage.HELD:
        following = Stage.THANKED
    elif event.kind is not TouchKind.THANKED and stage is Stage.THANKED:
        following = Stage.IN_TOUCH
    return following


_BEFORE_AGREED = frozenset({Stage.TO_ASK, Stage.ASKED, Stage.CLOSED})

_AFTER_INTERVIEW = {
    InterviewState.ASKED: Stage.ASKED,
    InterviewState.SCHEDULED: Stage.SCHEDULED,
    InterviewState.HELD: Stage.HELD,
    InterviewState.CANCELLED: Stage.REPLIED,
    InterviewState.NO_SHOW: Stage.REPLIED,
}
