"""Files written for the user, which are there whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from infoview_desktop.domain import known_error


@contextmanager
def outgoing(path: Path, *, book: Path) -> Iterator[None]:
    """Say plainly why the block cannot put a file in the place of `path`; what belongs to `book` is no place.

    Raises:
        KnownError: it cannot be written there.
    """
    try:
        _check(path, book)
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise known_error.cannot_write_file(path.name or str(path), reason) from error


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a text file to write, in UTF-8; it takes its name only when the block ends well.

    Raises:
        OSError: it cannot be written there.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _check(path: Path, book: Path) -> None:
    if path.is_dir():
        raise OSError(errno.EISDIR, "it is a folder")
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is a pipe or a device")
    if path.parent.resolve() == book.parent.resolve() and path.name.casefold().startswith(f"{book.stem}."):
        raise OSError(errno.EINVAL, "InfoView keeps the book itself there")
