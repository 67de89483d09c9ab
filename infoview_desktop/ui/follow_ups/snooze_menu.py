"""Until when something is put off, in one key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.snooze import DayChoice
from infoview_desktop.ui.follow_ups.keyed_menu import KeyedChoice, KeyedMenu
from infoview_desktop.ui.local_time import weekday_text
from infoview_desktop.ui.wording import said


class SnoozeMenu(KeyedMenu):
    """Offers days, and any other; `day_chosen` carries the one that was taken."""

    day_chosen = Signal(object)
    other_day_wanted = Signal()

    def __init__(self, parent: QWidget, offered: Sequence[DayChoice], *, today: date) -> None:
        choices = [
            KeyedChoice(str(number), said(one.words), one.day, weekday_text(one.day, today=today))
            for number, one in enumerate(offered, 1)
        ]
        choices.append(KeyedChoice(str(len(choices) + 1), self.tr("On another day …"), None))
        super().__init__(self.tr("Later"), choices, parent)
        self.chosen.connect(lambda day: self.other_day_wanted.emit() if day is None else self.day_chosen.emit(day))
