"""A data directory that goes away with the window it was made for."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir, mkdtemp

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.system import lock

PREFIX = "infoview-sample-"


@contextmanager
def directory() -> Iterator[Path]:
    """Make a directory that only this user may enter, and remove it with all that is in it when the block ends.

    Those that a killed process left behind are removed as well.
    """
    for left in Path(gettempdir()).glob(f"{PREFIX}*"):
        if _is_left_behind(left):
            shutil.rmtree(left, ignore_errors=True)
    made = Path(mkdtemp(prefix=PREFIX))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _is_left_behind(path: Path) -> bool:
    """Whether it is a directory of this user's whose lock nobody holds; one without a lock is only being made."""
    try:
        status = path.lstat()
        if not stat.S_ISDIR(status.st_mode) or not (path / lock.FILE_NAME).is_file():
            return False
        if sys.platform != "win32" and status.st_uid != os.getuid():
            return False
        lock.claim(path).release()
    except (OSError, KnownError):
        return False
    return True
