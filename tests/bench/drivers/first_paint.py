"""Notices when a view has been painted for the first time, and when its window has come to rest after that."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.bench.drivers.hooks import pss_mib, report

_AT_REST_SECONDS = 0.3
_BUSY_SECONDS = 0.005
_AT_LATEST_SECONDS = 3.0
"""On a machine that is never free the window is taken to rest by then."""


def end_with_first_paint(view: type[QAbstractItemView], ready: Callable[[QAbstractItemView], bool]) -> None:
    """Report when, and with how much memory, the first paint of such a view ended that is `ready`; then end.

    It is the class that is changed, before the first paint: an event filter would need the viewport, and to
    ask for that costs as much as a good part of the start.
    """
    paint = view.paintEvent
    rests: list[_Rest] = []

    def paint_event(self: QAbstractItemView, event: QPaintEvent) -> None:
        paint(self, event)
        if not rests and ready(self):
            painted, cpu = time.monotonic(), time.process_time()
            rests.append(_Rest({"painted": painted, "cpu": cpu, "pss_mib": pss_mib()}))

    view.paintEvent = paint_event  # type: ignore[method-assign]


class _Rest(QObject):
    """Waits until the event loop has turned freely for a while; then reports, and ends the program.

    `rested` is when it last did not, `rested_pss_mib` the memory in the end.
    """

    def __init__(self, values: dict[str, float | None]) -> None:
        super().__init__()
        self._values = values
        self._began = self._last = self._rested = time.monotonic()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def _on_time(self) -> None:
        now = time.monotonic()
        if now - self._last > _BUSY_SECONDS:
            self._rested = now
        self._last = now
        if now - self._rested > _AT_REST_SECONDS or now - self._began > _AT_LATEST_SECONDS:
            self._timer.stop()
            report(**self._values, rested=self._rested, rested_pss_mib=pss_mib())
            QApplication.quit()
