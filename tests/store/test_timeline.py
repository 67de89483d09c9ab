"""What happened with a person is read in its order, page by page."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.note import About
from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.operations import follow_ups, interviews, notes, touches
from infoview_desktop.store.reads import timeline
from infoview_desktop.store.reads.timeline import Band, Entry, EntryKind, Today
from tests.book import Book, connection

TODAY = Today(date(2026, 6, 7), datetime(2026, 6, 8, tzinfo=UTC))


def page(book: Book, contact_id: int, *, offset: int = 0, limit: int = 50) -> list[Entry]:
    return timeline.page(book.read, contact_id, today=TODAY, offset=offset, limit=limit)


def met(book: Book, contact_id: int, *, days: int) -> None:
    at = book.clock.now - timedelta(days=days)
    touches.log(book.store, contact_id=contact_id, kind=TouchKind.MET, at=at, time_zone="UTC")


def booked(book: Book, *contact_ids: int, days: int) -> int:
    at = book.clock.now + timedelta(days=days)
    return interviews.add(book.store, contact_ids=contact_ids, starts_at=at, time_zone="UTC").value


@pytest.fixture
def ana(book: Book) -> int:
    return book.add("Ana Ruiz")


def test_pages_follow_each_other_without_a_gap(book: Book, ana: int):
    for days in range(30):
        met(book, ana, days=days)
    whole = page(book, ana)
    parts = [entry for offset in range(0, 30, 7) for entry in page(book, ana, offset=offset, limit=7)]
    assert parts == whole
    assert [entry.moment for entry in whole] == sorted((entry.moment for entry in whole), reverse=True)


def test_what_comes_stands_first_and_nearest_first(book: Book, ana: int):
    met(book, ana, days=3)
    booked(book, ana, days=9)
    booked(book, ana, days=5)
    follow_ups.add(book.store, due_on=TODAY.day - timedelta(days=2), reason="", contact_id=ana)
    bands = [(entry.kind, entry.band) for entry in page(book, ana) if entry.kind is not EntryKind.CONNECTED]
    assert [band for _, band in bands] == sorted(band for _, band in bands)
    coming = [entry.moment[:10] for entry in page(book, ana) if entry.band is Band.COMING]
    assert coming == sorted(coming)
    assert (EntryKind.FOLLOW_UP, Band.TODAY) in bands


def test_an_interview_that_was_called_off_is_of_the_past(book: Book, ana: int):
    one = booked(book, ana, days=5)
    interviews.change_state(book.store, interview_id=one, state=InterviewState.CANCELLED)
    (entry,) = (entry for entry in page(book, ana) if entry.kind is EntryKind.INTERVIEW)
    assert entry.band is Band.PAST


def test_an_interview_tells_who_else_takes_part(book: Book, ana: int):
    bo, zoe = book.add("Bo Chen"), book.add("Zoë van Dam")
    booked(book, ana, bo, zoe, days=5)
    assert {entry.others for entry in page(book, ana) if entry.kind is EntryKind.INTERVIEW} == {"Bo Chen, Zoë van Dam"}


def test_notes_on_an_interview_stand_with_everybody_who_took_part_and_once(book: Book, ana: int):
    bo = book.add("Bo Chen")
    one = booked(book, ana, bo, days=-1)
    about = About(interview_id=one)
    notes.write(book.store, note_id=None, about=about, text="With @Ana Ruiz", mentions={"Ana Ruiz": ana})
    for contact_id in (ana, bo):
        found = [entry.kind for entry in page(book, contact_id) if entry.kind in {EntryKind.NOTE, EntryKind.MENTION}]
        assert found == [EntryKind.NOTE]
    (told,) = timeline.notes_on(book.read, one, limit=3)
    assert told.mentions == ("Ana Ruiz",)


def test_connected_counts_by_its_day(tmp_path: Path):
    with Book(tmp_path) as book:
        book.take_in([connection("Ana Ruiz", connected_on="2023-03-04"), connection("Bo Chen", connected_on="")])
        assert [(entry.kind, entry.moment) for entry in page(book, 1)] == [(EntryKind.CONNECTED, "2023-03-04")]
        assert page(book, 2) == []


def test_notes_about_nobody_are_not_gone_through_for_a_persons_story(book: Book, ana: int):
    """So that a story is there within a frame, however many free notes there are."""
    bindings = {"contact": ana, "today": "2026-06-07", "ends_at": "2026-06-08T00:00:00+00:00", "limit": 9, "offset": 0}
    steps = [step for *_, step in book.read.rows(f"EXPLAIN QUERY PLAN {timeline._ORDER}", bindings)]
    assert sum("note USING INDEX note_contact_id" in step for step in steps) == 1
    assert sum("note USING INDEX note_interview_id" in step for step in steps) == 1


def test_a_second_person_is_asked_for_only_where_another_is_known(book: Book):
    bo = book.add("Bo Chen", organization="Acme")
    at = book.clock.now - timedelta(days=1)
    touches.log(book.store, contact_id=bo, kind=TouchKind.ASKED, at=at, time_zone="UTC")
    rules = [entry.what.rule for entry in page(book, bo) if entry.kind is EntryKind.FOLLOW_UP]
    assert rules == [Rule.FOLLOW_UP]
    book.add("Wanda Maximoff", organization="Acme")
    rules = [entry.what.rule for entry in page(book, bo) if entry.kind is EntryKind.FOLLOW_UP]
    assert rules == [Rule.SECOND_PERSON, Rule.FOLLOW_UP]
