"""Who is in the trash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from infoview_desktop.store.contact_sql import NAME
from infoview_desktop.store.reads.reader import Reader


@dataclass(frozen=True, slots=True)
class Trashed:
    """Somebody in the trash, and when they were put there (UTC)."""

    id: int
    name: str
    position: str
    organization: str
    trashed_at: datetime


ALL = -1
"""As a limit: none."""

_IN_TRASH = "trashed_at IS NOT NULL AND merged_into_id IS NULL"
"""Who was merged into another is not there to be put back: Undo of the merge does that."""


def trashed(reader: Reader, *, limit: int) -> list[Trashed]:
    """Who is in the trash, the last one put there first."""
    rows = reader.rows(
        f"SELECT contact.id, {NAME.format('contact')}, position, coalesce(organization.name, ''), trashed_at"  # noqa: S608 - constant text
        " FROM contact LEFT JOIN organization ON organization.id = organization_id"
        f" WHERE {_IN_TRASH} ORDER BY trashed_at DESC, contact.id DESC LIMIT ?",
        (limit,),
    )
    return [
        Trashed(contact_id, name, position, organization, datetime.fromisoformat(trashed_at))
        for contact_id, name, position, organization, trashed_at in rows
    ]


def count(reader: Reader) -> int:
    """How many people are in the trash."""
    return int(reader.value(f"SELECT count(*) FROM contact WHERE {_IN_TRASH}"))  # noqa: S608 - constant text


def put_there_before(reader: Reader, moment: str) -> list[int]:
    """Who was put into the trash before a moment (UTC, ISO 8601)."""
    query = f"SELECT id FROM contact WHERE {_IN_TRASH} AND trashed_at < ?"  # noqa: S608 - constant text
    return [contact_id for (contact_id,) in reader.rows(query, (moment,))]
