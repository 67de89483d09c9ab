"""The system's wish that the program end: at the end of a session, by `kill`, by Ctrl+C in a terminal."""

from __future__ import annotations

import os
import signal

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_WISHES = ("SIGTERM", "SIGHUP", "SIGINT")
_AT_ONCE = 64


class Ending(QObject):
    """`wished` is told on the main thread while its event loop runs; where there is no `SIGHUP`, as on Windows, never.

    Without it the process would just be gone: what was typed in the last second, and how the window was left.
    """

    wished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if not hasattr(signal, "SIGHUP"):
            return
        # Python's own handlers wait for Python code to run, and an idle window runs none; a byte in a pipe wakes Qt.
        self._heard, told = os.pipe()
        for end in (self._heard, told):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        for name in _WISHES:
            signal.signal(getattr(signal, name), lambda _number, _frame: None)
        self._notifier = QSocketNotifier(self._heard, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_heard)

    def _on_heard(self) -> None:
        os.read(self._heard, _AT_ONCE)
        self.wished.emit()
