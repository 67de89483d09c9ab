"""Icons: one-colour drawings that take their colour from the theme each time they are painted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ColourOf = Callable[[QIcon.Mode, QIcon.State], str]


class Drawings:
    """The drawings in a folder, each rendered once for every colour and size it is asked in.

    Args:
        folder: where the SVG files are, each drawn with `currentColor`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, int], QPixmap] = {}

    def source(self, name: str) -> str:
        """The drawing's SVG text; FileNotFoundError where there is no drawing of that name."""
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]

    def pixmap(self, name: str, colour: str, size: QSize) -> QPixmap:
        """The drawing in one colour, in the middle of `size` device pixels and as large as fits."""
        key = (name, colour, size.width(), size.height())
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, colour, size)
        return self._pixmaps[key]

    def forget_pixmaps(self) -> None:
        """Let go of what was rendered; used when the colours change."""
        self._pixmaps.clear()

    def _render(self, name: str, colour: str, size: QSize) -> QPixmap:
        svg = self.source(name).replace("currentColor", colour)
        side = min(size.width(), size.height())
        square = QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, square)
        painter.end()
        return pixmap


class DrawnIcon(QIconEngine):
    """One drawing as an icon: crisp at any size, and never out of step with the theme.

    Args:
        drawings: where the drawing comes from.
        name: which drawing.
        colour_of: the colour for a mode and a state, asked at each painting.
    """

    def __init__(self, drawings: Drawings, name: str, colour_of: ColourOf) -> None:
        super().__init__()
        self._drawings = drawings
        self._name = name
        self._colour_of = colour_of

    def clone(self) -> QIconEngine:
        """Another engine for the same drawing."""
        return DrawnIcon(self._drawings, self._name, self._colour_of)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The drawing in the middle of `size`, which is in device pixels."""
        return self._drawings.pixmap(self._name, self._colour_of(mode, state), size)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the drawing in the middle of `rect`."""
        ratio = painter.deviceTransform().m11()
        pixmap = QPixmap(self.pixmap(rect.size() * ratio, mode, state))
        pixmap.setDevicePixelRatio(ratio)
        painter.drawPixmap(rect.topLeft(), pixmap)
