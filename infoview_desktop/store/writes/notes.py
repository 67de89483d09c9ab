"""Notes, what they said before, and whom they name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import chain

from infoview_desktop.domain.note import MOST_VERSION_BYTES, MOST_VERSIONS, About
from infoview_desktop.store.reads.put_aside import NEW_NOTE_PLACES, NOTE_PLACES
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.story_tables import Note, NoteMention


def add(transaction: Transaction, about: About, text: str) -> int:
    """Begin a note and return its id."""
    moment = transaction.timestamp
    added: int = Note.insert(
        contact=about.contact_id,
        organization=about.organization_id,
        interview=about.interview_id,
        text=text,
        created_at=moment,
        changed_at=moment,
    ).execute(transaction.database)
    return added


def change(transaction: Transaction, note_id: int, text: str) -> None:
    """Let a note say something else; what it said stays as a version, as far as there is room for them."""
    transaction.connection.execute(
        "INSERT INTO note_version (note_id, text, written_at) SELECT id, text, changed_at FROM note WHERE id = ?",
        (note_id,),
    )
    Note.update(text=text, changed_at=transaction.timestamp).where(Note.id == note_id).execute(transaction.database)
    transaction.connection.execute(
        "DELETE FROM note_version WHERE id IN (SELECT id FROM ("
        "  SELECT id, row_number() OVER newest AS place, sum(octet_length(text)) OVER newest AS bytes"
        "    FROM note_version WHERE note_id = ? WINDOW newest AS (ORDER BY id DESC))"
        "  WHERE place > 1 AND (place > ? OR bytes > ?))",
        (note_id, MOST_VERSIONS, MOST_VERSION_BYTES),
    )


def delete(transaction: Transaction, note_id: int) -> None:
    """Remove a note, with what it said before."""
    Note.delete().where(Note.id == note_id).execute(transaction.database)


def mention(transaction: Transaction, note_id: int, people: Mapping[str, int]) -> None:
    """Let a note name exactly these: contacts by the words after an `@`. Several words for one stand on a line each."""
    words: dict[int, list[str]] = {}
    for said, contact_id in sorted(people.items()):
        words.setdefault(contact_id, []).append(said)
    wanted = {(contact_id, "\n".join(several)) for contact_id, several in words.items()}
    query = NoteMention.select(NoteMention.contact, NoteMention.words).where(NoteMention.note == note_id)
    present = set(query.tuples().execute(transaction.database))
    for contact_id, _ in present - wanted:
        NoteMention.delete().where(NoteMention.note == note_id, NoteMention.contact == contact_id).execute(
            transaction.database
        )
    for contact_id, several in sorted(wanted - present):
        NoteMention.insert(note=note_id, contact=contact_id, words=several).execute(transaction.database)


def move(transaction: Transaction, kept_id: int, other_id: int) -> None:
    """Let the notes on one person, and what names them, be of another."""
    database = transaction.database
    Note.update(contact=kept_id).where(Note.contact == other_id).execute(database)
    theirs = NoteMention.select(NoteMention.note).where(NoteMention.contact == other_id)
    for note_id in list(chain(*theirs.tuples().execute(database))):
        both = NoteMention.select(NoteMention.words).where(
            NoteMention.note == note_id, NoteMention.contact.in_([kept_id, other_id])
        )
        words = chain.from_iterable(several.split("\n") for (several,) in both.tuples().execute(database))
        others = NoteMention.select(NoteMention.words, NoteMention.contact).where(
            NoteMention.note == note_id, NoteMention.contact.not_in([kept_id, other_id])
        )
        mention(
            transaction,
            note_id,
            {
                said: contact_id
                for several, contact_id in others.tuples().execute(database)
                for said in several.split("\n")
            }
            | dict.fromkeys(words, kept_id),
        )


def forget_typed_on(transaction: Transaction, contact_ids: Iterable[int]) -> None:
    """Forget what was put aside for notes on these people, who are about to be erased."""
    transaction.connection.execute(
        "DELETE FROM put_aside WHERE place IN ("
        "  SELECT ?2 || 'contact/' || value FROM json_each(?1) UNION ALL"
        "  SELECT ?3 || note.id FROM note WHERE contact_id IN (SELECT value FROM json_each(?1)))",
        (json.dumps(list(contact_ids)), NEW_NOTE_PLACES, NOTE_PLACES),
    )
