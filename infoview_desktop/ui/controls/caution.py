"""A line that advises, and stands in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from infoview_desktop.ui.controls.drawing import Drawing
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_S

_ICON = 16


class Caution(QWidget):
    """Words in amber beside a drawing; not there while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(theme, font="caption", ink="amber")
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(Drawing(theme, "clock", size=_ICON, role="amber"), alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Say something else; nothing for ""."""
        self._words.setText(text)
        self.setVisible(bool(text))
