"""What recurs in calendars of other programs, and single times of it that were changed."""

import pytest

from infoview_desktop.domain.interview import InterviewState
from tests.calendar_files import calendar, event, read_calendar, told

WEEKLY = event("DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=4", "SUMMARY:Lecture")
"""On the 1st, 8th, 15th and 22nd of December, from eight to nine by UTC."""


def instead_of(at: str, *lines: str, start: str = "DTSTART:20261209T120000") -> str:
    return event(f"RECURRENCE-ID{at}", "DURATION:PT30M", "SUMMARY:Moved", *lines, start=start)


def days(file):
    return [line[:6] for line in told(file.events)]


def test_every_time_is_an_event(tmp_path):
    file = read_calendar(tmp_path, calendar(WEEKLY))
    assert told(file.events) == [f"{day}.12. 08:00-09:00" for day in ("01", "08", "15", "22")]
    assert {(one.uid, one.title) for one in file.events} == {("1", "Lecture")}


@pytest.mark.parametrize(
    ("until", "count"),
    [
        ("20261222T080000Z", 4),
        ("20261222T075959Z", 3),
        ("20261222T090000", 4),
        ("20261222T085959", 3),
        ("20261222", 4),
        ("20261221", 3),
        ("20261130", 0),  # what some programs write when all of it is deleted
    ],
)
def test_it_recurs_until_the_last_time(tmp_path, until, count):
    file = read_calendar(tmp_path, calendar(event(f"RRULE:FREQ=WEEKLY;UNTIL={until}")))
    assert (len(file.events), file.problems) == (count, ())


@pytest.mark.parametrize("until", ["20261203", "20261203T000000Z", "20261203T225959Z"])
def test_whole_days_recur_until_the_last_day(tmp_path, until):
    file = read_calendar(tmp_path, calendar(event(f"RRULE:FREQ=DAILY;UNTIL={until}", start="DTSTART:20261201")))
    assert told(file.events) == ["01.12.-01.12.", "02.12.-02.12.", "03.12.-03.12."]


@pytest.mark.parametrize(
    "exception",
    [
        "EXDATE:20261208T090000,20261222T090000",
        "EXDATE:20261208T080000Z,20261222T080000Z",
        "EXDATE;TZID=America/New_York:20261208T030000\nEXDATE;TZID=Europe/Berlin:20261222T090000",
        "EXDATE;VALUE=DATE:20261208,20261222",
        "EXDATE:20261208T090000,,nonsense,20261222T090000",
    ],
)
@pytest.mark.parametrize("changed", [False, True])
def test_when_it_does_not_take_place_it_is_not_seen(tmp_path, exception, changed):
    weekly = event("RRULE:FREQ=WEEKLY;COUNT=4", exception)
    change = [instead_of(":20261215T090000")] if changed else []
    file = read_calendar(tmp_path, calendar(weekly, *change))
    assert days(file) == (["01.12.", "09.12."] if changed else ["01.12.", "15.12."])
    assert [problem.why for problem in file.problems] == (
        ["EXDATE that makes no sense; the event is read without it"] if "nonsense" in exception else []
    )


def test_dates_beside_the_rule_are_seen_once(tmp_path):
    weekly = event(
        "DURATION:PT1H",
        "RRULE:FREQ=WEEKLY;COUNT=2",
        "RDATE:20261204T090000,20261208T090000",
        "RDATE;VALUE=PERIOD:20261205T080000Z/20261205T083000Z,20261206T080000Z/PT10M",
        "RDATE;VALUE=DATE:20261207",
    )
    expected = ["01.12. 08:00-09:00", "04.12. 08:00-09:00", "05.12. 08:00-08:30", "06.12. 08:00-08:10"]
    expected += ["07.12. 08:00-09:00", "08.12. 08:00-09:00"]
    assert told(read_calendar(tmp_path, calendar(weekly)).events) == expected
    changed = read_calendar(tmp_path, calendar(weekly, instead_of(":20261208T090000")))
    assert told(changed.events) == [*expected[:-1], "09.12. 11:00-11:30"]


