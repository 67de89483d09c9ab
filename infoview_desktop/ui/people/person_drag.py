"""Somebody dragged out of a list, to be let go where that means something."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_FORMAT = "application/x-infoview-person"
_SIDEWAYS = 2
"""By how much more a drag goes sideways than up or down; others select several."""


def goes_sideways(way: QPoint) -> bool:
    """Whether a pointer that was pressed and went so far is dragging somebody out of a list."""
    return abs(way.x()) >= max(QApplication.startDragDistance(), _SIDEWAYS * abs(way.y()))


def drag_person(source: QWidget) -> None:
    """Let the selected person be dragged until the button is let go."""
    content = QMimeData()
    content.setData(_FORMAT, b"")
    drag = QDrag(source)
    drag.setMimeData(content)
    drag.exec(Qt.DropAction.CopyAction)


def carries_person(event: QDropEvent) -> bool:
    """Whether it is the selected person of this window who is dragged."""
    return event.source() is not None and event.mimeData().hasFormat(_FORMAT)
