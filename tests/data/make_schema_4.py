"""Write schema-4.sqlite3.xz: a book of the fourth schema, as that release left it.

Run it only while schema 4 is unreleased: `python -m tests.data.make_schema_4`.
"""

from datetime import date, timedelta
from pathlib import Path

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.operations import calendars, offers, put_aside
from tests.book import Book
from tests.data import make_schema_3, released

_ZONE = "America/Lima"


def fill(book: Book) -> None:
    """Do what schema 3 could, offer times to two, agree with one, and show two calendars; the last step is undone."""
    make_schema_3.fill(book)
    ids = dict(book.read.rows("SELECT given_name, id FROM contact WHERE trashed_at IS NULL"))
    ana, mei = ids["Ana"], ids["Mei"]
    soon = book.clock.now + timedelta(days=2)
    for contact_id in (ana, mei):
        starts = [soon + timedelta(days=each, hours=contact_id) for each in range(3)]
        offers.offer(book.store, contact_id=contact_id, starts=starts, minutes=20, time_zone=_ZONE)
    offers.take(book.store, offered_id=book.read.value("SELECT min(id) FROM offered_time WHERE contact_id = ?", (mei,)))
    term, shifts = (
        calendars.add(book.store, path=Path("/home/ana", f"{name}.ics"), name=name, colour=colour).value
        for name, colour in (("Término", "#8a5a00"), ("Shifts", "#1d5fbf"))
    )
    day = date(2026, 6, 15)
    lecture = Span(soon, soon + timedelta(minutes=90))
    events = [
        Event("lecture", "Estadística", "", (), lecture, soon.date(), soon.date()),
        Event("holiday", "Free week", "", (), None, day, day + timedelta(days=6)),
    ]
    first, last = date(2026, 1, 1), date(2027, 12, 31)
    calendars.refresh(book.store, calendar_id=term, events=events, first=first, last=last, stamp="1")
    calendars.remove(book.store, calendar_id=shifts)
    book.undo()
    put_aside.put(book.store, place=f"contact/{ana}/remarks", text="one\ntwo\nthree")


if __name__ == "__main__":
    released.keep(4, fill)
