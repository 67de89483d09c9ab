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
from infoview_desktop.store.migration_steps import STAGES_SINCE, ask_the_listed
from infoview_desktop.store.migrations import HISTORY_OPEN_SINCE, SCHEMA_VERSION
from infoview_desktop.store.recorded import RECORDED_TABLES

STEPS_KEPT = 2_000
"""At least a thousand steps can be undone; older ones are let go."""

_MANY_BYTES = 256 * search.BULK
_MANY_ROWS = 2 * search.BULK
"""So many rows in a changeset of such a size: the index is built anew, and nobody need look through the others."""


@dataclass(slots=True)
class _Changes:
    """What a changeset touches: which tables, and which rows of those that the index tells of, by their ids.

    `many` says that they are too many to name.
    """

    tables: set[str] = field(default_factory=set)
    contact_ids: set[int] = field(default_factory=set)
    organization_ids: set[int] = field(default_factory=set)
    interview_ids: set[int] = field(default_factory=set)
    note_ids: set[int] = field(default_factory=set)
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
        for name in RECORDED_TABLES:
            session.attach(name)
        yield session
    finally:
        session.close()


def keep(connection: apsw.Connection, session: apsw.Session, label: Phrase, now: datetime) -> frozenset[str]:
    """Store what a transaction changed as the newest step and bring the index up to date.

    What had been undone can no longer be redone. Returns the names of the tables that changed.
    """
    changeset = _changeset(session)
    if not changeset:
        return frozenset()
    changes = _read(connection, changeset)
    _index(connection, changes)
    connection.execute("DELETE FROM history WHERE undone")
    connection.execute(
        "INSERT INTO history (label, label_values, made_at, schema_version, changeset) VALUES (?, ?, ?, ?, ?)",
        (
            label.text,
            json.dumps(dict(label.values), ensure_ascii=False),
            now.astimezone(UTC).isoformat(timespec="seconds"),
            SCHEMA_VERSION,
            changeset,
        ),
    )
    connection.execute(
        "DELETE FROM history WHERE id <= (SELECT id FROM history ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (STEPS_KEPT,),
    )
    return frozenset(changes.tables)


def _changeset(session: apsw.Session) -> bytes:
    """What was recorded, taken piece by piece: the window gets its turn between them."""
    pieces: list[bytes] = []
    session.changeset_stream(lambda piece: pieces.append(bytes(piece)))
    return b"".join(pieces)


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


def forget_through(connection: apsw.Connection, moment: str) -> None:
    """Let go of the steps made up to a moment (UTC, ISO 8601): what is erased is not kept there either."""
    connection.execute("DELETE FROM history WHERE made_at <= ?", (moment,))


def _newest(connection: apsw.Connection, query: str) -> int | None:
    step_id: int | None = connection.execute(query).get
    return step_id


def _take(connection: apsw.Connection, step_id: int, *, back: bool) -> Step:
    row: tuple[Any, ...] = connection.execute(
        "SELECT label, label_values, schema_version, changeset FROM history WHERE id = ?", (step_id,)
    ).fetchall()[0]
    text, values, schema_version, changeset = row
    label = Phrase(text, json.loads(values))
    if schema_version < HISTORY_OPEN_SINCE:
        raise known_error.history_closed(str(label))
    applied = apsw.Changeset.invert(changeset) if back else changeset
    knew_no_stages = schema_version < STAGES_SINCE
    if knew_no_stages:
        connection.execute("DELETE FROM stage")
    if not _applied(connection, applied):
        raise known_error.cannot_step(str(label))
    if knew_no_stages:
        ask_the_listed(connection)
    changes = _read(connection, applied)
    _index(connection, changes)
    connection.execute("UPDATE history SET undone = ? WHERE id = ?", (int(back), step_id))
    return Step(label, frozenset(changes.tables))


def _applied(connection: apsw.Connection, changeset: bytes) -> bool:
    """Apply a changeset; False where a row is not as it says, or where it fits the table no more."""
    before = connection.total_changes()
    try:
        apsw.Changeset.apply(
            changeset,
            connection,
            # Asked for each change, so that the window gets its turn between them: APSW gives it none.
            filter_change=lambda _change: True,
            conflict=lambda _reason, _change: apsw.SQLITE_CHANGESET_ABORT,
            # Without it the cascades run as well and collide with the deletes that are recorded.
            flags=apsw.SQLITE_CHANGESETAPPLY_FKNOACTION,
        )
    except (apsw.AbortError, apsw.ConstraintError):
        return False
    # A changeset whose columns do not fit the table is skipped without a word.
    return connection.total_changes() - before == sum(1 for _ in apsw.Changeset.iter(changeset))


def _index(connection: apsw.Connection, changes: _Changes) -> None:
    from infoview_desktop.store import index  # noqa: PLC0415 - nothing is written before the first picture

    if changes.many or max(map(len, (changes.contact_ids, changes.interview_ids, changes.note_ids))) >= search.BULK:
        index.rebuild(connection)
        return
    index.refresh(
        connection,
        contact_ids=changes.contact_ids,
        organization_ids=changes.organization_ids,
        interview_ids=changes.interview_ids,
        note_ids=changes.note_ids,
    )


def _read(connection: apsw.Connection, changeset: bytes) -> _Changes:
    """Look through a changeset that has been applied for what has to be indexed again."""
    changes = _Changes()
    large = len(changeset) > _MANY_BYTES
    for number, change in enumerate(apsw.Changeset.iter(changeset)):
        if large and number == _MANY_ROWS:
            return _Changes(set(RECORDED_TABLES), many=True)
        changes.tables.add(change.name)
        changes.contact_ids.update(_contacts_of(connection, change))
        if change.name == "direction":
            of_direction = "SELECT id FROM interview WHERE direction_id = ?"
            changes.interview_ids.update(_ids(connection, of_direction, _column(change, 0)))
        by_key = {
            "organization": changes.organization_ids,
            "interview": changes.interview_ids,
            "interview_person": changes.interview_ids,
            "note": changes.note_ids,
        }
        if change.name in by_key:
            by_key[change.name].add(_column(change, 0))
    return changes


_CONTACT_IS_KEY = frozenset({"contact", "contact_tag", "short_list", "stage"})
_CONTACT_IS_SECOND = frozenset({"email", "phone", "link", "school", "past_employer", "job_change"})


def _contacts_of(connection: apsw.Connection, change: apsw.TableChange) -> Iterable[int]:
    """Which contacts' rows in the index say something of the row that changed."""
    table = change.name
    if table in _CONTACT_IS_KEY:
        return (_column(change, 0),)
    if table in _CONTACT_IS_SECOND:
        if change.op != "UPDATE":
            return (_column(change, 1),)
        now = _ids(connection, f"SELECT contact_id FROM {table} WHERE id = ?", _column(change, 0))  # noqa: S608 - one of those above
        before = cast("tuple[object, ...]", change.old)[1]
        return [*now, before] if isinstance(before, int) else now
    if table == "organization":
        return _ids(connection, "SELECT id FROM contact WHERE organization_id = ?", _column(change, 0))
    if table == "tag":
        return _ids(connection, "SELECT contact_id FROM contact_tag WHERE tag_id = ?", _column(change, 0))
    return ()


def _column(change: apsw.TableChange, index: int) -> int:
    """An integer column of an inserted or deleted row, or one of the key of any."""
    row = change.new if change.op == "INSERT" else change.old
    return cast("int", cast("tuple[object, ...]", row)[index])


def _ids(connection: apsw.Connection, query: str, key: int) -> list[int]:
    return [contact_id for (contact_id,) in connection.execute(query, (key,))]
