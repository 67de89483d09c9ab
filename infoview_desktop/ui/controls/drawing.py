"""A drawing by itself, to be looked at."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import ICON, Ink


class Drawing(QWidget):
    """A drawing beside or above words.

    Args:
        theme: what it is painted with.
        icon: its file without the suffix.
        size: its side in pixels at the usual text size.
        role: the ink it is painted in.
        parent: what it belongs to.
    """

    def __init__(
        self, theme: Theme, icon: str, *, size: int = ICON, role: Ink = "ink2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = theme.icon(icon, role=role)
        self._size = size
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        side = self._theme.scaled(self._size)
        self.setFixedSize(QSize(side, side))
        self.update()
