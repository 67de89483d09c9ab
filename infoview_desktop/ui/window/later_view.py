"""A view that is still to come says in one sentence what it will hold."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.theme.theme import Theme


class LaterView(QFrame):
    """One sentence in the middle of the view."""

    def __init__(self, theme: Theme, sentence: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(EmptyState(theme, sentence, icon=icon))
