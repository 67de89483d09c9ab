"""One sentence where there is nothing to compare."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.ui.controls.buttons import PrimaryButton
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme


class SentencePage(QWidget):
    """Says it, and goes on with one button."""

    closed = Signal()

    def __init__(self, theme: Theme, title: str, sentence: str, *, back: str) -> None:
        super().__init__()
        words = Label(theme, sentence, ink="ink2")
        words.setWordWrap(True)
        self._close = PrimaryButton(theme, back)
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(Label(theme, title, font="large"))
        layout.addWidget(words)
        layout.addLayout(row)

    def focus_first(self) -> None:
        """Let Enter go on."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
