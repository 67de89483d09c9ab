"""Interviews as other calendars are told of them: by the letter of the standard, and read by another parser."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from vobject.icalendar import registerTzid

from infoview_desktop.domain.calendar_event import Attendee, Meeting
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.text import clean
from infoview_desktop.system.ics_writer import write, write_invitation

ANA = Attendee("Ana Ruiz", "ana@example.org")
SAM = Attendee("Sam", "sam@example.org")
MEETING = Meeting(
    uid="0fc29f0c-ae42-565d-94ce-fdc80573ee6a",
    people=(ANA, Attendee('Bo "Bobby"; Chen, ^ III', "")),
    starts_at=datetime(2026, 3, 28, 14, tzinfo=UTC),
    minutes=20,
    time_zone="Europe/Berlin",
    medium=Medium.VIDEO,
    place="https://meet.example/a,b;c?d=\\e",
    state=InterviewState.SCHEDULED,
    state_at=datetime(2026, 3, 1, 9, tzinfo=UTC),
    created_at=datetime(2026, 3, 1, 8, tzinfo=UTC),
)
ZONES = [
    "Europe/Berlin",
    "Europe/Dublin",
    "America/New_York",
    "America/Santiago",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "UTC",
]


def written(*meetings):
    file = StringIO(newline="")
    write(file, meetings)
    return file.getvalue()


def invitation(meeting=MEETING, organizer=SAM, **later):
    file = StringIO(newline="")
    write_invitation(file, meeting, organizer=organizer, made_at=meeting.created_at + timedelta(**later))
    return file.getvalue()


def events(text):
    for zone in ZONES[:-1]:
        registerTzid(zone, None)  # of each name it would keep the first zone that it ever read
    return vobject.readOne(text).vevent_list


def lines(text):
    """The content lines, unfolded."""
    return text.replace("\r\n ", "").split("\r\n")


def test_another_parser_reads_what_is_written():
    (event,) = events(written(MEETING))
    assert event.uid.value == MEETING.uid
    assert event.summary.value == 'Interview with Ana Ruiz, Bo "Bobby"; Chen, ^ III'
    assert event.location.value == MEETING.place
    assert event.dtstart.value == MEETING.starts_at
    assert event.dtend.value == MEETING.ends_at
    assert event.dtstart.value.utcoffset() == timedelta(hours=1)
    assert event.status.value == "CONFIRMED"
    assert [attendee.value for attendee in event.attendee_list] == ["mailto:ana@example.org", "invalid:nomail"]
    assert event.attendee_list[0].params["CN"] == ["Ana Ruiz"]


def test_the_zone_says_when_the_clocks_change_by_a_rule_that_goes_on():
    assert [line for line in lines(written(MEETING)) if line.startswith(("DTSTART:", "RRULE", "TZOFFSETTO"))] == [
        "DTSTART:20250330T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETTO:+0200",
        "DTSTART:20251026T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETTO:+0100",
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(ZONES), st.datetimes(datetime(2005, 1, 1), datetime(2036, 1, 1))),  # noqa: DTZ001
        min_size=1,
        max_size=2,
    )
)
def test_another_parser_finds_the_same_moments_by_the_zones_that_are_told(times):
    meetings = [
        replace(MEETING, uid=str(number), time_zone=zone, starts_at=at.replace(microsecond=0, tzinfo=UTC))
        for number, (zone, at) in enumerate(times)
    ]
    read = events(written(*meetings))
    assert [event.dtstart.value for event in read] == [meeting.starts_at for meeting in meetings]
    assert [event.dtend.value for event in read] == [meeting.ends_at for meeting in meetings]


def test_a_time_that_a_clock_shows_twice_is_told_in_utc_the_second_time():
    first = replace(MEETING, starts_at=datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    second = replace(first, starts_at=first.starts_at + timedelta(hours=1))
    told = [line for line in lines(written(first, second)) if line.startswith("DTSTART") and "1025T" in line]
    assert told == ["DTSTART;TZID=Europe/Berlin:20261025T023000", "DTSTART:20261025T013000Z"]


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "UTC", "x\r\nBEGIN:VALARM"])
def test_where_nobody_knows_the_zone_the_time_is_told_in_utc(zone):
    text = written(replace(MEETING, time_zone=zone))
    assert "DTSTART:20260328T140000Z" in lines(text)
    assert "TZID" not in text


@pytest.mark.parametrize("year", [1, 1901, 2199, 9999])
def test_the_ends_of_time_are_written_too(year):
    at = datetime(year, 12, 31, 23, 50, tzinfo=UTC)
    (event,) = events(written(replace(MEETING, starts_at=at)))
    assert event.dtstart.value == at


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (InterviewState.ASKED, "TENTATIVE"),
        (InterviewState.SCHEDULED, "CONFIRMED"),
        (InterviewState.HELD, "CONFIRMED"),
        (InterviewState.CANCELLED, "CANCELLED"),
        (InterviewState.NO_SHOW, "CONFIRMED"),
    ],
)
def test_the_status_follows_from_how_it_stands(state, status):
    assert f"STATUS:{status}" in lines(written(replace(MEETING, state=state)))


@settings(deadline=None, max_examples=60)
@given(st.text(), st.text(), st.text())
def test_nothing_in_a_text_adds_a_line(name, email, place):
    meeting = replace(MEETING, people=(Attendee(name, email), ANA), place=place)
    told = ", ".join(filter(None, (clean(name)[0], "Ana Ruiz")))
    host = Attendee(name, email)
    invited = "Conversation: " + ", ".join(filter(None, (clean(name)[0], told)))
    for text, summary in (
        (written(meeting), f"Interview with {told}"),
        (invitation(meeting, organizer=host), invited),
    ):
        names = [line.partition(":")[0].partition(";")[0] for line in lines(text)]
        assert names.count("BEGIN") == names.count("END") == 5 - (0 if "TZID" in text else 3)
        expected = {"ATTENDEE", "BEGIN", "CALSCALE", "CREATED", "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "END"}
        expected |= {
            "LOCATION",
            "METHOD",
            "ORGANIZER",
            "PRODID",
            "RRULE",
            "SEQUENCE",
            "STATUS",
            "SUMMARY",
            "TZID",
            "TZNAME",
        }
        expected |= {"TZOFFSETFROM", "TZOFFSETTO", "UID", "VERSION", ""}
        assert set(names) <= expected | {"X-INFOVIEW-MEDIUM", "X-INFOVIEW-STATE", "X-INFOVIEW-TIME-ZONE"}
        assert names.count("ATTENDEE") <= 2
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        (event,) = events(text)
        assert event.summary.value == clean(summary)[0]


def test_the_same_interviews_give_the_same_bytes():
    assert written(MEETING) == written(MEETING)


def test_no_interview_is_a_calendar_without_events():
    assert lines(written())[0] == "BEGIN:VCALENDAR"
    assert lines(written())[-2] == "END:VCALENDAR"


def test_an_invitation_asks_those_who_have_an_address():
    text = lines(invitation(organizer=Attendee("Me", "me@example.org")))
    assert "METHOD:REQUEST" in text
    assert "ORGANIZER;CN=Me:mailto:me@example.org" in text
    assert any(line.startswith("SUMMARY:Conversation: Me\\, Ana Ruiz") for line in text)
    assert [line for line in text if line.startswith("ATTENDEE")] == [
        'ATTENDEE;CN="Ana Ruiz";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:ana@example.org'
    ]


def test_a_later_invitation_takes_the_place_of_an_earlier_one():
    first, second = lines(invitation(minutes=3)), lines(invitation(minutes=90))
    assert {"SEQUENCE:3", f"UID:{MEETING.uid}", "DTSTAMP:20260301T080300Z"} <= set(first)
    assert {"SEQUENCE:90", f"UID:{MEETING.uid}", "DTSTAMP:20260301T093000Z"} <= set(second)


def test_an_invitation_to_what_is_called_off_takes_it_back():
    text = lines(invitation(replace(MEETING, state=InterviewState.CANCELLED)))
    assert {"METHOD:CANCEL", "STATUS:CANCELLED"} <= set(text)
