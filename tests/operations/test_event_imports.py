"""Events of another calendar taken into the book as interviews."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from infoview_desktop.domain.calendar_event import Attendee
from infoview_desktop.domain.event_import import Standing
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.progress import Cancelled, Progress
from infoview_desktop.operations import event_imports, exports, interviews, offers
from infoview_desktop.operations.calendars import Shown
from infoview_desktop.store.reads import stories
from tests.book import Book
from tests.calendars import AT, event, ics, looked_through, take


@pytest.fixture
def ana(book):
    return book.add("Ana Ruiz", emails="ana@example.org")


def of(book, contact_id):
    return stories.story(book.read, contact_id).interviews


def only(book, contact_id):
    (one,) = of(book, contact_id)
    return one


def test_an_event_becomes_an_interview_as_the_calendar_tells_of_it(book, ana):
    told = event("Talk with Ana Ruiz", minutes=30, place="https://meet.example/x", time_zone="Europe/Madrid")
    take(book, looked_through(book, [told]))
    one = only(book, ana)
    assert (one.starts_at, one.minutes, one.time_zone) == (AT, 30, "Europe/Madrid")
    assert (one.medium, one.place, one.state) == (Medium.VIDEO, "https://meet.example/x", InterviewState.SCHEDULED)
    assert str(book.undo()) == "Take 1 interview from term.ics"
    assert of(book, ana) == ()


def test_where_nobody_knows_of_a_zone_it_is_the_users(book, ana):
    take(book, looked_through(book, [event("Ana Ruiz")]))
    assert only(book, ana).time_zone == "America/Lima"


def test_several_events_and_the_calendar_are_one_step(book, ana):
    bo = book.add("Bo Chen")
    before = book.rows()
    told = [event("Ana Ruiz"), event("Bo Chen", AT + timedelta(hours=2)), event("Statistics")]
    take(book, looked_through(book, told), shown=Shown("Term", "#3b6fd4", watched=True))
    assert (len(of(book, ana)), len(of(book, bo)), book.count("calendar"), book.count("busy_time")) == (1, 1, 1, 3)
    book.undo()
    assert book.rows() == before


def test_what_was_only_asked_for_gets_the_time(book, ana):
    asked = interviews.add(
        book.store, contact_ids=[ana], starts_at=None, time_zone="UTC", place="Her office", state=InterviewState.ASKED
    ).value
    take(book, looked_through(book, [event("Ana Ruiz")]))
    one = only(book, ana)
    assert (one.id, one.starts_at, one.state, one.place) == (asked, AT, InterviewState.SCHEDULED, "Her office")


def test_times_that_were_offered_are_held_no_more(book, ana):
    offers.offer(book.store, contact_id=ana, starts=[AT, AT + timedelta(days=1)], minutes=20, time_zone="UTC")
    take(book, looked_through(book, [event("Ana Ruiz")]))
    assert book.count("offered_time") == 0


def test_a_second_look_has_nothing_new_and_a_moved_event_moves_the_interview(book, ana):
    take(book, looked_through(book, [event("Ana Ruiz")]))
    (again,) = looked_through(book, [event("Ana Ruiz")]).candidates
    assert again.standing is Standing.SAME
    moved = event("Ana Ruiz", AT + timedelta(days=1), minutes=45, place="Room 4")
    take(book, looked_through(book, [moved]))
    one = only(book, ana)
    assert (one.starts_at, one.minutes, one.place) == (AT + timedelta(days=1), 45, "Room 4")


def test_an_event_that_is_called_off_calls_the_interview_off(book, ana):
    take(book, looked_through(book, [event("Ana Ruiz")]))
    book.clock.advance(hours=1)
    take(book, looked_through(book, [event("Ana Ruiz", state=InterviewState.CANCELLED, busy=False)]))
    one = only(book, ana)
    assert (one.state, one.state_at) == (InterviewState.CANCELLED, book.clock.now)


def test_somebody_in_the_trash_is_not_named_and_one_who_went_meanwhile_is_told_of(book, ana):
    file = looked_through(book, [event("Ana Ruiz")])
    book.delete(ana)
    before = book.rows()
    with pytest.raises(KnownError, match="no longer in the book"):
        take(book, file)
    assert book.rows() == before
    assert looked_through(book, [event("Ana Ruiz")]).candidates == ()


def test_an_interview_that_went_meanwhile_is_told_of(book, ana):
    take(book, looked_through(book, [event("Ana Ruiz")]))
    file = looked_through(book, [event("Ana Ruiz", AT + timedelta(days=1))])
    interviews.delete(book.store, interview_id=only(book, ana).id)
    with pytest.raises(KnownError, match="not there any more"):
        take(book, file)


def test_two_of_one_name_are_told_apart_by_their_addresses_alone(book, ana):
    other = book.add("Ana Ruiz", emails="second@example.org")
    assert looked_through(book, [event("Ana Ruiz")]).candidates == ()
    told = event("Talk", attendees=(Attendee("Ana Ruiz", "second@example.org"),))
    take(book, looked_through(book, [told]))
    assert (len(of(book, other)), of(book, ana)) == (1, ())


def test_one_who_cancels_leaves_nothing_behind(book, ana):
    file = looked_through(book, [event("Ana Ruiz")])
    before = book.rows()
    with pytest.raises(Cancelled):
        event_imports.take_in(
            book.store,
            file=file,
            chosen=file.candidates,
            shown=None,
            time_zone="UTC",
            progress=Progress(cancelled=lambda: True),
        )
    assert (book.rows(), of(book, ana)) == (before, ())


def test_a_file_is_looked_through_without_anything_being_stored(book, ana, tmp_path):
    path = tmp_path / "term.ics"
    path.write_text(ics("DTSTART:20260609T080000Z\nDTEND:20260609T083000Z\nSUMMARY:Ana Ruiz", title="Term"), "utf-8")
    before = book.rows()
    now = book.clock.now.astimezone(ZoneInfo("Europe/Madrid"))
    found = event_imports.preview(book.read, path=path, now=now, progress=Progress())
    assert (found.file.title, len(found.look.busy), found.is_shown) == ("Term", 1, False)
    assert [candidate.contact_ids for candidate in found.candidates] == [(ana,)]
    assert book.rows() == before


def test_interviews_come_over_into_another_book_as_they_are(book, ana, tmp_path):
    bo = book.add("Bo Chen")
    for number, (medium, state) in enumerate(
        [
            (Medium.VIDEO, InterviewState.SCHEDULED),
            (Medium.PHONE, InterviewState.HELD),
            (Medium.IN_PERSON, InterviewState.CANCELLED),
            (Medium.VIDEO, InterviewState.NO_SHOW),
            (Medium.PHONE, InterviewState.ASKED),
        ]
    ):
        interviews.add(
            book.store,
            contact_ids=[ana, bo],
            starts_at=AT + timedelta(days=number - 2),
            time_zone=["Europe/Madrid", "Australia/Lord_Howe", "Asia/Kathmandu"][number % 3],
            minutes=20 + number,
            medium=medium,
            place="Café Mirabel, 3; or “there”",
            state=state,
        )
    path = tmp_path / "all.ics"
    exports.export(book.read, path=path, file_format="ics", progress=Progress())

    def told(which, contact_id):
        return [
            (one.starts_at, one.time_zone, one.minutes, one.medium, one.place, one.state, len(one.contact_ids))
            for one in sorted(of(which, contact_id), key=lambda one: one.starts_at)
        ]

    with Book(tmp_path / "other", book.clock) as other:
        same = other.add("Ana Ruiz", emails="ana@example.org")
        other.add("Bo Chen")
        now = book.clock.now.astimezone(ZoneInfo("UTC"))
        file = event_imports.preview(other.read, path=path, now=now, progress=Progress())
        take(other, file)
        assert told(other, same) == told(book, ana)
        again = tmp_path / "again.ics"
        exports.export(other.read, path=again, file_format="ics", progress=Progress())
        assert uids(again) == uids(path)


def uids(path):
    return sorted(line for line in path.read_text("utf-8").splitlines() if line.startswith("UID"))
