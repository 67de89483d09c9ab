"""Until when something is put off, in one key."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.plan import Habits
from infoview_desktop.ui.follow_ups.keyed_menu import KeyedChoice, KeyedMenu
from infoview_desktop.ui.wording import said


class SnoozeMenu(KeyedMenu):
    """Offers the days that make sense now; `day_chosen` carries one."""

    day_chosen = Signal(object)
    other_day_wanted = Signal()

    def __init__(self, parent: QWidget, *, now: datetime, due_on: date, habits: Habits) -> None:
        offered = _choices(now, due_on, habits)
        choices = [
            KeyedChoice(str(number), said(words), day, _short(day)) for number, (words, day) in enumerate(offered, 1)
        ]
        choices.append(KeyedChoice(str(len(choices) + 1), self.tr("On another day …"), None))
        super().__init__(self.tr("Later"), choices, parent)
        self.chosen.connect(lambda day: self.other_day_wanted.emit() if day is None else self.day_chosen.emit(day))


def _choices(now: datetime, _due_on: date, habits: Habits) -> list[tuple[Phrase, date]]:
    days, today = habits.business_days, now.date()
    return [
        (Phrase("Tomorrow"), today + timedelta(days=1)),
        (Phrase("In 3 working days"), days.after(today, 3)),
        (Phrase("Next week"), today + timedelta(days=7)),
    ]


def _short(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")
