"""Pictures of people, put in and taken away."""

from __future__ import annotations

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.tables import Photo


def put(transaction: Transaction, contact_id: int, image: bytes) -> None:
    """Let a picture be the contact's, in the place of the one before."""
    insert = Photo.insert(contact=contact_id, image=image)
    kept = insert.on_conflict(conflict_target=[Photo.contact], update={Photo.image: image})
    kept.execute(transaction.database)


def take_away(transaction: Transaction, contact_id: int) -> None:
    """Let the contact have no picture."""
    Photo.delete().where(Photo.contact == contact_id).execute(transaction.database)
