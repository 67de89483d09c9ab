"""What is seen in an image."""

from PySide6.QtGui import QImage


def colours(image: QImage) -> set[str]:
    """The colours of the pixels that are fully covered, `#rrggbb`."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}
