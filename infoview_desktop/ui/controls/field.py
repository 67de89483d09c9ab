"""A field of one line."""

from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLineEdit


class Field(QLineEdit):
    """A field that takes text which is dragged to it, but leaves files to the window."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Refuse files: left to itself, Qt would write their names into the field."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.ignore()
        else:
            super().dragEnterEvent(event)
