"""Which days count, in six time zones, over daylight saving, leap days and the ends of years."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.business_days import BusinessDays, days_after

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",  # half an hour of daylight saving
    "Asia/Kathmandu",  # 5:45
    "Pacific/Apia",  # had no 30 December 2011
    "America/St_Johns",
)

dates = st.dates(date(2000, 1, 1), date(2040, 12, 31))
weeks = st.frozensets(st.integers(1, 7), min_size=1)
calendars = st.builds(BusinessDays, weeks, st.dictionaries(dates, st.just("a holiday"), max_size=20))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2040, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - given a zone


@given(calendars, dates)
def test_the_day_on_or_after_is_the_first_that_counts(calendar, day):
    found = calendar.on_or_after(day)
    assert calendar.is_one(found)
    assert not any(calendar.is_one(day + timedelta(days=n)) for n in range((found - day).days))


@given(calendars, dates)
def test_the_day_before_is_the_last_that_counts(calendar, day):
    found = calendar.before(day)
    assert found < day
    assert calendar.is_one(found)
    assert calendar.between(found, day - timedelta(days=1)) == 0


@given(calendars, dates, st.integers(1, 30))
def test_so_many_days_after_are_so_many_days_between(calendar, day, count):
    found = calendar.after(day, count)
    assert calendar.is_one(found)
    assert calendar.between(day, found) == count


@given(calendars, dates, st.integers(0, 30), st.integers(0, 30))
def test_to_wait_and_wait_again_is_to_wait_for_both(calendar, day, one, other):
    start = calendar.on_or_after(day)
    assert calendar.after(calendar.after(start, one), other) == calendar.after(start, one + other)


@given(calendars, moments, st.sampled_from(ZONES))
def test_what_is_sent_after_noon_or_on_a_day_off_counts_from_the_next_business_day(calendar, moment, zone):
    local = moment.astimezone(ZoneInfo(zone))
    counted = calendar.counted_from(local)
    in_time = local.hour < 12 and calendar.is_one(local.date())
    assert (counted == local.date()) == in_time
    assert calendar.is_one(counted)
    assert calendar.between(local.date(), counted) == (0 if in_time else 1)


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2026-11-09", 3, "2026-11-12"),
        ("2026-11-12", 3, "2026-11-17"),
        ("2028-02-28", 1, "2028-02-29"),
        ("2028-02-29", 1, "2028-03-01"),
        ("2027-02-26", 1, "2027-03-01"),
        ("2026-12-31", 1, "2027-01-01"),
        ("2026-12-30", 3, "2027-01-04"),
    ],
)
def test_leap_days_weekends_and_the_ends_of_years(start, count, expected):
    assert BusinessDays().after(date.fromisoformat(start), count) == date.fromisoformat(expected)


def test_a_holiday_on_a_weekend_takes_nothing_away():
    sunday, monday = date(2026, 11, 1), date(2026, 11, 2)
    calendar = BusinessDays(holidays={sunday: "All Saints' Day", monday: "All Souls' Day"})
    assert calendar.holidays_between(date(2026, 10, 30), date(2026, 11, 3)) == [(monday, "All Souls' Day")]
    assert calendar.after(date(2026, 10, 30), 1) == date(2026, 11, 3)


@given(st.dates(), st.integers(-(10**9), 10**9))
def test_the_calendar_has_an_end_on_both_sides(day, count):
    assert date.min <= days_after(day, count) <= date.max


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_break_nothing(day):
    calendar = BusinessDays(frozenset({1}))
    calendar.on_or_after(day)
    calendar.after(day, 90)
    calendar.before(day)
