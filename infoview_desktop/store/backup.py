"""Copies of the book: made through SQLite's own interface, proved sound, thinned, put back."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import apsw

from infoview_desktop.domain import known_error
from infoview_desktop.domain.backup import Backup, to_let_go
from infoview_desktop.store.database import file_uri, offer_fold, tighten
from infoview_desktop.store.migrations import APPLICATION_ID, SCHEMA_VERSION

FOLDER = "backups"
_STAMP = "%Y%m%dT%H%M%S%fZ"
_PAGES_AT_ONCE = 256


def make(connection: apsw.Connection, directory: Path, *, reason: str, now: datetime) -> Path:
    """Put a proved copy into the data directory's `backups/` and let go of what is no longer needed.

    `reason` becomes part of the name: one lower-case word.
    """
    folder = directory / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"infoview-{now.astimezone(UTC):{_STAMP}}-{reason}.sqlite3"
    copy(connection, target)
    for old in to_let_go(existing(directory), now):
        with suppress(OSError):
            (folder / old.name).unlink()
    return target


def existing(directory: Path) -> list[Backup]:
    """The backups in the data directory, the newest first."""
    found = []
    for path in (directory / FOLDER).glob("infoview-*-*.sqlite3"):
        with suppress(ValueError, OSError):
            made_at = datetime.strptime(path.name.split("-")[1], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(made_at, path.name, path.stat().st_size))
    return sorted(found, reverse=True)


def newest_sound(directory: Path) -> Backup | None:
    """The newest backup that can be put back, if there is one."""
    return next((found for found in existing(directory) if is_sound(directory / FOLDER / found.name)), None)


def copy(connection: apsw.Connection, target: Path) -> None:
    """Write the book to `target` as one file, which is there whole and sound or not at all.

    Raises:
        OSError: the file cannot be written there.
        apsw.Error: reading or writing failed; the message is SQLite's.
    """
    part = target.with_name(target.name + ".part")
    os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
    tighten(part, 0o600)
    try:
        with closing(apsw.Connection(str(part))) as destination:
            _copy_pages(connection, destination)
            destination.pragma("journal_mode", "delete")
        if not is_sound(part):
            raise known_error.damaged_book(target.name)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def put_back(connection: apsw.Connection, source: Path) -> None:
    """Write the sound backup `source` over the open book, whole or not at all.

    Raises:
        KnownError: `source` is no sound book, or a newer one.
    """
    if not is_sound(source):
        raise known_error.not_a_backup(source.name)
    with closing(_open_to_look(source)) as original:
        version = original.pragma("user_version")
        if version > SCHEMA_VERSION:
            raise known_error.newer_book(version, SCHEMA_VERSION)
        connection.pragma("query_only", False)
        try:
            _copy_pages(original, connection)
            connection.pragma("journal_mode", "wal")
        finally:
            connection.pragma("query_only", True)


def is_sound(path: Path) -> bool:
    """Whether the file is a book that SQLite finds no fault with."""
    try:
        with closing(_open_to_look(path)) as connection:
            return bool(
                connection.pragma("application_id") == APPLICATION_ID
                and connection.execute("PRAGMA quick_check(1)").get == "ok"
            )
    except apsw.Error:
        return False


def _open_to_look(path: Path) -> apsw.Connection:
    connection = apsw.Connection(
        file_uri(path, "immutable=1"), flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    )
    offer_fold(connection)
    return connection


def _copy_pages(source: apsw.Connection, destination: apsw.Connection) -> None:
    with destination.backup("main", source, "main") as copying:
        while not copying.done:
            copying.step(_PAGES_AT_ONCE)
