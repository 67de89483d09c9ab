"""What the user says of themselves."""

from __future__ import annotations

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.tables import Profile

_ONLY = 1


def change(transaction: Transaction, **columns: str) -> None:
    """Set columns of the one profile there is, made with the first of them."""
    changed = Profile.update(**columns).where(Profile.id == _ONLY).execute(transaction.database)
    if not changed:
        blank = {"seniority": "", "schools": "", "past_employers": ""}
        Profile.insert(id=_ONLY, **(blank | columns)).execute(transaction.database)
