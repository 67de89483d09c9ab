"""What is moved begins at the same time on the clock, and lasts as long as before."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.interview import LONGEST_MINUTES
from infoview_desktop.domain.moving import SHORTEST_MINUTES, Moved, lengthened, moved
from infoview_desktop.domain.wall_time import local, wall_time
from tests.domain.test_calendar_days import ZONES

LENGTHS = st.integers(0, 3 * 1440)
zones = st.sampled_from(ZONES)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2040, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - UTC
any_moments = st.datetimes(timezones=st.just(UTC))


def at(day, hour, minute=0, *, zone="Europe/Berlin", minutes=30):
    start = wall_time(day, time(hour, minute), zone).moment
    return Span(start, start + timedelta(minutes=minutes))


def test_three_in_the_afternoon_stays_three_when_the_clocks_are_changed():
    saturday, monday = at(date(2026, 3, 28), 15), at(date(2026, 3, 30), 15)
    assert moved(saturday, days=2, minutes=0, time_zone="Europe/Berlin") == Moved(monday)
    assert monday.start - saturday.start == timedelta(hours=47)


def test_a_time_that_the_clocks_skip_is_said_and_one_as_much_later_is_meant():
    there = moved(at(date(2026, 3, 28), 2, 30), days=1, minutes=0, time_zone="Europe/Berlin")
    assert there == Moved(at(date(2026, 3, 29), 3, 30), skipped=True)


def test_a_time_that_comes_twice_is_said_and_the_first_is_meant():
    there = moved(at(date(2026, 10, 24), 2, 30), days=1, minutes=0, time_zone="Europe/Berlin")
    assert there == Moved(
        Span(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)), twice=True
    )


def test_what_is_let_go_where_it_was_stays_also_in_the_second_of_two_hours():
    second = Span(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), datetime(2026, 10, 25, 2, tzinfo=UTC))
    assert moved(second, days=0, minutes=0, time_zone="Europe/Berlin") == Moved(second)


def test_half_an_hour_of_lord_howe_is_skipped():
    there = moved(
        at(date(2026, 10, 3), 2, 10, zone="Australia/Lord_Howe"), days=1, minutes=0, time_zone="Australia/Lord_Howe"
    )
    assert there.skipped
    assert local(there.span.start, "Australia/Lord_Howe").time() == time(2, 40)


def test_a_day_that_samoa_never_had_is_said():
    there = moved(at(date(2011, 12, 29), 10, zone="Pacific/Apia"), days=1, minutes=0, time_zone="Pacific/Apia")
    assert there.skipped
    assert local(there.span.start, "Pacific/Apia").date() == date(2011, 12, 31)


@given(moments, LENGTHS, st.integers(-400, 400), st.integers(-1440, 1440), zones)
def test_it_moves_by_the_clock_on_the_wall_and_lasts_as_long(start, minutes, days, by, zone):
    span = Span(start, start + timedelta(minutes=minutes))
    there = moved(span, days=days, minutes=by, time_zone=zone)
    assert there.span.end - there.span.start == timedelta(minutes=minutes)
    wall = local(start, zone).replace(tzinfo=None, fold=0) + timedelta(days=days, minutes=by)
    found = local(there.span.start, zone).replace(tzinfo=None, fold=0)
    assert found > wall if there.skipped else found == wall


@given(moments, st.integers(-400, 400), st.integers(-1440, 1440), zones)
def test_there_and_back_is_where_it_was(start, days, by, zone):
    span = Span(start, start + timedelta(minutes=20))
    there = moved(span, days=days, minutes=by, time_zone=zone)
    back = moved(there.span, days=-days, minutes=-by, time_zone=zone)
    assume(not there.skipped and not back.twice)
    assert back == Moved(span)


@given(any_moments, st.integers(-4_000_000, 4_000_000), st.integers(-(10**6), 10**6), zones)
def test_nothing_leaves_the_calendar(start, days, by, zone):
    span = lengthened(Span(start, start), minutes=60)
    there = moved(span, days=days, minutes=by, time_zone=zone).span
    assert there.end - there.start == span.end - span.start


@pytest.mark.parametrize("zone", ZONES)
def test_at_either_end_of_the_calendar_it_stays(zone):
    first = Span(datetime.min.replace(tzinfo=UTC), datetime(1, 1, 1, 1, tzinfo=UTC))
    last = Span(datetime(9999, 12, 31, 23, tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
    assert moved(first, days=-1, minutes=0, time_zone=zone) == Moved(first)
    assert moved(last, days=1, minutes=0, time_zone=zone) == Moved(last)


@given(moments, LENGTHS, st.integers(-2000, 2000))
def test_it_is_made_longer_and_shorter_as_far_as_a_conversation_goes(start, minutes, wanted):
    there = lengthened(Span(start, start + timedelta(minutes=minutes)), minutes=wanted)
    assert there.start == start
    lasting = (there.end - there.start) / timedelta(minutes=1)
    assert SHORTEST_MINUTES <= lasting <= LONGEST_MINUTES
    assert lasting == wanted or not SHORTEST_MINUTES <= wanted <= LONGEST_MINUTES


def test_what_has_no_room_to_grow_before_the_end_of_the_calendar_stays_as_long():
    last = Span(datetime(9999, 12, 31, 23, 58, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC))
    assert lengthened(last, minutes=30) == last
