"""Notices when a view has been painted for the first time."""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.bench.drivers.hooks import pss_mib, report


def end_with_first_paint(view: type[QAbstractItemView], ready: Callable[[QAbstractItemView], bool]) -> None:
    """Report when, and with how much memory, the first paint of such a view ended that is `ready`; then end.

    It is the class that is changed, before the first paint: an event filter would need the viewport, and to
    ask for that costs as much as a good part of the start.
    """
    paint = view.paintEvent
    over: list[bool] = []

    def paint_event(self: QAbstractItemView, event: QPaintEvent) -> None:
        paint(self, event)
        if not over and ready(self):
            painted, cpu = time.monotonic(), time.process_time()
            over.append(True)
            report(painted=painted, cpu=cpu, pss_mib=pss_mib())
            QTimer.singleShot(0, QApplication.quit)

    view.paintEvent = paint_event  # type: ignore[method-assign]
