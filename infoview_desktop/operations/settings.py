"""How the window is left, for the next time."""

from __future__ import annotations

from typing import Any

from infoview_desktop.operations.outcome import Outcome, Reach, reaching
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import settings


@reaching(Reach.UNRECORDED)
def remember(store: Store, *, values: dict[str, Any]) -> Outcome[None]:
    """Store settings, each a plain JSON value; a book that cannot be written keeps the old ones."""
    if store.writable:
        with store.unrecorded() as transaction:
            for name, value in values.items():
                settings.change(transaction, name, value)
    return Outcome(None)
