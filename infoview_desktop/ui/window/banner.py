"""A line across the window for what stays true: that the book cannot be changed, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme


class Banner(QFrame):
    """Plain words on the ground of things to mind."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        label = Label(theme, text, ink="amber")
        label.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(label)
