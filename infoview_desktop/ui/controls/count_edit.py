"""A field for a number, counted up and down or typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

_RESTS_AFTER_MILLISECONDS = 700


class CountEdit(QSpinBox):
    """Tells what was counted when one rests or leaves it, so that counting from 3 to 7 is one step.

    The wheel leaves it alone: whoever scrolls the page means to count nothing.

    Args:
        name: what it counts.
        least: the smallest number.
        most: the largest.
        parent: what it belongs to.
    """

    counted = Signal(int)

    def __init__(self, name: str, *, least: int = 0, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = least
        self.setRange(least, most)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_RESTS_AFTER_MILLISECONDS)
        self._rest.timeout.connect(self.leave)
        self.valueChanged.connect(self._on_value_changed)
        self.editingFinished.connect(self.leave)

    def show_count(self, count: int) -> None:
        """Show what is stored, unless somebody is counting."""
        if not self._rest.isActive():
            self._stored = count
            self.setValue(count)

    def leave(self) -> None:
        """Tell what was counted."""
        self._rest.stop()
        if self.value() != self._stored:
            self._stored = self.value()
            self.counted.emit(self._stored)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page be scrolled."""
        event.ignore()

    def _on_value_changed(self, value: int) -> None:
        if value != self._stored:
            self._rest.start()
