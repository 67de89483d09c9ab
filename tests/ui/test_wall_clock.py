"""The clock on the wall tells another minute, however it came about."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.wall_clock import WallClock

NOON = datetime(2026, 3, 28, 12, 0, 5, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def told(qapp):  # noqa: ARG001 - signals need an application
    """A clock, what it is set to, and how often it told of another minute."""
    times = [NOON]
    clock = WallClock(lambda: times[-1])
    clock.ticked.connect(lambda: ticks.append(clock.now()))
    ticks: list[datetime] = []
    return clock, times, ticks


@pytest.mark.parametrize("change", [timedelta(minutes=1), timedelta(days=-1), timedelta(hours=9), timedelta(days=4000)])
def test_time_that_passes_or_is_set_is_told_once(told, change):
    clock, times, ticks = told
    times.append(NOON + change)
    clock.look()
    clock.look()
    assert ticks == [NOON + change]


def test_a_few_seconds_are_not_worth_telling(told):
    clock, times, ticks = told
    times.append(NOON + timedelta(seconds=20))
    clock.look()
    assert ticks == []


def test_another_time_zone_is_told_although_the_moment_is_the_same(told):
    clock, times, ticks = told
    times.append(NOON.astimezone(ZoneInfo("Asia/Kathmandu")))
    clock.look()
    assert len(ticks) == 1
    assert clock.time_zone() == "Asia/Kathmandu"


def test_the_hour_that_comes_twice_is_told_apart(told):
    clock, times, ticks = told
    autumn = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    times.append(autumn)
    clock.look()
    times.append(autumn.replace(fold=1))
    clock.look()
    assert len(ticks) == 2


def test_once_it_is_stopped_it_tells_nothing(told):
    clock, times, ticks = told
    clock.stop()
    times.append(NOON + timedelta(days=1))
    clock.look()
    assert ticks == []


def test_now_is_on_the_users_clock():
    assert wall_clock.now().tzinfo is not None
    assert wall_clock.time_zone()
