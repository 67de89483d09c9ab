"""The calendars of other programs that are shown, and what became of their files."""

from __future__ import annotations

from infoview_desktop.domain.calendar import Calendar, CalendarState
from infoview_desktop.store.moments import day_of, moment_of
from infoview_desktop.store.reads.reader import Reader, Row

_CALENDARS = """
    SELECT id, name, path, colour, watched, coalesce(state, ''), read_at, first_day, last_day, coalesce(stamp, '')
      FROM calendar LEFT JOIN calendar_reading ON calendar_id = id"""


def calendars(reader: Reader) -> list[Calendar]:
    """All of them, in the order in which they were added."""
    return [_calendar(row) for row in reader.rows(f"{_CALENDARS} ORDER BY id")]


def calendar(reader: Reader, calendar_id: int) -> Calendar | None:
    """One of them; None where it is gone."""
    rows = reader.rows(f"{_CALENDARS} WHERE id = ?", (calendar_id,))
    return _calendar(rows[0]) if rows else None


def has_leftovers(reader: Reader) -> bool:
    """Whether something was read for a calendar that is there no more."""
    unknown = "calendar_id NOT IN (SELECT id FROM calendar)"
    return bool(
        reader.value(
            f"SELECT EXISTS (SELECT 1 FROM calendar_reading WHERE {unknown})"  # noqa: S608 - constant text
        )
    )


def _calendar(row: Row) -> Calendar:
    calendar_id, name, path, colour, watched, state, read_at, first_day, last_day, stamp = row
    return Calendar(
        calendar_id,
        name,
        path,
        colour,
        bool(watched),
        CalendarState(state),
        moment_of(read_at),
        day_of(first_day),
        day_of(last_day),
        stamp,
    )
