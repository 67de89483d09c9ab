"""Undo and redo: what a transaction changed, kept as SQLite's changeset, and stepped through both ways."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

import apsw

from infoview_desktop.domain import known_error
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store import search
from infoview_desktop.store.migrations import HISTORY_OPEN_SINCE, SCHEMA_VERSION
from infoview_desktop.store.tables import RECORDED, table_name

STEPS_KEPT = 2_000
"""At least a thousand steps can be undone; older ones are let go."""

_RECORDED_NAMES = tuple(table_name(model) for model in RECORDED)
_COUNT_ONLY_BEYOND = 4 * search.BULK


@dataclass(slots=True)
class Changes:
    """What a changeset touches: how many rows, of which tables, and which contacts if they are few."""

    count: int = 0
    tables: set[str] = field(default_factory=set)
    contact_ids: set[int] = field(default_factory=set)
    many: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step taken back or made again."""

    label: Phrase
    tables: frozenset[str]


@contextmanager
def recorded(connection: apsw.Connection) -> Iterator[apsw.Session]:
    """Record every change to the user's tables until the block ends."""
    session = apsw.Session(connection, "main")
    try:
        for name in _RECORDED_NAMES:
            session.attach(name)
        yield session
    finally:
        session.close()


def keep(connection: apsw.Connection, changeset: bytes, label: Phrase, now: datetime) -> frozenset[str]:
    """Store a transaction's changeset as the newest step and bring the index up to date.

    What had been undone can no longer be redone. Returns the names of the tables that changed.
    """
    changes = _read(connection, changeset)
    if not changes.count:
        return frozenset()
    _index(connection, changes)
    connection.execute("DELETE FROM history WHERE undone")
    connection.execute(
        "INSERT INTO history (label, label_values, made_at, schema_version, changes, changeset)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            label.text,
            json.dumps(dict(label.values), ensure_ascii=False),
            now.astimezone(UTC).isoformat(timespec="seconds"),
            SCHEMA_VERSION,
            changes.count,
            changeset,
        ),
    )
    connection.execute(
        "DELETE FROM history WHERE id <= (SELECT id FROM history ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (STEPS_KEPT,),
    )
    return frozenset(changes.tables)


def undo(connection: apsw.Connection) -> Step:
    """Take the newest step back; call it within a transaction.

    Raises:
        KnownError: there is none, it was recorded under another schema, or the rows have changed since.
    """
    row = _newest(connection, "SELECT max(id) FROM history WHERE NOT undone")
    if row is None:
        raise known_error.nothing_to_undo()
    return _take(connection, row, back=True)


def redo(connection: apsw.Connection) -> Step:
    """Make the step that was undone last again; call it within a transaction.

    Raises:
        KnownError: as for `undo`.
    """
    row = _newest(connection, "SELECT min(id) FROM history WHERE undone")
    if row is None:
        raise known_error.nothing_to_redo()
    return _take(connection, row, back=False)


def _newest(connection: apsw.Connection, query: str) -> int | None:
    step_id: int | None = connection.execute(query).get
    return step_id


def _take(connection: apsw.Connection, step_id: int, *, back: bool) -> Step:
    row: tuple[Any, ...] = connection.execute(
        "SELECT label, label_values, schema_version, changes, changeset FROM history WHERE id = ?", (step_id,)
    ).fetchall()[0]
    text, values, schema_version, count, changeset = row
    label = Phrase(text, json.loads(values))
    if schema_version < HISTORY_OPEN_SINCE:
        raise known_error.history_closed(str(label))
    applied = apsw.Changeset.invert(changeset) if back else changeset
    before = connection.total_changes()
    try:
        # Without FKNOACTION the cascades run as well and collide with the deletes that are recorded.
        apsw.Changeset.apply(
            applied,
            connection,
            conflict=lambda _reason, _change: apsw.SQLITE_CHANGESET_ABORT,
            flags=apsw.SQLITE_CHANGESETAPPLY_FKNOACTION,
        )
    except (apsw.AbortError, apsw.ConstraintError) as error:
        raise known_error.cannot_step(str(label)) from error
    # A changeset whose columns do not fit the table is skipped without a word.
    if connection.total_changes() - before != count:
        raise known_error.cannot_step(str(label))
    changes = _read(connection, applied)
    _index(connection, changes)
    connection.execute("UPDATE history SET undone = ? WHERE id = ?", (int(back), step_id))
    return Step(label, frozenset(changes.tables))


def _index(connection: apsw.Connection, changes: Changes) -> None:
    if changes.many or len(changes.contact_ids) >= search.BULK:
        search.rebuild(connection)
    else:
        search.refresh(connection, sorted(changes.contact_ids))


def _read(connection: apsw.Connection, changeset: bytes) -> Changes:
    """Look through a changeset that has been applied for what has to be indexed again."""
    changes = Changes()
    for change in apsw.Changeset.iter(changeset):
        changes.count += 1
        if changes.count > _COUNT_ONLY_BEYOND:
            continue
        changes.tables.add(change.name)
        changes.contact_ids.update(_contacts_of(connection, change))
    if changes.count > _COUNT_ONLY_BEYOND:
        changes.many = True
        changes.tables = set(_RECORDED_NAMES)
    return changes


def _contacts_of(connection: apsw.Connection, change: apsw.TableChange) -> Iterable[int]:
    """Which contacts' rows in the index say something of the row that changed."""
    match change.name:
        case "contact" | "contact_tag":
            return (_column(change, 0),)
        case "organization":
            return _ids(connection, "SELECT id FROM contact WHERE organization_id = ?", _column(change, 0))
        case "tag":
            return _ids(connection, "SELECT contact_id FROM contact_tag WHERE tag_id = ?", _column(change, 0))
        case "email" if change.op == "UPDATE":
            return _ids(connection, "SELECT contact_id FROM email WHERE id = ?", _column(change, 0))
        case "email":
            return (_column(change, 1),)
    return ()


def _column(change: apsw.TableChange, index: int) -> int:
    """An integer column of an inserted or deleted row, or one of the key of any."""
    row = change.new if change.op == "INSERT" else change.old
    return cast("int", cast("tuple[object, ...]", row)[index])


def _ids(connection: apsw.Connection, query: str, key: int) -> list[int]:
    return [contact_id for (contact_id,) in connection.execute(query, (key,))]
