"""One InfoView at a time per data directory."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from infoview_desktop.domain import known_error

FILE_NAME = "infoview.lock"


class DirectoryLock:
    """The right to write in a data directory; the operating system takes it back when the process ends.

    The file itself stays: deleting it would let two processes hold two locks of the same name.
    """

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back, if it is held."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def claim(directory: Path) -> DirectoryLock:
    """Make the data directory where it is missing, for the user alone, and take its lock.

    Where nothing may be written there is nothing to lock, and the book can still be read.

    Raises:
        HeldElsewhere: another process has it.
        KnownError: the directory cannot be made or entered.
    """
    try:
        _make(directory)
        descriptor = os.open(directory / FILE_NAME, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        if directory.is_dir() and not os.access(directory, os.W_OK):
            return DirectoryLock(None)
        raise known_error.cannot_open_folder(str(directory)) from error
    if not _lock(descriptor):
        os.close(descriptor)
        raise known_error.window_is_open()
    return DirectoryLock(descriptor)


def _make(directory: Path) -> None:
    existed = directory.is_dir()
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A folder that holds other things as well keeps the rights its owner gave it; no folder gets new ones.
    if not existed or (directory / FILE_NAME).exists() or not any(directory.iterdir()):
        with suppress(PermissionError):
            directory.chmod(directory.stat().st_mode & stat.S_IRWXU)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
