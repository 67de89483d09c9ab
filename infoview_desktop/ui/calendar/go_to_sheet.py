"""The sheet in which one says to which day the calendar is to go."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.follow_ups.day_edit import DayEdit
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.form_sheet import FormSheet

_WIDTH = 420
_FIRST = date(1900, 1, 1)


class GoToSheet(FormSheet):
    """Asks for a day; `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, *, day: date, today: date) -> None:
        title = self.tr("Go to a day")
        super().__init__(theme, runner, window, width=_WIDTH, name=title, title=title, does=self.tr("Go there"))
        label = self.tr("Day")
        self._edit = DayEdit(theme, label, first=_FIRST, reference=today)
        self._edit.show_day(day)
        self._edit.day_changed.connect(lambda: self.button.setEnabled(self._edit.day is not None))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(field_label(theme, label, self._edit.field), self._edit)
        self.confirmed.connect(self._on_confirmed)
        self.lay_out(form, first=self._edit.field)
        self._edit.field.selectAll()

    def _on_confirmed(self) -> None:
        day = self._edit.day
        if day is not None:
            self.dismiss()
            self.chosen.emit(day)
