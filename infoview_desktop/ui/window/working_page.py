"""What a sheet shows while something takes longer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from infoview_desktop.ui.controls.buttons import SecondaryButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme

SHOW_AFTER_MILLISECONDS = 400
"""What is done sooner needs no progress."""


class WorkingPage(QWidget):
    """How far it is."""

    cancelled = Signal()

    def __init__(self, theme: Theme, name: str, doing: str) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(doing)
        cancel = SecondaryButton(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(ElidedLabel(theme, name, font="large"))
        layout.addWidget(Label(theme, doing, ink="ink2"))
        layout.addWidget(self._bar)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        layout.addLayout(row)

    def show_progress(self, fraction: float) -> None:
        """Show a fraction from 0 to 1."""
        self._bar.setValue(round(fraction * 1000))
