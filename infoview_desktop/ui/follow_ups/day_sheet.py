"""The sheet in which another day is chosen."""

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


class DaySheet(FormSheet):
    """Asks for the day to put something off to; `chosen` carries it.

    Args:
        theme: what it is painted with.
        runner: as every form has it.
        window: what it covers.
        title: what is put off.
        first: the earliest day that can be chosen.
        day: the day that stands there at first.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, *, title: str, first: date, day: date) -> None:
        name = self.tr("Later")
        super().__init__(theme, runner, window, width=_WIDTH, name=name, title=title, does=self.tr("Put off"))
        label = self.tr("Until")
        self._edit = DayEdit(theme, label, first=first)
        self._edit.day_changed.connect(lambda: self.button.setEnabled(self._edit.day is not None))
        self._edit.show_day(day)
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
