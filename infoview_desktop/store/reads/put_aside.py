"""Text that was being typed when its field was last seen."""

from __future__ import annotations

from infoview_desktop.store.reads.reader import Reader


def put_aside(reader: Reader, *, prefix: str) -> dict[str, str]:
    """What was being typed in the fields whose place begins with `prefix`, by the rest of the place."""
    rows = reader.rows(
        "SELECT substr(place, ?), text FROM put_aside WHERE substr(place, 1, ?) = ?",
        (len(prefix) + 1, len(prefix), prefix),
    )
    return dict(rows)
