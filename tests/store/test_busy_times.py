"""When one is busy by the calendars of other programs, however much they hold."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.operations import interviews
from infoview_desktop.store.reads import calendar
from infoview_desktop.store.writes import calendars

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MONDAY = date(2026, 6, 8)
ROOM = calendar.Room()
MIDNIGHT = datetime(2026, 6, 8, tzinfo=UTC)
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(microsecond=0, tzinfo=UTC)


def event(title, start, lasting=HOUR):
    """An event between two moments; `start` is one, or how long after Monday's midnight it is."""
    begins = start if isinstance(start, datetime) else MIDNIGHT + start
    span = Span(begins, begins + lasting)
    return Event(title, title, "", (), span, span.start.date(), span.end.date())


def whole_days(title, first, last=None):
    return Event(title, title, "", (), None, first, last or first)


def show(book, events, name="Term"):
    """Show a calendar that says this."""
    with book.store.unrecorded() as transaction:
        calendar_id = calendars.add(transaction, name=name, path=name, colour="#3b6fd4", watched=0)
        calendars.read(transaction, calendar_id, events, first=MONDAY, last=MONDAY, stamp="1")
    return calendar_id


def part(book, first=MONDAY, last=None, room=ROOM, zone="UTC"):
    return calendar.between(book.read, first=first, last=last or first, time_zone=zone, room=room)


def titles(book, *days, **more):
    return [busy.title for busy in part(book, *days, **more).busy.times]


def taken(book, first=MONDAY, last=None):
    found = calendar.taken(book.read, first=first, last=last or first, time_zone="UTC")
    return [(span.start, span.end) for span in found]


