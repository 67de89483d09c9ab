"""How far it has come with a person, as it follows from what happened."""

from datetime import date

import pytest
from hypothesis import given

from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.story import stage_of
from infoview_desktop.domain.touch import Answer, TouchKind
from tests.domain.stories import at, interview, story, touch
from tests.domain.test_plan import talks, touches

LISTED = {"listed_at": at("2026-11-01 10:00")}
ASKED = touch("asked", "2026-11-09 10:00")
YES = touch("replied", "2026-11-10 10:00", Answer.YES)
NO = touch("replied", "2026-11-10 10:00", Answer.NO)
AWAY = touch("replied", "2026-11-14 10:00", Answer.OUT_OF_OFFICE)
BOOKED = interview("scheduled", "2026-11-13 10:00", said="2026-11-11 10:00")
HELD = interview("held", "2026-11-13 10:00", said="2026-11-13 11:00")
OFF = interview("cancelled", "2026-11-13 10:00", said="2026-11-12 10:00")
THANKED = touch("thanked", "2026-11-13 18:00")


def stage(*events, **fields):
    reached = stage_of(story(*events, **fields))
    return reached.stage if reached else None


def test_the_way_of_a_conversation():
    assert stage() is None
    assert stage(**LISTED) is Stage.TO_ASK
    assert stage(ASKED) is Stage.ASKED
    assert stage(ASKED, YES) is Stage.REPLIED
    assert stage(ASKED, YES, BOOKED) is Stage.SCHEDULED
    assert stage(ASKED, YES, HELD) is Stage.HELD
    assert stage(ASKED, YES, HELD, THANKED) is Stage.THANKED
    assert stage(ASKED, YES, HELD, THANKED, touch("wrote", "2026-12-01 10:00")) is Stage.IN_TOUCH


@pytest.mark.parametrize("kind", ["wrote", "called", "met", "replied", "thanked", "closed"])
def test_who_is_neither_listed_nor_asked_has_none(kind):
    assert stage(touch(kind, "2026-11-09 10:00")) is None


def test_a_no_and_to_let_it_rest_close_it_until_there_is_a_new_wish_or_request():
    assert stage(ASKED, NO) is Stage.CLOSED
    assert stage(ASKED, touch("closed", "2026-12-01 10:00")) is Stage.CLOSED
    assert stage(ASKED, NO, listed_at=at("2026-12-01 10:00")) is Stage.TO_ASK
    assert stage(ASKED, NO, **LISTED) is Stage.CLOSED
    assert stage(ASKED, NO, touch("asked", "2026-12-01 10:00")) is Stage.ASKED


def test_what_a_machine_answers_changes_nothing():
    assert stage(ASKED, AWAY) is Stage.ASKED
    assert stage(ASKED, HELD, THANKED, AWAY) is Stage.THANKED


def test_a_conversation_that_did_not_come_about_leaves_them_where_they_had_replied():
    assert stage(ASKED, OFF) is Stage.REPLIED
    other = interview("scheduled", "2026-11-20 10:00", said="2026-11-11 10:00", number=2)
    assert stage(ASKED, OFF, other) is Stage.SCHEDULED
    assert stage(ASKED, NO, OFF) is Stage.CLOSED


def test_a_request_about_what_is_agreed_takes_nobody_back():
    assert stage(BOOKED, touch("asked", "2026-11-12 10:00")) is Stage.SCHEDULED
    assert stage(BOOKED, touch("asked", "2026-11-20 10:00")) is Stage.ASKED


def test_an_interview_that_is_asked_for_takes_nobody_back_who_replied():
    assert stage(interview("asked", None)) is Stage.ASKED
    assert stage(ASKED, YES, interview("asked", None, said="2026-11-11 10:00")) is Stage.REPLIED


def test_thanks_count_although_the_conversation_ended_before_its_time():
    assert stage(HELD, touch("thanked", "2026-11-13 10:15")) is Stage.THANKED


def test_the_last_contact_is_what_happened_or_what_the_user_remembers_of_later():
    assert story(ASKED, HELD).contact_on == date(2026, 11, 13)
    assert story(ASKED, touch("closed", "2026-12-01 10:00")).contact_on == date(2026, 11, 9)
    assert story(ASKED, in_touch_on=date(2026, 12, 24)).last_contact_on == date(2026, 12, 24)
    assert story(ASKED, in_touch_on=date(2020, 1, 1)).last_contact_on == date(2026, 11, 9)


@pytest.mark.parametrize(
    ("zone", "day"), [("Pacific/Apia", 10), ("Asia/Kathmandu", 9), ("America/New_York", 9), ("Australia/Lord_Howe", 9)]
)
def test_the_day_is_that_of_where_the_user_was(zone, day):
    moment = at("2026-11-09 11:30", "UTC")
    assert story(touch("wrote", moment, zone=zone)).contact_on == date(2026, 11, day)


@given(touches, talks)
def test_whoever_was_asked_and_does_not_answer_has_a_stage(touches, talks):
    told = story(*touches, *talks)
    kinds = {one.kind for one in told.unanswered}
    if TouchKind.ASKED in kinds:
        assert stage_of(told) is not None


@given(touches, talks)
def test_a_stage_is_reached_when_something_happened(touches, talks):
    reached = stage_of(story(*touches, *talks))
    moments = {one.at for one in touches} | {one.came_at for one in talks}
    assert reached is None or reached.since in moments
