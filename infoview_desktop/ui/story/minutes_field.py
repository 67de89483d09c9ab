"""A field for how long one talks: a few usual numbers of minutes, or any other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infoview_desktop.domain.interview import LONGEST_MINUTES, USUAL_MINUTES
from infoview_desktop.ui.controls.chip import ChipButton
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_XS

CHOICES = (15, 20, 25, 30)
_WIDTH = 56


class MinutesField(QWidget):
    """The number can be typed or pressed."""

    minutes_changed = Signal()

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = Field()
        self.field.setAccessibleName(label)
        self.field.setFixedWidth(theme.scaled(_WIDTH))
        self.field.setValidator(QIntValidator(1, LONGEST_MINUTES, self.field))
        self.field.textChanged.connect(self._on_text_changed)
        self._chips: dict[int, ChipButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_XS)
        row.addWidget(self.field)
        row.addSpacing(SPACE_XS)
        for minutes in CHOICES:
            chip = ChipButton(theme, str(minutes))
            chip.setAccessibleName(self.tr("{minutes} minutes").format(minutes=minutes))
            chip.clicked.connect(lambda _checked=False, minutes=minutes: self.show_minutes(minutes))
            self._chips[minutes] = chip
            row.addWidget(chip)
        row.addStretch()
        self.setFocusProxy(self.field)
        self.show_minutes(USUAL_MINUTES)

    @property
    def minutes(self) -> int | None:
        """How many; None where what is typed is no such number."""
        return int(self.field.text()) if self.field.hasAcceptableInput() else None

    def show_minutes(self, minutes: int) -> None:
        """Put a number into it."""
        self.field.setText(str(minutes))
        self._on_text_changed()

    def _on_text_changed(self) -> None:
        for minutes, chip in self._chips.items():
            chip.setChecked(minutes == self.minutes)
        self.minutes_changed.emit()
