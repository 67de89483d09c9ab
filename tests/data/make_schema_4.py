"""Write schema-4.sqlite3.xz: a book of the fourth schema, as that release left it.

Run it only while schema 4 is unreleased: `python -m tests.data.make_schema_4`.
"""

from datetime import date, timedelta
from pathlib import Path

from infoview_desktop.operations import calendars, offers, put_aside
from tests.book import Book
from tests.calendars import event, looked_through, show, take, whole_days
from tests.data import make_schema_3, released

_ZONE = "America/Lima"


def fill(book: Book) -> None:
    """Do what schema 3 could, offer times, agree on one, show two calendars, take an interview; undo the last step."""
    make_schema_3.fill(book)
    ids = dict(book.read.rows("SELECT given_name, id FROM contact WHERE trashed_at IS NULL"))
    ana, mei = ids["Ana"], ids["Mei"]
    soon = book.clock.now + timedelta(days=2)
    for contact_id in (ana, mei):
        starts = [soon + timedelta(days=each, hours=contact_id) for each in range(3)]
        offers.offer(book.store, contact_id=contact_id, starts=starts, minutes=20, time_zone=_ZONE)
    offers.take(book.store, offered_id=book.read.value("SELECT min(id) FROM offered_time WHERE contact_id = ?", (mei,)))
    day = date(2026, 6, 15)
    lecture = event("Estadística", soon, minutes=90)
    show(book, [lecture, whole_days("Free week", day, day + timedelta(days=6))], name="Término", colour="#8a5a00")
    shifts = show(book, path=Path("/home/ana/shifts.ics"), name="Shifts", colour="#1d5fbf")
    take(book, looked_through(book, [event("Chat with Łukasz Øberg", soon + timedelta(days=3), minutes=30)]))
    calendars.remove(book.store, calendar_id=shifts)
    book.undo()
    put_aside.put(book.store, place=f"contact/{ana}/remarks", text="one\ntwo\nthree")


if __name__ == "__main__":
    released.keep(4, fill)
