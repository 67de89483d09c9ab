"""Types into a field and times the answers in a list."""

import time
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from tests.bench.typing_keys import BACKSPACE, PEOPLE, REST_SECONDS, keys

_FIRST_AFTER_MILLISECONDS = 500
_NO_ANSWER_MILLISECONDS = 2_000
_NO_FRAME_MILLISECONDS = 40
"""After an answer in which nothing is other than before, such as nobody again, no frame follows."""


class Typist(QObject):
    """Presses key after key; an answer is there when a frame has been shown in which the list was painted with it.

    `milliseconds` has the time for each key, `unanswered` the texts to which the list did not change at all;
    `finished` is called at the end.
    """

    def __init__(
        self,
        window: Any,
        field: QLineEdit,
        answers: QAbstractItemView,
        finished: Callable[["Typist"], None],
        texts: Sequence[str] = PEOPLE,
    ) -> None:
        super().__init__(window)
        self.milliseconds: list[float] = []
        self.unanswered: list[str] = []
        self._window = window
        self._finished = finished
        self._field, self._list = field, answers
        self._keys = keys(texts)
        self._text = ""
        self._pressed = self._last = 0.0
        self._answered = self._painted = self._in_frame = self._waits = False
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._on_nothing_more)
        self._rest = QTimer(self, singleShot=True, interval=round(REST_SECONDS * 1000))
        self._rest.timeout.connect(self._press)
        self._list.model().modelReset.connect(self._on_answered)
        self._list.viewport().installEventFilter(self)
        window.installEventFilter(self)
        window.activateWindow()
        self._field.setFocus()
        QTimer.singleShot(_FIRST_AFTER_MILLISECONDS, self._press)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Paint and watched is self._list.viewport():
            self._painted = self._answered
        elif kind == QEvent.Type.UpdateRequest and watched is self._window and self._waits and not self._in_frame:
            self._in_frame = True
            handled = bool(self._window.event(event))
            self._in_frame = False
            self._last = time.perf_counter()
            if self._painted or (self._answered and not self._list.isVisible()):
                self._done()
            return handled
        return False

    def _press(self) -> None:
        key, self._text = next(self._keys, ("", ""))
        if not key:
            self._finished(self)
            return
        self._answered = self._painted = False
        self._waits = True
        self._patience.start(_NO_ANSWER_MILLISECONDS)
        self._pressed = time.perf_counter()
        QTest.keyClick(self._field, Qt.Key.Key_Backspace if key == BACKSPACE else key)

    def _on_answered(self) -> None:
        self._answered, self._painted = True, False
        self._last = time.perf_counter()
        if self._waits:
            self._patience.start(_NO_FRAME_MILLISECONDS)

    def _on_nothing_more(self) -> None:
        if not self._answered:
            self.unanswered.append(self._text)
        self._done()

    def _done(self) -> None:
        self._waits = False
        self._patience.stop()
        self.milliseconds.append((self._last - self._pressed) * 1000)
        self._rest.start()
