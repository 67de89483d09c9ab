"""A pane that has a name and, for now, one sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import HIT


class PlainPane(QFrame):
    """Says what stands here, or will."""

    def __init__(self, theme: Theme, name: str, sentence: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setAccessibleName(name)
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 8, 16, 8)
        heading.addWidget(Label(theme, name, font="title"))
        heading.addStrut(theme.scaled(HIT))
        heading.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(heading)
        layout.addWidget(Hairline())
        layout.addWidget(EmptyState(theme, sentence, icon=icon), 1)
