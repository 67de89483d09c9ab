"""The only border there is."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget


class Hairline(QFrame):
    """A line of one pixel between two parts, lying or standing."""

    def __init__(self, parent: QWidget | None = None, *, standing: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hairline")
        if standing:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
