"""The rules of the practice: what is to do with a person, and when, as it follows from their story.

Nothing here looks at a clock: the same story gives the same plan on every day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from infoview_desktop.domain.business_days import BusinessDays
from infoview_desktop.domain.cadence import MOST_MESSAGES, THREE_B_SEVEN, Cadence, Unit
from infoview_desktop.domain.follow_up import Planned, Rule
from infoview_desktop.domain.interview import Interview, InterviewState
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.story import Story, stage_of
from infoview_desktop.domain.touch import Answer, Touch, TouchKind, local

THANK_WITHIN = timedelta(hours=24)
"""A thank-you counts most within a day (guides of Yale, NC State and Washington University)."""

LATER_DAYS = 30
"""After how many days one asks again whoever said "later" and no more."""

AWAY_DAYS = 5
"""For how many business days somebody is taken to be away who did not say until when."""

KEEP_IN_TOUCH_DAYS = 120
"""Up to three times a year (guides of Santa Clara and the University of Portland)."""

KEEP_IN_TOUCH_CHOICES = (30, 60, 90, 120, 180, 365)

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Habits:
    """How the user goes about it: the cadence, the days that count, and after how many days to write again.

    `keep_in_touch_days` is for everybody one has talked with and thanked; 0 for nobody.
    """

    cadence: Cadence = THREE_B_SEVEN
    business_days: BusinessDays = field(default_factory=BusinessDays)
    keep_in_touch_days: int = KEEP_IN_TOUCH_DAYS


def plan(story: Story, habits: Habits) -> tuple[Planned, ...]:
    """What is to do with a person."""
    return (
        *_after_silence(story, habits),
        *_after_an_answer(story, habits),
        *_around_interviews(story, habits),
        *_keeping_in_touch(story, habits),
    )


def waited_from(story: Story, message: Touch, habits: Habits) -> date:
    """The day from which silence after a message is counted, where the user is.

    Business days count from the next one where a message goes out after noon or on a day off. Whoever is away
    is waited for from the day they come back.
    """
    days = habits.business_days
    in_days = habits.cadence.unit is Unit.DAYS
    start = message.local.date() if in_days else days.counted_from(message.local)
    for touch in story.touches:
        if touch.answer is Answer.OUT_OF_OFFICE and touch.at >= message.at:
            back = touch.until or days.after(touch.local.date(), AWAY_DAYS)
            start = max(start, back if in_days else days.on_or_after(back))
    return start


def _after_silence(story: Story, habits: Habits) -> Iterator[Planned]:
    """3B7 and its like: a second person, one more message, then rest."""
    waiting = story.unanswered
    if not waiting:
        return
    cadence, last = habits.cadence, waiting[-1]
    start = waited_from(story, last, habits)
    if len(waiting) >= MOST_MESSAGES:
        yield Planned(Rule.CLOSE, _waited(start, cadence.close_days, habits), touch_id=last.id)
        return
    if cadence.second_person_days is not None:
        yield Planned(Rule.SECOND_PERSON, _waited(start, cadence.second_person_days, habits), touch_id=last.id)
    yield Planned(Rule.FOLLOW_UP, _waited(start, cadence.follow_up_days, habits), touch_id=last.id)


def _waited(start: date, count: int, habits: Habits) -> date:
    days = habits.business_days
    if habits.cadence.unit is Unit.BUSINESS_DAYS:
        return days.after(start, count)
    return days.on_or_after(start + count * _DAY)


def _after_an_answer(story: Story, habits: Habits) -> Iterator[Planned]:
    """What an answer asks for, until something else comes of it."""
    answer = next((touch for touch in reversed(story.touches) if touch.is_answer), None)
    if answer is None or any(_follows(touch, answer) for touch in story.touches):
        return
    if any(one.state is not InterviewState.ASKED and one.moment >= answer.at for one in story.interviews):
        return
    days, day = habits.business_days, answer.local.date()
    match answer.answer:
        case Answer.YES:
            yield Planned(Rule.OFFER_TIMES, days.on_or_after(day), touch_id=answer.id)
        case Answer.LATER:
            again = answer.until or day + LATER_DAYS * _DAY
            yield Planned(Rule.ASK_AGAIN, days.on_or_after(again), touch_id=answer.id)
        case Answer.SOMEONE_ELSE:
            yield Planned(Rule.MEET_NAMED, days.on_or_after(day), touch_id=answer.id)
        case _:
            pass


def _follows(touch: Touch, answer: Touch) -> bool:
    """Whether a touch opens something new after an answer."""
    opens = {TouchKind.ASKED, TouchKind.FOLLOWED_UP, TouchKind.CLOSED}
    return touch.kind in opens and (touch.at, touch.id) > (answer.at, answer.id)


def _around_interviews(story: Story, habits: Habits) -> Iterator[Planned]:
    """A word the day before, thanks within a day, another time for one that did not come about."""
    for interview in story.interviews:
        match interview.state:
            case InterviewState.SCHEDULED if interview.starts_at is not None:
                day = interview.local.date() - _DAY
                if local(interview.state_at, interview.time_zone).date() < day:
                    yield Planned(Rule.CONFIRM, day, interview_id=interview.id)
            case InterviewState.HELD if not _thanked(story, interview):
                by = interview.ends_at + THANK_WITHIN
                yield Planned(Rule.THANK, local(by, interview.time_zone).date(), by, interview_id=interview.id)
            case InterviewState.CANCELLED | InterviewState.NO_SHOW if _is_last_word(story, interview):
                day = local(interview.state_at, interview.time_zone).date()
                yield Planned(Rule.RESCHEDULE, habits.business_days.after(day, 1), interview_id=interview.id)
            case _:
                pass


def _thanked(story: Story, interview: Interview) -> bool:
    return any(touch.kind is TouchKind.THANKED and touch.at >= interview.moment for touch in story.touches)


def _is_last_word(story: Story, interview: Interview) -> bool:
    """Whether nothing came of an interview that was not held: no other, no request, no answer."""
    said = {TouchKind.ASKED, TouchKind.FOLLOWED_UP, TouchKind.REPLIED, TouchKind.CLOSED}
    return not any(touch.kind in said and touch.at > interview.state_at for touch in story.touches) and not any(
        other.id != interview.id and other.created_at >= interview.created_at for other in story.interviews
    )


def _keeping_in_touch(story: Story, habits: Habits) -> Iterator[Planned]:
    """Counted from the last contact of any kind; not while something else is going on."""
    stage = stage_of(story)
    if story.unanswered or (stage is not None and stage.stage is Stage.SCHEDULED):
        return
    chosen = story.keep_in_touch
    if chosen is not None:
        days = chosen.days
    elif stage is not None and stage.stage in {Stage.THANKED, Stage.IN_TOUCH}:
        days = habits.keep_in_touch_days
    else:
        return
    since = [story.last_contact_on or (chosen.chosen_on if chosen else None), story.put_off_on]
    start = max((day for day in since if day is not None), default=None)
    if days and start is not None:
        due = habits.business_days.on_or_after(start + days * _DAY)
        last = story.touches[-1].id if story.touches else None
        yield Planned(Rule.KEEP_IN_TOUCH, due, touch_id=last)
