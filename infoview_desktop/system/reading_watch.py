"""Who waits for a file to be read: they may cancel it, and are told how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import BinaryIO

from infoview_desktop.domain.progress import Cancelled

_BETWEEN_TELLS = 0.05  # seconds


class ReadingWatch:
    """Looks at the Cancel button often, and tells the progress seldom; all of it raises `Cancelled`."""

    def __init__(self, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._tell_at = 0.0

    def look(self) -> None:
        """Go on, unless it is cancelled."""
        if self._cancelled():
            raise Cancelled

    def step(self, file: BinaryIO, size: int, *, part: float = 1.0) -> None:
        """Come to where the file, of so many bytes, is read to; reading it all is this part of the work."""
        self.look()
        if self._is_time():
            self._progress(part * min(1.0, file.tell() / max(size, 1)))

    def reach(self, fraction: float) -> None:
        """Come to this fraction of the work, from 0 to 1."""
        self.look()
        if self._is_time():
            self._progress(fraction)

    def _is_time(self) -> bool:
        now = time.monotonic()
        if now < self._tell_at:
            return False
        self._tell_at = now + _BETWEEN_TELLS
        return True
