"""All that happened with one person, as the rules of the practice look at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from infoview_desktop.domain.follow_up import Key
from infoview_desktop.domain.interview import Interview, InterviewState
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.touch import REQUESTS, Answer, Touch, TouchKind
from infoview_desktop.domain.wall_time import local

_NOT_AGREED = frozenset({InterviewState.CANCELLED, InterviewState.NO_SHOW})


@dataclass(frozen=True, slots=True)
class KeepInTouch:
    """After how many days without any contact it is time to write again, and since which day that was wanted.

    0 days are never. `own` is whether it was chosen for this person, and not for a tag of theirs.
    """

    days: int
    chosen_on: date
    own: bool = True


@dataclass(frozen=True, slots=True)
class Request:
    """Something that waits for an answer: a message, or an interview that was asked for.

    `at` is when, UTC; `time_zone` the IANA name of where the user was.
    """

    kind: TouchKind
    at: datetime
    time_zone: str
    touch_id: int | None = None
    interview_id: int | None = None

    @property
    def local(self) -> datetime:
        """When, on the user's clock there."""
        return local(self.at, self.time_zone)


@dataclass(frozen=True, slots=True)
class Story:
    """What happened.

    Attributes:
        contact_id: with whom.
        listed_at: since when they are on the short list, UTC; None where they are not.
        touches: what was exchanged, the oldest first.
        interviews: those with them, by their moment.
        in_touch_on: the last day that one was in touch as the user wrote it down.
        keep_in_touch: what is chosen for them, or for a tag of theirs.
        put_off_on: the day on which keeping in touch was last skipped.
        settled: what rules asked for and was skipped, or was done without an exchange with this person.
        has_organization: whether they work anywhere, as far as is known.
    """

    contact_id: int
    listed_at: datetime | None = None
    touches: tuple[Touch, ...] = ()
    interviews: tuple[Interview, ...] = ()
    in_touch_on: date | None = None
    keep_in_touch: KeepInTouch | None = None
    put_off_on: date | None = None
    settled: frozenset[Key] = frozenset()
    has_organization: bool = True

    @property
    def unanswered(self) -> tuple[Request, ...]:
        """What waits for an answer, the oldest first.

        A reply answers it, and so does a conversation that was agreed or called off since, or that one let it
        rest. Times that are offered after a "yes" wait as well. An interview that is asked for is the request
        itself where no other one waits.
        """
        if not self.touches and not self.interviews:
            return ()
        waiting: list[Request] = []
        offering = False
        cleared = None
        for touch in self.touches:
            if touch.is_answer or touch.kind is TouchKind.CLOSED:
                waiting.clear()
                cleared = touch.at
                offering = touch.answer is Answer.YES and not self.settled_since(touch.at)
            elif touch.kind in REQUESTS or (offering and touch.kind is TouchKind.WROTE):
                waiting.append(Request(touch.kind, touch.at, touch.time_zone, touch_id=touch.id))
        waiting = [one for one in waiting if not self.settled_since(one.at)]
        if all(one.kind is not TouchKind.ASKED for one in waiting):
            waiting = [*self._asked_interviews(cleared), *waiting]
        return tuple(sorted(waiting, key=lambda one: one.at))

    @property
    def messages(self) -> int:
        """How many messages wait for an answer; one to somebody who was never asked counts as the second."""
        waiting = self.unanswered
        return len(waiting) + (bool(waiting) and waiting[0].kind is TouchKind.FOLLOWED_UP)

    def settled_since(self, moment: datetime) -> bool:
        """Whether a conversation was agreed, held or called off after a moment (UTC)."""
        return any(
            one.settles_until > moment or (one.settles_until == moment and one.state not in _NOT_AGREED)
            for one in self.interviews
            if one.settles_until is not None
        )

    def _asked_interviews(self, since: datetime | None) -> list[Request]:
        """The first interview that is asked for, as the request it is."""
        asked = [
            one
            for one in self.interviews
            if one.state is InterviewState.ASKED
            and (since is None or one.state_at >= since)
            and not self.settled_since(one.state_at)
        ]
        first = min(asked, key=lambda one: one.state_at, default=None)
        if first is None:
            return []
        return [Request(TouchKind.ASKED, first.state_at, first.time_zone, interview_id=first.id)]

    @property
    def contact_on(self) -> date | None:
        """The last day of any contact that was written down as it happened, where the user was.

        That one let it rest is none, nor what a machine wrote.
        """
        days = [
            touch.local.date()
            for touch in self.touches
            if touch.kind is not TouchKind.CLOSED and touch.answer is not Answer.OUT_OF_OFFICE
        ]
        days += [
            local(one.came_at, one.time_zone).date() for one in self.interviews if one.state is InterviewState.HELD
        ]
        return max(days, default=None)

    @property
    def last_contact_on(self) -> date | None:
        """The last day of any contact, also one that the user only remembers."""
        return max((day for day in (self.contact_on, self.in_touch_on) if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class StageSince:
    """A stage, and since which moment (UTC)."""

    stage: Stage
    since: datetime


def stage_of(story: Story) -> StageSince | None:
    """How far it has come; None for somebody who is neither on the short list nor was ever asked.

    A conversation that was agreed and did not come about leaves them where they had replied. A new request
    begins a new way, and so does the short list for somebody with whom it rested.
    """
    reached: StageSince | None = None
    for moment, event in sorted(_events(story), key=lambda each: each[0]):
        stage = _next(story, reached.stage if reached else None, event)
        if stage is not None and (reached is None or stage is not reached.stage):
            reached = StageSince(stage, moment)
    return reached


def _events(story: Story) -> Iterator[tuple[datetime, Touch | Interview | None]]:
    """What happened and when (UTC); None is that they came onto the short list."""
    if story.listed_at is not None:
        yield story.listed_at, None
    for touch in story.touches:
        yield touch.at, touch
    for interview in story.interviews:
        yield interview.came_at, interview


def _next(story: Story, stage: Stage | None, event: Touch | Interview | None) -> Stage | None:
    """The stage after something happened; None where it changes nothing."""
    if event is None:
        return Stage.TO_ASK if stage in {None, Stage.CLOSED} else None
    if isinstance(event, Interview):
        return _after_interview(story, stage, event)
    return _after_touch(story, stage, event)


def _after_interview(story: Story, stage: Stage | None, interview: Interview) -> Stage | None:
    match interview.state:
        case InterviewState.ASKED:
            return None if stage in {Stage.REPLIED, Stage.SCHEDULED} else Stage.ASKED
        case InterviewState.SCHEDULED:
            return Stage.SCHEDULED
        case InterviewState.HELD:
            return Stage.HELD
        case InterviewState.CANCELLED | InterviewState.NO_SHOW:
            # Of two, the other one still stands.
            stands = stage is Stage.SCHEDULED and _is_to_come(story, interview.state_at)
            return None if stands or stage in _AFTER_HELD else Stage.REPLIED


def _after_touch(story: Story, stage: Stage | None, touch: Touch) -> Stage | None:
    following: Stage | None = None
    if touch.kind in REQUESTS:
        begins = touch.kind is TouchKind.ASKED or stage in _BEFORE_ASKED
        agreed = stage is Stage.SCHEDULED and _is_to_come(story, touch.at)
        following = Stage.ASKED if begins and not agreed else None
    elif stage is None:
        following = None
    elif touch.kind is TouchKind.CLOSED or touch.answer is Answer.NO:
        following = Stage.CLOSED
    elif touch.is_answer and stage in _BEFORE_REPLIED:
        following = Stage.REPLIED
    elif touch.kind is TouchKind.THANKED and stage is Stage.HELD:
        following = Stage.THANKED
    elif stage is Stage.THANKED and touch.kind is not TouchKind.THANKED and touch.answer is not Answer.OUT_OF_OFFICE:
        following = Stage.IN_TOUCH
    return following


def _is_to_come(story: Story, moment: datetime) -> bool:
    """Whether a conversation is agreed that was still to come at a moment (UTC)."""
    return any(one.state is InterviewState.SCHEDULED and one.moment >= moment for one in story.interviews)


_BEFORE_ASKED = frozenset({None, Stage.TO_ASK, Stage.CLOSED})
_BEFORE_REPLIED = frozenset({Stage.TO_ASK, Stage.ASKED, Stage.CLOSED})
_AFTER_HELD = frozenset({Stage.HELD, Stage.THANKED, Stage.IN_TOUCH, Stage.CLOSED})
