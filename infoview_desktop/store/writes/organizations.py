"""Organizations, made when somebody works there and let go when nobody does any more."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.tables import Contact, Organization, OrganizationAlias


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


def drop_unused(transaction: Transaction, organization_ids: Iterable[int | None]) -> None:
    """Let go of those of the organizations that nobody works at, the trash included, and the user did not keep."""
    for organization_id in organization_ids:
        somebody = Contact.select(Contact.id).where(Contact.organization == organization_id)
        if organization_id is not None and not somebody.exists(transaction.database):
            gone = Organization.delete().where(Organization.id == organization_id, Organization.kept == 0)
            gone.execute(transaction.database)
