"""A field for a time of the day, typed as people write times."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.local_time import time_text

_STEP_MINUTES = 15
_MINUTES_A_DAY = 24 * 60
_NOON, _MIDNIGHT = 12, 24
_TYPED = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(\d{2}))?\s*(?:h|uhr|o'clock)?\s*([ap])?\.?m?\.?", re.IGNORECASE)


def time_typed(text: str) -> time | None:
    """The time that is meant by `15:30`, `15.30`, `1530`, `3:30 pm`, `15h`, or as the locale has it; None for none."""
    typed = " ".join(text.split())
    for form in (QLocale.FormatType.ShortFormat, QLocale.FormatType.NarrowFormat):
        read = QLocale().toTime(text.strip(), form)
        if read.isValid():
            return time(read.hour(), read.minute())
    match = _TYPED.fullmatch(typed)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    if match[4]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if match[4].lower() == "p" else 0)
    return time(hour, minute) if hour < _MIDNIGHT and minute < 60 else None  # noqa: PLR2004 - minutes of an hour


class TimeEdit(Field):
    """Takes one time; Up and Down go on by a quarter of an hour."""

    time_changed = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setPlaceholderText(time_text(time(15)))
        self.textChanged.connect(self.time_changed)

    @property
    def typed(self) -> time | None:
        """The time that stands in it; None where it is none."""
        return time_typed(self.text())

    def show_time(self, at: time) -> None:
        """Put a time into it."""
        self.setText(time_text(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on or back with the arrows."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, way: int) -> None:
        at = self.typed
        if at is None:
            return
        now = at.hour * 60 + at.minute
        later = (now // _STEP_MINUTES + way) * _STEP_MINUTES
        if way < 0 and now % _STEP_MINUTES:
            later += _STEP_MINUTES
        later %= _MINUTES_A_DAY
        self.show_time(time(later // 60, later % 60))
