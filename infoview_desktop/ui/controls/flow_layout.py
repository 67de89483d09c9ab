"""A layout that sets its widgets one after the other and goes on in the next row."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets in rows, each as wide as it wants to be; from right to left where one reads so.

    Args:
        parent: the widget whose children are laid out.
        spacing: pixels between two widgets and between two rows.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item after the others."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None past the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at a place out of the layout."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None: it takes what its widgets need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """True: the fewer fit into a row, the more rows there are."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at this width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure anew what has changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Set the widgets into `rect`."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """The least it needs; the rest is in `heightForWidth`."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's own)
        """The size of the largest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _placed(self, rect: QRect, inner: QRect) -> QRect:
        """As it is where one reads from left to right, mirrored where one does not."""
        if self._direction() == Qt.LayoutDirection.LeftToRight:
            return rect
        return rect.translated(inner.left() + inner.right() - rect.left() - rect.right(), 0)

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return Qt.LayoutDirection.LeftToRight if parent is None else parent.layoutDirection()

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Walk along the rows; the height they come to."""
        inner = rect.marginsRemoved(self.contentsMargins())
        corner = inner.topLeft()
        row_height = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint().boundedTo(QSize(inner.width(), item.sizeHint().height()))
            if corner.x() > inner.left() and corner.x() + wanted.width() > inner.left() + inner.width():
                corner = QPoint(inner.left(), corner.y() + row_height + self.spacing())
                row_height = 0
            if move:
                item.setGeometry(self._placed(QRect(corner, wanted), inner))
            corner += QPoint(wanted.width() + self.spacing(), 0)
            row_height = max(row_height, wanted.height())
        margins = self.contentsMargins()
        return corner.y() + row_height - rect.top() + margins.bottom()
