"""How many things are due, counted again whenever that may be another number."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from infoview_desktop.store.reads import today as reads
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.wall_clock import WallClock

_COUNTED = frozenset({"follow_up", "interview", "interview_person", "contact"})


class DueCount(QObject):
    """Tells how many there are, first when it is asked to `count`."""

    counted = Signal(int)

    def __init__(self, runner: Runner, clock: WallClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._clock = clock
        runner.changed.connect(self._on_changed)
        clock.ticked.connect(self.count)

    def count(self) -> None:
        """Count them."""
        self.counted.emit(reads.count_due(self._runner.read, now=self._clock.now()))

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & _COUNTED:
            self.count()
