"""The whole window takes files that are dropped on it, and shows that it does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.theme.theme import Theme

_INSET = 16
_RADIUS = 12
_ICON = 48


def dropped_files(content: QMimeData) -> list[Path]:
    """The files on this machine that a drag carries."""
    return [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]


class DropTarget(QWidget):
    """Lies over the window while files are dragged over it; `dropped` carries them."""

    dropped = Signal(list)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._files: list[Path] = []
        self._sentence = self.tr("Let go to look at it before anything is stored")
        self.setAccessibleName(self._sentence)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show and hide with the drag, and take what is dropped."""
        if isinstance(event, QDragEnterEvent):
            # What is dragged is asked for once: asked again at the drop, the other program may no longer answer.
            self._files = dropped_files(event.mimeData())
            if isinstance(watched, QWidget) and self._files:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.setGeometry(watched.rect())
                self.show()
                self.raise_()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hide()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(self._files)
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the window as one large place to let go."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(tokens.selection)
        ground.setAlphaF(0.98)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET), _RADIUS, _RADIUS)
        side = self._theme.scaled(_ICON)
        middle = self.rect().center()
        picture = QRect(middle.x() - side // 2, middle.y() - side, side, side)
        painter.drawPixmap(picture, self._theme.pixmap("drop", tokens.accent, side, self.devicePixelRatioF()))
        painter.setPen(QColor(tokens.ink))
        painter.setFont(self._theme.font("large"))
        below = QRect(0, middle.y() + 12, self.width(), painter.fontMetrics().height() + 4)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._sentence)
        painter.end()
