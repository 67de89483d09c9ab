"""What stands in the calendar between two days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.interview import LONGEST_MINUTES, InterviewState, Medium
from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.operations import follow_ups, interviews, touches, trash
from infoview_desktop.store.reads import calendar

DAY = timedelta(days=1)
MONDAY = date(2026, 6, 8)
NOON = datetime(2026, 6, 8, 12, tzinfo=UTC)


@pytest.fixture
def ana(book):
    contact_id = book.add("Ana Ruiz")
    book.edit(contact_id, "time_zone", "America/Lima")
    return contact_id


@pytest.fixture
def bo(book):
    return book.add("Bo")


def talk(book, *contact_ids, starts_at=NOON, minutes=20, **fields):
    fields = {"time_zone": "Europe/Madrid"} | fields
    return interviews.add(book.store, contact_ids=contact_ids, starts_at=starts_at, minutes=minutes, **fields).value


def follow_up(book, contact_id, day):
    return follow_ups.add(book.store, contact_id=contact_id, due_on=day, reason="the book").value


def shown(book, first=MONDAY, last=None, contact_id=None):
    """What stands on these days, for somebody who lives by UTC."""
    last = last or first
    start, end = (datetime.combine(day, datetime.min.time(), UTC) for day in (first, last))
    return calendar.between(book.read, span=Span(start, end + DAY), first=first, last=last, contact_id=contact_id)


def booked(book, *days, **about):
    return [one.interview_id for one in shown(book, *days, **about).booked]


def due(book, *days, **about):
    return [one.follow_up_id for one in shown(book, *days, **about).due]


class TestBooked:
    def test_is_told_with_whom_when_and_how_it_stands(self, book, ana, bo):
        one = talk(book, bo, ana, minutes=25, medium=Medium.PHONE)
        (found,) = shown(book).booked
        assert [(person.id, person.name, person.given_name, person.time_zone) for person in found.people] == [
            (ana, "Ana Ruiz", "Ana", "America/Lima"),
            (bo, "Bo", "Bo", ""),
        ]
        assert found.interview_id == one
        assert found.span == Span(NOON, NOON + timedelta(minutes=25))
        assert (found.minutes, found.medium, found.state) == (25, Medium.PHONE, InterviewState.SCHEDULED)
        assert found.time_zone == "Europe/Madrid"

    @pytest.mark.parametrize(
        ("begins", "minutes", "stands"),
        [
            (timedelta(0), 20, True),
            (-timedelta(minutes=20), 20, False),
            (-timedelta(minutes=20), 21, True),
            (-timedelta(minutes=LONGEST_MINUTES - 1), LONGEST_MINUTES, True),
            (-timedelta(minutes=LONGEST_MINUTES), LONGEST_MINUTES, False),
            (DAY - timedelta(minutes=1), 20, True),
            (DAY, 20, False),
        ],
    )
    def test_stands_on_every_day_of_which_it_takes_a_part(self, book, ana, begins, minutes, stands):
        one = talk(book, ana, starts_at=datetime(2026, 6, 8, tzinfo=UTC) + begins, minutes=minutes)
        assert booked(book) == [one] * stands

    def test_stands_in_order_of_time_whatever_was_written_first(self, book, ana):
        hours = [5, 1, 3]
        ids = dict(zip(hours, [talk(book, ana, starts_at=NOON + timedelta(hours=hour)) for hour in hours], strict=True))
        assert booked(book) == [ids[hour] for hour in sorted(hours)]

    def test_has_a_time(self, book, ana):
        talk(book, ana, starts_at=None, state=InterviewState.ASKED)
        assert booked(book, date(2026, 1, 1), date(2026, 12, 31)) == []

    @pytest.mark.parametrize("state", InterviewState)
    def test_stands_there_however_it_went(self, book, ana, state):
        talk(book, ana, state=state)
        assert [one.state for one in shown(book).booked] == [state]


class TestDue:
    def test_is_told_with_whom_why_and_until_when(self, book, ana):
        one = follow_up(book, ana, MONDAY)
        own = follow_up(book, None, MONDAY)
        first, second = shown(book).due
        assert (first.follow_up_id, first.person.name, first.rule) == (one, "Ana Ruiz", Rule.OWN)
        assert (first.due_on, first.due_at, first.reason) == (MONDAY, None, "the book")
        assert (second.follow_up_id, second.person) == (own, None)

    def test_stands_on_the_first_and_the_last_day_and_not_beside_them(self, book, ana):
        ids = [follow_up(book, ana, MONDAY + number * DAY) for number in range(-1, 4)]
        assert due(book, MONDAY, MONDAY + 2 * DAY) == ids[1:4]

    def test_stands_there_while_it_is_to_do(self, book, ana):
        one = follow_up(book, ana, MONDAY)
        follow_ups.skip(book.store, follow_up_id=one, why="")
        assert due(book) == []

    def test_names_a_moment_where_hours_count(self, book, ana):
        talk(book, ana, starts_at=NOON, state=InterviewState.HELD)
        days = MONDAY - 2 * DAY, MONDAY + 2 * DAY
        (thanks,) = shown(book, *days).due
        assert thanks.rule is Rule.THANK
        assert thanks.due_at is not None

    def test_leaves_out_a_second_person_where_nobody_else_is_known(self, book):
        alone = book.add("Mei Wang", organization="Oxfam")
        touches.log(book.store, contact_id=alone, kind=TouchKind.ASKED, at=book.clock.now, time_zone="UTC")
        days = date(2026, 6, 1), date(2026, 7, 31)
        assert Rule.SECOND_PERSON not in [one.rule for one in shown(book, *days).due]
        book.add("Ola Nord", organization="Oxfam")
        assert Rule.SECOND_PERSON in [one.rule for one in shown(book, *days).due]


class TestTrashed:
    def test_people_are_not_named_and_what_is_with_nobody_else_is_not_shown(self, book, ana, bo):
        alone, both = talk(book, ana), talk(book, ana, bo)
        follow_up(book, ana, MONDAY)
        book.delete(ana)
        part = shown(book)
        assert [one.interview_id for one in part.booked] == [both]
        assert [person.id for person in part.booked[0].people] == [bo]
        assert part.due == ()
        trash.put_back(book.store, contact_ids=[ana])
        assert booked(book) == [alone, both]
        assert len(due(book)) == 1


def test_about_one_person_only_what_is_with_them_stands_there(book, ana, bo):
    hers, both, his = talk(book, ana), talk(book, ana, bo), talk(book, bo)
    due_hers, due_his = follow_up(book, ana, MONDAY), follow_up(book, bo, MONDAY)
    follow_up(book, None, MONDAY)
    assert booked(book, contact_id=ana) == [hers, both]
    assert booked(book, contact_id=bo) == [both, his]
    assert due(book, contact_id=ana) == [due_hers]
    assert due(book, contact_id=bo) == [due_his]
    assert [person.id for person in shown(book, contact_id=ana).booked[1].people] == [ana, bo]


@pytest.mark.parametrize(
    "span",
    [
        Span(datetime.min.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC) + DAY),
        Span(datetime.max.replace(tzinfo=UTC) - DAY, datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_at_both_ends_of_time_nothing_stands_there(book, ana, span):
    talk(book, ana)
    assert (
        calendar.between(book.read, span=span, first=span.start.date(), last=span.end.date()) == calendar.CalendarPart()
    )


def test_however_much_is_in_the_book_only_what_stands_between_the_days_is_looked_at(book, ana):
    queries = []

    class Watching:
        def rows(self, query, bindings=()):
            queries.append((query, bindings))
            return book.read.rows(query, bindings)

        value = book.read.value

    start = datetime(2026, 6, 8, tzinfo=UTC)
    for contact_id in (None, ana):
        calendar.between(
            Watching(), span=Span(start, start + 7 * DAY), first=MONDAY, last=MONDAY + 6 * DAY, contact_id=contact_id
        )
    for query, bindings in queries:
        for *_, step in book.read.rows(f"EXPLAIN QUERY PLAN {query}", bindings):
            assert not step.startswith("SCAN") or "json_each" in step, (step, query)
