"""Something dragged from another program over a window, and let go there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_PLACE = QPoint(600, 400)
_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
_LEFT = Qt.MouseButton.LeftButton
_NO_KEY = Qt.KeyboardModifier.NoModifier


def files(paths: Sequence[Path]) -> QMimeData:
    """What a file manager lets one drag."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return content


def over(window: QWidget, content: QMimeData) -> bool:
    """Drag something over the window; tells whether it would take it."""
    event = QDragEnterEvent(_PLACE, _ACTIONS, content, _LEFT, _NO_KEY)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: QWidget, content: QMimeData) -> Qt.DropAction | None:
    """Drag something over the window and let go; tells what the other program hears that was done with it."""
    over(window, content)
    event = QDropEvent(QPointF(_PLACE), _ACTIONS, content, _LEFT, _NO_KEY)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.dropAction() if event.isAccepted() else None
