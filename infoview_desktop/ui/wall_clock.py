"""The clock on the wall: what time it is where the user is, and that a day or a zone has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Qt, QTimer, QTimeZone, Signal
from PySide6.QtGui import QGuiApplication

_LOOKED_AT_EVERY_SECONDS = 20


def time_zone() -> str:
    """The IANA name of where the user is; that of UTC where the system does not tell."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"


def today() -> date:
    """The day it is for the user."""
    return datetime.now(UTC).astimezone().date()


def now() -> datetime:
    """What time it is, on the user's clock, with its zone."""
    from infoview_desktop.domain.wall_time import local  # noqa: PLC0415 - no zone is looked up for the first picture

    return local(datetime.now(UTC), time_zone())


class WallClock(QObject):
    """Tells when another minute is shown on the clock, however it came about.

    A timer stands still while the computer sleeps, and knows nothing of a clock that is set or of another time
    zone. So this one looks at the clock often, and whenever the user comes back to the program, and compares what
    it shows; `look` does so at once.
    """

    ticked = Signal()
    """It shows another minute than it did."""

    def __init__(self, read: Callable[[], datetime] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read or now
        self._shown = self._minute()
        self._stopped = False
        timer = QTimer(self, interval=_LOOKED_AT_EVERY_SECONDS * 1000)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(self.look)
        timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self.look)

    def now(self) -> datetime:
        """What time it is, on the user's clock, with its zone."""
        return self._read()

    def time_zone(self) -> str:
        """The IANA name of where the user is."""
        return str(self._read().tzinfo)

    def look(self) -> None:
        """Compare what the clock shows now with what it showed before."""
        shown = self._minute()
        if shown != self._shown and not self._stopped:
            self._shown = shown
            self.ticked.emit()

    def stop(self) -> None:
        """Tell nothing any more: who listens can no longer look into the book."""
        self._stopped = True

    def _minute(self) -> tuple[datetime, object]:
        now = self.now()
        return now.replace(second=0, microsecond=0, tzinfo=None), now.utcoffset()
