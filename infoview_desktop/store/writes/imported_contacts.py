"""Connections of a LinkedIn export put into the book, thousands at a time.

Plain statements rather than models: a model per row costs four times as much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import apsw

from infoview_desktop.domain.connection import Connection
from infoview_desktop.domain.contact import Source
from infoview_desktop.domain.contact_import import Imported, Update
from infoview_desktop.domain.known_contact import values_of
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import contacts
from infoview_desktop.store.writes.bulk import batches, next_contact_id, organization_ids

_SOURCE = Source.LINKEDIN.value

_PLAIN_COLUMNS = ("given_name", "family_name", "credentials", "position", "linkedin", "connected_on")


def add(transaction: Transaction, new: Sequence[Connection], *, progress: Callable[[int], None]) -> None:
    """Add a contact for each connection; `progress` is told how many are done, and may raise to stop."""
    connection = transaction.connection
    employers = organization_ids(connection, {one.organization for one in new if one.organization})
    next_id, now = next_contact_id(connection), transaction.timestamp
    numbered = enumerate(new, next_id)
    done = 0
    for some in batches(numbered):
        connection.executemany(
            "INSERT INTO contact (id, given_name, family_name, credentials, position, organization_id,"
            " linkedin, connected_on, source, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    contact_id,
                    one.given_name,
                    one.family_name,
                    one.credentials,
                    one.position,
                    employers.get(one.organization),
                    one.linkedin,
                    one.connected_on,
                    _SOURCE,
                    now,
                )
                for contact_id, one in some
            ],
        )
        connection.executemany(
            "INSERT INTO email (contact_id, address, place) VALUES (?, ?, 0)",
            [(contact_id, one.email) for contact_id, one in some if one.email],
        )
        remember(transaction, some)
        done += len(some)
        progress(done)


def update(transaction: Transaction, updates: Sequence[Update]) -> None:
    """Change what LinkedIn says differently, except what the user keeps; a change of job is remembered as one."""
    connection = transaction.connection
    moves = [move for one in updates if (move := _move(one))]
    if moves:
        # What is new is what this import told; of the ones before, the user has heard.
        connection.execute("UPDATE job_change SET looked_at = 1 WHERE NOT looked_at")
        connection.executemany(
            "INSERT INTO job_change (contact_id, seen_at, old_position, old_organization, new_position,"
            " new_organization) VALUES (?, ?, ?, ?, ?, ?)",
            [(contact_id, transaction.timestamp, *texts) for contact_id, *texts in moves],
        )
    for one in updates:
        for change in one.changes:
            if change.kept:
                continue
            if change.field in _PLAIN_COLUMNS:
                connection.execute(
                    f"UPDATE contact SET {change.field} = ? WHERE id = ?",  # noqa: S608 - one of the columns above
                    (change.new, one.contact_id),
                )
            elif change.field == "organization":
                contacts.change_organization(transaction, one.contact_id, change.new)
            else:
                _change_email(connection, one.contact_id, change.old, change.new)


def _move(update: Update) -> tuple[int, str, str, str, str] | None:
    """The position and organization somebody had and has, where an import changes one of them."""
    changes = {change.field: change for change in update.changes if not change.kept}
    kept = {change.field: change.old for change in update.changes if change.kept}
    if not changes.keys() & {"position", "organization"}:
        return None
    old, new = (
        [
            getattr(changes[field], side) if field in changes else kept.get(field, getattr(update.connection, field))
            for field in ("position", "organization")
        ]
        for side in ("old", "new")
    )
    return (update.contact_id, *old, *new) if any(old) else None


def remember(transaction: Transaction, said: Iterable[tuple[int, Connection | Imported]]) -> None:
    """Keep what LinkedIn says now as the base of the next import's comparison."""
    for some in batches(said):
        transaction.connection.executemany(
            "INSERT INTO imported_contact (contact_id, given_name, family_name, credentials, position,"
            " organization, email, linkedin, connected_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (contact_id) DO UPDATE SET given_name = excluded.given_name,"
            " family_name = excluded.family_name, credentials = excluded.credentials,"
            " position = excluded.position, organization = excluded.organization, email = excluded.email,"
            " linkedin = excluded.linkedin, connected_on = excluded.connected_on",
            [(contact_id, *values_of(one)) for contact_id, one in some],
        )


def _change_email(connection: apsw.Connection, contact_id: int, old: str, new: str) -> None:
    if old:
        connection.execute("UPDATE email SET address = ? WHERE contact_id = ? AND address = ?", (new, contact_id, old))
    else:
        connection.execute("INSERT INTO email (contact_id, address, place) VALUES (?, ?, 0)", (contact_id, new))