@pytest.mark.parametrize(
    "at",
    [
        ":20261208T090000",
        ":20261208T080000Z",
        ";TZID=America/New_York:20261208T030000",
        ";VALUE=DATE:20261208",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_changed_time_takes_the_place_of_its_own(tmp_path, at, first):
    change = instead_of(at)
    file = read_calendar(tmp_path, calendar(change, WEEKLY) if first else calendar(WEEKLY, change))
    assert told(file.events) == [
        "01.12. 08:00-09:00",
        "09.12. 11:00-11:30",
        "15.12. 08:00-09:00",
        "22.12. 08:00-09:00",
    ]
    assert [one.title for one in file.events] == ["Lecture", "Moved", "Lecture", "Lecture"]


def test_a_time_that_was_called_off_says_so(tmp_path):
    change = instead_of(":20261208T090000", "STATUS:CANCELLED", start="DTSTART:20261208T090000")
    file = read_calendar(tmp_path, calendar(WEEKLY, change))
    assert [(one.state, one.busy) for one in file.events] == [
        (None, True),
        (InterviewState.CANCELLED, False),
        (None, True),
        (None, True),
    ]


def test_a_time_may_be_moved_into_the_days_that_are_seen_and_out_of_them(tmp_path):
    weekly = event("RRULE:FREQ=WEEKLY;COUNT=4", start="DTSTART:20260901T090000")
    into = instead_of(":20260915T090000")
    assert told(read_calendar(tmp_path, calendar(weekly, into)).events) == ["09.12. 11:00-11:30"]
    away = instead_of(":20261208T090000", start="DTSTART:20270909T120000")
    assert days(read_calendar(tmp_path, calendar(WEEKLY, away))) == ["01.12.", "15.12.", "22.12."]


def test_a_change_of_all_later_times_moves_and_names_them(tmp_path):
    change = instead_of(";RANGE=THISANDFUTURE:20261208T090000", start="DTSTART:20261208T133000")
    file = read_calendar(tmp_path, calendar(WEEKLY, change, instead_of(":20261222T090000")))
    assert told(file.events) == [
        "01.12. 08:00-09:00",
        "08.12. 12:30-13:00",
        "09.12. 11:00-11:30",
        "15.12. 12:30-13:00",
    ]
    assert [one.title for one in file.events] == ["Lecture", "Moved", "Moved", "Moved"]


def test_a_change_of_all_later_times_may_be_in_another_zone(tmp_path):
    start = "DTSTART;TZID=America/New_York:20261208T073000"
    change = instead_of(";RANGE=THISANDFUTURE:20261208T090000", start=start)
    file = read_calendar(tmp_path, calendar(WEEKLY, change))
    assert told(file.events)[1:] == [f"{day}.12. 12:30-13:00" for day in ("08", "15", "22")]
    assert [one.time_zone for one in file.events] == ["Europe/Berlin", *["America/New_York"] * 3]


def test_whole_days_may_be_changed_into_times_and_times_into_whole_days(tmp_path):
    daily = event("RRULE:FREQ=WEEKLY;COUNT=3", start="DTSTART:20261201")
    file = read_calendar(tmp_path, calendar(daily, instead_of(";VALUE=DATE:20261208")))
    assert told(file.events) == ["01.12.-01.12.", "09.12. 11:00-11:30", "15.12.-15.12."]
    back = instead_of(":20261208T090000", start="DTSTART:20261210").replace("DURATION:PT30M\n", "")
    file = read_calendar(tmp_path, calendar(WEEKLY, back))
    assert told(file.events)[:3] == ["01.12. 08:00-09:00", "10.12.-10.12.", "15.12. 08:00-09:00"]
    later = instead_of(";RANGE=THISANDFUTURE;VALUE=DATE:20261208", start="DTSTART:20261208T120000")
    file = read_calendar(tmp_path, calendar(daily, later))
    assert told(file.events) == ["01.12.-01.12.", "08.12. 11:00-11:30", "15.12. 11:00-11:30"]


def test_changed_times_without_what_they_belong_to_stand_alone_the_newest_of_each(tmp_path):
    """So does an invitation to a single time of something."""
    old = instead_of(":20261208T090000", "SEQUENCE:1", start="DTSTART:20261208T100000")
    new = instead_of(":20261208T090000", "SEQUENCE:2", start="DTSTART:20261208T110000")
    other = instead_of(":20261215T090000", "RRULE:FREQ=DAILY", start="DTSTART:20261215T110000")
    file = read_calendar(tmp_path, calendar(new, old, other))
    assert told(file.events) == ["08.12. 10:00-10:30", "15.12. 10:00-10:30"]


def test_of_an_event_that_stands_there_twice_the_newest_is_meant(tmp_path):
    old, new = event("SEQUENCE:1", "SUMMARY:Old"), event("SEQUENCE:2", start="DTSTART:20261203T090000")
    assert days(read_calendar(tmp_path, calendar(new, old))) == ["03.12."]
    assert days(read_calendar(tmp_path, calendar(WEEKLY, WEEKLY))) == ["01.12.", "08.12.", "15.12.", "22.12."]


def test_events_that_share_a_name_by_mistake_are_all_seen(tmp_path):
    file = read_calendar(
        tmp_path,
        calendar(
            event(uid=""),
            event(uid="", start="DTSTART:20261202T090000"),
            event(start="DTSTART:20261203T090000"),
            event("RRULE:FREQ=DAILY;COUNT=2", start="DTSTART:20261204T090000"),
        ),
    )
    assert days(file) == ["01.12.", "02.12.", "03.12.", "04.12.", "05.12."]


def test_a_long_night_is_as_long_as_the_first_one(tmp_path):
    """Whatever the clocks do meanwhile (RFC 5545 3.8.5.3)."""
    nights = event("DTEND:20261024T060000", "RRULE:FREQ=DAILY;COUNT=3", start="DTSTART:20261023T220000")
    assert told(read_calendar(tmp_path, calendar(nights)).events) == [
        "23.10. 20:00-04:00",
        "24.10. 20:00-04:00",
        "25.10. 21:00-05:00",
    ]


@pytest.mark.parametrize("rule", ["FREQ=FORTNIGHTLY", "nonsense", "FREQ=DAILY;BYHOUR=25", "FREQ=DAILY;BYEASTER=1"])
@pytest.mark.parametrize("changed", [False, True])
def test_with_a_rule_that_makes_no_sense_an_event_is_seen_once(tmp_path, rule, changed):
    change = [instead_of(":20261215T090000")] if changed else []
    file = read_calendar(tmp_path, calendar(event(f"RRULE:{rule}"), *change))
    assert days(file) == ["01.12."]
    (problem,) = file.problems
    assert problem.why == "a rule of repetition that makes no sense; the event is shown once"
    assert (problem.line, problem.left_out, file.left_out) == (3, False, False)
