"""Text that is being typed."""

from __future__ import annotations

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.tables import PutAside


def put(transaction: Transaction, place: str, text: str) -> None:
    """Keep what is being typed at `place`."""
    PutAside.insert(place=place, text=text).on_conflict_replace().execute(transaction.database)


def take_away(transaction: Transaction, place: str) -> None:
    """Forget what was put aside at `place`."""
    PutAside.delete().where(PutAside.place == place).execute(transaction.database)
