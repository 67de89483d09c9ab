"""How a book is opened: nothing is written before it is known to be ours, sound and not newer than us."""

from __future__ import annotations

import os
import time
from pathlib import Path

import apsw

from infoview_desktop.domain import known_error
from infoview_desktop.store import database
from infoview_desktop.store.database import FILE_NAME, file_uri
from infoview_desktop.store.faults import told_plainly
from infoview_desktop.store.folding import offer_fold
from infoview_desktop.store.looking import log_left_behind, looked_at
from infoview_desktop.store.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION, migrate
from infoview_desktop.store.store import Clock, Store

_MAGIC = b"SQLite format 3\0"
_MEMORY = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI


def open_store(directory: Path, *, clock: Clock) -> Store:
    """Open the book in `directory`, making it where it is missing.

    The directory is there, and the caller holds its lock. Where nothing may be written there, the book is
    opened to be read.

    Raises:
        KnownError: it is damaged, not ours, newer, held by another program, or cannot be reached.
    """
    path = directory / FILE_NAME
    with told_plainly(path.name):
        if not _may_write(path):
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
        KnownError: as `open_store`, or the other process is only just making the book.
    """
    path = directory / FILE_NAME
    with told_plainly(path.name):
        if not _may_write(path):
            return _open_read_only(path, clock)
        if not path.exists():
            raise known_error.does_not_answer()
        uri = file_uri(path, "mode=ro")
        connection = database.connect_to_read(uri)
        if _judge(path.name, connection) < SCHEMA_VERSION:
            connection.close()
            raise known_error.does_not_answer()
        return Store(path, connection, uri=uri, writable=False, clock=clock)


def put_back(connection: apsw.Connection, source: Path) -> None:
    """Write a backup over the open book, and bring it up to date where it is an older one.

    Raises:
        KnownError: `source` is not sound, or newer than this program.
    """
    from infoview_desktop.store import backup  # noqa: PLC0415 - to open a book needs none

    backup.put_back(connection, source)
    if connection.pragma("user_version") < SCHEMA_VERSION:
        _migrate(connection)


def _may_write(path: Path) -> bool:
    """Whether the user may write the file and into its folder.

    Raises:
        KnownError: they may not even read.
    """

    def may(place: Path, right: int) -> bool:
        return os.access(place, right) or not os.path.lexists(place)

    if not may(path.parent, os.R_OK | os.X_OK) or not may(path, os.R_OK):
        raise known_error.cannot_open_folder(str(path.parent))
    return may(path.parent, os.W_OK) and may(path, os.W_OK)


def _open_read_only(path: Path, clock: Clock) -> Store:
    """Open a book that cannot be written; what is still in its log is put together in memory."""
    if not path.exists():
        raise known_error.cannot_open_folder(str(path.parent))
    uri, version = file_uri(path, "immutable=1"), _look(path)
    if version == SCHEMA_VERSION and not log_left_behind(path):
        connection = database.connect_to_read(uri)
    else:
        uri = f"file:/infoview-{time.monotonic_ns()}?vfs=memdb"
        connection = _in_memory(path, uri)
    return Store(path, connection, uri=uri, writable=False, clock=clock)


def _in_memory(path: Path, uri: str) -> apsw.Connection:
    """Put the whole book, brought up to date, where `uri` says; it is there as long as the connection is."""
    connection = apsw.Connection(uri, flags=_MEMORY)
    offer_fold(connection)
    with looked_at(path) as whole:
        # Unlike a backup, a vacuum leaves behind that the file has a log; in memory there is none.
        whole.execute("VACUUM INTO ?", (uri,)).fetchall()
    if connection.pragma("user_version") < SCHEMA_VERSION:
        migrate(connection)
    connection.pragma("query_only", True)
    return connection


def _bring_up_to_date(connection: apsw.Connection, directory: Path, version: int, clock: Clock) -> None:
    from infoview_desktop.store import backup  # noqa: PLC0415 - nearly always the book has the newest schema

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
    with path.open("rb") as file:
        header = file.read(len(_MAGIC))
    unclean = log_left_behind(path)
    if not header and unclean:
        raise known_error.damaged_book(path.name)  # SQLite would throw the log away
    if not header:
        return 0
    if header != _MAGIC:
        raise known_error.not_a_book(path.name)
    with looked_at(path) as connection:
        if unclean and connection.execute("PRAGMA integrity_check(1)").get != "ok":
            raise known_error.damaged_book(path.name)
        return _judge(path.name, connection)


def _judge(name: str, connection: apsw.Connection) -> int:
    application_id, version = connection.pragma("application_id"), connection.pragma("user_version")
    if application_id == version == 0 and not connection.execute("SELECT count(*) FROM sqlite_schema").get:
        return 0
    if application_id != APPLICATION_ID:
        raise known_error.another_programs_book(name)
    if version > SCHEMA_VERSION:
        raise known_error.newer_book(version, SCHEMA_VERSION)
    if version < MIGRATIONS[0].number:
        raise known_error.damaged_book(name)
    return int(version)
