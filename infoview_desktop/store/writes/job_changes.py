"""Changes of job that imports told of."""

from __future__ import annotations

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.tables import JobChange


def look_at(transaction: Transaction, contact_id: int) -> None:
    """Note that the user has seen the changes of somebody's job."""
    query = JobChange.update(looked_at=1).where(JobChange.contact == contact_id, JobChange.looked_at == 0)
    query.execute(transaction.database)
