"""The field above a list that narrows it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from infoview_desktop.ui.controls.clearable_edit import ClearableEdit


class FilterEdit(ClearableEdit):
    """Down goes on to the list, Escape clears."""

    down_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take these two keys."""
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
