"""How much each factor of an order counts."""

from __future__ import annotations

from infoview_desktop.store.reads.reader import Reader


def changed_weights(reader: Reader) -> dict[str, int]:
    """What the factors count that the user has changed."""
    return dict(reader.rows("SELECT factor, value FROM weight"))
