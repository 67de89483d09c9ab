"""What stands in the calendar between two days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.interview import LONGEST_MINUTES, TAKES_TIME, InterviewState, Medium
from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.operations import follow_ups, interviews, offers, touches, trash
from infoview_desktop.store.reads import calendar
from infoview_desktop.store.writes import calendars

DAY = timedelta(days=1)
MONDAY = date(2026, 6, 8)
NOON = datetime(2026, 6, 8, 12, tzinfo=UTC)
ROOM = calendar.Room()


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


def shown(book, first=MONDAY, last=None, contact_id=None, room=ROOM):
    """What stands on these days, for somebody who lives by UTC."""
    return calendar.between(
        book.read, first=first, last=last or first, time_zone="UTC", contact_id=contact_id, room=room
    )


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


@pytest.mark.parametrize("zone", ["UTC", "Asia/Kathmandu", "America/Lima"])
@pytest.mark.parametrize("first", [date.min, date.max - 41 * DAY])
def test_at_both_ends_of_time_nothing_stands_there(book, ana, first, zone):
    talk(book, ana)
    part = calendar.between(book.read, first=first, last=first + 41 * DAY, time_zone=zone)
    assert part == calendar.CalendarPart()


class TestWhereThereIsMoreThanRoom:
    """Of each day the first ones are told, and how many there are besides."""

    ROOM = calendar.Room(whole=2, timed=3, parts=1)

    def test_of_a_full_day_the_first_interviews_are_told(self, book, ana):
        ids = [talk(book, ana, starts_at=NOON + timedelta(minutes=number)) for number in range(5)]
        (tomorrow,) = [talk(book, ana, starts_at=NOON + DAY)]
        part = shown(book, MONDAY, MONDAY + DAY, room=self.ROOM)
        assert [one.interview_id for one in part.booked] == [*ids[:3], tomorrow]
        assert part.more == {MONDAY: 2}

    def test_of_a_full_day_what_hours_are_set_to_comes_first(self, book, ana, bo):
        talk(book, bo, starts_at=NOON, state=InterviewState.HELD)
        (thanks,) = shown(book, MONDAY - 2 * DAY, MONDAY + 2 * DAY).due
        ids = [follow_up(book, ana, thanks.due_on) for _ in range(3)]
        part = shown(book, thanks.due_on, room=self.ROOM)
        assert [one.follow_up_id for one in part.due] == [thanks.follow_up_id, ids[0]]
        assert part.more == {thanks.due_on: 2}

    def test_what_is_with_nobody_who_is_known_takes_no_room(self, book, ana, bo):
        for number in range(4):
            talk(book, ana, starts_at=NOON + timedelta(minutes=number))
            follow_up(book, ana, MONDAY)
        one, his = talk(book, bo, starts_at=NOON + timedelta(hours=1)), follow_up(book, bo, MONDAY)
        book.delete(ana)
        part = shown(book, room=self.ROOM)
        assert ([each.interview_id for each in part.booked], [each.follow_up_id for each in part.due]) == ([one], [his])
        assert not part.more

    def test_about_one_person_the_others_take_no_room(self, book, ana, bo):
        for number in range(4):
            talk(book, ana, starts_at=NOON + timedelta(minutes=number))
        one = talk(book, bo, starts_at=NOON + timedelta(hours=1))
        part = shown(book, contact_id=bo, room=self.ROOM)
        assert [each.interview_id for each in part.booked] == [one]
        assert not part.more

    def test_what_lasts_on_from_the_day_before_is_counted_on_the_first(self, book, ana):
        late = datetime(2026, 6, 7, 23, 30, tzinfo=UTC)
        for number in range(5):
            talk(book, ana, starts_at=late + timedelta(minutes=number), minutes=60)
        part = shown(book, room=self.ROOM)
        assert len(part.booked) == 3
        assert part.more == {MONDAY: 2}

    def test_a_day_is_as_long_as_the_clocks_say(self, book, ana):
        late = datetime(2026, 6, 8, 4, 30, tzinfo=UTC)
        for number in range(4):
            talk(book, ana, starts_at=late + timedelta(minutes=number))
        sunday = calendar.between(book.read, first=MONDAY - DAY, last=MONDAY, time_zone="America/Lima", room=self.ROOM)
        assert sunday.more == {MONDAY - DAY: 1}

    @pytest.mark.parametrize(
        ("due", "agreed", "told"),
        [
            (0, 9, (0, 6)),
            (9, 0, (6, 0)),
            (9, 9, (2, 4)),
            (1, 9, (1, 5)),
            (9, 1, (5, 1)),
            (3, 3, (3, 3)),
            (3, 4, (2, 4)),
            (0, 0, (0, 0)),
        ],
    )
    def test_where_all_stands_in_one_column_what_is_due_gives_way_to_interviews_but_not_all_of_it(
        self, book, ana, due, agreed, told
    ):
        for _ in range(due):
            follow_up(book, ana, MONDAY)
        for number in range(agreed):
            talk(book, ana, starts_at=NOON + timedelta(minutes=number))
        part = shown(book, room=calendar.Room(whole=6, timed=6, together=6))
        assert (len(part.due), len(part.booked)) == told
        assert part.more.get(MONDAY, 0) == due + agreed - sum(told)

    def test_offered_times_come_after_interviews(self, book, ana):
        talk(book, ana, starts_at=NOON + timedelta(hours=1))
        starts = [NOON, NOON + timedelta(minutes=20), NOON + timedelta(minutes=40)]
        offers.offer(book.store, contact_id=ana, starts=starts, minutes=20, time_zone="UTC")
        part = shown(book, room=calendar.Room(timed=2))
        assert (len(part.booked), [one.span.start for one in part.offered]) == (1, starts[:1])
        assert part.more == {MONDAY: 2}


class TestTaken:
    def of(self, book, day=MONDAY):
        spans = calendar.taken(book.read, first=day, last=day, time_zone="UTC")
        return sorted((span.start, span.end) for span in spans)

    def test_is_the_time_of_every_interview_that_may_take_place(self, book, ana):
        for number, state in enumerate(InterviewState):
            talk(book, ana, starts_at=NOON + timedelta(hours=number), state=state)
        hours = [number for number, state in enumerate(InterviewState) if state in TAKES_TIME]
        starts = [NOON + timedelta(hours=hour) for hour in hours]
        assert self.of(book) == [(start, start + timedelta(minutes=20)) for start in starts]

    def test_is_the_time_of_what_is_offered(self, book, ana):
        offers.offer(book.store, contact_id=ana, starts=[NOON], minutes=20, time_zone="UTC")
        assert self.of(book) == [(NOON, NOON + timedelta(minutes=20))]

    def test_is_not_that_of_people_in_the_trash(self, book, ana):
        talk(book, ana)
        offers.offer(book.store, contact_id=ana, starts=[NOON + DAY], minutes=20, time_zone="UTC")
        book.delete(ana)
        assert self.of(book) == self.of(book, MONDAY + DAY) == []

    def test_is_told_however_full_the_day_is(self, book, ana):
        for number in range(100):
            talk(book, ana, starts_at=NOON + timedelta(minutes=number), minutes=1)
        assert len(self.of(book)) == 100


def test_however_much_is_in_the_book_only_what_stands_between_the_days_is_looked_at(book, ana):
    lecture = Event("1", "Lecture", "", (), Span(NOON, NOON + timedelta(hours=1)), MONDAY, MONDAY)
    fair = Event("2", "Fair", "", (), None, MONDAY, MONDAY)
    with book.store.unrecorded() as transaction:
        for name in ("Lectures", "Shifts"):
            calendar_id = calendars.add(transaction, name=name, path=name, colour="#3b6fd4", watched=0)
            calendars.read(transaction, calendar_id, [lecture, fair], first=MONDAY, last=MONDAY, stamp="")
    for number in range(5):
        talk(book, ana, starts_at=NOON + timedelta(minutes=number))
    queries = []

    class Watching:
        def rows(self, query, bindings=()):
            queries.append((query, bindings))
            return book.read.rows(query, bindings)

        value = book.read.value

    room = calendar.Room(whole=1, timed=1)
    week = {"first": MONDAY, "last": MONDAY + 6 * DAY, "time_zone": "UTC"}
    for contact_id in (None, ana):
        calendar.between(Watching(), **week, contact_id=contact_id, room=room)
    calendar.taken(Watching(), **week)
    # What goes over all of something goes over the days, over the calendars, or over what was found.
    harmless = ("json_each", "day", "calendar", "far", "kind", "bound", "part", "CONSTANT ROW", "lasting", "(subquery")
    for query, bindings in queries:
        for *_, step in book.read.rows(f"EXPLAIN QUERY PLAN {query}", bindings):
            what = step.removeprefix("SCAN ")
            assert what == step or what.startswith(harmless), (step, query)
