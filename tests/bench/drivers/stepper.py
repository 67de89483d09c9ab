"""Does one thing after the other and times how long each takes until everything is painted."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.bench.drivers.heartbeat import Heartbeat

STEPS = 60
_FIRST_AFTER_MILLISECONDS = 1_000
_NO_FRAME_MILLISECONDS = 60
"""So long after a frame nothing more is going to change."""


class Stepper(QObject):
    """Presses Down in `view`, again and again, or does `act` with the number of the time, from 0.

    `milliseconds` has for each time how long it took to the end of the last frame that followed, `handled` the time
    after which the key itself was done with, `first` that to the end of the first frame, and `held` the longest
    time that another key would have had to wait meanwhile; `finished` is called at the end.
    """

    def __init__(
        self,
        window: Any,
        view: QWidget,
        finished: Callable[["Stepper"], None],
        act: Callable[[int], object] | None = None,
    ) -> None:
        super().__init__(window)
        self.milliseconds: list[float] = []
        self.handled: list[float] = []
        self.first: list[float] = []
        self.held: list[float] = []
        self._window = window
        self._finished = finished
        self._act = act or (lambda _number: QTest.keyClick(view, Qt.Key.Key_Down))
        self._pressed = self._last = 0.0
        self._in_frame = self._awaits_frame = False
        self._beat = Heartbeat(self)
        self._quiet = QTimer(self, singleShot=True, interval=_NO_FRAME_MILLISECONDS)
        self._quiet.timeout.connect(self._on_quiet)
        window.installEventFilter(self)
        window.activateWindow()
        view.setFocus()
        QTimer.singleShot(_FIRST_AFTER_MILLISECONDS, self._press)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest and watched is self._window and not self._in_frame:
            self._in_frame = True
            handled = bool(self._window.event(event))
            self._in_frame = False
            self._last = time.perf_counter()
            if self._awaits_frame:
                self._awaits_frame = False
                self.first.append((self._last - self._pressed) * 1000)
            return handled
        return False

    def _press(self) -> None:
        self._awaits_frame = True
        self._beat.enter("step")
        self._pressed = self._last = time.perf_counter()
        self._act(len(self.milliseconds))
        self.handled.append((time.perf_counter() - self._pressed) * 1000)
        self._quiet.start()

    def _on_quiet(self) -> None:
        if time.perf_counter() - self._last < _NO_FRAME_MILLISECONDS / 1000:
            self._quiet.start()
            return
        self.milliseconds.append((self._last - self._pressed) * 1000)
        self._beat.leave()
        self.held.append(self._beat.phases["step"]["longest"])
        if len(self.milliseconds) < STEPS:
            self._press()
        else:
            self._finished(self)
