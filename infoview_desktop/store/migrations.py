"""The schema, as the numbered steps that led to it; a new book is migrated from nothing.

`PRAGMA user_version` is the number of the last step taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import apsw

from infoview_desktop.store.migration_steps import (
    book_to_choose_from,
    calendars_and_offered_times,
    people_and_organizations,
    story_of_every_person,
)

APPLICATION_ID = 0x496E_6656
"""`InfV`, written into the file's header so that other programs' databases are told apart."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema.

    `closes_history` is set where it does more than add tables, or columns with a default: a changeset
    recorded before would then apply to nothing, silently. `rewrites` names the tables whose rows it means to
    change; all others have to come through it as they were.
    """

    number: int
    apply: Callable[[apsw.Connection], None]
    closes_history: bool
    rewrites: frozenset[str] = frozenset()


MIGRATIONS = (
    Migration(1, people_and_organizations, closes_history=False),
    Migration(2, book_to_choose_from, closes_history=False),
    Migration(3, story_of_every_person, closes_history=False),
    Migration(4, calendars_and_offered_times, closes_history=False),
)

SCHEMA_VERSION = MIGRATIONS[-1].number

HISTORY_OPEN_SINCE = max((step.number for step in MIGRATIONS if step.closes_history), default=1)
"""The earliest schema version whose recorded steps can still be undone."""


def migrate(connection: apsw.Connection) -> None:
    """Bring the book to `SCHEMA_VERSION` in one transaction, its index too; the caller has made a backup.

    Foreign keys are off meanwhile: rebuilding a table with them on would delete the rows that refer to it.

    Raises:
        RuntimeError: rows are not what they were, or a reference leads nowhere; nothing was changed.
    """
    from infoview_desktop.store import index  # noqa: PLC0415 - nearly always the book has the newest schema

    connection.pragma("foreign_keys", False)
    try:
        with connection:
            version = connection.pragma("user_version")
            steps = [step for step in MIGRATIONS if step.number > version]
            rewritten = frozenset[str]().union(*(step.rewrites for step in steps))
            columns = {table: names for table, names in _columns(connection).items() if table not in rewritten}
            before = _contents(connection, columns)
            for step in steps:
                step.apply(connection)
            if _contents(connection, columns) != before:
                message = f"the migration from version {version} changed rows it was not to touch"
                raise RuntimeError(message)
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                message = f"the migration from version {version} left a reference that leads nowhere"
                raise RuntimeError(message)
            index.create(connection)
            index.rebuild(connection)
            connection.pragma("application_id", APPLICATION_ID)
            connection.pragma("user_version", SCHEMA_VERSION)
    finally:
        connection.pragma("foreign_keys", True)


def _columns(connection: apsw.Connection) -> dict[str, str]:
    """The columns of each table, ready for a query; not those of the index, which is made anew."""
    rows = connection.execute(
        "SELECT each.name, group_concat(one.name, ', ')"
        " FROM sqlite_schema AS each, pragma_table_info(each.name) AS one"
        " WHERE each.type = 'table' AND each.name NOT LIKE 'sqlite%'"
        " AND each.name NOT LIKE '%\\_search' ESCAPE '\\' AND each.name NOT LIKE '%\\_fts%' ESCAPE '\\'"
        " GROUP BY each.name"
    )
    return {str(table): str(names) for table, names in rows.fetchall()}


def _contents(connection: apsw.Connection, columns: dict[str, str]) -> dict[str, tuple[int, int]]:
    """How many rows each table has, and a sum over them that does not depend on their order."""
    contents = {}
    for table, names in columns.items():
        rows = connection.execute(f'SELECT {names} FROM "{table}"')  # noqa: S608 - the schema's own names
        hashes = [hash(row) for row in rows]
        contents[table] = len(hashes), sum(hashes)
    return contents
