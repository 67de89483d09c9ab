"""Stretches of time that meet, and those that only touch."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.calendar_entry import Booked, Person, Span
from infoview_desktop.domain.interview import InterviewState, Medium

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
EARLIEST, LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


def between(start, end):
    """From so many minutes after noon to so many."""
    return Span(NOON + timedelta(minutes=start), NOON + timedelta(minutes=end))


def some_spans():
    """Spans of some hours, among which many touch, hold each other, are the same or have no length."""
    quarters = st.integers(0, 40).map(lambda quarters: 15 * quarters)
    return st.tuples(quarters, quarters).map(sorted).map(lambda ends: between(*ends))


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ((0, 30), (15, 45), True),
        ((0, 30), (30, 60), False),
        ((0, 60), (15, 30), True),
        ((0, 30), (0, 30), True),
        ((0, 0), (0, 30), True),
        ((15, 15), (0, 30), True),
        ((30, 30), (0, 30), False),
        ((0, 0), (0, 0), True),
        ((0, 10), (20, 30), False),
    ],
)
def test_two_stretches_of_time_meet_where_they_have_some_in_common(one, other, meet):
    assert between(*one).meets(between(*other)) is meet
    assert between(*other).meets(between(*one)) is meet


@given(some_spans(), some_spans())
def test_those_with_a_length_meet_where_the_later_begins_before_the_earlier_ends(one, other):
    if one.start < one.end and other.start < other.end:
        assert one.meets(other) is (max(one.start, other.start) < min(one.end, other.end))
    assert one.meets(one)
    assert one.meets(other) is other.meets(one)


def test_they_meet_at_either_end_of_the_calendar():
    first, last = Span(EARLIEST, EARLIEST), Span(LATEST, LATEST)
    always = Span(EARLIEST, LATEST)
    assert first.meets(first)
    assert last.meets(last)
    assert first.meets(always)
    assert always.meets(first)
    assert not first.meets(last)
    assert not always.meets(last)


def test_they_are_in_order_of_time_and_the_shorter_comes_first():
    assert sorted([between(30, 60), between(0, 60), between(0, 30)]) == [
        between(0, 30),
        between(0, 60),
        between(30, 60),
    ]


def test_a_conversation_knows_how_long_it_is():
    ana = Person(1, "Ana Ruiz", "Ana", "America/Lima")
    talk = Booked(7, (ana,), between(0, 25), "Europe/Berlin", Medium.VIDEO, InterviewState.SCHEDULED)
    assert talk.minutes == 25
