"""A time on the clock on the wall is one moment, also when the clocks are changed."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.wall_time import WallTime, local, wall_time

ZONES = ["UTC", "Europe/Berlin", "America/Lima", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns"]


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.times(), st.sampled_from(ZONES))
def test_it_comes_back_as_it_was_typed_unless_the_clocks_skip_it(day, at, zone):
    typed = datetime.combine(day, at)
    meant = wall_time(day, at, zone)
    back = local(meant.moment, zone).replace(tzinfo=None, fold=0)
    assert (back == typed) is not meant.skipped


@pytest.mark.parametrize(
    ("day", "at", "zone", "meant"),
    [
        (
            date(2026, 3, 29),
            time(2, 30),
            "Europe/Berlin",
            WallTime(datetime(2026, 3, 29, 1, 30, tzinfo=UTC), skipped=True),
        ),
        (
            date(2026, 10, 25),
            time(2, 30),
            "Europe/Berlin",
            WallTime(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), twice=True),
        ),
        (
            date(2026, 10, 4),
            time(2, 10),
            "Australia/Lord_Howe",
            WallTime(datetime(2026, 10, 3, 15, 40, tzinfo=UTC), True),
        ),
        (date(2026, 6, 1), time(12), "Nowhere/Land", WallTime(datetime(2026, 6, 1, 12, tzinfo=UTC))),
    ],
)
def test_the_clocks_are_changed(day, at, zone, meant):
    assert wall_time(day, at, zone) == meant
