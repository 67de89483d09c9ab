"""Who is on the short list, why, and how much the user wants to talk to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.tables import ShortList


def add(
    transaction: Transaction,
    contact_ids: Iterable[int],
    *,
    reason: str,
    direction_id: int | None,
    motivation: int,
) -> None:
    """Put contacts on the short list, on which they are not yet."""
    transaction.connection.executemany(
        "INSERT INTO short_list (contact_id, reason, direction_id, motivation, added_at) VALUES (?, ?, ?, ?, ?)",
        [(contact_id, reason, direction_id, motivation, transaction.timestamp) for contact_id in contact_ids],
    )


def change(transaction: Transaction, contact_id: int, **columns: Any) -> None:  # noqa: ANN401 - column values
    """Set columns of an entry."""
    ShortList.update(**columns).where(ShortList.contact == contact_id).execute(transaction.database)


def take_off(transaction: Transaction, contact_ids: Iterable[int]) -> None:
    """Take contacts off the short list."""
    transaction.connection.executemany(
        "DELETE FROM short_list WHERE contact_id = ?", [(contact_id,) for contact_id in contact_ids]
    )
