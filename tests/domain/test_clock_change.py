"""Which times of a day there are not, and which come twice, as the clocks are changed."""

from datetime import date, time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from infoview_desktop.domain.clock_change import ClockChange, clock_change
from infoview_desktop.domain.wall_time import wall_time
from tests.domain.test_calendar_days import ZONES, of_these_times

TWO, THREE = 120, 180
near_changes = st.sampled_from(
    [date(2026, 3, 29), date(2026, 10, 25), date(2026, 3, 8), date(2026, 11, 1), date(2026, 4, 5), date(2026, 10, 4)]
)


@pytest.mark.parametrize(
    ("day", "zone", "change"),
    [
        (date(2026, 3, 29), "Europe/Berlin", ClockChange(TWO, THREE, twice=False)),
        (date(2026, 10, 25), "Europe/Berlin", ClockChange(TWO, THREE, twice=True)),
        (date(2026, 3, 8), "America/New_York", ClockChange(TWO, THREE, twice=False)),
        (date(2026, 11, 1), "America/New_York", ClockChange(60, TWO, twice=True)),
        (date(2026, 10, 4), "Australia/Lord_Howe", ClockChange(TWO, 150, twice=False)),
        (date(2026, 4, 5), "Australia/Lord_Howe", ClockChange(90, TWO, twice=True)),
        (date(2018, 11, 4), "America/Sao_Paulo", ClockChange(0, 60, twice=False)),
        (date(2018, 2, 17), "America/Sao_Paulo", ClockChange(1380, 1440, twice=True)),
        (date(2026, 3, 28), "Europe/Berlin", None),
        (date(2026, 6, 1), "Asia/Kathmandu", None),
        (date(2011, 12, 30), "Pacific/Apia", None),
        (date(2026, 3, 29), "Nowhere/Land", None),
    ],
)
def test_the_clocks_are_changed(day: date, zone: str, change: ClockChange | None):
    assert clock_change(day, zone) == change


@given(st.one_of(near_changes, of_these_times), st.sampled_from(ZONES), st.integers(0, 1439))
def test_a_time_is_left_out_or_comes_twice_just_where_the_change_says_so(day: date, zone: str, minute: int):
    assume((day, zone) != (date(2011, 12, 30), "Pacific/Apia"))  # a day that is left out as a whole
    change = clock_change(day, zone)
    meant = wall_time(day, time(*divmod(minute, 60)), zone)
    within = change is not None and change.first <= minute < change.last
    assert meant.twice is (within and change.twice)
    assert meant.skipped is (within and not change.twice)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", [date.min, date.max])
def test_at_either_end_of_the_calendar_nothing_breaks(day: date, zone: str):
    assert clock_change(day, zone) is None
