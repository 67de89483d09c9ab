"""Asks for a list anew, again and again, and times how long it takes until it is painted."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

TIMES = 60
_FIRST_AFTER_MILLISECONDS = 1_000
_REST_MILLISECONDS = 150
"""Enough for what the window asks for afterwards."""


class Asker(QObject):
    """Calls `ask`, and waits for a frame in which `view` was painted with the answer.

    `milliseconds` has the times; `finished` is called at the end.
    """

    def __init__(
        self, window: Any, view: QAbstractItemView, ask: Callable[[], object], finished: Callable[["Asker"], None]
    ) -> None:
        super().__init__(window)
        self.milliseconds: list[float] = []
        self._window = window
        self._view = view
        self._ask = ask
        self._finished = finished
        self._asked = 0.0
        self._answered = self._painted = self._in_frame = self._waits = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._rest.timeout.connect(self._next)
        view.model().modelReset.connect(self._on_answered)
        view.viewport().installEventFilter(self)
        window.installEventFilter(self)
        QTimer.singleShot(_FIRST_AFTER_MILLISECONDS, self._next)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Paint and watched is self._view.viewport():
            self._painted = self._answered
        elif kind == QEvent.Type.UpdateRequest and watched is self._window and self._waits and not self._in_frame:
            self._in_frame = True
            handled = bool(self._window.event(event))
            self._in_frame = False
            if self._painted:
                self._waits = False
                self.milliseconds.append((time.perf_counter() - self._asked) * 1000)
                self._rest.start()
            return handled
        return False

    def _next(self) -> None:
        if len(self.milliseconds) == TIMES:
            self._finished(self)
            return
        self._answered = self._painted = False
        self._waits = True
        self._asked = time.perf_counter()
        self._ask()

    def _on_answered(self) -> None:
        self._answered = True
