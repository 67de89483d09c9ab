"""What it means to write to somebody, and to write to somebody else there."""

from datetime import date

import pytest

from infoview_desktop.domain.cadence import GENTLE
from infoview_desktop.domain.plan import Habits
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.domain.writing import meant_by_writing, one_at_a_time, waiting_of
from tests.domain.stories import at, interview, story, touch

TODAY = date(2026, 11, 24)
ASKED = touch("asked", "2026-11-09 10:00")
YES = touch("replied", "2026-11-10 10:00", Answer.YES)
HELD = interview("held", "2026-11-13 10:00", said="2026-11-13 11:00")


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (story(), TouchKind.WROTE),
        (story(listed_at=at("2026-11-01 10:00")), TouchKind.ASKED),
        (story(ASKED), TouchKind.FOLLOWED_UP),
        (story(ASKED, YES), TouchKind.WROTE),
        (story(ASKED, YES, HELD), TouchKind.THANKED),
        (story(ASKED, YES, HELD, touch("thanked", "2026-11-13 18:00")), TouchKind.WROTE),
        (story(ASKED, touch("replied", "2026-11-10 10:00", Answer.LATER, until="2026-11-23")), TouchKind.ASKED),
        (story(ASKED, touch("replied", "2026-11-10 10:00", Answer.LATER, until="2027-01-23")), TouchKind.WROTE),
        (story(interview("no_show", "2026-11-13 10:00", said="2026-11-13 11:00")), TouchKind.ASKED),
    ],
)
def test_what_wrote_means_follows_from_what_happened(told, meant):
    assert meant_by_writing(told, today=TODAY) is meant


def warned(*told, today, habits=None):
    found = [waiting_of(one, f"Person {number}", habits or Habits()) for number, one in enumerate(told, 1)]
    sentence = one_at_a_time([one for one in found if one], today=date.fromisoformat(today))
    return sentence and str(sentence.with_times_as({name: str(day) for name, day in sentence.times.items()}))


def test_one_person_at_a_time_until_three_working_days_of_silence():
    assert warned(story(ASKED), today="2026-11-11") == (
        "Person 1 there was asked on 2026-11-09; a second person is right from 2026-11-12 on"
    )
    assert warned(story(ASKED), today="2026-11-12") is None


def test_who_answered_or_was_never_asked_keeps_nobody_waiting():
    assert warned(story(ASKED, YES), story(), today="2026-11-11") is None


def test_of_several_it_is_the_one_who_was_asked_last():
    later = story(touch("asked", "2026-11-10 10:00"))
    assert warned(story(ASKED), later, today="2026-11-11").startswith("Person 2 there was asked on 2026-11-10")


def test_a_cadence_without_a_second_person_waits_for_the_answer():
    assert warned(story(ASKED), today="2026-12-24", habits=Habits(GENTLE)) == (
        "Person 1 there was asked on 2026-11-09 and has not answered yet"
    )
