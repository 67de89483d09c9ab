"""The clock on the wall: what time it is where the user is, and that a day or a zone has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, QTimer, QTimeZone, Signal

from infoview_desktop.domain.touch import local

_LOOKED_AT_EVERY_SECONDS = 20


def time_zone() -> str:
    """The IANA name of where the user is; that of UTC where the system does not tell."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"


def now() -> datetime:
    """What time it is, on the user's clock."""
    return local(datetime.now(UTC), time_zone())


class WallClock(QObject):
    """Tells when another minute is shown on the clock, however it came about.

    A timer stands still while the computer sleeps, and knows nothing of a clock that is set or of another time
    zone. So this one looks at the clock often and compares what it shows; `look` does so at once.

    Args:
        now: what time it is for the user, with its zone.
        parent: what it belongs to.
    """

    ticked = Signal()
    """It shows another minute than it did."""

    def __init__(self, now: Callable[[], datetime] = now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self._shown = self._minute()
        timer = QTimer(self, interval=_LOOKED_AT_EVERY_SECONDS * 1000)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Compare what the clock shows now with what it showed before."""
        shown = self._minute()
        if shown != self._shown:
            self._shown = shown
            self.ticked.emit()

    def _minute(self) -> tuple[datetime, object]:
        now = self.now()
        return now.replace(second=0, microsecond=0, tzinfo=None), now.utcoffset()
