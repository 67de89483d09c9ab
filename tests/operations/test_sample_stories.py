"""The sample's three months are believable on whatever day, at whatever hour and wherever it is opened."""

import json
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.free_time import clashes
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.note import title
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import calendars, planning, sample
from infoview_desktop.operations.sample_moments import Moments
from infoview_desktop.store.reads import calendar, follow_ups, stories
from infoview_desktop.system import paths
from tests.book import Book, Clock

FOLDER = paths.resources() / sample.FOLDER
STORY, NOTES = (json.loads((FOLDER / f"{name}.json").read_text("utf-8")) for name in ("story", "notes"))
OPENED = [
    ("2026-11-24T10:42", "UTC"),
    ("2026-11-22T18:30", "Europe/London"),  # a Sunday
    ("2026-11-23T08:05", "America/Lima"),  # a Monday
    ("2028-02-29T12:00", "Asia/Kathmandu"),  # a leap day
    ("2027-01-01T00:04", "Australia/Lord_Howe"),
    ("2026-10-25T02:30", "Europe/Berlin"),  # the hour that comes twice
    ("2027-03-28T23:58", "Europe/Lisbon"),  # the day without an hour
    ("2026-11-28T00:00", "Pacific/Kiritimati"),  # a Saturday
    ("2026-12-04T17:20", "America/Los_Angeles"),  # a Friday
]


@pytest.fixture(params=OPENED, ids=" ".join)
def book(request, tmp_path):
    moment, zone = request.param
    clock = Clock()
    clock.now = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone))
    with Book(tmp_path / "book", clock) as book:
        sample.fill(book.store, folder=FOLDER, time_zone=zone)
        yield book


def ids(book):
    return [contact_id for (contact_id,) in book.read.rows("SELECT id FROM contact WHERE trashed_at IS NULL")]


def moments(book, query):
    return [datetime.fromisoformat(moment) for (moment,) in book.read.rows(query)]


def today(book):
    return book.clock.now.date()


def test_what_happened_lies_behind_and_what_is_agreed_ahead(book):
    now = book.clock.now
    happened = moments(book, "SELECT at FROM touch") + moments(book, "SELECT changed_at FROM note")
    happened += moments(book, "SELECT state_at FROM interview") + moments(book, "SELECT created_at FROM interview")
    happened += moments(book, "SELECT ended_at FROM follow_up WHERE ended_at IS NOT NULL")
    assert max(happened) <= now
    assert timedelta(days=80) < now - min(moments(book, "SELECT at FROM touch")) < timedelta(days=110)
    assert max(moments(book, "SELECT starts_at FROM interview WHERE state IN ('held', 'no_show')")) < now
    ahead = moments(book, "SELECT starts_at FROM interview WHERE state = 'scheduled' ORDER BY starts_at")
    assert now < ahead[0] <= now + timedelta(hours=15)
    assert now + timedelta(days=6) < ahead[-1] < now + timedelta(days=11)


def test_nobody_talks_by_night_or_twice_at_once(book):
    zone = book.clock.now.tzinfo
    times = moments(book, "SELECT starts_at FROM interview WHERE starts_at IS NOT NULL ORDER BY starts_at")
    lisbon = ZoneInfo("Europe/Lisbon")
    assert all(8 <= each.astimezone(zone).hour <= 21 or 8 <= each.astimezone(lisbon).hour <= 21 for each in times)
    assert all(later - earlier >= timedelta(minutes=30) for earlier, later in pairwise(times))


def test_a_handful_of_things_is_due_each_by_a_rule(book):
    due = book.read.rows("SELECT rule FROM follow_up WHERE state = 'open' AND due_on <= ?", (str(today(book)),))
    rules = {Rule(rule) for (rule,) in due}
    assert 4 <= len(due) <= 7
    assert {Rule.OWN, Rule.FOLLOW_UP, Rule.SECOND_PERSON, Rule.OFFER_TIMES, Rule.CONFIRM} <= rules


def test_whom_one_talked_with_yesterday_can_still_be_thanked_in_time(book):
    by = datetime.fromisoformat(book.read.value("SELECT due_at FROM follow_up WHERE rule = 'thank'"))
    assert timedelta(minutes=90) < by - book.clock.now < timedelta(hours=16)


def test_nothing_is_overdue_for_long(book):
    oldest = book.read.value("SELECT min(due_on) FROM follow_up WHERE state = 'open'")
    assert today(book) - date.fromisoformat(oldest) <= timedelta(days=4)


def test_all_that_is_due_is_what_the_rules_say(book):
    before = book.rows()
    with book.store.unrecorded() as transaction:
        planning.replan(transaction, ids(book))
    assert book.rows() == before


def test_there_is_somebody_in_every_stage_and_something_of_every_kind(book):
    reached = {one.stage for one in follow_ups.stages(book.read, ids(book)).values()}
    assert reached == set(Stage)
    states = {state for (state,) in book.read.rows("SELECT state FROM interview")}
    assert states == set(InterviewState)
    touches = [touch for story in stories.stories(book.read, ids(book)) for touch in story.touches]
    assert {touch.kind for touch in touches} >= set(TouchKind) - {TouchKind.CALLED}
    assert {touch.answer for touch in touches} == set(Answer)


