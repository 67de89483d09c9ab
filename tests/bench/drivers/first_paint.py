"""Notices when a view has been painted for the first time."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

from tests.bench.drivers.hooks import pss_mib, report


class FirstPaint(QObject):
    """Reports when and with how much memory the first paint of a view's rows has ended, and ends the program."""

    def __init__(self, view: QAbstractItemView, ready: Callable[[], bool]) -> None:
        super().__init__(view)
        self._viewport = view.viewport()
        self._ready = ready
        self._painting = False
        self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._painting or event.type() != QEvent.Type.Paint or not self._ready():
            return False
        self._painting = True
        QCoreApplication.sendEvent(watched, event)
        painted = time.monotonic()
        self._viewport.removeEventFilter(self)
        report(painted=painted, pss_mib=pss_mib())
        QTimer.singleShot(0, QCoreApplication.quit)
        return True
