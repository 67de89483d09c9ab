"""How a book is opened: nothing is written before it is known to be ours, sound and not newer than us."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import apsw

from infoview_desktop.domain import known_error
from infoview_desktop.store import backup, database, search
from infoview_desktop.store.database import FILE_NAME, file_uri
from infoview_desktop.store.faults import told_plainly
from infoview_desktop.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate
from infoview_desktop.store.store import Clock, Store

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_MEMORY = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI


def open_store(directory: Path, *, clock: Clock) -> Store:
    """Open the book in `directory`, making it where it is missing.

    The directory is there, and the caller holds its lock. Where nothing may be written there, the book is opened to be read.

    Raises:
        KnownError: it is damaged, not ours, newer, held by another program, or cannot be reached.
    """
    path = directory / FILE_NAME
    with told_plainly(path.name):
        if not (os.access(directory, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))):
            return _open_read_only(path, clock)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        version = _look(path)
        database.tighten(path, 0o600)
        connection = database.connect(path)
        try:
            if version < SCHEMA_VERSION:
                _bring_up_to_date(connection, directory, version, clock)
        except BaseException:
            connection.close()
            raise
    return Store(path, connection, uri=file_uri(path, "mode=ro"), writable=True, clock=clock)


def open_beside(directory: Path, *, clock: Clock) -> Store:
    """Open the book to be read while another process has it open to write; no lock, not one byte written.

    Raises:
        KnownError: as `open_store`.
    """
    path = directory / FILE_NAME
    with told_plainly(path.name):
        uri = file_uri(path, "mode=ro")
        connection = database.connect_to_read(uri)
        _judge(path.name, connection)
        return Store(path, connection, uri=uri, writable=False, clock=clock)


def _open_read_only(path: Path, clock: Clock) -> Store:
    """Open a book that cannot be written; what its log holds is put together in memory."""
    if not path.exists():
        raise known_error.cannot_open_folder(str(path.parent))
    _look(path)
    uri = file_uri(path, "immutable=1")
    connection = None
    if _log_left_behind(path):
        uri = f"file:/infoview-{uuid4()}?vfs=memdb"
        connection = apsw.Connection(uri, flags=_MEMORY)
        with _private_copy(path) as copy, closing(apsw.Connection(str(copy))) as whole:
            with connection.backup("main", whole, "main") as copying:
                copying.step()
    return Store(path, connection or database.connect_to_read(uri), uri=uri, writable=False, clock=clock)


def put_back(connection: apsw.Connection, source: Path) -> None:
    """Write a backup over the open book, and bring it up to date where it is an older one.

    Raises:
        KnownError: `source` is not sound, or newer than this program.
    """
    backup.put_back(connection, source)
    if connection.pragma("user_version") < SCHEMA_VERSION:
        _migrate(connection)


def _bring_up_to_date(connection: apsw.Connection, directory: Path, version: int, clock: Clock) -> None:
    if version:
        backup.make(connection, directory, reason="update", now=clock())
    _migrate(connection)


def _migrate(connection: apsw.Connection) -> None:
    connection.pragma("query_only", False)
    try:
        migrate(connection)
    finally:
        connection.pragma("query_only", True)


def _look(path: Path) -> int:
    """Find out which version the book has, without changing a byte; 0 is a file with nothing in it yet.

    Raises:
        KnownError: it is not a book this program may open to write.
    """
    if not path.is_file():
        raise known_error.not_a_book(path.name)
    if _log_left_behind(path):
        # Opening the file itself would already write to it.
        with _private_copy(path) as copy, closing(apsw.Connection(str(copy))) as connection:
            database.offer_fold(connection)
            if connection.execute("PRAGMA integrity_check(1)").get != "ok":
                raise known_error.damaged_book(path.name)
            return _judge(path.name, connection)
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if not header:
        return 0
    if not header.startswith(_MAGIC):
        raise known_error.not_a_book(path.name)
    with closing(database.connect_to_read(file_uri(path, "immutable=1"))) as connection:
        return _judge(path.name, connection)


def _judge(name: str, connection: apsw.Connection) -> int:
    application_id, version = connection.pragma("application_id"), connection.pragma("user_version")
    if application_id == version == 0 and not connection.execute("SELECT count(*) FROM sqlite_schema").get:
        return 0
    if application_id != APPLICATION_ID:
        raise known_error.another_programs_book(name)
    if version > SCHEMA_VERSION:
        raise known_error.newer_book(version, SCHEMA_VERSION)
    return int(version)


def _log_left_behind(path: Path) -> bool:
    log = _log(path)
    return log.exists() and log.stat().st_size > 0


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


@contextmanager
def _private_copy(path: Path) -> Iterator[Path]:
    """The file and its log in a folder only the user can enter, gone when the block ends."""
    with tempfile.TemporaryDirectory(prefix="infoview-") as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(_log(path), _log(copy))
        yield copy
