"""How the window looks: its colours, and a word on the size of its text."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.settings.section import Surroundings
from infoview_desktop.ui.theme.theme import Scheme


class Appearance(QWidget):
    """Light, dark or as the system, seen as soon as it is chosen."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme = around.theme
        self._choices = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Label(self._theme, self.tr("Colours")))
        self._buttons = {
            Scheme.SYSTEM: QRadioButton(self.tr("As the system")),
            Scheme.LIGHT: QRadioButton(self.tr("Light")),
            Scheme.DARK: QRadioButton(self.tr("Dark")),
        }
        for scheme, button in self._buttons.items():
            button.setChecked(scheme is self._theme.scheme)
            button.setAccessibleDescription(self.tr("Colours"))
            button.toggled.connect(lambda on, scheme=scheme: self._on_toggled(scheme, on=on))
            self._choices.addButton(button)
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(Label(self._theme, self.tr("Text size follows your system."), ink="ink2"))

    def _on_toggled(self, scheme: Scheme, *, on: bool) -> None:
        if on:
            self._theme.set_scheme(scheme)