def test_notes_name_people_carry_tags_and_have_said_something_else_before(book):
    texts = [text for (text,) in book.read.rows("SELECT text FROM note")]
    assert len(texts) == len(NOTES) >= 18
    assert all(map(title, texts))
    assert sum(len(text) > 700 for text in texts) >= 3
    assert sum("#" in text for text in texts) >= 12
    assert book.count("note_version") >= 2
    named = sum(text.count("@") for text in texts)
    mentions = book.read.rows("SELECT text, words FROM note_mention JOIN note ON note.id = note_id")
    assert sum(text.count(f"@{words}") for text, words in mentions) == named > 20


def test_every_kind_of_thing_has_its_note(book):
    kinds = book.read.rows(
        "SELECT count(contact_id), count(organization_id), count(interview_id),"
        " count(*) FILTER (WHERE contact_id IS NULL AND organization_id IS NULL AND interview_id IS NULL) FROM note"
    )
    assert all(count >= 3 for count in kinds[0])


def test_one_is_skipped_with_a_reason_and_one_put_off(book):
    assert book.read.value("SELECT count(*) FROM follow_up WHERE state = 'skipped' AND ended_why <> ''") == 1
    ((due_on,),) = book.read.rows("SELECT due_on FROM follow_up WHERE moved_from IS NOT NULL AND state = 'open'")
    assert date.fromisoformat(due_on) > today(book)


def test_the_book_is_sound(book):
    assert book.findings() == []


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("0", "2026-11-22"),
        ("0w", "2026-11-20"),
        ("1w", "2026-11-19"),
        ("5w", "2026-11-13"),
        ("-1", "2026-11-23"),
        ("-1w", "2026-11-23"),
        ("-6w", "2026-11-30"),
    ],
)
def test_days_are_told_from_a_sunday(told, day):
    sunday = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/London"))
    assert str(Moments(sunday, "Europe/London").day(told)) == day


@pytest.mark.parametrize(
    ("told", "hour", "moment"),
    [
        ("22h", 10, "2026-11-23T12:00"),
        ("22h", 0, "2026-11-23T09:00"),
        ("22h", 20, "2026-11-24T09:00"),
        ("-3h", 10, "2026-11-24T13:00"),
        ("-3h", 23, "2026-11-25T09:00"),
    ],
)
def test_hours_are_told_by_daylight(told, hour, moment):
    now = datetime(2026, 11, 24, hour, 5, tzinfo=ZoneInfo("UTC"))
    assert Moments(now, "UTC").moment(told).isoformat().startswith(moment)


@pytest.mark.parametrize("told", ["soon", "3d", "", "3w 1015"])
def test_anything_else_is_no_moment(told):
    with pytest.raises(ValueError, match=r"^"):
        Moments(datetime(2026, 11, 24, tzinfo=ZoneInfo("UTC")), "UTC").day(told)


def test_everybody_who_is_told_of_is_in_the_sample():
    people = {
        f"{person['given_name']} {person['family_name']}".strip()
        for person in json.loads((FOLDER / "people.json").read_text("utf-8"))
    }
    told = {who for one in STORY["interviews"] for who in one["who"]}
    told |= {one["who"] for name in ("touches", "follow_ups", "ended", "moved") for one in STORY[name] if "who" in one}
    assert told <= people


def test_three_times_are_held_in_working_hours_for_somebody_who_was_asked_again(book):
    zone = book.clock.now.tzinfo
    held = moments(book, "SELECT starts_at FROM offered_time ORDER BY starts_at")
    assert len(held) == 3
    assert all(each > book.clock.now and 9 <= each.astimezone(zone).hour < 17 for each in held)
    agreed = moments(book, "SELECT starts_at FROM interview WHERE state = 'scheduled'")
    assert not days_of(held, zone) & days_of(agreed, zone)


def days_of(times, zone):
    return {each.astimezone(zone).date() for each in times}


def test_the_weeks_around_also_hold_what_another_calendar_says_and_no_talk_meets_it(book):
    found = calendars.look(book.read, calendar_id=1, today=today(book), time_zone=str(book.clock.now.tzinfo))
    assert found is not None
    calendars.keep(book.store, calendar_id=found[0], look=found[1])
    first, last = (today(book) + timedelta(days=number) for number in (-7, 7))
    stands = calendar.between(book.read, first=first, last=last, time_zone=str(book.clock.now.tzinfo))
    assert {one.title for one in stands.busy.times} >= {"Course: SQL for analysts", "Team meeting", "Client call"}
    taken = [one.span for one in stands.busy.times if one.span]
    ahead = [one for one in stands.booked if one.state is InterviewState.SCHEDULED]
    assert not [one.people[0].name for one in ahead if clashes(one.span, taken)]
