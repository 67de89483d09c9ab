"""Something that may take long, with a sheet that shows how far it is and can cancel it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.window.working_page import SHOW_AFTER_MILLISECONDS, WorkingPage

_WIDTH = 460


class LongWork(QObject):
    """Asks one question of the pool; the sheet comes up only if the answer is slow."""

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, *, name: str, doing: str) -> None:
        super().__init__(window)
        self._theme = theme
        self._runner = runner
        self._window = window
        self._name = doing
        self._sheet: Sheet | None = None
        self._page = WorkingPage(theme, name, doing)
        self._slow = QTimer(self, singleShot=True, interval=SHOW_AFTER_MILLISECONDS)
        self._slow.timeout.connect(self._on_slow)

    def ask(self, question: Callable[..., Any], **arguments: Any) -> None:  # noqa: ANN401 - the question's own
        """Ask `question(reader, progress=…, **arguments)`."""
        self._slow.start()
        task = self._runner.ask(question, told=self._page.show_progress, ended=self._on_ended, **arguments)
        self._page.cancelled.connect(task.cancel)

    def _on_slow(self) -> None:
        self._sheet = Sheet(self._theme, self._window, width=_WIDTH, name=self._name)
        self._sheet.show_page(self._page)
        self._sheet.dismissed.connect(self._page.cancelled)
        self._sheet.open()

    def _on_ended(self) -> None:
        self._slow.stop()
        if self._sheet is not None and self._sheet.isVisible():
            self._sheet.dismiss()
        self.deleteLater()
