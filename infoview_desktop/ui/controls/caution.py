"""A line that advises, and stands in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from infoview_desktop.ui.controls.buttons import TextButton
from infoview_desktop.ui.controls.drawing import Drawing
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_S

_ICON = 16


class Caution(QWidget):
    """Words in amber beside a drawing, and behind "why?" the rule; not there while there is nothing to say."""

    def __init__(self, theme: Theme, rule: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(theme, font="caption", ink="amber")
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._rule = Label(theme, rule, font="caption", ink="ink2")
        self._rule.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        why = TextButton(theme, self.tr("why?"))
        why.setProperty("kind", "link")
        why.clicked.connect(lambda: self._rule.setVisible(self._rule.isHidden()))
        line = QHBoxLayout()
        line.setSpacing(SPACE_S)
        line.addWidget(Drawing(theme, "warning", size=_ICON, role="amber"), alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        line.addWidget(why, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._rule)
        self.hide()

    def say(self, text: str) -> None:
        """Say something else; nothing for ""."""
        self._words.setText(text)
        self._rule.hide()
        self.setVisible(bool(text))
