"""Two people made one, and two who are not the same."""

from __future__ import annotations

from itertools import chain
from typing import Any

from infoview_desktop.domain.merge import Merged
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.tables import (
    Contact,
    ContactTag,
    Direction,
    DistinctContact,
    ImportedContact,
    JobChange,
    Photo,
    ShortList,
)
from infoview_desktop.store.writes import contacts, notes, organizations, tags, whole_stories


def merge(transaction: Transaction, kept_id: int, other_id: int, merged: Merged) -> None:
    """Let one person have what is `merged`, and everything that belonged to the other; that one goes into the trash.

    The other stays there for good, with what a later import may know them by, so that it brings nobody back.
    """
    kept, other = _row(transaction, kept_id), _row(transaction, other_id)
    gives_profile = kept["linkedin"] is None and other["linkedin"] is not None
    gives_card = kept["card_uid"] is None
    contacts.change(
        transaction,
        other_id,
        merged_into=kept_id,
        organization=None,
        linkedin=None if gives_profile else other["linkedin"],
        card_uid=None if gives_card else other["card_uid"],
    )
    contacts.trash(transaction, [other_id])
    values = dict(merged.values)
    contacts.change_organization(transaction, kept_id, values.pop("organization"))
    organizations.drop_unused(transaction, [other["organization"]])
    days = {name: values.pop(name) or None for name in ("connected_on", "in_touch_on")}
    values.pop("referrer")
    contacts.change(
        transaction,
        kept_id,
        **values,
        **days,
        referrer=merged.referrer_id,
        remarks=merged.remarks,
        linkedin=merged.linkedin or None,
        card_uid=other["card_uid"] if gives_card else kept["card_uid"],
    )
    _merge_lists(transaction, kept_id, other_id, merged)
    _merge_bases(transaction, kept_id, other_id, gives_profile=gives_profile, has_profile=kept["linkedin"] is not None)
    _merge_short_list(transaction, kept_id, other_id)
    _refer_to(transaction, kept_id, other_id)
    notes.move(transaction, kept_id, other_id)
    whole_stories.move(transaction, kept_id, other_id)


def tell_apart(transaction: Transaction, one_id: int, other_id: int) -> None:
    """Remember that two people are not the same."""
    first, second = sorted((one_id, other_id))
    DistinctContact.insert(first=first, second=second).on_conflict_ignore().execute(transaction.database)


def _row(transaction: Transaction, contact_id: int) -> dict[str, Any]:
    (row,) = Contact.select().where(Contact.id == contact_id).dicts().execute(transaction.database)
    found: dict[str, Any] = row
    return found


def _merge_lists(transaction: Transaction, kept_id: int, other_id: int, merged: Merged) -> None:
    for name, values in merged.lists.items():
        if name == "tags":
            tags.change(transaction, kept_id, values)
        else:
            contacts.change_list(transaction, kept_id, name, values)
    # A tag on somebody out of sight would keep the tag for ever.
    ContactTag.delete().where(ContactTag.contact == other_id).execute(transaction.database)


def _merge_bases(
    transaction: Transaction, kept_id: int, other_id: int, *, gives_profile: bool, has_profile: bool
) -> None:
    """With a profile goes what LinkedIn last said of it; what it said of the kept person stays with the other."""
    database = transaction.database
    bases = {row["contact"]: row for row in _of_both(transaction, ImportedContact, kept_id, other_id)}
    if not gives_profile and (has_profile or kept_id in bases):
        return
    ImportedContact.delete().where(ImportedContact.contact.in_([kept_id, other_id])).execute(database)
    for holder, from_id in ((kept_id, other_id), (other_id, kept_id)):
        if from_id in bases:
            ImportedContact.insert(**(bases[from_id] | {"contact": holder})).execute(database)


def _merge_short_list(transaction: Transaction, kept_id: int, other_id: int) -> None:
    """Whoever was wanted is wanted; of two reasons both stay, of two motivations the stronger."""
    database = transaction.database
    entries = {row["contact"]: row for row in _of_both(transaction, ShortList, kept_id, other_id)}
    if other_id not in entries:
        return
    theirs = entries[other_id]
    ours = entries.get(kept_id, theirs)
    ShortList.delete().where(ShortList.contact.in_([kept_id, other_id])).execute(database)
    other_direction = theirs["direction"] if theirs["direction"] != ours["direction"] else None
    lost = [] if ours["direction"] is None else _direction(transaction, other_direction)
    reasons = dict.fromkeys(text for text in (ours["reason"], theirs["reason"], *lost) if text)
    ShortList.insert(
        contact=kept_id,
        reason="; ".join(reasons),
        direction=ours["direction"] or theirs["direction"],
        motivation=max(ours["motivation"], theirs["motivation"]),
        added_at=min(ours["added_at"], theirs["added_at"]),
    ).execute(database)


def _direction(transaction: Transaction, direction_id: int | None) -> list[str]:
    query = Direction.select(Direction.name).where(Direction.id == direction_id)
    return [name for (name,) in query.tuples().execute(transaction.database)]


def _refer_to(transaction: Transaction, kept_id: int, other_id: int) -> None:
    """What points to the other person points to the kept one."""
    database = transaction.database
    Contact.update(referrer=kept_id).where(Contact.referrer == other_id, Contact.id != kept_id).execute(database)
    Contact.update(merged_into=kept_id).where(Contact.merged_into == other_id).execute(database)
    JobChange.update(contact=kept_id).where(JobChange.contact == other_id).execute(database)
    if not Photo.select().where(Photo.contact == kept_id).exists(database):
        Photo.update(contact=kept_id).where(Photo.contact == other_id).execute(database)
    pairs = (DistinctContact.first == other_id) | (DistinctContact.second == other_id)
    told_apart = set(chain(*DistinctContact.select().where(pairs).tuples().execute(database)))
    DistinctContact.delete().where(pairs).execute(database)
    for third in told_apart - {kept_id, other_id}:
        tell_apart(transaction, kept_id, third)


def _of_both(
    transaction: Transaction, model: type[ImportedContact | ShortList], kept_id: int, other_id: int
) -> list[dict[str, Any]]:
    query = model.select().where(model.contact.in_([kept_id, other_id]))
    return list(query.dicts().execute(transaction.database))
