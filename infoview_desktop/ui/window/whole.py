"""What fills the window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget


class Whole(QWidget):
    """All of the window; tells of its first picture."""

    painted = Signal()
    """The first picture is on the screen."""
    _told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and tell the first time."""
        super().paintEvent(event)
        if not self._told:
            self._told = True
            self.painted.emit()
