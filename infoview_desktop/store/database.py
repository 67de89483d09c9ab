"""Connections to the book's file: one that writes, as many as needed that read."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import apsw

from infoview_desktop.store.folding import offer_fold

FILE_NAME = "infoview.sqlite3"
BUSY_MILLISECONDS = 5_000
"""How long another program that holds the file is waited for."""


def file_uri(path: Path, options: str) -> str:
    """A file as SQLite's URI, whatever characters its name has."""
    return f"file:{quote(str(path.absolute()))}?{options}"


def connect(path: Path) -> apsw.Connection:
    """Open an existing file to write, with every safeguard on; writes are refused outside transactions."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    _guard(connection)
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", "full")
    connection.pragma("foreign_keys", True)
    connection.pragma("query_only", True)
    return connection


def connect_to_read(uri: str) -> apsw.Connection:
    """Open what `uri` names so that it can only be read."""
    connection = apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    _guard(connection)
    return connection


def _guard(connection: apsw.Connection) -> None:
    connection.set_busy_timeout(BUSY_MILLISECONDS)
    connection.pragma("trusted_schema", False)
    offer_fold(connection)


def tighten(path: Path, mode: int) -> None:
    """Give only the user the right to `path`, where the file system knows such rights."""
    with suppress(OSError):
        path.chmod(mode)
