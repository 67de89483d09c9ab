"""Changes of job that imports told of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from infoview_desktop.store.reads.reader import Reader


@dataclass(frozen=True, slots=True)
class JobChange:
    """What somebody did before and does now, as an import told at `seen_at` (UTC)."""

    id: int
    seen_at: datetime
    old_position: str
    old_organization: str
    new_position: str
    new_organization: str
    looked_at: bool


def of_contact(reader: Reader, contact_id: int) -> list[JobChange]:
    """The changes of one person's job, the newest first."""
    rows = reader.rows(
        "SELECT id, seen_at, old_position, old_organization, new_position, new_organization, looked_at"
        " FROM job_change WHERE contact_id = ? ORDER BY id DESC",
        (contact_id,),
    )
    return [
        JobChange(row[0], datetime.fromisoformat(row[1]), row[2], row[3], row[4], row[5], bool(row[6])) for row in rows
    ]
