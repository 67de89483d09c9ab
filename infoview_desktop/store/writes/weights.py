"""How much the factors of the ranking count, where the user has changed it."""

from __future__ import annotations

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.tables import Weight


def change(transaction: Transaction, factor: str, value: int | None) -> None:
    """Let a factor count so much; None as at first."""
    database = transaction.database
    if value is None:
        Weight.delete().where(Weight.factor == factor).execute(database)
    elif not Weight.update(value=value).where(Weight.factor == factor).execute(database):
        Weight.insert(factor=factor, value=value).execute(database)


def forget(transaction: Transaction) -> None:
    """Let every factor count as at first."""
    Weight.delete().execute(transaction.database)
