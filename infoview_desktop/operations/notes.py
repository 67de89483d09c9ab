"""Notes: written, given back what they said before, deleted. A visit to a note is one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from infoview_desktop.domain import known_error
from infoview_desktop.domain.note import (
    LONGEST_NOTE,
    About,
    Note,
    cleaned,
    perhaps_named,
    still_mentioned,
    title,
)
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.store.reads import notes as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import notes as writes
from infoview_desktop.store.writes import put_aside as put_aside_writes

_LONGEST_NAME = 60

_NOTE = (Phrase("Note on {name}"), Phrase("Note on the interview with {name}"), Phrase("Note “{name}”"))
_DELETE = (
    Phrase("Delete the note on {name}"),
    Phrase("Delete the note on the interview with {name}"),
    Phrase("Delete the note “{name}”"),
)
_RESTORE = (
    Phrase("Earlier version of the note on {name}"),
    Phrase("Earlier version of the note on the interview with {name}"),
    Phrase("Earlier version of the note “{name}”"),
)
"""About somebody or something, about an interview, and free."""


@reaching(Reach.UNDOABLE)
def write(
    store: Store, *, note_id: int | None, about: About, text: str, mentions: Mapping[str, int]
) -> Outcome[int | None]:
    """Store what a visit to a note came to, and return the note's id; None where there is nothing to keep.

    Without `note_id` it is a new note; one that is not in the book any more is written anew, so that nothing is
    lost. A note that is emptied is removed. `mentions` are contacts by the words after an `@`; who stands there
    with a full name that only one person in the book has is linked as well. What was put aside of it is forgotten.

    Raises:
        KnownError: it is longer than `LONGEST_NOTE`.
    """
    said = cleaned(text).rstrip()
    if len(said) > LONGEST_NOTE:
        raise known_error.note_too_long(LONGEST_NOTE)
    reader = Reader(store.connection)
    place = reads.place_of(note_id, about)
    known = None if note_id is None else reads.note(reader, note_id)
    if known is not None:
        return _change(store, known, said, {**known.mentions, **mentions}, place=place)
    if not said:
        with store.unrecorded() as transaction:
            put_aside_writes.take_away(transaction, place)
        return Outcome(None)
    about = reads.present(reader, about)
    label = _called(_NOTE, reader, about, said)
    with store.transaction(label) as transaction:
        put_aside_writes.take_away(transaction, place)
        added = writes.add(transaction, about, said)
        _mention(transaction, added, said, mentions)
    return Outcome(added, transaction.changed, Phrase("{note} kept", {"note": label}), undoable=True)


@reaching(Reach.UNDOABLE)
def restore_version(store: Store, *, note_id: int, version_id: int) -> Outcome[None]:
    """Let a note say again what it said before; what it says now stays as a version.

    Raises:
        KnownError: the note, or the version, is gone.
    """
    reader = Reader(store.connection)
    note, text = reads.note(reader, note_id), reads.version_text(reader, version_id)
    if note is None or text is None:
        raise known_error.note_gone()
    with store.transaction(_called(_RESTORE, reader, note.about, note.text)) as transaction:
        if text != note.text:
            writes.change(transaction, note_id, text)
            _mention(transaction, note_id, text, note.mentions)
    said = Phrase("{note} says again what it said before", {"note": _called(_NOTE, reader, note.about, text)})
    return step(transaction.changed, said)


@reaching(Reach.UNDOABLE)
def delete(store: Store, *, note_id: int) -> Outcome[None]:
    """Remove a note, with what it said before.

    Raises:
        KnownError: it is gone already.
    """
    reader = Reader(store.connection)
    note = reads.note(reader, note_id)
    if note is None:
        raise known_error.note_gone()
    with store.transaction(_called(_DELETE, reader, note.about, note.text)) as transaction:
        put_aside_writes.take_away(transaction, reads.place_of(note_id, note.about))
        writes.delete(transaction, note_id)
    said = Phrase("{note} deleted", {"note": _called(_NOTE, reader, note.about, note.text)})
    return step(transaction.changed, said)


@reaching(Reach.UNRECORDED)
def put_aside(
    store: Store, *, note_id: int | None, about: About, text: str, mentions: Mapping[str, int]
) -> Outcome[None]:
    """Keep what is being typed in a note, so that no crash takes it away."""
    with store.unrecorded() as transaction:
        place = reads.place_of(note_id, about)
        put_aside_writes.put(transaction, place, reads.put_aside_text(text, dict(mentions)))
    return Outcome(None)


@reaching(Reach.UNDOABLE)
def keep_put_aside(store: Store, *, place: str) -> Outcome[int | None]:
    """Make a note of what was being typed at a place, one of `reads.interrupted_places`, and return its id."""
    typed = reads.typed(Reader(store.connection), place=place)
    if typed is None:
        return Outcome(None)
    outcome = write(store, note_id=typed.note_id, about=typed.about, text=typed.text, mentions=typed.mentions)
    with store.unrecorded() as transaction:
        put_aside_writes.take_away(transaction, place)
    return outcome


def _change(store: Store, known: Note, said: str, mentions: Mapping[str, int], *, place: str) -> Outcome[int | None]:
    """Let a note that is there say something else, or nothing."""
    reader = Reader(store.connection)
    noun = _called(_NOTE, reader, known.about, said or known.text)
    label = noun if said else _called(_DELETE, reader, known.about, known.text)
    with store.transaction(label) as transaction:
        put_aside_writes.take_away(transaction, place)
        if not said:
            writes.delete(transaction, known.id)
        else:
            if said != known.text:
                writes.change(transaction, known.id, said)
            _mention(transaction, known.id, said, mentions)
    told = Phrase("{note} kept", {"note": noun}) if said else Phrase("{note} deleted", {"note": noun})
    kept = known.id if said else None
    return Outcome(kept, transaction.changed, told, undoable=True) if transaction.changed else Outcome(kept)


def _mention(transaction: Transaction, note_id: int, text: str, mentions: Mapping[str, int]) -> None:
    """Link whom the text names: as was chosen, and by full names that only one person has."""
    reader = Reader(transaction.connection)
    known = reads.present_people(reader, still_mentioned(text, mentions))
    for names in perhaps_named(text):
        if not any(name in known for name in names):
            found = {name: reads.the_one_called(reader, name=name) for name in names}
            known |= next(({name: one} for name, one in found.items() if one is not None), {})
    writes.mention(transaction, note_id, known)


def _called(phrases: tuple[Phrase, Phrase, Phrase], reader: Reader, about: About, text: str) -> Phrase:
    """One of the phrases, with the name of whom or what a note is about, or of the note itself."""
    subject = reads.subject(reader, about)
    of_interview = about.interview_id is not None and about.contact_id is None and about.organization_id is None
    phrase = phrases[(1 if of_interview else 0) if subject else 2]
    return replace(phrase, values={"name": (subject or title(text))[:_LONGEST_NAME]})
