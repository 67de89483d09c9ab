"""The picture of an organization: its initials in a square whose colour comes from the name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from infoview_desktop.domain.initials import initials
from infoview_desktop.ui.controls.avatar import avatar_colour, picture_of
from infoview_desktop.ui.theme.theme import Theme

_ROUNDNESS = 0.22


def paint_emblem(painter: QPainter, rect: QRect, name: str) -> None:
    """Paint the square that fills `rect`, in the painter's own family of type."""
    first, _, others = name.partition(" ")
    letters, colour = initials(first, others), avatar_colour(name).rgb()
    ratio = painter.deviceTransform().m11()
    picture = picture_of(letters, colour, rect.height(), ratio, painter.font().family(), _ROUNDNESS)
    painter.drawPixmap(rect.topLeft(), picture)


class Emblem(QWidget):
    """An organization's picture, `size` pixels wide and high at the usual text size."""

    def __init__(self, theme: Theme, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_name(self, name: str) -> None:
        """Show the emblem of another organization."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """A square, at the present text size."""
        side = self._theme.scaled(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the square."""
        if self._name:
            painter = QPainter(self)
            painter.setFont(self._theme.font("body"))
            paint_emblem(painter, self.rect(), self._name)
            painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
