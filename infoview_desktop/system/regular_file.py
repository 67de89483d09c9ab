"""Opening what the user points at, without ever waiting for it."""

import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

from infoview_desktop.domain.text import clean

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_BEGINNING = 256
_ENCODING_MARKS = b"\xef\xbb\xbf\xff\xfe"

READ_AHEAD = 1024 * 1024
"""Bytes; with many small reads, a thread that only paints would wait for the interpreter's lock too long."""


class UnreadableFile(Exception):  # noqa: N818 - it is the file that is at fault
    """The file is not what it should be; `reason` is one plain sentence: what it is, and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def shown_name(path: Path) -> str:
    """Give the file's name on one line without hidden characters."""
    return clean(path.name)[0]


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file for reading; never a pipe or a device, which could keep the reader waiting.

    Raises:
        UnreadableFile: It is gone, is no regular file, or must not be read.
    """
    name = shown_name(path)
    try:
        _check_kind(path.stat().st_mode, name)
        file = os.fdopen(os.open(path, _FLAGS), "rb", READ_AHEAD)
    except FileNotFoundError:
        raise UnreadableFile(f"“{name}” is no longer there; choose the file anew.") from None
    except PermissionError:
        raise UnreadableFile(f"You may not read “{name}”; ask for the right to, or make a copy.") from None
    except OSError as error:
        raise UnreadableFile(unreadable(name, error)) from error
    try:
        _check_kind(os.fstat(file.fileno()).st_mode, name)  # it may have been exchanged since
    except UnreadableFile:
        file.close()
        raise
    return file


def begins_with(path: Path, mark: re.Pattern[bytes]) -> bool:
    """Whether a regular file begins so, whatever marks of its encoding come before; False where it cannot be read."""
    try:
        with open_regular(path) as file:
            beginning = file.read(_BEGINNING)
    except (UnreadableFile, OSError):
        return False  # whoever reads it says why
    return mark.match(beginning.replace(b"\0", b"").lstrip(_ENCODING_MARKS)) is not None


def stamp_of(path: Path) -> str:
    """What tells a file from what it was before and will be; "" where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"


def unreadable(name: str, error: OSError) -> str:
    """Give the sentence for a file that the system fails to read."""
    return f"“{name}” cannot be read ({error.strerror or error}); copy it to this computer and try again."


def _check_kind(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise UnreadableFile(f"“{name}” is a folder; choose the file in it.")
    if not stat.S_ISREG(mode):
        raise UnreadableFile(f"“{name}” is a pipe or a device; choose a file.")
