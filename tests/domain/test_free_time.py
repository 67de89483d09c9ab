"""Times that clash, and times that are free for both, wherever they are and whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.free_time import WorkingHours, clashes, free_slots
from infoview_desktop.domain.wall_time import local, wall_time
from tests.domain.test_calendar_days import ZONES
from tests.domain.test_calendar_entry import between, some_spans

MONDAY = date(2026, 3, 2)
WEEKDAYS = frozenset({1, 2, 3, 4, 5})
EVERY_DAY = frozenset(range(1, 8))
BERLIN, NEW_YORK, KATHMANDU, LORD_HOWE = "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"
EARLIEST, LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


def hours(zone=BERLIN, *, starts=9, ends=17, days=WEEKDAYS, off=()):
    return WorkingHours(days, time(starts), time(ends), zone, off)


def slots(first=MONDAY, *, count=3, minutes=30, mine=None, theirs=None, busy=(), not_before=EARLIEST, **more):
    mine = mine or hours()
    return free_slots(
        first=first,
        count=count,
        minutes=minutes,
        mine=mine,
        theirs=theirs or mine,
        busy=busy,
        not_before=not_before,
        **more,
    )


def told(found, zone=BERLIN):
    return [f"{local(slot.start, zone):%a %H:%M}" for slot in found]


def on(day, starts, ends, zone=BERLIN):
    return Span(*(wall_time(day, time(hour), zone).moment for hour in (starts, ends)))


@given(some_spans(), st.lists(some_spans(), max_size=12))
def test_a_time_clashes_with_what_it_meets(span, others):
    assert clashes(span, others) == [place for place in range(len(others)) if span.meets(others[place])]


def test_what_only_touches_does_not_clash():
    assert clashes(between(0, 30), [between(-30, 0), between(30, 60), between(10, 20)]) == [2]


def test_three_times_are_on_three_days_early_and_late_by_turns():
    assert told(slots()) == ["Mon 09:00", "Tue 13:00", "Wed 09:00"]


def test_a_weekend_and_a_holiday_are_left_out():
    friday = MONDAY + timedelta(days=4)
    mine = hours(off={MONDAY + timedelta(days=7)})
    assert told(slots(friday, mine=mine)) == ["Fri 09:00", "Tue 13:00", "Wed 09:00"]


def test_both_work_in_the_hours_that_the_zones_share():
    found = slots(theirs=hours(NEW_YORK), count=4)
    assert told(found) == ["Mon 15:00", "Tue 16:00", "Wed 15:00", "Thu 16:00"]
    assert told(found, NEW_YORK) == ["Mon 09:00", "Tue 10:00", "Wed 09:00", "Thu 10:00"]


def test_two_who_never_work_at_the_same_time_are_offered_nothing():
    assert slots(mine=hours(NEW_YORK), theirs=hours(LORD_HOWE, starts=10, ends=12)) == []
    assert slots(mine=hours(starts=17, ends=9)) == []


def test_a_person_beyond_the_date_line_works_on_another_day():
    found = slots(mine=hours("Pacific/Kiritimati"), theirs=hours("Pacific/Niue", days=frozenset({7})), count=1)
    assert told(found, "Pacific/Kiritimati") == ["Mon 10:00"]
    assert told(found, "Pacific/Niue") == ["Sun 09:00"]


def test_where_only_one_day_is_left_all_are_on_it_and_none_is_over_another():
    found = slots(days=1, minutes=60)
    assert told(found) == ["Mon 09:00", "Mon 10:00", "Mon 13:00"]
    assert not any(one.meets(other) for one, other in combinations(found, 2))


def test_nothing_is_offered_in_what_is_busy_or_gone():
    busy = [on(MONDAY, 8, 11), on(MONDAY, 10, 12), on(MONDAY, 14, 14)]
    found = slots(busy=busy, days=1, count=20, not_before=on(MONDAY, 13, 14).start)
    afternoon = ["13:00", "13:30", "14:30", "15:00", "15:30", "16:00", "16:30"]
    assert told(found) == [f"Mon {at}" for at in afternoon]


def test_the_night_in_which_the_clocks_go_forward_has_fewer_times():
    night = hours(starts=0, ends=6, days=EVERY_DAY)
    found = told(slots(date(2026, 3, 29), mine=night, days=1, count=20, minutes=60, step_minutes=60))
    assert found == ["Sun 00:00", "Sun 03:00", "Sun 04:00", "Sun 05:00"]


def test_no_time_is_offered_that_comes_twice():
    night = hours(starts=0, ends=6, days=EVERY_DAY)
    found = told(slots(date(2026, 10, 25), mine=night, days=1, count=20))
    assert found == [
        "Sun 00:00",
        "Sun 00:30",
        "Sun 01:00",
        *(f"Sun 0{at}" for at in ("3:00", "3:30", "4:00", "4:30", "5:00", "5:30")),
    ]


def test_a_day_that_samoa_never_had_has_no_working_hours():
    found = slots(date(2011, 12, 29), mine=hours("Pacific/Apia", days=EVERY_DAY), days=3, count=9)
    assert {local(slot.start, "Pacific/Apia").day for slot in found} == {29, 31}
    assert hours("Pacific/Apia").on(date(2011, 12, 30)) is None


@st.composite
def working_hours(draw):
    starts, ends = sorted(draw(st.lists(st.times().map(lambda at: at.replace(fold=0)), min_size=2, max_size=2)))
    days = draw(st.frozensets(st.integers(1, 7)))
    return WorkingHours(days or WEEKDAYS, starts, ends, draw(st.sampled_from(ZONES)))


near_changes = st.sampled_from(
    [date(2026, 3, 28), date(2026, 10, 24), date(2026, 3, 7), date(2026, 10, 31), date(2026, 4, 4), date(2026, 10, 3)]
)
firsts = st.one_of(near_changes, st.dates(date(1995, 1, 1), date(2040, 1, 1)))


@st.composite
def wishes(draw):
    """What is asked for, with busy times and a moment before which nothing is wanted around the first day."""
    first = draw(firsts)
    midnight = datetime.combine(first, time.min, UTC)
    stretches = draw(st.lists(st.tuples(st.integers(0, 7 * 1440), st.integers(0, 600)), max_size=12))
    starts = [(midnight + timedelta(minutes=at), long) for at, long in stretches]
    return {
        "first": first,
        "count": draw(st.integers(0, 6)),
        "minutes": draw(st.integers(5, 240)),
        "mine": draw(working_hours()),
        "theirs": draw(working_hours()),
        "busy": [Span(start, start + timedelta(minutes=long)) for start, long in starts],
        "not_before": midnight + timedelta(minutes=draw(st.integers(0, 4000))),
        "step_minutes": draw(st.sampled_from([15, 30, 45, 60])),
        "days": 7,
    }


def works(there, slot):
    """Whether somebody works all of a stretch of time, by looking at the clock where they are."""
    start, end = local(slot.start, there.time_zone), local(slot.end, there.time_zone)
    day = start.date()
    return (
        day == end.date()
        and day.isoweekday() in there.days
        and day not in there.off
        and there.starts <= start.time() < end.time() <= there.ends
        and (end.replace(tzinfo=None) - start.replace(tzinfo=None)) == slot.end - slot.start
    )


@settings(max_examples=150, deadline=None)
@given(wishes())
def test_what_is_offered_is_free_and_within_the_hours_of_both(wish):
    found = free_slots(**wish)
    assert found == sorted(found)
    assert len(found) <= wish["count"]
    for slot in found:
        assert slot.end - slot.start == timedelta(minutes=wish["minutes"])
        assert slot.start >= wish["not_before"]
        assert not clashes(slot, wish["busy"])
        for who in (wish["mine"], wish["theirs"]):
            assert works(who, slot)
            start = local(slot.start, who.time_zone)
            assert not wall_time(start.date(), start.time(), who.time_zone).twice
        start = local(slot.start, wish["mine"].time_zone)
        assert (start.hour * 60 + start.minute) % wish["step_minutes"] == 0
        assert timedelta() <= start.date() - wish["first"] < timedelta(days=7)
    assert not any(one.meets(other) for one, other in combinations(found, 2))


@settings(max_examples=60, deadline=None)
@given(firsts, working_hours(), working_hours(), st.integers(1, 5))
def test_no_day_has_two_while_another_has_none(first, mine, theirs, count):
    def days_of(found):
        return [local(slot.start, mine.time_zone).date() for slot in found]

    every = set(days_of(slots(first, mine=mine, theirs=theirs, count=10_000, days=7)))
    found = days_of(slots(first, mine=mine, theirs=theirs, count=count, days=7))
    assert len(set(found)) == min(count, len(every))


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("first", [date.min, date.max])
def test_at_either_end_of_the_calendar_nothing_breaks(first, zone):
    always = WorkingHours(EVERY_DAY, time.min, time.max, zone)
    busy = [Span(EARLIEST, EARLIEST), Span(LATEST, LATEST)]
    for theirs in (always, hours(KATHMANDU, days=EVERY_DAY), hours(NEW_YORK, days=EVERY_DAY)):
        assert not any(clashes(slot, busy) for slot in slots(first, mine=always, theirs=theirs, busy=busy, days=3))


def test_among_ten_thousand_busy_times_free_ones_are_found_at_once():
    start = wall_time(MONDAY, time.min, BERLIN).moment
    starts = [start + timedelta(minutes=each * 7919 % (13 * 1440)) for each in range(10_000)]
    busy = [Span(each, each + timedelta(minutes=45)) for each in starts]
    began = perf_counter()
    found = slots(busy=busy, days=28)
    assert perf_counter() - began < 0.5
    assert len(found) == 3
    assert not any(clashes(slot, busy) for slot in found)
