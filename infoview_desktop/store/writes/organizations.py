"""Organizations: made when somebody works there or the user adds them, let go when nobody wants them any more."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.story_tables import Note
from infoview_desktop.store.tables import Contact, DistinctOrganization, Organization, OrganizationAlias


def named(transaction: Transaction, name: str) -> int | None:
    """The id of the organization that is or was called exactly so, made if it is new; None for no name."""
    if not name:
        return None
    database = transaction.database
    found = Organization.select(Organization.id).where(Organization.name == name).tuples().execute(database)
    alias = OrganizationAlias.select(OrganizationAlias.organization).where(OrganizationAlias.name == name)
    for (organization_id,) in chain(found, alias.tuples().execute(database)):
        return int(organization_id)
    return int(Organization.insert(name=name).execute(transaction.database))


def add(transaction: Transaction, name: str, **columns: Any) -> int:  # noqa: ANN401 - column values
    """Add an organization that stays though nobody works there, and return its id."""
    return int(Organization.insert(name=name, kept=1, **columns).execute(transaction.database))


def change(transaction: Transaction, organization_id: int, **columns: Any) -> None:  # noqa: ANN401 - column values
    """Set columns; what the user wrote about an organization keeps it in the book."""
    Organization.update(kept=1, **columns).where(Organization.id == organization_id).execute(transaction.database)


def rename(transaction: Transaction, organization_id: int, before: str, name: str) -> None:
    """Call an organization otherwise; an import that uses the name it had still means it."""
    database = transaction.database
    OrganizationAlias.delete().where(OrganizationAlias.name == name).execute(database)
    change(transaction, organization_id, name=name)
    _call_too(transaction, organization_id, before)


def delete(transaction: Transaction, organization_id: int) -> None:
    """Delete an organization; who worked there works nowhere."""
    Organization.delete().where(Organization.id == organization_id).execute(transaction.database)


def merge(transaction: Transaction, organization_id: int, into_id: int, **columns: Any) -> None:  # noqa: ANN401 - column values
    """Let all people, names and notes of an organization belong to another, which gets `columns`, and let it go."""
    database = transaction.database
    name = Organization.select(Organization.name).where(Organization.id == organization_id).scalar(database)
    at_first = Contact.organization == organization_id
    Contact.update(organization=into_id).where(at_first).execute(database)
    names = OrganizationAlias.organization == organization_id
    OrganizationAlias.update(organization=into_id).where(names).execute(database)
    Note.update(organization=into_id).where(Note.organization == organization_id).execute(database)
    for other in _told_apart_from(transaction, organization_id) - {into_id}:
        tell_apart(transaction, other, into_id)
    delete(transaction, organization_id)
    change(transaction, into_id, **columns)
    _call_too(transaction, into_id, name)


def tell_apart(transaction: Transaction, one_id: int, other_id: int) -> None:
    """Remember that two organizations are not the same."""
    first, second = sorted((one_id, other_id))
    query = DistinctOrganization.insert(first=first, second=second).on_conflict_ignore()
    query.execute(transaction.database)


def drop_unused(transaction: Transaction, organization_ids: Iterable[int | None]) -> None:
    """Let go of those that nobody works at, the trash included, and that the user neither kept nor wrote about."""
    transaction.connection.executemany(
        "DELETE FROM organization WHERE id = ? AND kept = 0"
        " AND NOT EXISTS (SELECT 1 FROM contact WHERE organization_id = organization.id)"
        " AND NOT EXISTS (SELECT 1 FROM note WHERE organization_id = organization.id)",
        [(organization_id,) for organization_id in organization_ids],
    )


def _call_too(transaction: Transaction, organization_id: int, name: str) -> None:
    """Let an import that uses this name mean the organization."""
    query = OrganizationAlias.insert(name=name, organization=organization_id).on_conflict_replace()
    query.execute(transaction.database)


def _told_apart_from(transaction: Transaction, organization_id: int) -> set[int]:
    pairs = DistinctOrganization.select().where(
        (DistinctOrganization.first == organization_id) | (DistinctOrganization.second == organization_id)
    )
    return {each for pair in pairs.tuples().execute(transaction.database) for each in pair} - {organization_id}
