"""What comes first of all that is due."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.today import MOST_AGE, Due, look_ahead, minutes, urgency

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
TODAY = NOW.date()

RULES = st.sampled_from([*Rule, None])
DAYS = st.dates(date(2026, 1, 1), TODAY)


def ordered(*dues: Due) -> list[Due]:
    return sorted(dues, key=lambda due: urgency(due, now=NOW))


@given(RULES, DAYS, st.timedeltas(timedelta(seconds=1), timedelta(days=2)))
def test_what_has_hours_left_comes_before_everything_else(rule, day, left):
    thanks = Due(Rule.THANK, TODAY, NOW + left)
    assert ordered(Due(rule, day), thanks)[0] == thanks


def test_the_fewest_hours_come_first_whatever_they_are_for():
    later, sooner = Due(Rule.THANK, TODAY, NOW + timedelta(hours=5)), Due(None, TODAY, NOW + timedelta(hours=2))
    assert ordered(later, sooner) == [sooner, later]


@given(RULES, DAYS, DAYS)
def test_of_one_rule_what_waits_longer_comes_first(rule, one, other):
    first, last = sorted((one, other))
    assert ordered(Due(rule, last), Due(rule, first))[0] == Due(rule, first)


def test_on_one_day_whoever_waits_for_an_answer_comes_before_who_can_be_left_alone():
    order = [Due(rule, TODAY) for rule in (Rule.OFFER_TIMES, Rule.OWN, Rule.FOLLOW_UP, Rule.KEEP_IN_TOUCH, Rule.CLOSE)]
    assert ordered(*reversed(order)) == order


def test_what_waits_for_months_does_not_push_all_else_away():
    old = Due(Rule.KEEP_IN_TOUCH, TODAY - timedelta(days=300))
    assert urgency(old, now=NOW)[1] == urgency(Due(Rule.KEEP_IN_TOUCH, TODAY - timedelta(days=MOST_AGE)), now=NOW)[1]
    assert ordered(old, Due(Rule.THANK, TODAY - timedelta(days=4)))[0].rule is Rule.THANK


def test_every_rule_has_its_weight():
    for rule in (*Rule, None):
        assert urgency(Due(rule, TODAY), now=NOW)


@pytest.mark.parametrize(
    ("rules", "whole"), [({}, 0), ({None: 1}, 5), ({Rule.THANK: 1, Rule.FOLLOW_UP: 3}, 25), ({Rule.CLOSE: 6}, 10)]
)
def test_how_long_it_takes_is_told_to_five_minutes(rules, whole):
    assert minutes(rules.items()) == whole


@pytest.mark.parametrize(
    ("today", "last"),
    [
        ("2026-11-23", "2026-11-29"),
        ("2026-11-27", "2026-11-29"),
        ("2026-11-28", "2026-12-05"),
        ("2026-11-29", "2026-12-06"),
    ],
)
def test_one_looks_ahead_to_the_end_of_the_week_or_a_week_where_it_is_nearly_over(today, last):
    assert look_ahead(date.fromisoformat(today)) == date.fromisoformat(last)


@given(st.sampled_from(["Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York", "UTC"]))
def test_it_is_the_users_day_that_counts(zone):
    now = NOW.astimezone(ZoneInfo(zone))
    today, yesterday = Due(Rule.OWN, now.date()), Due(Rule.OWN, now.date() - timedelta(days=1))
    assert urgency(yesterday, now=now) < urgency(today, now=now)
