"""Interviews moved and lengthened, as one drags them in a calendar."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from infoview_desktop.domain.follow_up import FollowUpState, Rule
from infoview_desktop.domain.interview import LONGEST_MINUTES, InterviewState, Medium
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.wall_time import local, wall_time
from infoview_desktop.operations import interviews, trash
from infoview_desktop.store.reads import follow_ups as due
from infoview_desktop.store.reads import stories

ZONE = "Europe/Madrid"


@pytest.fixture
def ana(book):
    return book.add("Ana Ruiz")


@pytest.fixture
def talk(book, ana):
    """On Friday, 23 October 2026, at three in the afternoon: two days before the clocks go back."""
    return interviews.add(
        book.store,
        contact_ids=[ana],
        starts_at=wall_time(date(2026, 10, 23), time(15), ZONE).moment,
        time_zone=ZONE,
        minutes=25,
        medium=Medium.IN_PERSON,
        place="Café Mirabel",
        direction="Health",
    ).value


def move(book, interview_id, day, at=time(15), *, minutes=25, time_zone=ZONE):
    starts_at = wall_time(day, at, time_zone).moment
    return interviews.move(
        book.store, interview_id=interview_id, starts_at=starts_at, minutes=minutes, time_zone=time_zone
    )


def found(book, interview_id):
    return stories.interview(book.read, interview_id)


def confirmed_on(book, contact_id):
    rules = due.of_contact(book.read, contact_id)
    return [one.due_on for one in rules if one.rule is Rule.CONFIRM and one.state is FollowUpState.OPEN]


def test_an_interview_that_moves_over_a_change_of_the_clocks_begins_at_the_same_time_of_day(book, talk):
    before = found(book, talk)
    outcome = move(book, talk, date(2026, 10, 26))
    after = found(book, talk)
    assert (after.local.date(), after.local.time()) == (date(2026, 10, 26), time(15))
    assert after.starts_at - before.starts_at == timedelta(days=3, hours=1)
    assert str(outcome.said) == "Interview with Ana Ruiz moved"
    assert outcome.undoable


def test_an_interview_that_moves_keeps_everything_but_its_time(book, talk):
    before = found(book, talk)
    move(book, talk, date(2026, 10, 29), time(9))
    after = found(book, talk)
    kept = ("id", "contact_ids", "minutes", "medium", "place", "state", "state_at", "direction", "created_at")
    assert {name: getattr(after, name) for name in kept} == {name: getattr(before, name) for name in kept}


def test_an_interview_that_gets_longer_says_so_and_begins_when_it_did(book, talk):
    outcome = move(book, talk, date(2026, 10, 23), minutes=45)
    assert found(book, talk).minutes == 45
    assert found(book, talk).local.time() == time(15)
    assert str(outcome.said) == "Interview with Ana Ruiz takes 45 minutes"


def test_an_interview_that_moves_elsewhere_is_agreed_on_the_clock_there(book, talk):
    move(book, talk, date(2026, 10, 29), time(15), time_zone="America/Lima")
    assert found(book, talk).time_zone == "America/Lima"
    assert found(book, talk).starts_at == datetime(2026, 10, 29, 20, tzinfo=UTC)


def test_a_move_that_leads_nowhere_is_no_step_of_undo(book, talk):
    there = found(book, talk).starts_at
    outcome = interviews.move(
        book.store,
        interview_id=talk,
        starts_at=local(there, "America/Lima"),
        minutes=25,
        time_zone="America/Lima",
    )
    assert (outcome.changed, outcome.said, outcome.undoable) == (frozenset(), None, False)
    assert found(book, talk).time_zone == ZONE
    assert str(book.undo()) == "Interview with Ana Ruiz"


def test_a_move_is_one_step_that_is_undone_and_redone_exactly(book, talk):
    before = book.rows()
    move(book, talk, date(2026, 10, 29), time(9), minutes=40)
    after = book.rows()
    assert str(book.undo()) == "Move interview with Ana Ruiz"
    assert book.rows() == before
    book.redo()
    assert book.rows() == after


def test_what_is_due_before_an_interview_moves_with_it(book, ana, talk):
    assert confirmed_on(book, ana) == [date(2026, 10, 22)]
    move(book, talk, date(2026, 10, 26))
    assert confirmed_on(book, ana) == [date(2026, 10, 23)]


def test_an_interview_without_a_time_can_be_given_one(book, ana):
    wanted = interviews.add(
        book.store, contact_ids=[ana], starts_at=None, time_zone=ZONE, state=InterviewState.ASKED
    ).value
    move(book, wanted, date(2026, 6, 9))
    assert found(book, wanted).local.time() == time(15)
    assert found(book, wanted).state is InterviewState.ASKED


@pytest.mark.parametrize("minutes", [-20, 0, LONGEST_MINUTES + 1, 10**12])
def test_no_interview_takes_so_long_or_no_time_at_all(book, talk, minutes):
    before = book.rows()
    with pytest.raises(KnownError, match="not one of the choices"):
        move(book, talk, date(2026, 10, 23), minutes=minutes)
    assert book.rows() == before


@pytest.mark.parametrize("minutes", [1, LONGEST_MINUTES])
def test_an_interview_may_be_as_short_or_long_as_one_that_is_written_down(book, talk, minutes):
    move(book, talk, date(2026, 10, 23), minutes=minutes)
    assert found(book, talk).minutes == minutes


@pytest.mark.parametrize("year", [1, 1899, 2200, 9999])
def test_no_interview_moves_to_other_times_than_these(book, talk, year):
    with pytest.raises(KnownError, match="too far away"):
        move(book, talk, date(year, 6, 1))


def test_an_interview_that_is_gone_meanwhile_is_not_moved(book, talk):
    interviews.delete(book.store, interview_id=talk)
    before = book.rows()
    with pytest.raises(KnownError, match="not there any more"):
        move(book, talk, date(2026, 10, 29))
    assert book.rows() == before


def test_an_interview_with_nobody_left_is_not_moved(book, ana, talk):
    book.delete(ana)
    trash.erase_all(book.store)
    with pytest.raises(KnownError, match="not there any more"):
        move(book, talk, date(2026, 10, 29))
