"""The schema, as the numbered steps that led to it; a new book is migrated from nothing.

`PRAGMA user_version` is the number of the last step taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import apsw

from infoview_desktop.store import search

APPLICATION_ID = 0x496E_6656
"""`InfV`, written into the file's header so that other programs' databases are told apart."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema.

    `closes_history` is set where it does more than add tables, or columns with a default: a changeset
    recorded before would then apply to nothing, silently.
    """

    number: int
    apply: Callable[[apsw.Connection], None]
    closes_history: bool


def _people_and_organizations(connection: apsw.Connection) -> None:
    connection.execute("""
        CREATE TABLE organization (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE
        );
        CREATE TABLE contact (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            given_name TEXT NOT NULL,
            family_name TEXT NOT NULL,
            credentials TEXT NOT NULL,
            position TEXT NOT NULL,
            organization_id INTEGER REFERENCES organization (id) ON DELETE SET NULL,
            linkedin TEXT,
            connected_on TEXT,
            source TEXT NOT NULL,
            created_at TEXT NOT NULL,
            trashed_at TEXT
        );
        CREATE INDEX contact_organization_id ON contact (organization_id);
        CREATE UNIQUE INDEX contact_linkedin ON contact (linkedin) WHERE linkedin IS NOT NULL;
        CREATE TABLE email (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            address TEXT NOT NULL,
            place INTEGER NOT NULL
        );
        CREATE INDEX email_contact_id ON email (contact_id);
        CREATE TABLE phone (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            number TEXT NOT NULL,
            place INTEGER NOT NULL
        );
        CREATE INDEX phone_contact_id ON phone (contact_id);
        CREATE TABLE tag (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE COLLATE NOCASE
        );
        CREATE TABLE contact_tag (
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
            PRIMARY KEY (contact_id, tag_id)
        ) WITHOUT ROWID;
        CREATE INDEX contact_tag_tag_id ON contact_tag (tag_id);
        CREATE TABLE imported_contact (
            contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
            given_name TEXT NOT NULL,
            family_name TEXT NOT NULL,
            credentials TEXT NOT NULL,
            position TEXT NOT NULL,
            organization TEXT NOT NULL,
            email TEXT NOT NULL,
            linkedin TEXT NOT NULL,
            connected_on TEXT NOT NULL
        );
        CREATE TABLE history (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            label TEXT NOT NULL,
            label_values TEXT NOT NULL,
            made_at TEXT NOT NULL,
            schema_version INTEGER NOT NULL,
            changes INTEGER NOT NULL,
            changeset BLOB NOT NULL,
            undone INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE put_aside (
            place TEXT PRIMARY KEY,
            text TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE contact_search (
            contact_id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            position TEXT NOT NULL,
            organization TEXT NOT NULL,
            tags TEXT NOT NULL,
            email TEXT NOT NULL,
            source TEXT NOT NULL,
            connected_on TEXT NOT NULL
        );
        CREATE VIRTUAL TABLE contact_fts USING fts5 (
            name, position, organization, tags, email, source,
            content = 'contact_search', content_rowid = 'contact_id',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
        );
    """).fetchall()


MIGRATIONS = (Migration(1, _people_and_organizations, closes_history=False),)

SCHEMA_VERSION = MIGRATIONS[-1].number

HISTORY_OPEN_SINCE = max((step.number for step in MIGRATIONS if step.closes_history), default=1)
"""The earliest schema version whose recorded steps can still be undone."""


def migrate(connection: apsw.Connection) -> None:
    """Bring the book to `SCHEMA_VERSION` in one transaction, its index too; the caller has made a backup.

    Foreign keys are off meanwhile: rebuilding a table with them on would delete the rows that refer to it.

    Raises:
        RuntimeError: a table that existed before has lost or gained rows, or a reference dangles.
    """
    connection.pragma("foreign_keys", False)
    try:
        with connection:
            before = _row_counts(connection)
            version = connection.pragma("user_version")
            for step in MIGRATIONS:
                if step.number > version:
                    step.apply(connection)
            after = _row_counts(connection)
            if any(after.get(table) != count for table, count in before.items()):
                message = f"a migration changed the number of rows: {before} -> {after}"
                raise RuntimeError(message)
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                message = "a migration left a reference that leads nowhere"
                raise RuntimeError(message)
            search.rebuild(connection)
            connection.pragma("application_id", APPLICATION_ID)
            connection.pragma("user_version", SCHEMA_VERSION)
    finally:
        connection.pragma("foreign_keys", True)


def _row_counts(connection: apsw.Connection) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        " AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'contact_fts%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').get  # noqa: S608 - the schema's own names
        for (name,) in tables
    }
