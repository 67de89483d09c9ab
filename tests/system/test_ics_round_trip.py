"""Interviews written for other calendars and read again: nothing of them is lost."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infoview_desktop.domain.calendar_event import Attendee, Meeting
from infoview_desktop.domain.interview import LONGEST_MINUTES, InterviewState, Medium
from infoview_desktop.domain.text import clean
from infoview_desktop.system.ics_writer import write, write_invitation
from tests.calendar_files import read_calendar

ZONES = [
    "Europe/Berlin",
    "Europe/Dublin",
    "America/New_York",
    "America/Argentina/Ushuaia",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "UTC",
]
EPOCH = datetime(1902, 1, 1, tzinfo=UTC)

texts = st.text(max_size=80).map(lambda text: clean(text)[0])
names = st.one_of(st.sampled_from(["Ana Ruiz", 'Bo "B."; Chen, ^ III', "^n", "'", "\\n", "a:b"]), texts).filter(bool)
addresses = st.one_of(
    st.just(""), st.sampled_from(["ana@example.org", "a+b?c%25@ex.org", "o'h@x.org"]), st.emails()
)  # fmt: skip
places = st.one_of(st.sampled_from(["https://meet.example/a,b;c?d=\\e", "Hall 1: left; up, \\n", "tel:+49 30"]), texts)


@st.composite
def meetings(draw):
    starts_at = EPOCH + timedelta(minutes=draw(st.integers(0, 290 * 365 * 24 * 60)))
    return Meeting(
        uid=draw(st.one_of(st.uuids().map(str), st.sampled_from(["a,b;c\\d@x", "4\\n"]), texts.filter(bool))),
        people=tuple(draw(st.lists(st.builds(Attendee, names, addresses), min_size=1, max_size=4))),
        starts_at=starts_at,
        minutes=draw(st.integers(1, LONGEST_MINUTES)),
        time_zone=draw(st.sampled_from(ZONES)),
        medium=draw(st.sampled_from(Medium)),
        place=draw(places),
        state=draw(st.sampled_from(InterviewState)),
        state_at=starts_at,
        created_at=EPOCH,
    )


def read_again(directory, *meetings):
    """The meetings, as they are read of the file that they are written to."""
    file = StringIO(newline="")
    write(file, meetings)
    read = read_calendar(
        directory, file.getvalue(), first=date(1901, 1, 1), last=date(2199, 1, 1), time_zone="America/Lima"
    )
    assert (read.problems, read.left_out) == ((), False)
    return {event.uid: event for event in read.events}


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(meetings(), min_size=1, max_size=4, unique_by=lambda meeting: meeting.uid))
def test_an_interview_that_is_exported_and_read_again_is_the_same(tmp_path, meetings):
    events = read_again(tmp_path, *meetings)
    assert len(events) == len(meetings)
    for meeting in meetings:
        event = events[meeting.uid]
        assert event.attendees == meeting.people
        assert (event.span.start, event.span.end) == (meeting.starts_at, meeting.ends_at)
        assert (event.time_zone, event.place) == (meeting.time_zone, meeting.place)
        assert (event.medium, event.state) == (meeting.medium, meeting.state)
        assert event.busy == (meeting.state is not InterviewState.CANCELLED)


MEETING = Meeting(
    uid="0fc29f0c-ae42-565d-94ce-fdc80573ee6a",
    people=(Attendee("Ana Ruiz", "ana@example.org"),),
    starts_at=datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    minutes=20,
    time_zone="Europe/Berlin",
    medium=Medium.VIDEO,
    place="",
    state=InterviewState.SCHEDULED,
    state_at=EPOCH,
    created_at=EPOCH,
)


@pytest.mark.parametrize("later", [0, 20, 60])
def test_both_half_past_twos_of_a_night_are_read_again_in_their_zone(tmp_path, later):
    at = MEETING.starts_at + timedelta(minutes=later)
    event = read_again(tmp_path, replace(MEETING, starts_at=at))[MEETING.uid]
    assert (event.span.start, event.time_zone) == (at, "Europe/Berlin")


def test_an_invitation_tells_whoever_gets_it_who_when_and_where(tmp_path):
    file = StringIO(newline="")
    me = Attendee("Me", "me@example.org")
    write_invitation(file, MEETING, organizer=me, made_at=EPOCH)
    (event,) = read_calendar(tmp_path, file.getvalue()).events
    assert (event.uid, event.attendees) == (MEETING.uid, (me, *MEETING.people))
    assert (event.span.start, event.time_zone) == (MEETING.starts_at, "Europe/Berlin")
    assert (event.medium, event.state) == (None, None)  # these are nobody else's business
