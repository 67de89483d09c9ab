"""How much one wants to talk to somebody: a button for each of the four answers, and the answer in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from infoview_desktop.domain.motivation import MOST_MOTIVATION
from infoview_desktop.ui.controls.chip import ChipButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.short_list.wording import motivation_text
from infoview_desktop.ui.theme.theme import Theme


class MotivationButtons(QWidget):
    """`chosen` carries the answer when the user gives another one."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = QButtonGroup(self)
        self._words = ElidedLabel(theme, font="caption", ink="ink2")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for step in range(MOST_MOTIVATION + 1):
            button = ChipButton(theme, str(step))
            button.setAccessibleName(f"{step}, {motivation_text(step)}")
            self._buttons.addButton(button, step)
            layout.addWidget(button)
        layout.addSpacing(8)
        layout.addWidget(self._words, 1)
        self._buttons.idClicked.connect(self._on_clicked)

    def show_motivation(self, motivation: int) -> None:
        """Show what the book says."""
        self._buttons.button(motivation).setChecked(True)
        self._words.setText(motivation_text(motivation))

    def _on_clicked(self, motivation: int) -> None:
        self._words.setText(motivation_text(motivation))
        self.chosen.emit(motivation)
