"""Organizations as lists and as single ones."""

from __future__ import annotations

from infoview_desktop.store.reads.reader import Reader


def names(reader: Reader, *, beginning: str, limit: int) -> list[str]:
    """Organizations in the book whose name begins so, to complete what is being typed."""
    pattern = beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    rows = reader.rows(
        "SELECT name FROM organization WHERE name LIKE ? ESCAPE '\\' ORDER BY name LIMIT ?", (pattern, limit)
    )
    return [name for (name,) in rows]
