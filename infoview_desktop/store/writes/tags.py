"""Tags put on contacts and taken off again."""

from __future__ import annotations

from collections.abc import Iterable

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.tables import ContactTag, Tag


def change(transaction: Transaction, contact_id: int, names: Iterable[str]) -> None:
    """Let a contact have exactly these tags; a tag nobody has any more is let go."""
    database = transaction.database
    wanted = {_named(transaction, name) for name in names}
    having = ContactTag.select(ContactTag.tag).where(ContactTag.contact == contact_id)
    present = {tag_id for (tag_id,) in having.tuples().execute(database)}
    for tag_id in wanted - present:
        ContactTag.insert(contact=contact_id, tag=tag_id).execute(database)
    for tag_id in present - wanted:
        taken_off = ContactTag.delete().where(ContactTag.contact == contact_id, ContactTag.tag == tag_id)
        taken_off.execute(database)
        if not ContactTag.select(ContactTag.tag).where(ContactTag.tag == tag_id).exists(database):
            Tag.delete().where(Tag.id == tag_id).execute(database)


def _named(transaction: Transaction, name: str) -> int:
    found = Tag.select(Tag.id).where(Tag.name == name)
    for (tag_id,) in found.tuples().execute(transaction.database):
        return int(tag_id)
    return int(Tag.insert(name=name).execute(transaction.database))
