"""Interviews written for other calendars: all of them, or one as an invitation."""

from datetime import UTC, datetime, timedelta

import pytest

from infoview_desktop.domain.calendar_event import Attendee
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.progress import Cancelled, Progress
from infoview_desktop.operations import exports, interviews, invitations

AT = datetime(2026, 6, 9, 15, tzinfo=UTC)


@pytest.fixture
def talks(book):
    """One interview with two people, one without a time, and one with somebody in the trash."""
    ana = book.add("Ana Ruiz", emails="ana@example.org, second@example.org")
    bo, mei = book.add("Bo Chen"), book.add("Mei Wang")
    add(book, [ana, bo], AT, time_zone="Europe/Madrid")
    add(book, [bo], None)
    add(book, [mei], AT)
    book.delete(mei)
    return book


def add(book, contact_ids, starts_at, **fields):
    fields = {"time_zone": "UTC", **fields}
    return interviews.add(book.store, contact_ids=contact_ids, starts_at=starts_at, **fields).value


def export(book, path, progress=None):
    return exports.export(book.read, path=path, file_format="ics", progress=progress or Progress())


def invite(book, path, interview_id=1, **options):
    options = {"organizer": Attendee("Sam", "sam@example.org"), **options}
    invitations.write(book.read, interview_id=interview_id, path=path, made_at=book.clock.now, **options)
    return path.read_text("utf-8").splitlines()


def test_every_interview_with_a_time_and_with_somebody_is_written(talks, tmp_path):
    outcome = export(talks, tmp_path / "all.ics")
    assert outcome.value == 1
    assert str(outcome.said) == "1 interview written to all.ics"
    lines = (tmp_path / "all.ics").read_text("utf-8").splitlines()
    assert lines.count("BEGIN:VEVENT") == 1
    assert "DTSTART;TZID=Europe/Madrid:20260609T170000" in lines
    assert [line for line in lines if line.startswith("ATTENDEE")] == [
        'ATTENDEE;CN="Ana Ruiz":mailto:ana@example.org',
        'ATTENDEE;CN="Bo Chen":invalid:nomail',
    ]


def test_the_same_book_gives_the_same_bytes_at_any_time(talks, tmp_path):
    export(talks, tmp_path / "one.ics")
    talks.clock.advance(days=3)
    export(talks, tmp_path / "two.ics")
    assert (tmp_path / "one.ics").read_bytes() == (tmp_path / "two.ics").read_bytes()


def test_other_calendars_know_an_interview_again_that_was_moved(talks, tmp_path):
    before = invite(talks, tmp_path / "one.ics")
    interviews.change_state(talks.store, interview_id=1, state=InterviewState.CANCELLED)
    talks.clock.advance(hours=2)
    after = invite(talks, tmp_path / "two.ics")
    assert [line for line in before if line.startswith("UID")] == [line for line in after if line.startswith("UID")]
    assert {"METHOD:REQUEST", "SEQUENCE:0"} <= set(before)
    assert {"METHOD:CANCEL", "SEQUENCE:120"} <= set(after)


def test_an_invitation_says_who_invites(talks, tmp_path):
    assert "ORGANIZER:mailto:me@example.org" in invite(
        talks, tmp_path / "one.ics", organizer=Attendee("", "me@example.org")
    )


@pytest.mark.parametrize("interview_id", [2, 3, 99])
def test_nobody_is_invited_to_what_has_no_time_nobody_or_is_gone(talks, tmp_path, interview_id):
    with pytest.raises(KnownError, match="no time yet to invite anybody to"):
        invite(talks, tmp_path / "one.ics", interview_id)


def test_an_export_that_is_stopped_leaves_no_file(talks, tmp_path):
    with pytest.raises(Cancelled):
        export(talks, tmp_path / "all.ics", Progress(cancelled=lambda: True))
    assert list(tmp_path.glob("*all*")) == []


def test_many_interviews_are_told_as_they_go_by(talks, tmp_path):
    for number in range(600):
        add(talks, [1], AT + timedelta(hours=number))
    told = []
    assert export(talks, tmp_path / "all.ics", Progress(told.append)).value == 601
    assert told == [0, pytest.approx(500 / 601)]
