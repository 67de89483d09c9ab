"""Photos of the people in a list: read and painted small for those in sight, and kept until one changes."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImageReader, QPainter, QPixmap

from infoview_desktop.store.reads import photos
from infoview_desktop.store.reads.reader import Reader

_KEPT = 512


def round_photo(image: bytes, side: int, ratio: float) -> QPixmap | None:
    """A photo in a circle of `side` pixels on a screen of that ratio; None for one that cannot be painted."""
    pixels = round(side * ratio)
    content = QBuffer()
    content.setData(QByteArray(image))
    content.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(content, QByteArray(b"jpeg"))
    # A JPEG unpacked at the size it has on the screen takes a fraction of the time.
    reader.setScaledSize(QSize(pixels, pixels))
    picture = reader.read()
    if picture.isNull():
        return None
    circle = QPixmap(pixels, pixels)
    circle.fill(Qt.GlobalColor.transparent)
    painter = QPainter(circle)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(picture))
    painter.drawEllipse(QRectF(0, 0, pixels, pixels))
    painter.end()
    circle.setDevicePixelRatio(ratio)
    return circle


class Photos:
    """Gives the photos of people who have one."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept: OrderedDict[tuple[int, int, float], QPixmap | None] = OrderedDict()

    def forget(self) -> None:
        """Read all of them again: some may have changed."""
        self._kept.clear()

    def photo(self, contact_id: int, side: int, ratio: float) -> QPixmap | None:
        """Somebody's photo, in a circle of `side` pixels on a screen of that ratio; None where there is none."""
        key = (contact_id, side, ratio)
        if key not in self._kept:
            image = photos.photo(self._reader, contact_id)
            self._kept[key] = None if image is None else round_photo(image, side, ratio)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]
