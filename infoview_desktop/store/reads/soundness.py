"""Whether the book is sound: SQLite's own checks, references, and the search index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from infoview_desktop.domain.known_error import Damaged
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store import note_search, search
from infoview_desktop.store.reads.reader import Reader


def findings(reader: Reader) -> list[Phrase]:
    """Everything that is wrong, as sentences; empty where the book is sound.

    A copy is looked at: FTS5 needs one that it may write to, and sees damage where there is none through a
    connection that was open while the book changed.
    """
    try:
        with closing(reader.copy()) as copy:
            # Where there is damage, further questions would only stumble over it.
            return _damage(copy) or [*_lost_references(copy), *_index(copy)]
    except Damaged as damage:
        return [damage.sentences[0]]


def _damage(reader: Reader) -> list[Phrase]:
    return [
        Phrase("SQLite finds: {finding}", {"finding": finding})
        for (finding,) in reader.rows("PRAGMA integrity_check(100)")
        if finding != "ok"
    ]


def _lost_references(reader: Reader) -> Iterator[Phrase]:
    for table, parent in reader.rows('SELECT DISTINCT "table", parent FROM pragma_foreign_key_check'):
        yield Phrase("A row of {table} refers to a {parent} that is not there.", {"table": table, "parent": parent})


def _index(reader: Reader) -> Iterator[Phrase]:
    if differing := search.differences(reader):
        yield Phrase.counted(
            "The search index is wrong for {count} person.",
            "The search index is wrong for {count} people.",
            differing,
        )
    if differing := note_search.differences(reader):
        yield Phrase.counted(
            "The search index is wrong for {count} note.", "The search index is wrong for {count} notes.", differing
        )
    if not (search.finds_its_words(reader) and note_search.finds_its_words(reader)):
        yield Phrase("The search index does not find all words.")
