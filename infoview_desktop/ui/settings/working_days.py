"""On which days one works, and between which hours."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit

from infoview_desktop.operations import practice
from infoview_desktop.store.reads import practice as reads
from infoview_desktop.ui.controls.buttons import SecondaryButton
from infoview_desktop.ui.controls.flow_layout import FlowLayout
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.settings.choosing import Choosing
from infoview_desktop.ui.settings.section import Surroundings

_DAYS = 7
_STORED = "HH:mm"
_DAY_WIDTH, _TIME_WIDTH = 66, 108


class WorkingDays(Choosing):
    """Seven days to press, of which one at least stays chosen, and the hours of each."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(
            around,
            tables=frozenset({"practice"}),
            words=self.tr(
                "Waiting for an answer is counted in these days. A message sent after noon counts from the next."
            ),
        )
        self._days = {day: self._button(day) for day in _week()}
        days = FlowLayout(spacing=6)
        for button in self._days.values():
            days.addWidget(button)
        self._starts, self._ends = _TimeEdit(), _TimeEdit()
        hours = QHBoxLayout()
        hours.setSpacing(8)
        for text, edit, field in (
            (self.tr("From"), self._starts, "day_starts"),
            (self.tr("To"), self._ends, "day_ends"),
        ):
            label = Label(around.theme, text)
            label.setBuddy(edit)
            edit.setAccessibleName(text)
            edit.setFixedWidth(around.theme.scaled(_TIME_WIDTH))
            edit.setEnabled(around.editable)
            edit.chosen.connect(lambda text, field=field: self.do(practice.edit, field=field, text=text))
            hours.addWidget(label)
            hours.addWidget(edit)
            hours.addSpacing(8)
        hours.addStretch()
        self.add(days, hours)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show the days and the hours."""
        chosen = reads.practice(self.runner.read)
        for day, button in self._days.items():
            button.setChecked(str(day) in chosen.working_days)
        self._starts.show_time(chosen.day_starts)
        self._ends.show_time(chosen.day_ends)

    def _button(self, day: int) -> SecondaryButton:
        name = QLocale().standaloneDayName(day, QLocale.FormatType.ShortFormat)
        button = SecondaryButton(self.around.theme, name)
        button.setCheckable(True)
        button.setAccessibleName(f"{name}, {QLocale().standaloneDayName(day)}")
        button.setMinimumWidth(self.around.theme.scaled(_DAY_WIDTH))
        button.setEnabled(self.around.editable)
        button.clicked.connect(self._on_day_clicked)
        return button

    def _on_day_clicked(self) -> None:
        days = "".join(str(day) for day, button in self._days.items() if button.isChecked())
        if days:
            self.do(practice.edit, field="working_days", text=days)
        else:
            self.show_chosen()


def _week() -> list[int]:
    """The days of the week as the user's locale begins it, 1 for Monday."""
    first = QLocale().firstDayOfWeek().value
    return [(first - 1 + number) % _DAYS + 1 for number in range(_DAYS)]


class _TimeEdit(QTimeEdit):
    """Tells the time, `HH:MM`, once it is left; the wheel leaves it alone."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._stored = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editingFinished.connect(self._on_editing_finished)

    def show_time(self, stored: str) -> None:
        self._stored = stored
        self.setTime(QTime.fromString(stored, _STORED))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_editing_finished(self) -> None:
        text = self.time().toString(_STORED)
        if text != self._stored:
            self._stored = text
            self.chosen.emit(text)
