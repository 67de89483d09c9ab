"""What is to do with a person, and when: the rules of the practice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.business_days import BusinessDays
from infoview_desktop.domain.cadence import GENTLE, THREE_B_SEVEN
from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.plan import Habits, plan
from infoview_desktop.domain.story import KeepInTouch
from infoview_desktop.domain.touch import Answer, TouchKind
from tests.domain.stories import at, due, interview, story, touch
from tests.domain.test_business_days import ZONES, calendars, moments

ASKED = touch("asked", "2026-11-09 10:00")  # a Monday
AGAIN = touch("followed_up", "2026-11-18 10:00")
HOLIDAY = Habits(business_days=BusinessDays(holidays={date(2026, 11, 11): "St Martin"}))


class TestSilence:
    def test_a_second_person_after_three_business_days_and_once_more_after_seven(self):
        assert due(story(ASKED)) == {Rule.SECOND_PERSON: "2026-11-12", Rule.FOLLOW_UP: "2026-11-18"}

    def test_a_holiday_does_not_count(self):
        assert due(story(ASKED), HOLIDAY) == {Rule.SECOND_PERSON: "2026-11-13", Rule.FOLLOW_UP: "2026-11-19"}

    @pytest.mark.parametrize("when", ["2026-11-06 12:00", "2026-11-07 09:00", "2026-11-08 23:59"])
    def test_after_noon_and_on_days_off_it_counts_from_the_next_business_day(self, when):
        assert due(story(touch("asked", when))) == due(story(ASKED))

    def test_at_somebody_who_works_nowhere_there_is_no_second_person(self):
        assert due(story(ASKED, has_organization=False)) == {Rule.FOLLOW_UP: "2026-11-18"}

    def test_after_two_messages_one_lets_it_rest(self):
        assert due(story(ASKED, AGAIN)) == {Rule.CLOSE: "2026-11-27"}

    def test_a_third_message_sent_anyway_asks_for_no_fourth(self):
        third = touch("followed_up", "2026-11-27 10:00")
        assert due(story(ASKED, AGAIN, third)) == {Rule.CLOSE: "2026-12-08"}

    def test_after_it_was_let_rest_a_message_is_no_new_request(self):
        closed = touch("closed", "2026-11-27 10:00")
        assert due(story(ASKED, AGAIN, closed)) == {}
        assert due(story(ASKED, AGAIN, closed, touch("followed_up", "2027-02-01 10:00"))).keys() == {Rule.CLOSE}
        assert Rule.FOLLOW_UP in due(story(ASKED, AGAIN, closed, touch("asked", "2027-02-01 10:00")))

    def test_the_gentle_cadence_waits_a_week_each_time(self):
        gentle = Habits(GENTLE)
        assert due(story(ASKED), gentle) == {Rule.FOLLOW_UP: "2026-11-16"}
        assert due(story(ASKED, touch("followed_up", "2026-11-16 15:00")), gentle) == {Rule.CLOSE: "2026-11-23"}

    def test_a_follow_up_that_was_skipped_leads_to_rest(self):
        (_, again) = plan(story(ASKED), Habits())
        skipped = due(story(ASKED, settled=frozenset({again.key})))
        assert skipped == {Rule.SECOND_PERSON: "2026-11-12", Rule.CLOSE: "2026-11-27"}

    @pytest.mark.parametrize("answer", [Answer.NONE, Answer.NO])
    def test_a_reply_cancels_what_is_pending(self, answer):
        assert due(story(ASKED, touch("replied", "2026-11-10 08:00", answer))) == {}

    def test_a_reply_that_is_written_down_late_answers_what_was_asked_before_it(self):
        reply = touch("replied", "2026-11-10 08:00", Answer.NO, number=1)
        assert due(story(replace(ASKED, id=2), reply)) == {}
        assert Rule.FOLLOW_UP in due(story(touch("asked", "2026-11-10 09:00", number=1), reply))

    def test_who_is_away_is_waited_for_from_when_they_are_back(self):
        away = touch("replied", "2026-11-09 10:01", Answer.OUT_OF_OFFICE, until="2026-11-20")
        assert due(story(ASKED, away)) == {Rule.SECOND_PERSON: "2026-11-25", Rule.FOLLOW_UP: "2026-12-01"}

    def test_who_is_away_and_says_not_until_when_is_taken_to_be_for_a_week(self):
        away = touch("replied", "2026-11-09 10:01", Answer.OUT_OF_OFFICE)
        assert due(story(ASKED, away))[Rule.SECOND_PERSON] == "2026-11-19"

    def test_whoever_was_away_longer_than_until_the_second_message_is_not_closed_sooner(self):
        away = touch("replied", "2026-11-09 10:01", Answer.OUT_OF_OFFICE, until="2026-12-01")
        assert due(story(ASKED, away, AGAIN)) == {Rule.CLOSE: "2026-12-10"}

    def test_an_interview_that_is_asked_for_is_the_request(self):
        asked = interview("asked", None, said="2026-11-09 10:00")
        assert due(story(asked)) == {Rule.SECOND_PERSON: "2026-11-12", Rule.FOLLOW_UP: "2026-11-18"}
        assert due(story(asked, AGAIN)) == {Rule.CLOSE: "2026-11-27"}
        assert due(story(asked, ASKED)) == due(story(ASKED))

    @pytest.mark.parametrize("state", ["scheduled", "held", "cancelled", "no_show"])
    def test_an_interview_is_an_answer_whatever_came_of_it(self, state):
        assert Rule.FOLLOW_UP not in due(story(ASKED, interview(state, "2026-11-13 10:00", said="2026-11-12 10:00")))

    @given(calendars, moments, st.sampled_from(ZONES))
    def test_the_days_are_those_of_the_cadence_on_the_clock_of_where_the_user_was(self, calendar, moment, zone):
        told = story(touch("asked", moment, zone=zone))
        found = {one.rule: one.due_on for one in plan(told, Habits(THREE_B_SEVEN, calendar))}
        start = calendar.counted_from(told.touches[0].local)
        assert calendar.between(start, found[Rule.SECOND_PERSON]) == 3
        assert calendar.between(start, found[Rule.FOLLOW_UP]) == 7
        assert all(map(calendar.is_one, found.values()))


class TestAnswers:
    def test_yes_asks_for_times_at_once_and_then_waits_for_the_answer(self):
        yes = touch("replied", "2026-11-10 08:00", Answer.YES)
        assert due(story(ASKED, yes)) == {Rule.OFFER_TIMES: "2026-11-10"}
        offered = touch("wrote", "2026-11-10 09:00")
        assert due(story(ASKED, yes, offered)) == {Rule.FOLLOW_UP: "2026-11-19"}
        assert due(story(ASKED, yes, offered, touch("followed_up", "2026-11-19 09:00"))) == {Rule.CLOSE: "2026-11-30"}

    def test_a_word_after_the_conversation_waits_for_nothing(self):
        yes = touch("replied", "2026-11-10 08:00", Answer.YES)
        held = interview("held", "2026-11-13 10:00", said="2026-11-13 10:30")
        thanked, word = touch("thanked", "2026-11-13 18:00"), touch("wrote", "2026-11-16 09:00")
        assert due(story(ASKED, yes, held, thanked, word)).keys() == {Rule.KEEP_IN_TOUCH}

    def test_later_asks_again_on_the_day_they_named_or_after_a_month(self):
        later = touch("replied", "2026-11-10 08:00", Answer.LATER, until="2027-01-09")
        assert due(story(ASKED, later)) == {Rule.ASK_AGAIN: "2027-01-11"}
        assert due(story(ASKED, touch("replied", "2026-11-10 08:00", Answer.LATER))) == {Rule.ASK_AGAIN: "2026-12-10"}
        assert Rule.ASK_AGAIN not in due(story(ASKED, later, touch("asked", "2027-01-11 09:00")))
        assert due(story(ASKED, later, touch("wrote", "2026-11-10 09:00"))).keys() == {Rule.ASK_AGAIN}

    def test_whom_they_named_is_not_forgotten_for_another_answer(self):
        named = touch("replied", "2026-11-10 08:00", Answer.SOMEONE_ELSE)
        assert due(story(ASKED, named)) == {Rule.MEET_NAMED: "2026-11-10"}
        assert due(story(ASKED, named, touch("replied", "2026-11-11 08:00", Answer.YES))).keys() == {
            Rule.MEET_NAMED,
            Rule.OFFER_TIMES,
        }
        assert due(story(ASKED, named, touch("closed", "2026-11-11 08:00"))) == {}

    def test_yes_after_an_interview_was_called_off_asks_for_times_although_its_day_is_still_to_come(self):
        off = interview("cancelled", "2026-11-20 10:00", said="2026-11-12 10:00")
        assert due(story(off)) == {Rule.RESCHEDULE: "2026-11-13"}
        assert due(story(off, touch("replied", "2026-11-13 08:00", Answer.YES))) == {Rule.OFFER_TIMES: "2026-11-13"}


class TestInterviews:
    def test_a_word_on_the_business_day_before(self):
        assert due(story(interview("scheduled", "2026-11-12 10:00"))) == {Rule.CONFIRM: "2026-11-11"}
        assert due(story(interview("scheduled", "2026-11-16 10:00"))) == {Rule.CONFIRM: "2026-11-13"}
        assert due(story(interview("scheduled", "2026-11-12 10:00")), HOLIDAY) == {Rule.CONFIRM: "2026-11-10"}

    @pytest.mark.parametrize("said", ["2026-11-11 09:00", "2026-11-12 08:00"])
    def test_no_word_for_what_was_agreed_the_day_before_or_the_same_day(self, said):
        assert due(story(interview("scheduled", "2026-11-12 10:00", said=said))) == {}

    def test_no_word_where_no_time_is_agreed_or_one_was_written(self):
        assert due(story(interview("scheduled", None))) == {}
        talk = interview("scheduled", "2026-11-12 10:00")
        assert due(story(talk, touch("called", "2026-11-11 16:00"))) == {}
        assert due(story(talk, touch("wrote", "2026-11-10 16:00", interview_id=talk.id))) == {}
        assert due(story(talk, touch("wrote", "2026-11-10 16:00"))).keys() == {Rule.CONFIRM}

    def test_thanks_from_the_end_on_within_a_day(self):
        held = interview("held", "2026-11-12 13:00", said="2026-11-12 18:00")
        (thank,) = plan(story(held), Habits())
        assert (thank.rule, thank.due_on, thank.due_at) == (Rule.THANK, date(2026, 11, 12), at("2026-11-13 13:20"))

    def test_the_day_of_thanks_has_twenty_four_hours_also_when_the_clocks_change(self):
        held = interview("held", "2026-10-24 20:00", said="2026-10-24 21:00")
        (thank,) = plan(story(held), Habits())
        assert thank.due_at == at("2026-10-25 19:20")

    def test_what_is_said_to_be_held_before_its_time_was_over_by_then(self):
        (thank,) = plan(story(interview("held", "2026-11-20 10:00", said="2026-11-12 10:00")), Habits())
        assert thank.due_at == at("2026-11-13 10:00")

    def test_thanks_are_for_all_that_was_held_before_them(self):
        first = interview("held", "2026-11-11 10:00", said="2026-11-11 11:00")
        second = interview("held", "2026-11-11 15:00", said="2026-11-11 16:00", number=2)
        between, after = touch("thanked", "2026-11-11 12:00"), touch("thanked", "2026-11-11 18:00")
        assert [one.interview_id for one in plan(story(first, second), Habits())] == [1, 2]
        assert [one.interview_id for one in plan(story(first, second, between), Habits())] == [2]
        assert due(story(first, second, after)).keys() == {Rule.KEEP_IN_TOUCH}

    def test_another_time_for_what_did_not_come_about_until_something_else_does(self):
        missed = interview("no_show", "2026-11-12 10:00", said="2026-11-12 10:30")
        assert due(story(missed)) == {Rule.RESCHEDULE: "2026-11-13"}
        asked = touch("asked", "2026-11-13 09:00")
        assert Rule.RESCHEDULE not in due(story(missed, asked))
        other = interview("scheduled", "2026-11-20 10:00", said="2026-11-13 09:00", number=2)
        assert due(story(missed, other)).keys() == {Rule.CONFIRM}

    def test_of_two_that_were_called_off_one_is_made_up_for(self):
        both = [interview("cancelled", "2026-11-12 10:00", said="2026-11-10 10:00", number=n) for n in (1, 2)]
        assert [one.interview_id for one in plan(story(*both), Habits())] == [2]

    def test_whoever_said_no_is_offered_no_other_time(self):
        no = touch("replied", "2026-11-10 08:00", Answer.NO)
        assert due(story(ASKED, no, interview("cancelled", "2026-11-12 10:00", said="2026-11-10 10:00"))) == {}


class TestKeepingInTouch:
    TALKED = (interview("held", "2026-06-01 10:00", said="2026-06-01 10:30"), touch("thanked", "2026-06-01 18:00"))

    def test_a_hundred_and_twenty_days_after_the_last_contact_of_any_kind(self):
        assert due(story(*self.TALKED)) == {Rule.KEEP_IN_TOUCH: "2026-09-29"}
        for kind in ("wrote", "called", "met", "replied"):
            assert due(story(*self.TALKED, touch(kind, "2026-08-03 18:00"))) == {Rule.KEEP_IN_TOUCH: "2026-12-01"}
        assert due(story(*self.TALKED, in_touch_on=date(2026, 8, 3))) == {Rule.KEEP_IN_TOUCH: "2026-12-01"}

    def test_what_a_machine_wrote_is_no_contact(self):
        away = touch("replied", "2026-08-03 18:00", Answer.OUT_OF_OFFICE)
        assert due(story(*self.TALKED, away)) == {Rule.KEEP_IN_TOUCH: "2026-09-29"}

    def test_never_for_everybody_and_never_for_one(self):
        assert due(story(*self.TALKED), Habits(keep_in_touch_days=0)) == {}
        assert due(story(*self.TALKED, keep_in_touch=KeepInTouch(0, date(2026, 6, 2)))) == {}

    def test_as_often_as_was_chosen_and_not_before_it_was(self):
        chosen = KeepInTouch(30, date(2026, 11, 9))
        assert due(story(in_touch_on=date(2019, 1, 1), keep_in_touch=chosen)) == {Rule.KEEP_IN_TOUCH: "2026-11-09"}
        assert due(story(keep_in_touch=chosen)) == {Rule.KEEP_IN_TOUCH: "2026-12-09"}
        assert due(story(keep_in_touch=chosen, put_off_on=date(2026, 12, 10))) == {Rule.KEEP_IN_TOUCH: "2027-01-11"}

    def test_not_while_something_else_is_going_on(self):
        often = KeepInTouch(30, date(2026, 1, 1))
        assert Rule.KEEP_IN_TOUCH not in due(story(ASKED, keep_in_touch=often))
        assert due(story(interview("scheduled", None), keep_in_touch=often)) == {}

    def test_with_whom_it_rests_only_who_was_chosen_themselves(self):
        closed = touch("closed", "2026-11-27 10:00")
        for own in (True, False):
            told = story(ASKED, closed, keep_in_touch=KeepInTouch(30, date(2026, 1, 1), own=own))
            assert (Rule.KEEP_IN_TOUCH in due(told)) == own


zones = st.sampled_from(ZONES)
touches = st.lists(
    st.builds(touch, st.sampled_from(TouchKind), moments, st.sampled_from(Answer), zone=zones), max_size=8
)
talks = st.lists(
    st.builds(
        lambda state, starts, said, number: replace(
            interview(state, None, number=number), starts_at=starts, state_at=said, created_at=said
        ),
        st.sampled_from(InterviewState),
        st.none() | moments,
        moments,
        st.integers(1, 9),
    ),
    max_size=3,
    unique_by=lambda one: one.id,
)


class TestAnyStory:
    @given(touches, talks, calendars)
    def test_asks_for_each_thing_once_and_on_a_business_day_unless_it_is_thanks(self, touches, talks, calendar):
        planned = plan(story(*touches, *talks), Habits(business_days=calendar))
        assert len({one.key for one in planned}) == len(planned)
        assert all(calendar.is_one(one.due_on) or one.rule is Rule.THANK for one in planned)

    @given(touches, talks)
    def test_never_asks_for_a_third_message(self, touches, talks):
        told = story(*touches, *talks)
        if told.messages >= 2:
            assert Rule.FOLLOW_UP not in due(told)

    @given(touches, talks, st.sampled_from([Answer.NONE, Answer.NO]))
    def test_waits_for_nothing_after_a_reply(self, touches, talks, answer):
        moment = max((one.at for one in touches), default=at("2040-12-31 10:00")) + timedelta(minutes=1)
        talks = [one for one in talks if one.state is not InterviewState.ASKED]
        found = due(story(*touches, touch("replied", moment, answer), *talks))
        assert not found.keys() & {Rule.FOLLOW_UP, Rule.SECOND_PERSON, Rule.CLOSE, Rule.OFFER_TIMES, Rule.ASK_AGAIN}

    @given(touches, talks)
    def test_what_is_settled_is_not_asked_for_again(self, touches, talks):
        told = story(*touches, *talks)
        planned = {one.key for one in plan(told, Habits()) if one.rule is not Rule.KEEP_IN_TOUCH}
        again = plan(replace(told, settled=frozenset(planned)), Habits())
        assert not planned & {one.key for one in again}