@pytest.mark.parametrize("lasting", [HOUR, DAY - HOUR, DAY, 2 * DAY, 3 * DAY, 4 * DAY, 5 * DAY, 100 * DAY, 3000 * DAY])
def test_what_lasts_long_stands_on_every_day_of_which_it_takes_a_part(book, lasting):
    show(book, [event("Away", MIDNIGHT, lasting)])
    days = -(-lasting // DAY)
    for number in {-1, 0, 1, days - 2, days - 1, days, days + 1}:
        assert titles(book, MONDAY + number * DAY) == ["Away"] * (0 <= number < days), number


@pytest.mark.parametrize("lasting", [1, 2, 4, 5, 16, 17, 400])
def test_whole_days_stand_on_each_of_them(book, lasting):
    last = MONDAY + (lasting - 1) * DAY
    show(book, [whole_days("Fair", MONDAY, last)])
    for day in (MONDAY - DAY, MONDAY, last, last + DAY):
        assert titles(book, day) == ["Fair"] * (MONDAY <= day <= last), day
    (busy,) = part(book, last).busy.times
    assert (busy.first_day, busy.last_day, busy.span) == (MONDAY, last, None)


def test_whole_days_are_the_users_wherever_that_is(book):
    show(book, [whole_days("Fair", MONDAY)])
    for zone in ("Pacific/Kiritimati", "America/Lima"):
        assert titles(book, MONDAY, zone=zone) == ["Fair"]
        assert titles(book, MONDAY + DAY, zone=zone) == []


def test_from_the_first_day_there_is_to_the_last_one_can_be_busy(book):
    show(
        book,
        [
            event("Ever", FIRST, LAST - FIRST),
            event("First", FIRST),
            event("Last", LAST - HOUR),
            whole_days("New", date.min),
            whole_days("Old", date.max),
            whole_days("Always", date.min, date.max),
        ],
    )
    assert titles(book, date.min, date.min + 41 * DAY) == ["New", "Always", "First", "Ever"]
    assert titles(book, MONDAY) == ["Always", "Ever"]
    assert titles(book, date.max - 41 * DAY, date.max) == ["Always", "Old", "Ever", "Last"]


def test_an_event_without_length_stands_where_it_is(book):
    show(book, [event("Bell", 8 * HOUR, timedelta()), event("Midnight", timedelta(), timedelta())])
    assert titles(book) == ["Midnight", "Bell"]
    assert titles(book, MONDAY - DAY) == []


def test_all_calendars_stand_there_in_order_of_time(book):
    one = show(book, [event("Late", 10 * HOUR), event("Early", 8 * HOUR)])
    other = show(book, [event("Between", 9 * HOUR)], name="Shifts")
    assert [(busy.title, busy.calendar_id) for busy in part(book).busy.times] == [
        ("Early", one),
        ("Between", other),
        ("Late", one),
    ]


def test_a_calendar_that_is_shown_no_more_makes_nobody_busy(book):
    calendar_id = show(book, [event("Lecture", 8 * HOUR), event("Long", -9 * DAY, 20 * DAY), whole_days("F", MONDAY)])
    with book.store.unrecorded() as transaction:
        calendars.remove(transaction, calendar_id)
    assert (titles(book), taken(book)) == ([], [])


class TestWhereThereIsMoreThanRoom:
    def test_as_much_is_told_of_as_there_is_room_for_and_the_rest_counted(self, book):
        show(book, [event(f"{number}", 8 * HOUR + number * timedelta(minutes=1)) for number in range(50)])
        found = part(book, room=calendar.Room(timed=20, parts=1))
        assert [busy.title for busy in found.busy.times] == [f"{number}" for number in range(20)]
        assert found.more == {MONDAY: 30}

    def test_each_calendar_is_told_of(self, book):
        show(book, [event("Full", 8 * HOUR) for _ in range(50)])
        show(book, [event("Few", 20 * HOUR) for _ in range(3)], name="Shifts")
        found = part(book, room=calendar.Room(timed=20, parts=1))
        assert Counter(busy.title for busy in found.busy.times) == {"Full": 17, "Few": 3}
        assert found.more == {MONDAY: 33}

    def test_a_day_that_is_full_all_day_is_seen_to_be_so(self, book):
        hours = [hour for hour in range(24) for _ in range(10)]
        show(book, [event("Full", hour * HOUR, timedelta(minutes=30)) for hour in hours])
        starts = [busy.span.start.hour for busy in part(book, room=calendar.Room(timed=20, parts=4)).busy.times]
        assert Counter(start // 6 for start in starts) == {0: 5, 1: 5, 2: 5, 3: 5}

    def test_each_day_has_room_of_its_own(self, book):
        show(book, [event("Full", 8 * HOUR) for _ in range(50)] + [event("Free", DAY + 8 * HOUR)])
        found = part(book, MONDAY, MONDAY + DAY, room=calendar.Room(timed=10, parts=1))
        assert Counter(busy.title for busy in found.busy.times) == {"Full": 10, "Free": 1}
        assert found.more == {MONDAY: 40}

    def test_interviews_come_first(self, book):
        show(book, [event("Full", 8 * HOUR) for _ in range(50)])
        interviews.add(book.store, contact_ids=[book.add()], starts_at=MIDNIGHT + 9 * HOUR, minutes=20, time_zone="UTC")
        found = part(book, room=calendar.Room(timed=10, parts=1))
        assert (len(found.booked), len(found.busy.times)) == (1, 9)

    def test_whole_days_are_told_of_and_counted_by_themselves(self, book):
        days = [MONDAY, *[MONDAY + DAY] * 10]
        show(book, [whole_days(f"{number}", day) for number, day in enumerate(days)])
        found = part(book, MONDAY, MONDAY + DAY, room=calendar.Room(whole=3, timed=0))
        assert Counter(busy.first_day for busy in found.busy.times) == {MONDAY: 1, MONDAY + DAY: 3}
        assert found.more == {MONDAY + DAY: 7}

    @pytest.mark.parametrize("lasting", [2 * HOUR, 30 * DAY])
    def test_of_what_lasts_on_there_is_no_end_either(self, book, lasting):
        show(book, [event("Long", -HOUR, lasting) for _ in range(100)])
        found = part(book, MONDAY, MONDAY + DAY)
        assert len(found.busy.times) == 20
        assert found.more == {MONDAY: 80}

    @pytest.mark.parametrize("timed", range(4))
    def test_where_there_is_no_room_for_all_calendars_some_of_them_are_told_of(self, book, timed):
        for name in ("A", "B", "C"):
            show(book, [event(name, 8 * HOUR) for _ in range(10)], name=name)
        found = part(book, room=calendar.Room(timed=timed, parts=1))
        assert len({busy.title for busy in found.busy.times}) == len(found.busy.times) == timed
        assert found.more == {MONDAY: 30 - timed}


class TestTaken:
    def test_is_every_stretch_of_time_in_which_something_takes_place(self, book):
        show(book, [event("A", 8 * HOUR), event("B", 8 * HOUR, 3 * HOUR), event("C", 11 * HOUR), event("D", 14 * HOUR)])
        show(book, [event("E", 9 * HOUR)], name="Shifts")
        assert taken(book) == [
            (MIDNIGHT + 8 * HOUR, MIDNIGHT + 12 * HOUR),
            (MIDNIGHT + 14 * HOUR, MIDNIGHT + 15 * HOUR),
        ]

    def test_goes_on_from_before(self, book):
        show(book, [event("Late", -2 * HOUR, 3 * HOUR), event("Away", -3 * DAY, 3 * DAY + 6 * HOUR)])
        assert taken(book) == [(MIDNIGHT - 3 * DAY, MIDNIGHT + 6 * HOUR)]

    def test_is_not_what_takes_whole_days(self, book):
        show(book, [whole_days("Fair", MONDAY)])
        assert taken(book) == []

    def test_is_told_however_full_the_days_are(self, book):
        show(book, [event("Full", number * timedelta(minutes=7), timedelta(minutes=1)) for number in range(600)])
        assert len(taken(book, MONDAY, MONDAY + 2 * DAY)) == 600
