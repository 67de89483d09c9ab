"""Write schema-3.sqlite3.xz: a book of the third schema, as that release left it.

Run it only while schema 3 is unreleased: `python -m tests.data.make_schema_3`.
"""

from dataclasses import replace
from datetime import date, timedelta

from infoview_desktop.domain.cadence import GENTLE
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.note import About
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import (
    cadences,
    follow_ups,
    interviews,
    keep_in_touch,
    notes,
    practice,
    put_aside,
    touches,
)
from tests.book import Book
from tests.data import make_schema_2, released

_ZONE = "America/Lima"


def fill(book: Book) -> None:
    """Do what schema 2 could, and then something of every kind with the people there; the last step is undone."""
    make_schema_2.fill(book)
    ids = dict(book.read.rows("SELECT given_name, id FROM contact WHERE trashed_at IS NULL"))
    ana, mei = ids["Ana"], ids["Mei"]
    practice.edit(book.store, field="region", text="PE")
    practice.edit(book.store, field="working_days", text="12346")
    own = cadences.add(book.store, name="Patient").value
    cadences.edit(book.store, cadence=replace(GENTLE, follow_up_days=10))
    practice.edit(book.store, field="cadence", text=own)
    keep_in_touch.choose(book.store, contact_ids=[mei], days=60)
    keep_in_touch.choose_for_tag(book.store, tag_name="alumni", days=90)
    _talk(book, ana, mei)
    _write(book, ana, mei)
    follow_up = follow_ups.add(book.store, contact_id=mei, due_on=date(2026, 6, 20), reason="Her talk").value
    follow_ups.snooze(book.store, follow_up_id=follow_up, due_on=date(2026, 6, 22))
    other = follow_ups.add(book.store, due_on=date(2026, 6, 21), reason="Tidy up").value
    follow_ups.skip(book.store, follow_up_id=other, why="Not now")
    touches.log(book.store, contact_id=mei, kind=TouchKind.CALLED, at=book.clock.now, time_zone=_ZONE)
    book.undo()
    put_aside.put(book.store, place=f"contact/{ana}/remarks", text="one\ntwo\nthree")


def _talk(book: Book, ana: int, mei: int) -> None:
    """Ask, be answered, talk, thank; and somebody else says later."""

    def log(contact_id: int, kind: TouchKind, answer: Answer = Answer.NONE, until: date | None = None) -> None:
        touches.log(
            book.store,
            contact_id=contact_id,
            kind=kind,
            answer=answer,
            until=until,
            at=book.clock.now,
            time_zone=_ZONE,
            words="“Łódź”, 王",
        )
        book.clock.advance(hours=30)

    log(ana, TouchKind.ASKED)
    log(mei, TouchKind.ASKED)
    log(ana, TouchKind.REPLIED, Answer.YES)
    log(mei, TouchKind.REPLIED, Answer.LATER, date(2026, 8, 3))
    talk = interviews.add(
        book.store,
        contact_ids=[ana, mei],
        starts_at=book.clock.now + timedelta(hours=20),
        time_zone=_ZONE,
        minutes=25,
        medium=Medium.IN_PERSON,
        place="Café Mirabel",
        direction="Data for good",
    ).value
    book.clock.advance(hours=24)
    interviews.change_state(book.store, interview_id=talk, state=InterviewState.HELD)
    log(ana, TouchKind.THANKED)


def _write(book: Book, ana: int, mei: int) -> None:
    """Notes of every kind; one says something else than before."""
    organization = book.read.value("SELECT id FROM organization WHERE name = 'Oxfam'")
    talk = book.read.value("SELECT id FROM interview")
    for about in (About(contact_id=ana), About(organization_id=organization), About(interview_id=talk), About()):
        text = "# Łukasz says\n\n**Ask** @Mei about #sql and #données"
        notes.write(book.store, note_id=None, about=about, text=text, mentions={"Mei": mei})
    notes.write(
        book.store, note_id=1, about=About(contact_id=ana), text="# Ana says\n\nask @Mei", mentions={"Mei": mei}
    )


if __name__ == "__main__":
    released.keep(3, fill)
