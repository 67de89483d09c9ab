"""The days that are offered."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.business_days import BusinessDays
from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.snooze import due_choices, snooze_choices
from tests.domain.test_business_days import calendars, dates


def offered(choices):
    return [(str(one.words), one.day.isoformat()) for one in choices]


def test_on_a_tuesday():
    choices = snooze_choices(Rule.FOLLOW_UP, today=date(2026, 11, 24), business_days=BusinessDays())
    assert offered(choices) == [
        ("Tomorrow", "2026-11-25"),
        ("In 3 working days", "2026-11-27"),
        ("Next week", "2026-11-30"),
        ("Next month", "2026-12-01"),
        ("In two weeks", "2026-12-08"),
    ]


def test_on_a_friday_tomorrow_is_the_next_working_day_and_no_day_is_offered_twice():
    choices = snooze_choices(Rule.OWN, today=date(2026, 11, 27), business_days=BusinessDays())
    assert offered(choices)[0] == ("Next working day", "2026-11-30")
    assert len({one.day for one in choices}) == len(choices)


def test_a_thank_you_waits_until_tomorrow_and_no_longer():
    choices = snooze_choices(Rule.THANK, today=date(2026, 11, 27), business_days=BusinessDays())
    assert offered(choices) == [("Tomorrow", "2026-11-28")]


def test_nothing_is_put_off_to_the_day_before_which_it_is_to_be_done():
    days = BusinessDays()
    choices = snooze_choices(Rule.CONFIRM, today=date(2026, 11, 24), business_days=days, before=date(2026, 11, 26))
    assert offered(choices) == [("Tomorrow", "2026-11-25")]
    assert snooze_choices(Rule.CONFIRM, today=date(2026, 11, 25), business_days=days, before=date(2026, 11, 26)) == ()


@pytest.mark.parametrize("today", ["2026-12-31", "2028-02-29", "2027-01-31"])
def test_at_the_ends_of_months_and_years(today):
    names = [words for words, _ in offered(due_choices(today=date.fromisoformat(today), business_days=BusinessDays()))]
    assert "Next week" in names


@given(calendars, dates, st.sampled_from(Rule))
def test_all_are_business_days_to_come_in_their_order(calendar, today, rule):
    days = [one.day for one in snooze_choices(rule, today=today, business_days=calendar)]
    assert days == sorted(days)
    assert all(day > today for day in days)
    assert rule is Rule.THANK or all(map(calendar.is_one, days))
    assert rule is not Rule.THANK or days == [today + timedelta(days=1)]
