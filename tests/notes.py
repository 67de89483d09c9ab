"""Notes to test with, written in few words."""

from typing import Any

from infoview_desktop.domain.note_filter import parse_notes
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads import note_lists
from tests.book import Book


def write_note(book: Book, text: str, **about: Any) -> int:
    """Write a note about a `contact_id`, an `organization_id`, an `interview_id`, or none of them; a minute passes."""
    book.clock.advance(minutes=1)
    with book.store.transaction(Phrase("New note")) as transaction:
        columns = {"text": text, "created_at": transaction.timestamp, "changed_at": transaction.timestamp, **about}
        transaction.connection.execute(
            f"INSERT INTO note ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",  # noqa: S608 - own columns
            tuple(columns.values()),
        )
        return transaction.connection.last_insert_rowid()


def change_note(book: Book, note_id: int, **values: Any) -> None:
    """Give a note other values; a minute passes."""
    book.clock.advance(minutes=1)
    with book.store.transaction(Phrase("Edit note")) as transaction:
        values = {"changed_at": transaction.timestamp, **values}
        transaction.connection.execute(
            f"UPDATE note SET {', '.join(f'{name} = ?' for name in values)} WHERE id = ?",  # noqa: S608 - own columns
            (*values.values(), note_id),
        )


def hold_interview(book: Book, *contact_ids: int) -> int:
    """An interview with these people."""
    with book.store.transaction(Phrase("New interview")) as transaction:
        transaction.connection.execute(
            "INSERT INTO interview (time_zone, minutes, medium, place, state, created_at)"
            " VALUES ('UTC', 20, 'video', '', 'held', ?)",
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
