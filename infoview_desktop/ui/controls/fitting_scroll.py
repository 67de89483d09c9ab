"""A page that is as high as what is on it, and scrolls only where there is no room for that."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class FittingScroll(QScrollArea):
    """Shows `content`. Where nothing in that takes keys, the page itself does, and the arrow keys scroll it.

    Args:
        content: the whole page.
        name: what a screen reader calls it.
        parent: what it belongs to.
    """

    def __init__(self, content: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        content.setProperty("kind", "pane")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        content.installEventFilter(self)
        self.setWidget(content)
        stops = [child for child in content.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if stops else Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """All of the page; where its lines are broken, as they are at its present width."""
        hint = self._content.sizeHint()
        if self._content.hasHeightForWidth():
            hint.setHeight(self._content.heightForWidth(self.viewport().width()))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Want another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Its whole width, and a few lines."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + bar, self.fontMetrics().height() * 8)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Want another height when the page does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
