"""The search index as a whole: people and organizations, conversations, and notes, written together."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import apsw

from infoview_desktop.store import interview_search, note_search, search


def create(connection: apsw.Connection) -> None:
    """Make its tables, empty, in the place of those that are there."""
    search.create(connection)
    interview_search.create(connection)
    note_search.create(connection)


def rebuild(connection: apsw.Connection) -> None:
    """Write all of people and organizations anew, and of all else what is stale; call it within a transaction."""
    search.rebuild(connection)
    interview_search.catch_up(connection)
    note_search.catch_up(connection)


def refresh(
    connection: apsw.Connection,
    *,
    contact_ids: AbstractSet[int],
    organization_ids: AbstractSet[int],
    interview_ids: AbstractSet[int],
    note_ids: AbstractSet[int],
) -> None:
    """Bring it up to date for these and for what is about them, whether they are still there or not."""
    search.refresh(connection, sorted(contact_ids), sorted(organization_ids))
    interview_search.refresh(connection, interview_ids, contact_ids=contact_ids)
    note_search.refresh(
        connection,
        note_ids,
        contact_ids=contact_ids,
        organization_ids=organization_ids,
        interview_ids=interview_ids,
    )
