"""Copies of the book: made through SQLite's own interface, proved sound, thinned, put back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import apsw

from infoview_desktop.domain import known_error
from infoview_desktop.domain.backup import Backup, to_let_go
from infoview_desktop.store.database import tighten
from infoview_desktop.store.looking import looked_at
from infoview_desktop.store.migrations import APPLICATION_ID, SCHEMA_VERSION

FOLDER = "backups"
_STAMP = "%Y%m%dT%H%M%S%fZ"
_UNFINISHED = ".part"
_PAGES_AT_ONCE = 256


def make(
    connection: apsw.Connection, directory: Path, *, reason: str, now: datetime, wanted: Path | None = None
) -> Path:
    """Put a proved copy into the data directory's `backups/` and let go of what is no longer needed.

    `reason` becomes part of the name: one lower-case word. The backup `wanted` stays in any case.
    """
    folder = directory / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"infoview-{now.astimezone(UTC):{_STAMP}}-{reason}.sqlite3"
    copy(connection, target)
    old = [folder / backup.name for backup in to_let_go(existing(directory), now)]
    unfinished = folder.glob(f"*{_UNFINISHED}*")  # by a process that was killed: the caller has the lock
    for path in (*old, *unfinished):
        if wanted is None or path.resolve() != wanted.resolve():
            with suppress(OSError):
                path.unlink()
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
    part = target.with_name(target.name + _UNFINISHED)
    os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
    tighten(part, 0o600)
    try:
        with closing(apsw.Connection(str(part))) as destination:
            _copy_pages(connection, destination)
            destination.pragma("journal_mode", "delete")
        if not is_sound(part):
            raise known_error.damaged_book(Path(connection.filename).name)
        part.replace(target)
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            part.with_name(part.name + ending).unlink(missing_ok=True)


def put_back(connection: apsw.Connection, source: Path) -> None:
    """Write the sound backup `source` over the open book, whole or not at all.

    Raises:
        KnownError: `source` is no sound book, or a newer one.
    """
    with _sound_book(source) as original:
        connection.pragma("query_only", False)
        try:
            _copy_pages(original, connection)
            connection.pragma("journal_mode", "wal")
        finally:
            connection.pragma("query_only", True)


def replace(damaged: Path, source: Path, *, now: datetime) -> None:
    """Put the sound backup `source` in the place of a book that cannot be opened.

    The damaged file and what belongs to it stay beside it, under names that begin with `damaged-`.

    Raises:
        KnownError: `source` is no sound book, or a newer one.
    """
    with _sound_book(source) as original:
        for ending in ("-shm", "-wal", ""):
            file = damaged.with_name(damaged.name + ending)
            if file.exists():
                _keep(file, file.with_name(f"damaged-{now.astimezone(UTC):{_STAMP}}-{file.name}"))
        copy(original, damaged)


def is_sound(path: Path) -> bool:
    """Whether the file, with its log if it has one, is a book that SQLite finds no fault with."""
    if not path.is_file():
        return False
    try:
        with looked_at(path) as connection:
            return bool(
                connection.pragma("application_id") == APPLICATION_ID
                and connection.execute("PRAGMA quick_check(1)").get == "ok"
            )
    except (apsw.Error, OSError):
        return False


@contextmanager
def _sound_book(path: Path) -> Iterator[apsw.Connection]:
    if not is_sound(path):
        raise known_error.not_a_backup(path.name)
    with looked_at(path) as connection:
        version = connection.pragma("user_version")
        if version > SCHEMA_VERSION:
            raise known_error.newer_book(version, SCHEMA_VERSION)
        yield connection


def _keep(file: Path, kept: Path) -> None:
    """Give `file` another name. A book keeps its own as well, until what takes its place is complete."""
    if file.name.endswith(("-wal", "-shm")):
        file.rename(kept)
        return
    try:
        os.link(file, kept)
    except OSError:  # it is a folder, or the file system knows no second names
        file.rename(kept)


def _copy_pages(source: apsw.Connection, destination: apsw.Connection) -> None:
    with destination.backup("main", source, "main") as copying:
        while not copying.done:
            copying.step(_PAGES_AT_ONCE)
