"""A book's file looked at without changing a byte of it, or of the log beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw

from infoview_desktop.store.database import connect_to_read, file_uri
from infoview_desktop.store.folding import offer_fold

_WRITE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI


@contextmanager
def looked_at(path: Path) -> Iterator[apsw.Connection]:
    """Open the book as its file and its log have it.

    Opening a log that was left behind would already write to it, so then it is a copy of both that is opened,
    in a folder only the user can enter.
    """
    if not log_left_behind(path):
        with closing(connect_to_read(file_uri(path, "immutable=1"))) as connection:
            yield connection
        return
    import shutil  # noqa: PLC0415 - nearly always the last program ended well
    import tempfile  # noqa: PLC0415 - the same

    with tempfile.TemporaryDirectory(prefix="infoview-") as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(_log(path), _log(copy))
        with closing(apsw.Connection(file_uri(copy, "mode=rw"), flags=_WRITE)) as connection:
            offer_fold(connection)
            yield connection


def log_left_behind(path: Path) -> bool:
    """Whether the last program that wrote did not end well, or has not ended."""
    log = _log(path)
    return log.exists() and log.stat().st_size > 0


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")
