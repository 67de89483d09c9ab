"""What it means to write to somebody now, and whether it is the right moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from infoview_desktop.domain.dated_phrase import DatedPhrase
from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.plan import Habits, plan
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.story import Story, stage_of
from infoview_desktop.domain.touch import TouchKind


def meant_by_writing(story: Story, *, today: date) -> TouchKind:
    """What "I wrote" means now: a request, once more for want of an answer, thanks, or just a word.

    Whoever held a conversation thanks for it first; a second message goes to who does not answer; a request goes
    to who is to be asked, now or again.
    """
    asked_for = {one.rule: one.due_on for one in plan(story, Habits())}
    stage = stage_of(story)
    if Rule.THANK in asked_for:
        return TouchKind.THANKED
    if story.unanswered:
        return TouchKind.FOLLOWED_UP
    if Rule.RESCHEDULE in asked_for or asked_for.get(Rule.ASK_AGAIN, date.max) <= today:
        return TouchKind.ASKED
    if stage is not None and stage.stage is Stage.TO_ASK:
        return TouchKind.ASKED
    return TouchKind.WROTE


ONE_AT_A_TIME = Phrase("One person per organization at a time: S. Dalton, The 2-Hour Job Search.")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody at an organization who was asked and has not answered.

    `second_from` is the day from which one may ask a second person there; None where the cadence asks for nobody.
    """

    contact_id: int
    name: str
    asked_on: date
    second_from: date | None


def waiting_of(story: Story, name: str, habits: Habits) -> Waiting | None:
    """Somebody who was asked and has not answered, as others at the organization need to know; None if they did."""
    asked = [one for one in story.unanswered if one.kind is not TouchKind.WROTE]
    if not asked:
        return None
    second = next((one.due_on for one in plan(story, habits) if one.rule is Rule.SECOND_PERSON), None)
    # Once the wait for a second person is over, or was ended, there is no more to wait for.
    over = habits.cadence.second_person_days is not None and second is None
    return Waiting(story.contact_id, name, asked[-1].local.date(), asked[-1].local.date() if over else second)


def one_at_a_time(waiting: Iterable[Waiting], *, today: date) -> DatedPhrase | None:
    """Why it is too early to ask anybody else at an organization; None where it is not.

    One person per organization at a time; after 3 business days of silence a second one (S. Dalton, The 2-Hour
    Job Search). It is a warning, never a wall.
    """
    early = [one for one in waiting if one.second_from is None or today < one.second_from]
    if not early:
        return None
    one = max(early, key=lambda each: (each.second_from or date.max, each.asked_on))
    if one.second_from is None:
        words = Phrase("{name} there was asked on {asked} and has not answered yet", {"name": one.name})
        return DatedPhrase(words, {"asked": one.asked_on})
    return DatedPhrase(
        Phrase("{name} there was asked on {asked}; a second person is right from {day} on", {"name": one.name}),
        {"asked": one.asked_on, "day": one.second_from},
    )
