"""Rules of repetition: by the letter of the standard, by another program's reckoning, and never for ever."""

import time
from datetime import datetime, timedelta
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_desktop.system.ics_rule import rule_of
from infoview_desktop.system.ics_times import MOST_EFFORT_FOR_ONE, Effort, EndlessError, times_of

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
START = datetime(2026, 10, 12, 10, 15)  # noqa: DTZ001 - a clock on a wall, as in all of this file
END = datetime(2027, 12, 31)  # noqa: DTZ001
LAST = datetime(9999, 12, 31)  # noqa: DTZ001


def times(text, start=START, low=START, high=END):
    rule = rule_of(text)
    effort = Effort(lambda: None)
    effort.begin(MOST_EFFORT_FOR_ONE)
    until = rule.until.wall if rule.until else None
    return list(times_of(rule, start, low=low, high=high, until=until, effort=effort))


def days(text, start=START, **bounds):
    return [f"{at:%d.%m.%y}" for at in times(text, start, **bounds)]


def joined(values):
    return ",".join(map(str, values))


def some(values, most=4):
    return st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True)


DAY_PARTS = {
    "YEARLY": [
        st.just(""),
        some([day for day in range(-28, 29) if day]).map(lambda them: f";BYMONTHDAY={joined(them)}"),
        some([day for day in range(-365, 366) if day]).map(lambda them: f";BYYEARDAY={joined(them)}"),
        st.builds("{0};BYDAY={1}".format, some(range(1, 53)).map(lambda them: f";BYWEEKNO={joined(them)}"),
                  some(WEEKDAYS).map(joined)),
        some([f"{place}{day}" for place in (1, 2, 4, -1, -3) for day in WEEKDAYS]).map(
            lambda them: f";BYDAY={joined(them)}"
        ),
        st.just(";BYMONTH=3,11;BYDAY=2SU,-1FR"),
    ],
    "MONTHLY": [
        st.just(""),
        some([day for day in range(-28, 29) if day]).map(lambda them: f";BYMONTHDAY={joined(them)}"),
        some(WEEKDAYS).map(lambda them: f";BYDAY={joined(them)}"),
        some([f"{place}{day}" for place in (1, 2, 4, -1, -3) for day in WEEKDAYS]).map(
            lambda them: f";BYDAY={joined(them)}"
        ),
        some(WEEKDAYS).map(lambda them: f";BYDAY={joined(them)};BYSETPOS=-1,2"),
    ],
    "WEEKLY": [st.just(""), some(WEEKDAYS).map(lambda them: f";BYDAY={joined(them)}")],
    "DAILY": [
        st.just(""),
        some(WEEKDAYS).map(lambda them: f";BYDAY={joined(them)}"),
        some([day for day in range(-28, 29) if day]).map(lambda them: f";BYMONTHDAY={joined(them)}"),
        some(range(1, 13)).map(lambda them: f";BYMONTH={joined(them)}"),
    ],
    "HOURLY": [st.just(""), st.just(";BYDAY=MO,FR"), st.just(";BYMINUTE=5,35")],
}  # fmt: skip


@st.composite
def rules(draw):
    """Rules that apply sooner or later; the other program would look for the others for ever."""
    frequency = draw(st.sampled_from(sorted(DAY_PARTS)))
    text = f"FREQ={frequency}" + draw(st.one_of(DAY_PARTS[frequency]))
    text += draw(st.just("") | st.integers(1, 6).map(lambda interval: f";INTERVAL={interval}"))
    text += draw(st.just("") | st.sampled_from(WEEKDAYS).map(lambda day: f";WKST={day}"))
    if frequency != "HOURLY":
        text += draw(st.just("") | some(range(24)).map(lambda hours: f";BYHOUR={joined(hours)}"))
    end = st.integers(1, 60).map(lambda count: f";COUNT={count}") | st.just(";UNTIL=20270601T101500")
    return text + draw(st.just("") | end)


