"""The rules of the practice: what is to do with a person, and when, as it follows from their story.

Nothing here looks at a clock: the same story gives the same plan on every day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from infoview_desktop.domain.business_days import BusinessDays, days_after
from infoview_desktop.domain.cadence import MOST_MESSAGES, THREE_B_SEVEN, Cadence, Unit
from infoview_desktop.domain.follow_up import Planned, Rule
from infoview_desktop.domain.interview import Interview, InterviewState
from infoview_desktop.domain.keep_in_touch import KEEP_IN_TOUCH_DAYS
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.story import Request, Story, stage_of
from infoview_desktop.domain.touch import Answer, Touch, TouchKind
from infoview_desktop.domain.wall_time import local

THANK_WITHIN = timedelta(hours=24)
"""A thank-you counts most within a day (guides of Yale, NC State and Washington University)."""

LATER_DAYS = 30
"""After how many days one asks again whoever said "later" and no more (practice)."""

AWAY_DAYS = 5
"""For how many business days somebody is taken to be away who did not say until when (practice)."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How the user goes about it: the cadence, the days that count, and after how many days to write again.

    `keep_in_touch_days` is for everybody one has talked with; 0 for nobody.
    """

    cadence: Cadence = THREE_B_SEVEN
    business_days: BusinessDays = field(default_factory=BusinessDays)
    keep_in_touch_days: int = KEEP_IN_TOUCH_DAYS


def plan(story: Story, habits: Habits) -> tuple[Planned, ...]:
    """What is to do with a person; what was skipped, or done and left no trace in the story, is not asked for again."""
    asked_for = (
        *_after_silence(story, habits),
        *_after_an_answer(story, habits),
        *_around_interviews(story, habits),
    )
    going_on = tuple(one for one in asked_for if one.key not in story.settled)
    return going_on or tuple(_keeping_in_touch(story, habits))


def waited_from(story: Story, message: Request, habits: Habits) -> date:
    """The day from which silence after a message is counted, where the user is.

    Business days count from the next one where a message goes out after noon or on a day off (practice).
    Whoever is away is waited for from the day they come back.
    """
    days = habits.business_days
    in_days = habits.cadence.unit is Unit.DAYS
    start = message.local.date() if in_days else days.counted_from(message.local)
    for touch in away(story):
        back = touch.until or days.after(touch.local.date(), AWAY_DAYS)
        start = max(start, back if in_days else days.on_or_after(back))
    return start


def away(story: Story) -> list[Touch]:
    """The answers of machines since the oldest message that waits, which say that somebody is away."""
    waiting = story.unanswered
    return [
        touch
        for touch in story.touches
        if touch.answer is Answer.OUT_OF_OFFICE and waiting and touch.at >= waiting[0].at
    ]


def _after_silence(story: Story, habits: Habits) -> Iterator[Planned]:
    """A second person, one more message, then rest.

    3B7: silence for 3 business days, and one asks a second person at the organization; 7, and one writes to the
    first again, once (S. Dalton, The 2-Hour Job Search). After two messages without an answer it is closed (the
    same; career guides).
    """
    waiting = story.unanswered
    if not waiting:
        return
    cadence, last = habits.cadence, waiting[-1]
    start = waited_from(story, last, habits)
    again = Planned(
        Rule.FOLLOW_UP,
        waited(start, cadence.follow_up_days, habits),
        touch_id=last.touch_id,
        interview_id=last.interview_id,
    )
    if story.messages >= MOST_MESSAGES:
        yield _rest(last, waited(start, cadence.close_days, habits))
        return
    if cadence.second_person_days is not None and last.kind is TouchKind.ASKED and story.has_organization:
        second = waited(start, cadence.second_person_days, habits)
        yield Planned(Rule.SECOND_PERSON, second, touch_id=last.touch_id, interview_id=last.interview_id)
    yield again
    if again.key in story.settled:
        yield _rest(last, waited(start, cadence.follow_up_days + cadence.close_days, habits))


def _rest(last: Request, day: date) -> Planned:
    return Planned(Rule.CLOSE, day, touch_id=last.touch_id, interview_id=last.interview_id)


def waited(start: date, count: int, habits: Habits) -> date:
    """The business day on which so many days of the cadence have gone by since `start`."""
    days = habits.business_days
    if habits.cadence.unit is Unit.BUSINESS_DAYS:
        return days.after(start, count)
    return days.on_or_after(days_after(start, count))


def _after_an_answer(story: Story, habits: Habits) -> Iterator[Planned]:
    """What an answer asks for, until something else comes of it (practice)."""
    days, touches = habits.business_days, story.touches
    for place, touch in enumerate(touches):
        later = touches[place + 1 :]
        if not touch.is_answer:
            continue
        day = touch.local.date()
        if touch.answer is Answer.SOMEONE_ELSE and not any(one.kind is TouchKind.CLOSED for one in later):
            yield Planned(Rule.MEET_NAMED, days.on_or_after(day), touch_id=touch.id)
        elif _is_taken_up(story, touch, later):
            continue
        elif touch.answer is Answer.YES:
            yield Planned(Rule.OFFER_TIMES, days.on_or_after(day), touch_id=touch.id)
        elif touch.answer is Answer.LATER:
            again = max(touch.until or days_after(day, LATER_DAYS), day)
            yield Planned(Rule.ASK_AGAIN, days.on_or_after(again), touch_id=touch.id)


def _is_taken_up(story: Story, answer: Touch, later: tuple[Touch, ...]) -> bool:
    """Whether an answer was followed by another, by what it asks for, or by a conversation."""
    taking_up = {TouchKind.ASKED, TouchKind.FOLLOWED_UP, TouchKind.CLOSED}
    if answer.answer is Answer.YES:
        taking_up |= {TouchKind.WROTE, TouchKind.CALLED, TouchKind.MET}
    return (
        any(one.kind in taking_up or one.is_answer for one in later)
        or story.settled_since(answer.at)
        or any(one.state is InterviewState.ASKED and one.state_at >= answer.at for one in story.interviews)
    )


def _around_interviews(story: Story, habits: Habits) -> Iterator[Planned]:
    """A word the day before, thanks within a day, another time for one that did not come about."""
    for interview in story.interviews:
        match interview.state:
            case InterviewState.SCHEDULED if interview.starts_at is not None:
                yield from _confirmation(story, interview, interview.starts_at, habits)
            case InterviewState.HELD if not _is_thanked(story, interview):
                yield _thanks(interview)
            case InterviewState.CANCELLED | InterviewState.NO_SHOW if _is_last_word(story, interview):
                day = local(interview.state_at, interview.time_zone).date()
                yield Planned(Rule.RESCHEDULE, habits.business_days.after(day, 1), interview_id=interview.id)
            case _:
                pass


def _confirmation(story: Story, interview: Interview, starts_at: datetime, habits: Habits) -> Iterator[Planned]:
    """The last business day before, a word to confirm (career guides); not for what was agreed that late."""
    day = habits.business_days.before(interview.local.date())
    agreed_on = local(interview.state_at, interview.time_zone).date()
    exchanged = {TouchKind.WROTE, TouchKind.CALLED, TouchKind.MET}
    if agreed_on < day and not any(
        touch.kind in exchanged
        and (touch.interview_id == interview.id or (touch.local.date() >= day and touch.at <= starts_at))
        for touch in story.touches
    ):
        yield Planned(Rule.CONFIRM, day, interview_id=interview.id)


def _thanks(interview: Interview) -> Planned:
    """From the end of the conversation on, within a day (guides of Yale, NC State and Washington University)."""
    try:
        by = interview.ends_at + THANK_WITHIN
    except OverflowError:
        by = interview.ends_at
    ended_on = local(interview.ends_at, interview.time_zone).date()
    return Planned(Rule.THANK, ended_on, by, interview_id=interview.id)


def _is_thanked(story: Story, interview: Interview) -> bool:
    return any(
        touch.kind is TouchKind.THANKED and (touch.at >= interview.came_at or touch.interview_id == interview.id)
        for touch in story.touches
    )


def _is_last_word(story: Story, interview: Interview) -> bool:
    """Whether nothing came of an interview that was not held: no other, no request, no answer, no rest."""
    said = {TouchKind.ASKED, TouchKind.FOLLOWED_UP, TouchKind.CLOSED}
    stage = stage_of(story)
    return (
        (stage is None or stage.stage is not Stage.CLOSED)
        and not any(
            (touch.kind in said or touch.is_answer) and touch.at >= interview.state_at for touch in story.touches
        )
        and not any(
            (other.created_at, other.id) > (interview.created_at, interview.id)
            or (other.settles_until is not None and other.settles_until > interview.state_at)
            for other in story.interviews
            if other.id != interview.id
        )
    )


def _keeping_in_touch(story: Story, habits: Habits) -> Iterator[Planned]:
    """Counted from the last contact of any kind (guides of Santa Clara and the University of Portland).

    Not while something waits or is agreed, not before the day on which it was chosen, and with whom it rests only
    where the user chose it for that very person.
    """
    chosen, days = story.keep_in_touch, keep_in_touch_days(story, habits)
    chosen_on = chosen.chosen_on if chosen else None
    since = [day for day in (story.last_contact_on or chosen_on, story.put_off_on) if day is not None]
    if days and since:
        due = max(days_after(max(since), days), chosen_on or date.min)
        last = story.touches[-1].id if story.touches else None
        yield Planned(Rule.KEEP_IN_TOUCH, habits.business_days.on_or_after(due), touch_id=last)


def keep_in_touch_days(story: Story, habits: Habits) -> int:
    """After how many days without contact it is time to write again, as things stand; 0 for never."""
    chosen = story.keep_in_touch
    if chosen is None and not story.touches and not story.interviews:
        return 0
    stage = stage_of(story)
    reached = stage.stage if stage else None
    if story.unanswered or reached is Stage.SCHEDULED:
        return 0
    if chosen is not None:
        return 0 if reached is Stage.CLOSED and not chosen.own else chosen.days
    return habits.keep_in_touch_days if reached in {Stage.HELD, Stage.THANKED, Stage.IN_TOUCH} else 0
