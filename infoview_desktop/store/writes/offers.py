"""Times that were offered to people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from infoview_desktop.store.calendar_tables import OfferedTime
from infoview_desktop.store.moments import stored
from infoview_desktop.store.store import Transaction


def add(transaction: Transaction, contact_id: int, starts: Iterable[datetime], *, minutes: int, time_zone: str) -> None:
    """Hold these moments for somebody; what was offered to them for the same moment is offered anew."""
    database = transaction.database
    begins = [stored(moment) for moment in starts]
    OfferedTime.delete().where(OfferedTime.contact == contact_id, OfferedTime.starts_at.in_(begins)).execute(database)
    for each in begins:
        OfferedTime.insert(
            contact=contact_id,
            starts_at=each,
            minutes=minutes,
            time_zone=time_zone,
            created_at=transaction.timestamp,
        ).execute(database)


def withdraw(transaction: Transaction, contact_ids: Iterable[int]) -> None:
    """Hold nothing for these people any more."""
    transaction.connection.executemany(
        "DELETE FROM offered_time WHERE contact_id = ?", [(contact_id,) for contact_id in contact_ids]
    )


def forget_past(transaction: Transaction, contact_id: int) -> None:
    """Let go of what was offered to somebody and has begun meanwhile."""
    OfferedTime.delete().where(
        OfferedTime.contact == contact_id, OfferedTime.starts_at < transaction.timestamp
    ).execute(transaction.database)
