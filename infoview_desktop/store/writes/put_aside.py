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


def forget_the_erased(transaction: Transaction, prefix: str) -> None:
    """Forget what was put aside for contacts that are no more; after `prefix` a place has the contact's id."""
    transaction.connection.execute(
        "DELETE FROM put_aside WHERE substr(place, 1, ?2) = ?1"
        " AND CAST(substr(place, ?2 + 1) AS INTEGER) NOT IN (SELECT id FROM contact)",
        (prefix, len(prefix)),
    )
