"""Notes to test with, written in few words."""

from infoview_desktop.domain.note import About
from infoview_desktop.domain.note_filter import parse_notes
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import notes
from infoview_desktop.store.reads import note_lists
from tests.book import Book


def write_note(book: Book, text: str, **about: int) -> int:
    """Write a note about a `contact_id`, an `organization_id`, an `interview_id`, or none of them; a minute passes."""
    book.clock.advance(minutes=1)
    note_id = notes.write(book.store, note_id=None, about=About(**about), text=text, mentions={}).value
    assert note_id is not None
    return note_id


def change_note(book: Book, note_id: int, text: str) -> None:
    """Let a note say something else; a minute passes."""
    book.clock.advance(minutes=1)
    notes.write(book.store, note_id=note_id, about=About(), text=text, mentions={})


def hold_interview(book: Book, *contact_ids: int) -> int:
    """An interview with these people."""
    with book.store.transaction(Phrase("New interview")) as transaction:
        transaction.connection.execute(
            "INSERT INTO interview (time_zone, minutes, medium, place, state, state_at, created_at)"
            " VALUES ('UTC', 20, 'video', '', 'held', ?1, ?1)",
            (transaction.timestamp,),
        )
        interview_id = transaction.connection.last_insert_rowid()
        transaction.connection.executemany(
            "INSERT INTO interview_person VALUES (?, ?)", [(interview_id, one) for one in contact_ids]
        )
    return interview_id


def titles(book: Book, typed: str = "") -> list[str]:
    """Which notes a list shows, in its order, by their titles."""
    listed = note_lists.listing(book.read, terms=parse_notes(typed))
    return [line.title.text for line in note_lists.page(book.read, listed, offset=0, limit=listed.total)]
