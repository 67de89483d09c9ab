"""A small program from which a file can be dragged, as from a file manager: `drag_source.py FILE`."""

import sys

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

SIDE = 120


class File(QLabel):
    """What one takes with the mouse."""

    def __init__(self, path: str) -> None:
        super().__init__("Take me")
        self._path = path
        self.setWindowTitle("Drag source")
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setGeometry(20, 760, SIDE, SIDE)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Begin the drag; say with a letter on standard output how it ended."""
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(self._path)])
        drag = QDrag(self)
        drag.setMimeData(content)
        drag.setHotSpot(QPoint(0, 0))
        taken = drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)
        sys.stdout.write("copied\n" if taken == Qt.DropAction.CopyAction else f"{taken}\n")
        sys.stdout.flush()


application = QApplication(sys.argv)
file = File(sys.argv[1])
file.show()
sys.exit(application.exec())
