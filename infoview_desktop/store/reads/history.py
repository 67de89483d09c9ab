"""What can be undone and redone next."""

from __future__ import annotations

import json

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads.reader import Reader


def next_undo(reader: Reader) -> Phrase | None:
    """What Undo would take back."""
    return _label(reader, "WHERE NOT undone ORDER BY id DESC")


def next_redo(reader: Reader) -> Phrase | None:
    """What Redo would make again."""
    return _label(reader, "WHERE undone ORDER BY id")


def _label(reader: Reader, which: str) -> Phrase | None:
    rows = reader.rows(f"SELECT label, label_values FROM history {which} LIMIT 1")  # noqa: S608 - constant text
    return Phrase(rows[0][0], json.loads(rows[0][1])) if rows else None
