"""Whether the book is sound: SQLite's own checks, references, and the search index."""

from __future__ import annotations

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store import search
from infoview_desktop.store.reads.reader import Reader


def findings(reader: Reader) -> list[Phrase]:
    """Everything that is wrong, as sentences; empty where the book is sound."""
    damage = [
        Phrase("SQLite finds: {finding}", {"finding": finding})
        for (finding,) in reader.rows("PRAGMA integrity_check(100)")
        if finding != "ok"
    ]
    if damage:
        return damage  # further questions would stumble over it
    found = [
        Phrase("A row of {table} refers to a {parent} that is not there.", {"table": table, "parent": parent})
        for table, parent in reader.rows('SELECT DISTINCT "table", parent FROM pragma_foreign_key_check')
    ]
    if differing := search.differences(reader):
        found.append(
            Phrase.counted(
                "The search index is wrong for {count} person.",
                "The search index is wrong for {count} people.",
                differing,
            )
        )
    if not search.finds_its_words(reader):
        found.append(Phrase("The search index does not find all words."))
    return found
