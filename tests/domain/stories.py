"""Stories told in a few words, for the rules."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from infoview_desktop.domain.follow_up import FollowUp, FollowUpState, Rule
from infoview_desktop.domain.interview import Interview, InterviewState, Medium
from infoview_desktop.domain.plan import Habits, plan
from infoview_desktop.domain.story import Story
from infoview_desktop.domain.touch import Answer, Touch, TouchKind

BERLIN = "Europe/Berlin"


def at(text, zone=BERLIN):
    """A moment on the clock of a zone, such as `2026-11-09 10:00`, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def touch(kind, when, answer=Answer.NONE, *, number=0, zone=BERLIN, until=None, words="", interview_id=None):
    moment = at(when, zone) if isinstance(when, str) else when
    day = date.fromisoformat(until) if until else None
    return Touch(number, 1, TouchKind(kind), Answer(answer), moment, zone, day, words, interview_id)


def interview(state, starts, *, said="2026-11-01 09:00", number=1, minutes=20, zone=BERLIN):
    return Interview(
        id=number,
        contact_ids=(1,),
        starts_at=at(starts, zone) if starts else None,
        time_zone=zone,
        minutes=minutes,
        medium=Medium.VIDEO,
        place="",
        state=InterviewState(state),
        state_at=at(said, zone),
        direction="",
        created_at=at(said, zone),
    )


def story(*events, **fields):
    """What happened, in the order in which it was; touches are numbered from 1 where they have no number."""
    touches = [one for one in events if isinstance(one, Touch)]
    numbered = [
        one if one.id else Touch(number, *(getattr(one, name) for name in Touch.__slots__[1:]))
        for number, one in enumerate(touches, 1)
    ]
    talks = sorted((one for one in events if isinstance(one, Interview)), key=lambda one: one.moment)
    return Story(
        1, touches=tuple(sorted(numbered, key=lambda one: (one.at, one.id))), interviews=tuple(talks), **fields
    )


def due(told, habits=None):
    """What is to do, and from which day on."""
    return {one.rule: one.due_on.isoformat() for one in plan(told, habits or Habits())}


def opened(rule, due_on, *, touch_id=1, interview_id=None, moved_from=None, reason=""):
    """An open follow-up."""
    moved = date.fromisoformat(moved_from) if moved_from else None
    return FollowUp(
        *(1, 1, Rule(rule), date.fromisoformat(due_on), None, moved, reason),
        *(FollowUpState.OPEN, None, interview_id, touch_id, None, ""),
    )


def days(count):
    return timedelta(days=count)
