"""Contacts added, edited, put into the trash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Any

from peewee import TextField

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.tables import Contact, Email, Link, PastEmployer, Phone, School
from infoview_desktop.store.writes import organizations, tags, whole_stories

_AT_ONCE = 500


def add(
    transaction: Transaction,
    *,
    given_name: str,
    family_name: str,
    credentials: str,
    position: str,
    organization: str,
    source: str,
) -> int:
    """Add a contact and return its id."""
    contact_id: int = Contact.insert(
        given_name=given_name,
        family_name=family_name,
        credentials=credentials,
        position=position,
        organization=organizations.named(transaction, organization),
        source=source,
        created_at=transaction.timestamp,
    ).execute(transaction.database)
    return contact_id


def change(transaction: Transaction, contact_id: int, **columns: Any) -> None:  # noqa: ANN401 - column values
    """Set columns of a contact that are plain values."""
    Contact.update(**columns).where(Contact.id == contact_id).execute(transaction.database)


def change_organization(transaction: Transaction, contact_id: int, name: str) -> None:
    """Let a contact work at the organization called `name`, or nowhere if it is empty."""
    row = Contact.select(Contact.organization).where(Contact.id == contact_id).tuples()
    before = [organization_id for (organization_id,) in row.execute(transaction.database)]
    change(transaction, contact_id, organization=organizations.named(transaction, name))
    organizations.drop_unused(transaction, before)


LISTS: MappingProxyType[str, TextField] = MappingProxyType(
    {
        "emails": Email.address,
        "phones": Phone.number,
        "links": Link.address,
        "schools": School.name,
        "past_employers": PastEmployer.name,
    }
)
"""What a contact has several of, in an order; the column that holds each."""


def change_list(transaction: Transaction, contact_id: int, name: str, values: Sequence[str]) -> None:
    """Replace one of a contact's `LISTS`; values that stay keep their rows."""
    column = LISTS[name]
    model = column.model
    database = transaction.database
    present = dict(model.select(column, model.id).where(model.contact == contact_id).tuples().execute(database))
    for value in present.keys() - set(values):
        model.delete().where(model.id == present[value]).execute(database)
    for number, value in enumerate(values):
        if value in present:
            model.update(place=number).where(model.id == present[value]).execute(database)
        else:
            model.insert(contact=contact_id, place=number, **{column.name: value}).execute(database)


def trash(transaction: Transaction, contact_ids: Sequence[int]) -> None:
    """Put contacts into the trash; they keep everything that belongs to them."""
    for some in _some(contact_ids):
        query = Contact.update(trashed_at=transaction.timestamp)
        query.where(Contact.id.in_(some), Contact.trashed_at.is_null()).execute(transaction.database)


def put_back(transaction: Transaction, contact_ids: Sequence[int]) -> None:
    """Take contacts out of the trash, except those that were merged into others."""
    for some in _some(contact_ids):
        query = Contact.update(trashed_at=None)
        query.where(Contact.id.in_(some), Contact.merged_into.is_null()).execute(transaction.database)


def erase(transaction: Transaction, contact_ids: Sequence[int]) -> None:
    """Remove contacts, who was merged into them, and all that belongs to them."""
    before: set[int | None] = set()
    talked = whole_stories.interviews_of(transaction, contact_ids)
    for some in _some(contact_ids):
        row = Contact.select(Contact.organization).where(Contact.id.in_(some)).tuples()
        before.update(organization_id for (organization_id,) in row.execute(transaction.database))
        gone = Contact.delete().where(Contact.id.in_(some) | Contact.merged_into.in_(some))
        gone.execute(transaction.database)
    whole_stories.erase_deserted(transaction, talked)
    organizations.drop_unused(transaction, before)
    tags.drop_unused(transaction)


def change_source(transaction: Transaction, contact_ids: Sequence[int], source: str) -> None:
    """Say of several contacts how they were found."""
    for some in _some(contact_ids):
        query = Contact.update(source=source).where(Contact.id.in_(some), Contact.source != source)
        query.execute(transaction.database)


def _some(contact_ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """As many at a time as one statement takes."""
    for start in range(0, len(contact_ids), _AT_ONCE):
        yield contact_ids[start : start + _AT_ONCE]
