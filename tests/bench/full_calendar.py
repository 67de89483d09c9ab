"""A calendar as nobody has it: five timetables of other programs put into a book, and all of it spread over years."""

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from infoview_desktop.domain.calendar import days_read
from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.store import opening
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import calendars
from infoview_desktop.system import clock

PEOPLE_FOR_AN_EVENT = 3
"""Of 30,000 people 10,000 events in each of the calendars, before those are told apart that recur."""

_COLOURS = {"Lectures": "#4f6bed", "Shifts": "#b4690e", "Rooms": "#2e7d32", "Choir": "#8e44ad", "Family": "#c62828"}
_WEEKLY_OF_TEN, _WHOLE_DAYS_OF_TEN = 2, 1
_WEEK = timedelta(weeks=1)
_TITLES = ("Statistics for policy", "Early shift", "Lab B.204", "Rehearsal", "Dentist", "Journal club", "Colloquium")
_MINUTES = (30, 45, 60, 90, 120, 180)
_QUARTERS = range(4 * 7, 4 * 21)
_SEED = 20_261_124


def fill(directory: Path, size: int) -> None:
    """Write as much as belongs to `size` people into the book in `directory`, which has about so many.

    What was talked and what is due is spread over the same days, from a year ago for three years.
    """
    with closing(opening.open_store(directory, clock=clock.now)) as store:
        first, last = days_read(store.now().date())
        for name, colour in _COLOURS.items():
            _add(store, name, colour, size // PEOPLE_FOR_AN_EVENT, first=first, last=last)
        with store.unrecorded() as transaction:
            _spread(transaction, first, last)


def _add(store: Store, name: str, colour: str, count: int, *, first: date, last: date) -> None:
    """Add a calendar, as it would be read between the two days."""
    with store.unrecorded() as transaction:
        calendar_id = calendars.add(transaction, name=name, path=f"/nowhere/{name}.ics", colour=colour, watched=0)
        events = _events(random.Random(f"{_SEED} {name}"), count, first=first, last=last)  # noqa: S311 - no secret
        calendars.read(transaction, calendar_id, events, first=first, last=last, stamp="")


def _events(chance: random.Random, count: int, *, first: date, last: date) -> Iterator[Event]:
    """So many events, of which a fifth recurs every week from its first day to the end, and a tenth has whole days."""
    for number in range(count):
        uid, title = f"{number}@nowhere.example", f"{chance.choice(_TITLES)} {number}"
        starts_on = first + timedelta(days=chance.randrange((last - first).days))
        if number % 10 < _WHOLE_DAYS_OF_TEN:
            yield Event(uid, title, "", (), None, starts_on, starts_on + timedelta(days=chance.randrange(4)))
            continue
        recurs = number % 10 < _WHOLE_DAYS_OF_TEN + _WEEKLY_OF_TEN
        at = _moment(chance, first, first + _WEEK if recurs else last)
        lasting = timedelta(minutes=chance.choice(_MINUTES))
        while at.date() <= last:
            yield Event(uid, title, "", (), Span(at, at + lasting), at.date(), (at + lasting).date())
            if not recurs:
                break
            at += _WEEK


def _spread(transaction: Transaction, first: date, last: date) -> None:
    """Spread what was talked and what is due over the days of the calendars, by hours at which one is awake."""
    chance = random.Random(_SEED)  # noqa: S311 - no secret
    connection, today = transaction.connection, transaction.now.date()
    interviews = [each for (each,) in connection.execute("SELECT id FROM interview ORDER BY id")]
    moments = sorted(_moment(chance, first, last) for _ in interviews)
    connection.executemany(
        "UPDATE interview SET starts_at = ?, state = ?, minutes = ? WHERE id = ?",
        [
            (
                at.isoformat(timespec="seconds"),
                InterviewState.HELD if at.date() < today else InterviewState.SCHEDULED,
                chance.choice((20, 30, 45)),
                interview_id,
            )
            for interview_id, at in zip(interviews, moments, strict=True)
        ],
    )
    follow_ups = [each for (each,) in connection.execute("SELECT id FROM follow_up WHERE state = 'open' ORDER BY id")]
    days = sorted(today + timedelta(days=chance.randrange((last - today).days)) for _ in follow_ups)
    connection.executemany(
        "UPDATE follow_up SET due_on = ?, due_at = NULL WHERE id = ?",
        [(day.isoformat(), follow_up_id) for follow_up_id, day in zip(follow_ups, days, strict=True)],
    )


def _moment(chance: random.Random, first: date, last: date) -> datetime:
    """Some quarter of an hour between two days."""
    day = first + timedelta(days=chance.randrange((last - first).days))
    return datetime.combine(day, time(), UTC) + timedelta(minutes=15 * chance.choice(_QUARTERS))
