"""Why something is due, in true words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.business_days import BusinessDays
from infoview_desktop.domain.cadence import GENTLE, THREE_B_SEVEN
from infoview_desktop.domain.follow_up import FollowUp, FollowUpState, Rule
from infoview_desktop.domain.plan import Habits, plan
from infoview_desktop.domain.reason import Occasion, reason
from infoview_desktop.domain.story import KeepInTouch
from infoview_desktop.domain.touch import Answer
from tests.domain.stories import interview, opened, story, touch
from tests.domain.test_plan import talks, touches

ASKED = touch("asked", "2026-11-09 10:00")
HOLIDAY = Habits(business_days=BusinessDays(holidays={date(2026, 11, 11): "St Martin"}))


def told(one, happened, today, habits=None, **fields):
    """The reason as one line, days as they are stored."""
    found = reason(Occasion(one, happened, habits or Habits(), date.fromisoformat(today), **fields))
    return " · ".join(
        str(part.with_times_as({name: str(value) for name, value in part.times.items()})) for part in found.parts
    )


def test_silence_is_counted_in_working_days_and_names_the_holiday():
    assert told(opened("follow_up", "2026-11-19"), story(ASKED), "2026-11-19", HOLIDAY) == (
        "7 working days without a reply (2026-11-11 was a holiday) · second and last message"
    )


def test_a_second_person_is_asked_for_by_the_name_of_the_silent_one():
    one, happened = opened("second_person", "2026-11-12"), story(ASKED)
    assert told(one, happened, "2026-11-12", name="Bo Chen", others_there=4) == (
        "3 working days without a reply from Bo Chen · you know 4 more people there"
    )
    assert told(one, happened, "2026-11-12", name="Bo Chen").endswith("you know nobody else to ask there")


def test_it_is_true_on_every_other_day_too():
    assert told(opened("follow_up", "2026-11-18"), story(ASKED), "2026-11-10").startswith("1 working day without")
    assert told(opened("follow_up", "2026-11-18"), story(ASKED), "2026-11-09").startswith("You wrote today")
    assert told(opened("follow_up", "2026-11-18"), story(ASKED), "2026-11-24").startswith("11 working days")
    assert told(opened("follow_up", "2026-11-16"), story(ASKED), "2026-11-16", Habits(GENTLE)).startswith("7 days")


def test_who_is_away_is_said_to_be():
    away = touch("replied", "2026-11-09 11:00", Answer.OUT_OF_OFFICE, until="2026-11-13")
    assert "they were away until 2026-11-13" in told(
        opened("follow_up", "2026-11-24"), story(ASKED, away), "2026-11-24"
    )


def test_what_was_moved_says_from_which_day():
    one = opened("follow_up", "2026-11-20", moved_from="2026-11-18")
    assert told(one, story(ASKED), "2026-11-20").endswith("you put it off from 2026-11-18")
    one = opened("follow_up", "2026-11-17", moved_from="2026-11-18")
    assert told(one, story(ASKED), "2026-11-17").endswith("you brought it forward from 2026-11-18")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-12", "You talked today until 13:20:00"),
        ("2026-11-13", "You talked yesterday until 13:20:00"),
        ("2026-11-16", "You talked on 2026-11-12 until 13:20:00"),
    ],
)
def test_thanks_tell_of_the_conversation(today, expected):
    held = interview("held", "2026-11-12 13:00", said="2026-11-12 18:00")
    one = opened("thank", "2026-11-12", touch_id=None, interview_id=1)
    assert told(one, story(held), today) == f"{expected} · a thank-you counts most within 24 hours"


def test_keeping_in_touch_tells_how_long_it_was_and_how_often():
    happened = story(in_touch_on=date(2026, 7, 29), keep_in_touch=KeepInTouch(120, date(2026, 1, 1)))
    assert told(opened("keep_in_touch", "2026-11-26", touch_id=None), happened, "2026-11-24") == (
        "118 days since you were last in touch · every 120 days"
    )


def test_ones_own_is_in_ones_own_words():
    assert told(opened("own", "2026-11-12", reason="Ask for {name}"), story(), "2026-11-12") == "Ask for {name}"


def test_a_rule_has_its_name_and_its_source_and_says_where_the_user_has_changed_it():
    one = opened("follow_up", "2026-11-18")
    day = date(2026, 11, 18)
    at_first = reason(Occasion(one, story(ASKED), Habits(), day))
    assert (str(at_first.rule), str(at_first.source)) == ("3B7", "Steve Dalton, The 2-Hour Job Search")
    changed = Habits(replace(THREE_B_SEVEN, follow_up_days=9))
    assert str(reason(Occasion(one, story(ASKED), changed, day)).source).endswith(", with days of your own")


@given(touches, talks, st.dates(date(2000, 1, 1), date(2040, 12, 31)))
def test_everything_that_is_planned_has_a_reason_and_a_source_on_any_day(touches, talks, day):
    happened = story(*touches, *talks)
    for one in plan(happened, Habits()):
        follow_up = FollowUp(
            *(1, 1, one.rule, one.due_on, one.due_at, None, ""),
            *(FollowUpState.OPEN, None, one.interview_id, one.touch_id, None, ""),
        )
        found = reason(Occasion(follow_up, happened, Habits(), day, "Ana Ruiz", 2))
        assert found.parts
        assert str(found.rule)
        assert str(found.source)
        assert all("{" not in str(part.with_times_as(dict.fromkeys(part.times, "x"))) for part in found.parts)


def test_every_rule_has_a_reason_also_where_what_it_counts_from_is_gone():
    for rule in Rule:
        assert told(opened(rule, "2026-11-12", touch_id=None), story(), "2026-11-12") is not None
