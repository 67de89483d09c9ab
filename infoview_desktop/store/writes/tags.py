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
    if present - wanted:
        drop_unused(transaction)


def put_on(transaction: Transaction, contact_ids: Iterable[int], name: str) -> None:
    """Let several contacts have a tag as well."""
    tag_id = _named(transaction, name)
    transaction.connection.executemany(
        "INSERT INTO contact_tag (contact_id, tag_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(contact_id, tag_id) for contact_id in contact_ids],
    )


def take_off(transaction: Transaction, contact_ids: Iterable[int], name: str) -> None:
    """Take a tag off several contacts."""
    transaction.connection.executemany(
        "DELETE FROM contact_tag WHERE contact_id = ? AND tag_id = (SELECT id FROM tag WHERE name = ?)",
        [(contact_id, name) for contact_id in contact_ids],
    )
    drop_unused(transaction)


def drop_unused(transaction: Transaction) -> None:
    """Let go of the tags that nobody has any more."""
    unused = Tag.delete().where(Tag.id.not_in(ContactTag.select(ContactTag.tag)))
    unused.execute(transaction.database)


def _named(transaction: Transaction, name: str) -> int:
    found = Tag.select(Tag.id).where(Tag.name == name)
    for (tag_id,) in found.tuples().execute(transaction.database):
        return int(tag_id)
    return int(Tag.insert(name=name).execute(transaction.database))
