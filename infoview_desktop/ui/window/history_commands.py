"""Undo and Redo: what they do, and what they are called in the menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from infoview_desktop.operations import history
from infoview_desktop.store.reads import history as reads
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.window.commands import CommandSet
from infoview_desktop.ui.wording import said


class HistoryCommands(QObject):
    """Does it once what is being typed is stored, which `leave` sees to."""

    def __init__(self, runner: Runner, window: QWidget, leave: Callable[[], object]) -> None:
        super().__init__(window)
        self._runner = runner
        self._leave = leave

    def undo(self) -> None:
        """Take back what was done last."""
        self._leave()
        self._runner.do(history.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._runner.do(history.redo)

    def show_in(self, commands: CommandSet) -> None:
        """Name in the menu what Undo and Redo would do."""
        for name, word, label in (
            ("undo", self.tr("Undo"), reads.next_undo(self._runner.read)),
            ("redo", self.tr("Redo"), reads.next_redo(self._runner.read)),
        ):
            text = f"{word} {said(label)}" if label else word
            commands.actions[name].setText(text.replace("&", "&&"))
            commands.set_needs_met(name, label is not None)
