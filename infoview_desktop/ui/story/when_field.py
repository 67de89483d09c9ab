"""A day and a time side by side, and below them what has to be known of the moment they come to."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.wall_time import WallTime, local, wall_time
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.follow_ups.day_edit import DayEdit
from infoview_desktop.ui.local_time import clock_text
from infoview_desktop.ui.story.time_edit import TimeEdit
from infoview_desktop.ui.theme.theme import Theme

_FIRST = date(1900, 1, 1)
_TIME_WIDTH = 90


class WhenField(QWidget):
    """Takes a moment on the user's own clock.

    Where the clocks are changed over it, that is said.
    """

    moment_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = wall_clock.time_zone()
        self.day = DayEdit(theme, self.tr("Day"), first=_FIRST, reference=wall_clock.today())
        self.time = TimeEdit(self.tr("Time"))
        self.time.setFixedWidth(theme.scaled(_TIME_WIDTH))
        self._clocks = Label(theme, font="caption", ink="amber")
        self._clocks.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.time)
        row.addWidget(self.day, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._clocks)
        self.setFocusProxy(self.time)
        self.day.day_changed.connect(self._on_changed)
        self.time.time_changed.connect(self._on_changed)
        self._on_changed()

    @property
    def is_blank(self) -> bool:
        """Whether no time was typed at all."""
        return not self.time.text().strip()

    @property
    def wall_time(self) -> WallTime | None:
        """The moment that is meant; None while day or time is none."""
        day, at = self.day.day, self.time.typed
        return None if day is None or at is None else wall_time(day, at, self._zone)

    def show_moment(self, moment: datetime) -> None:
        """Put a moment into it."""
        there = local(moment, self._zone)
        self.day.show_day(there.date())
        self.time.show_time(there.time())

    def show_day(self, day: date) -> None:
        """Put a day into it, without a time."""
        self.day.show_day(day)

    def _on_changed(self) -> None:
        meant = self.wall_time
        words = ""
        if meant is not None and meant.skipped:
            later = clock_text(meant.moment)
            words = self.tr("The clocks go forward over this time. It is taken to be {time}.").format(time=later)
        elif meant is not None and meant.twice:
            words = self.tr("The clocks go back, and this time comes twice. The first one is meant.")
        self._clocks.setText(words)
        self._clocks.setVisible(bool(words))
        self.moment_changed.emit()