@settings(deadline=None, max_examples=300)
@given(rules(), st.integers(0, 365), st.integers(0, 400), st.integers(0, 600))
def test_another_program_finds_the_same_times(text, start, low, length):
    start = START + timedelta(days=start)
    low = start + timedelta(days=low)
    high = low + timedelta(days=length // 20 if "HOURLY" in text else length)
    theirs = [at for at in takewhile(lambda at: at <= high, rrulestr(text, dtstart=start)) if at >= low]
    assert times(text, start, low, high) == theirs


def test_weekdays_with_and_without_a_place_are_both_meant():
    """The other program takes only days that are both."""
    high = datetime(2026, 11, 30)  # noqa: DTZ001
    assert days("FREQ=MONTHLY;BYDAY=SU,1MO", high=high) == [
        *["18.10.26", "25.10.26", "01.11.26", "02.11.26", "08.11.26", "15.11.26", "22.11.26", "29.11.26"]
    ]


def test_what_the_rule_does_not_say_is_as_at_the_start():
    assert days("FREQ=YEARLY;BYWEEKNO=50") == ["07.12.26", "13.12.27"]
    assert days("FREQ=YEARLY;BYMONTH=12") == ["12.12.26", "12.12.27"]
    assert days("FREQ=MONTHLY;BYMONTH=1,2") == ["12.01.27", "12.02.27"]


def test_a_day_that_a_month_does_not_have_is_passed_over():
    assert days("FREQ=MONTHLY;COUNT=3", datetime(2026, 10, 31)) == ["31.10.26", "31.12.26", "31.01.27"]  # noqa: DTZ001


def test_the_last_day_that_is_told_without_a_time_is_one_of_them():
    assert rule_of("FREQ=DAILY;UNTIL=20261014").until.is_day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FREQ=",
        "FREQ=NEVER",
        "BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;COUNT=many",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=DAILY;BYMINUTE=" + joined(range(60)) + ";BYSECOND=" + joined(range(60)),
        "FREQ=DAILY;BYHOUR=" + ",".join(["1"] * 3_000),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - it is told by whoever knows the event
        rule_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "freq=weekly; byday=mo ;",
        "FREQ=WEEKLY;BYDAY=+1MO",
        "FREQ=WEEKLY;INTERVAL=0;BYDAY=MO",
        "FREQ=WEEKLY;WKST=MO;X-NAME=1",
    ],
)
def test_a_rule_may_be_written_carelessly(text):
    assert days(text, high=datetime(2026, 10, 20)) == ["12.10.26", "19.10.26"]  # noqa: DTZ001


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYHOUR=5;BYMINUTE=3;BYSECOND=1;BYMONTH=2",
        "FREQ=MINUTELY;INTERVAL=7;BYHOUR=3;BYDAY=MO",
        "FREQ=HOURLY;INTERVAL=24;BYHOUR=11",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=WEEKLY;INTERVAL=999999999",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
        "FREQ=YEARLY;INTERVAL=999999999",
        "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=DAILY;COUNT=0",
        "FREQ=YEARLY;COUNT=999999999;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYHOUR=" + joined(range(24)) + ";BYMINUTE=" + joined(range(60)) + ";BYDAY=" + joined(WEEKDAYS),
        "FREQ=HOURLY;INTERVAL=999999999",
        "FREQ=YEARLY;BYDAY=" + ",".join(f"{place}{day}" for place in range(-53, 54) for day in WEEKDAYS),
    ],
)
@pytest.mark.parametrize("year", [1, 1601, 2026, 9998])
@pytest.mark.parametrize("days", [400, 2_900_000])
def test_no_rule_takes_long(text, year, days):
    start = datetime(year, 10, 12, 10, 15)  # noqa: DTZ001
    low = max(start, START)
    high = low + timedelta(days=min(days, (LAST - low).days))
    started = time.perf_counter()
    try:
        found = times(text, start, low, high)
    except EndlessError:
        found = []
    assert time.perf_counter() - started < 1
    assert all(at >= low for at in found)


def test_following_a_rule_can_be_interrupted_on_the_way():
    steps = []
    effort = Effort(lambda: steps.append(1))
    effort.begin(MOST_EFFORT_FOR_ONE)
    with pytest.raises(EndlessError):
        list(times_of(rule_of("FREQ=SECONDLY"), START, low=START, high=END, until=None, effort=effort))
    assert len(steps) > 100
