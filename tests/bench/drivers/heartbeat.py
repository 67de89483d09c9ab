"""A timer that ticks every millisecond, and how long it could not, phase by phase."""

import time
from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer


@dataclass
class Phase:
    """`longest` is the longest gap between two ticks, in milliseconds; `at` when it began, in seconds.

    `seconds` is how long the phase took.
    """

    longest: float = 0.0
    at: float = 0.0
    seconds: float = 0.0


class Heartbeat(QObject):
    """Keeps, for each phase that is entered, the longest time the event loop did not turn."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._phases: dict[str, Phase] = {}
        self._now = Phase()
        self._entered = self._last = time.perf_counter()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    @property
    def phases(self) -> dict[str, dict[str, Any]]:
        """The phases by name, in their order."""
        return {name: asdict(phase) for name, phase in self._phases.items()}

    def enter(self, name: str) -> None:
        """Begin a phase; what is done from here on belongs to it, also before the next tick."""
        self.leave()
        self._now = self._phases[name] = Phase()
        self._entered = time.perf_counter()

    def leave(self) -> None:
        """End the phase; until the next one nothing counts."""
        self._beat()
        self._now.seconds = time.perf_counter() - self._entered
        self._now = Phase()

    def _beat(self) -> None:
        now = time.perf_counter()
        gap = (now - self._last) * 1000
        if gap > self._now.longest:
            self._now.longest = gap
            self._now.at = self._last - self._entered
        self._last = now
