"""Who is on the short list, why, and how much the user wants to talk to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.tables import ShortList


def add(transaction: Transaction, contact_id: int, *, reason: str, direction_id: int | None, motivation: int) -> None:
    """Put a contact on the short list, on which it is not yet."""
    ShortList.insert(
        contact=contact_id,
        reason=reason,
        direction=direction_id,
        motivation=motivation,
        added_at=transaction.timestamp,
    ).execute(transaction.database)


def change(transaction: Transaction, contact_id: int, **columns: Any) -> None:  # noqa: ANN401 - column values
    """Set columns of an entry."""
    ShortList.update(**columns).where(ShortList.contact == contact_id).execute(transaction.database)


def take_off(transaction: Transaction, contact_ids: Iterable[int]) -> None:
    """Take contacts off the short list."""
    for contact_id in contact_ids:
        ShortList.delete().where(ShortList.contact == contact_id).execute(transaction.database)
