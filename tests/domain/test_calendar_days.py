"""Which days are shown, in every way to show them, from the first year to the last."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infoview_desktop.domain.calendar_days import CalendarMode, ShownDays, bounds_of, shown_days, span_of, stepped
from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.wall_time import local

WEEKDAYS = frozenset({1, 2, 3, 4, 5})
MONDAY, SATURDAY, SUNDAY = 1, 6, 7
ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Nowhere/Land",
]

modes = st.sampled_from(CalendarMode)
weekdays = st.integers(MONDAY, SUNDAY)
of_these_times = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def shown(mode, anchor, *, first_weekday=MONDAY, working_days=WEEKDAYS, room=True):
    return shown_days(mode, anchor, first_weekday=first_weekday, working_days=working_days, room_for_weekend=room)


@pytest.mark.parametrize(
    ("mode", "first", "last"),
    [
        (CalendarMode.DAY, date(2026, 2, 11), date(2026, 2, 11)),
        (CalendarMode.WEEK, date(2026, 2, 9), date(2026, 2, 15)),
        (CalendarMode.MONTH, date(2026, 1, 26), date(2026, 3, 1)),
        (CalendarMode.AGENDA, date(2026, 2, 11), date(2026, 3, 10)),
    ],
)
def test_a_wednesday_is_shown_with_the_days_around_it(mode, first, last):
    assert shown(mode, date(2026, 2, 11)) == ShownDays(mode, first, last, date(2026, 2, 11))


def test_a_week_begins_where_one_says_so():
    assert shown(CalendarMode.WEEK, date(2026, 2, 11), first_weekday=SUNDAY).first == date(2026, 2, 8)
    assert shown(CalendarMode.WEEK, date(2026, 2, 11), first_weekday=SATURDAY).first == date(2026, 2, 7)


def test_a_narrow_week_goes_from_its_first_working_day_to_its_last():
    week = shown(CalendarMode.WEEK, date(2026, 2, 11), first_weekday=SUNDAY, room=False)
    assert (week.first, week.last) == (date(2026, 2, 9), date(2026, 2, 13))
    week = shown(CalendarMode.WEEK, date(2026, 2, 10), working_days=frozenset({2, 4}), room=False)
    assert (week.first, week.last) == (date(2026, 2, 10), date(2026, 2, 12))


def test_who_goes_to_a_sunday_sees_it_also_where_there_is_little_room():
    week = shown(CalendarMode.WEEK, date(2026, 2, 15), room=False)
    assert (week.first, week.last) == (date(2026, 2, 9), date(2026, 2, 15))


def test_who_works_on_no_day_sees_the_whole_week():
    week = shown(CalendarMode.WEEK, date(2026, 2, 11), working_days=frozenset(), room=False)
    assert (week.first, week.last) == (date(2026, 2, 9), date(2026, 2, 15))


@given(modes, st.dates(), weekdays, st.frozensets(weekdays), st.booleans())
@example(CalendarMode.MONTH, date.min, SUNDAY, WEEKDAYS, True)
@example(CalendarMode.WEEK, date.min, SUNDAY, WEEKDAYS, False)
@example(CalendarMode.MONTH, date.max, MONDAY, WEEKDAYS, True)
@example(CalendarMode.AGENDA, date.max, MONDAY, WEEKDAYS, True)
def test_the_day_is_among_those_shown_and_weeks_are_whole(mode, anchor, first_weekday, working_days, room):
    days = shown(mode, anchor, first_weekday=first_weekday, working_days=working_days, room=room)
    assert days.first <= days.anchor <= days.last
    count = (days.last - days.first).days + 1
    if date(1, 2, 1) <= anchor <= date(9999, 11, 30):
        assert days.anchor == anchor
    if mode is CalendarMode.MONTH:
        assert count % 7 == 0
        assert 28 <= count <= 42
    elif mode is CalendarMode.WEEK:
        assert count == 7 if room else count <= 7
    if mode is CalendarMode.MONTH or (mode is CalendarMode.WEEK and room):
        assert days.first.isoweekday() == first_weekday


@given(st.dates(date(1, 2, 1), date(9999, 11, 30)), weekdays)
def test_all_of_a_month_is_shown_and_no_week_without_a_day_of_it(anchor, first_weekday):
    days = shown(CalendarMode.MONTH, anchor, first_weekday=first_weekday)
    assert days.first <= anchor.replace(day=1) < days.first + timedelta(days=7)
    following = (anchor.replace(day=28) + timedelta(days=4)).replace(day=1)
    assert days.last - timedelta(days=7) < following - timedelta(days=1) <= days.last


@pytest.mark.parametrize(
    ("mode", "anchor", "by", "then"),
    [
        (CalendarMode.DAY, date(2028, 2, 28), 1, date(2028, 2, 29)),
        (CalendarMode.WEEK, date(2026, 2, 11), -1, date(2026, 2, 4)),
        (CalendarMode.MONTH, date(2026, 1, 31), 1, date(2026, 2, 28)),
        (CalendarMode.MONTH, date(2028, 1, 31), 1, date(2028, 2, 29)),
        (CalendarMode.MONTH, date(2028, 2, 29), -12, date(2027, 2, 28)),
        (CalendarMode.MONTH, date(2026, 11, 30), 2, date(2027, 1, 30)),
        (CalendarMode.AGENDA, date(2026, 2, 11), 1, date(2026, 3, 11)),
        (CalendarMode.MONTH, date(9999, 11, 30), 1, date(9999, 12, 30)),
        (CalendarMode.MONTH, date(9999, 12, 30), 1, date.max),
        (CalendarMode.MONTH, date(1, 1, 30), -1, date.min),
        (CalendarMode.WEEK, date.max, 1, date.max),
        (CalendarMode.AGENDA, date(1, 1, 5), -1, date.min),
    ],
)
def test_one_goes_to_what_comes_after_and_before(mode, anchor, by, then):
    assert stepped(mode, anchor, by) == then


@given(modes, st.dates(date(100, 1, 1), date(9900, 1, 1)), st.integers(-20, 20))
def test_there_and_back_is_the_same_day_but_for_the_end_of_a_month(mode, anchor, by):
    back = stepped(mode, stepped(mode, anchor, by), -by)
    assert back == anchor or (mode is CalendarMode.MONTH and back.day >= 28 and back.month == anchor.month)


@given(modes, st.dates(), st.integers(-(10**9), 10**9))
def test_one_goes_on_and_on_without_leaving_the_calendar(mode, anchor, by):
    then = stepped(mode, anchor, by)
    assert then >= anchor if by >= 0 else then <= anchor


@given(of_these_times, weekdays)
def test_the_agendas_follow_each_other_without_a_gap(anchor, first_weekday):
    days = shown(CalendarMode.AGENDA, anchor, first_weekday=first_weekday)
    assert stepped(CalendarMode.AGENDA, anchor, 1) == days.last + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        (date(2026, 3, 29), "Europe/Berlin", 23),
        (date(2026, 10, 25), "Europe/Berlin", 25),
        (date(2026, 10, 4), "Australia/Lord_Howe", 23.5),
        (date(2018, 11, 4), "America/Sao_Paulo", 23),
        (date(2018, 2, 17), "America/Sao_Paulo", 25),
        (date(2011, 12, 30), "Pacific/Apia", 0),
        (date(2026, 7, 1), "Asia/Kathmandu", 24),
    ],
)
def test_a_day_lasts_as_long_as_the_clocks_say(day, zone, hours):
    span = span_of(day, day, zone)
    assert (span.end - span.start) / timedelta(hours=1) == hours


@given(of_these_times, st.integers(0, 50), st.sampled_from(ZONES))
def test_days_follow_each_other_without_a_gap(first, count, zone):
    last = first + timedelta(days=count)
    whole = span_of(first, last, zone)
    assert whole.end == span_of(last + timedelta(days=1), last + timedelta(days=1), zone).start
    assert whole.start.utcoffset() == whole.end.utcoffset() == timedelta()


@given(of_these_times, st.integers(0, 50), st.sampled_from(ZONES))
def test_each_day_is_bounded_by_the_next(first, count, zone):
    days = [first + timedelta(days=number) for number in range(count + 1)]
    bounds = bounds_of(first, days[-1], zone)
    assert [Span(*ends) for ends in pairwise(bounds)] == [span_of(day, day, zone) for day in days]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("first", [date.min, date.max - timedelta(days=41)])
def test_also_the_first_and_the_last_days_there_are_have_bounds_one_after_the_other(first, zone):
    bounds = bounds_of(first, first + timedelta(days=41), zone)
    assert bounds == sorted(bounds)
    assert len(bounds) == 43


@given(of_these_times, st.sampled_from(ZONES), st.floats(0, 0.999999))
def test_every_moment_of_a_day_is_on_that_day_there(day, zone, part):
    span = span_of(day, day, zone)
    if span.end > span.start:
        assert local(span.start + part * (span.end - span.start), zone).date() == day


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_there_is_have_a_beginning_and_an_end(day, zone):
    span = span_of(day, day, zone)
    assert datetime.min.replace(tzinfo=UTC) <= span.start < span.end <= datetime.max.replace(tzinfo=UTC)


def test_all_days_there_are_go_together():
    assert span_of(date.min, date.max, "Asia/Kathmandu") == Span(
        datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    )
