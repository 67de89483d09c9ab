"""Calendars of other programs, and when one is busy by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from infoview_desktop.domain.calendar import CalendarState
from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.store.calendar_tables import CalendarReading, CalendarRow
from infoview_desktop.store.moments import DAY_SECONDS, midnight, seconds
from infoview_desktop.store.store import Transaction

_STEP = 4


def add(transaction: Transaction, **columns: Any) -> int:  # noqa: ANN401 - column values
    """Add a calendar and return its id; nothing is known of its file yet."""
    calendar_id: int = CalendarRow.insert(added_at=transaction.timestamp, **columns).execute(transaction.database)
    return calendar_id


def change(transaction: Transaction, calendar_id: int, **columns: Any) -> None:  # noqa: ANN401 - column values
    """Set columns of a calendar."""
    CalendarRow.update(**columns).where(CalendarRow.id == calendar_id).execute(transaction.database)


def remove(transaction: Transaction, calendar_id: int) -> None:
    """Remove a calendar; what its file said is seen no more, and stays until `sweep` for one who undoes it."""
    CalendarRow.delete().where(CalendarRow.id == calendar_id).execute(transaction.database)


def read(
    transaction: Transaction, calendar_id: int, events: Iterable[Event], *, first: date, last: date, stamp: str
) -> None:
    """Let a calendar's busy times be these and no others; its file was read just now."""
    connection = transaction.connection
    connection.execute("DELETE FROM busy_time WHERE calendar_id = ?", (calendar_id,))
    connection.executemany(
        "INSERT INTO busy_time (calendar_id, all_day, starts, number, ends, reach, title) VALUES (?, ?, ?, ?, ?, ?, ?)",
        _rows(calendar_id, events),
    )
    reading = {"state": CalendarState.READ, "read_at": transaction.timestamp, "stamp": stamp}
    CalendarReading.insert(
        calendar_id=calendar_id, first_day=first.isoformat(), last_day=last.isoformat(), **reading
    ).on_conflict_replace().execute(transaction.database)


def miss(transaction: Transaction, calendar_id: int, state: CalendarState, *, stamp: str) -> None:
    """Say that a calendar's file is gone or broken; what it said before stays."""
    transaction.connection.execute(
        "INSERT INTO calendar_reading (calendar_id, state, stamp) VALUES (?, ?, ?)"
        " ON CONFLICT (calendar_id) DO UPDATE SET state = excluded.state, stamp = excluded.stamp",
        (calendar_id, state, stamp),
    )


def sweep(transaction: Transaction) -> None:
    """Let go of what files said whose calendars are there no more."""
    for table in ("busy_time", "calendar_reading"):
        transaction.connection.execute(
            f"DELETE FROM {table} WHERE calendar_id NOT IN (SELECT id FROM calendar)"  # noqa: S608 - one of these
        )


def _rows(calendar_id: int, events: Iterable[Event]) -> Iterator[tuple[int | str, ...]]:
    """The events as rows, in the order of the table, so that it grows at its end alone."""
    found = []
    for event in events:
        if event.span is None:
            starts, ends = midnight(event.first_day), midnight(event.last_day) + DAY_SECONDS
        else:
            starts, ends = seconds(event.span.start), seconds(event.span.end)
        found.append((int(event.span is None), starts, ends, event.title))
    found.sort()
    for number, (all_day, starts, ends, title) in enumerate(found):
        yield calendar_id, all_day, starts, number, ends, _reach(ends - starts), title


def _reach(lasting: int) -> int:
    """The first of 1, 4, 16 … days that so many seconds do not exceed.

    With it in the index, whatever began before a moment and lasts beyond it is found by looking back so far for each,
    however long a single one may be.
    """
    days = 1
    while days * DAY_SECONDS < lasting:
        days *= _STEP
    return days
