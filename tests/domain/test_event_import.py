"""Which events of another calendar are interviews, and what they say of those that the book knows."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.calendar_event import Attendee, Event
from infoview_desktop.domain.event_import import (
    MOST_FOUND,
    Candidate,
    KnownMeeting,
    KnownPeople,
    Standing,
    candidates,
    name_words,
)
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.progress import Cancelled, never
from tests.calendars import AT, event, whole_days

NOW = datetime(2026, 6, 7, 12, tzinfo=UTC)
NAMES = {1: "Ana Ruiz", 2: "Łukasz Øberg", 3: "Mei 王", 4: "Juan de la Cruz"}
PEOPLE = KnownPeople(
    {"ana@example.org": 1, "lukasz@example.org": 2}, {name_words(name): key for key, name in NAMES.items()}, NAMES
)


def found(*events: Event, meetings: dict[str, list[KnownMeeting]] | None = None) -> list[Candidate]:
    return list(candidates(events, PEOPLE, meetings or {}, cancelled=never))


def one(*events: Event, meetings: dict[str, list[KnownMeeting]] | None = None) -> Candidate:
    (candidate,) = found(*events, meetings=meetings)
    return candidate


def known(**fields: object) -> dict[str, list[KnownMeeting]]:
    told = {"id": 7, "contact_ids": (1,), "starts_at": AT, "minutes": 60, "place": ""}
    return {"Lecture": [KnownMeeting(**(told | {"state": InterviewState.SCHEDULED} | fields))]}


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Chat with Ana Ruiz", (1,)),
        ("ANA RUIZ / coffee", (1,)),
        ("lukasz øberg", ()),
        ("ŁUKASZ ØBERG: 20 min", (2,)),
        ("Juan de la Cruz, Ana Ruiz and me", (4, 1)),
        ("Mei 王", (3,)),
        ("Anna Ruiz", ()),
        ("Ana", ()),
        ("Banana Ruizs", ()),
        ("Statistics", ()),
    ],
)
def test_whoever_is_named_in_full_in_the_title_is_known_again(title, who):
    assert [candidate.contact_ids for candidate in found(event(title))] == ([who] if who else [])


def test_who_takes_part_is_known_by_their_address_before_their_name():
    attendees = (Attendee("Somebody Else", "ANA@example.org"), Attendee("Łukasz Øberg", "new@example.org"))
    assert one(event(attendees=attendees)).names == ("Ana Ruiz", "Łukasz Øberg")


def test_what_takes_whole_days_no_time_or_longer_than_any_talk_is_none():
    day = date(2026, 6, 9)
    assert found(whole_days("Ana Ruiz", day, day), event("Ana Ruiz", minutes=0), event("Ana Ruiz", minutes=481)) == []


def test_what_was_called_off_before_anybody_knew_of_it_is_nothing():
    assert found(event("Ana Ruiz", state=InterviewState.CANCELLED, busy=False)) == []


@pytest.mark.parametrize(
    ("place", "medium"),
    [
        ("", Medium.VIDEO),
        ("HTTPS://meet.example/x", Medium.VIDEO),
        ("+34 600 12 34 56", Medium.PHONE),
        ("tel:+34600123456", Medium.PHONE),
        ("Room 4", Medium.IN_PERSON),
        ("Café Mirabel", Medium.IN_PERSON),
    ],
)
def test_how_one_talks_follows_from_the_place_unless_it_is_told(place, medium):
    assert one(event("Ana Ruiz", place=place)).medium is medium
    assert one(event("Ana Ruiz", place=place, medium=Medium.PHONE)).medium is Medium.PHONE


def test_an_interview_of_the_book_that_stands_as_it_says_is_no_news():
    candidate = one(event(), meetings=known())
    assert candidate.standing is Standing.SAME
    assert not candidate.is_likely(NOW)


@pytest.mark.parametrize(
    "fields",
    [
        {"starts_at": AT + timedelta(hours=1)},
        {"minutes": 30},
        {"place": "Room 4"},
        {"state": InterviewState.ASKED},
    ],
)
def test_one_that_is_at_another_time_or_place_is_news(fields):
    told = event(place="Room 5", state=InterviewState.SCHEDULED)
    candidate = one(told, meetings=known(**({"place": "Room 5"} | fields)))
    assert candidate.standing is Standing.CHANGED
    assert candidate.is_likely(NOW)
    assert candidate.meeting is not None
    assert candidate.meeting.id == 7


def test_a_place_that_the_calendar_does_not_tell_stays():
    assert one(event(), meetings=known(place="Room 4")).standing is Standing.SAME


def test_an_interview_that_is_called_off_there_is_news():
    candidate = one(event(state=InterviewState.CANCELLED), meetings=known())
    assert (candidate.standing, candidate.state) == (Standing.CHANGED, InterviewState.CANCELLED)


def test_of_what_recurs_only_the_time_at_which_there_is_an_interview_is_that_interview():
    later = AT + timedelta(days=7)
    first, second = found(event("Ana Ruiz"), event("Ana Ruiz", later), meetings={"Ana Ruiz": known()["Lecture"]})
    assert (first.standing, second.standing) == (Standing.SAME, Standing.NEW)


@pytest.mark.parametrize(("starts", "medium", "likely"), [(1, None, True), (-1, None, False), (-1, Medium.PHONE, True)])
def test_what_is_still_to_come_or_came_from_here_is_most_likely_wanted(starts, medium, likely):
    assert one(event("Ana Ruiz", NOW + timedelta(days=starts), medium=medium)).is_likely(NOW) is likely


def test_what_recurs_is_most_likely_no_interview():
    weekly = [event("Ana Ruiz", AT + timedelta(days=7 * week)) for week in range(3)]
    assert [candidate.is_likely(NOW) for candidate in found(*weekly)] == [False] * 3


def test_they_come_in_order_of_time_and_no_more_than_anybody_looks_through():
    many = [event("Ana Ruiz", AT - timedelta(days=day), uid=str(day)) for day in range(MOST_FOUND + 5)]
    ordered = found(*many)
    assert len(ordered) == MOST_FOUND
    assert ordered == sorted(ordered, key=lambda candidate: candidate.starts_at)
    assert ordered[0].event is many[-1]


def test_one_who_cancels_does_not_wait():
    with pytest.raises(Cancelled):
        candidates([event()] * 10_000, PEOPLE, {}, cancelled=lambda: True)


@given(st.text(max_size=200), st.text(max_size=40), st.text(max_size=40))
def test_no_text_upsets_it(title, name, email):
    for candidate in found(event(title, attendees=(Attendee(name, email),), place=email)):
        assert candidate.contact_ids
        assert candidate.medium in Medium
