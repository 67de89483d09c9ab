"""Everybody in the book, the trash included, as an import compares them.

What LinkedIn last said of their organization is given under the name that it has in the book now: one that was
renamed, or merged with another spelling, is no news.
"""

from __future__ import annotations

from collections.abc import Iterator

from infoview_desktop.domain.contact_import import Imported, Known
from infoview_desktop.store.reads.reader import Reader

_AT_ONCE = 1_000

_KNOWN = """
    SELECT contact.id, contact.given_name, contact.family_name, contact.credentials, contact.position,
           coalesce(organization.name, ''), coalesce(contact.linkedin, ''),
           coalesce(contact.connected_on, ''), contact.trashed_at IS NOT NULL,
           (SELECT group_concat(address, char(10) ORDER BY place) FROM email WHERE contact_id = contact.id),
           imported.contact_id IS NOT NULL, imported.given_name, imported.family_name, imported.credentials,
           imported.position, coalesce(meant.name, imported.organization), imported.email, imported.linkedin,
           imported.connected_on, contact.merged_into_id
      FROM contact
      LEFT JOIN organization ON organization.id = contact.organization_id
      LEFT JOIN imported_contact AS imported ON imported.contact_id = contact.id
      LEFT JOIN organization_alias AS alias ON alias.name = imported.organization
      LEFT JOIN organization AS meant ON meant.id = alias.organization_id
     WHERE contact.id > ? ORDER BY contact.id LIMIT ?"""


def known_contacts(reader: Reader) -> Iterator[Known]:
    """Yield every contact, read a thousand at a time."""
    last = 0
    while rows := reader.rows(_KNOWN, (last, _AT_ONCE)):
        last = rows[-1][0]
        for row in rows:
            addresses = (row[9] or "").split("\n")
            yield Known(
                contact_id=row[0],
                given_name=row[1],
                family_name=row[2],
                credentials=row[3],
                position=row[4],
                organization=row[5],
                linkedin=row[6],
                connected_on=row[7],
                trashed=bool(row[8]),
                email=addresses[0],
                other_emails=tuple(addresses[1:]),
                imported=Imported(*row[11:19]) if row[10] else None,
                merged_into_id=row[19],
            )
