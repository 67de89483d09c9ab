"""A word of caution under a person's name, with where it comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.ui.controls.buttons import TextButton
from infoview_desktop.ui.controls.drawing import Drawing
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_S

_ICON = 16


class WarningLine(QWidget):
    """There only while there is something to be careful about; "why?" tells the rule."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(theme, font="caption", ink="amber")
        self._words.setWordWrap(True)
        self._source = Label(theme, font="caption", ink="ink2")
        self._source.setWordWrap(True)
        why = TextButton(theme, self.tr("why?"))
        why.setProperty("kind", "link")
        why.clicked.connect(lambda: self._source.setVisible(self._source.isHidden()))
        line = QHBoxLayout()
        line.setSpacing(SPACE_S)
        line.addWidget(Drawing(theme, "warning", size=_ICON, role="amber"), alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        line.addWidget(why, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, SPACE_S)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._source)
        self.hide()

    def warn(self, words: str, source: str) -> None:
        """Say it; no words for nothing to be careful about."""
        self._words.setText(words)
        self._source.setText(source)
        self._source.hide()
        self.setVisible(bool(words))
