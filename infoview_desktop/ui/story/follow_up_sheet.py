"""The sheet in which one remembers to follow up on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.follow_up import FollowUp
from infoview_desktop.domain.snooze import due_choices
from infoview_desktop.operations import follow_ups
from infoview_desktop.store.reads import practice
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.chip import ChipButton
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.controls.flow_layout import FlowLayout
from infoview_desktop.ui.follow_ups.day_edit import DayEdit
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_XS
from infoview_desktop.ui.window.form_sheet import FormSheet
from infoview_desktop.ui.wording import said

_WIDTH = 480


@dataclass(frozen=True, slots=True)
class Subject:
    """With whom, and after what: a note or an interview."""

    contact_id: int | None = None
    note_id: int | None = None
    interview_id: int | None = None


class FollowUpSheet(FormSheet):
    """A reason and a day; adds a follow-up, or changes the open one that is given."""

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, what: Subject | FollowUp, *, name: str) -> None:
        self._what = what
        title = self.tr("Follow up with {name}").format(name=name) if name else self.tr("Follow up")
        does = self.tr("Save") if isinstance(what, FollowUp) else self.tr("Remember")
        sheet = self.tr("Follow-up") if isinstance(what, FollowUp) else self.tr("New follow-up")
        super().__init__(theme, runner, window, width=_WIDTH, name=sheet, title=title, does=does)
        today = wall_clock.today()
        reason, day = self.tr("Reason"), self.tr("On")
        self._reason = Field()
        self._reason.setAccessibleName(reason)
        self._reason.setPlaceholderText(self.tr("What it is about"))
        first = min(today, what.due_on) if isinstance(what, FollowUp) else today
        self._day = DayEdit(theme, day, first=first, reference=today)
        self._day.day_changed.connect(self._on_day_changed)
        self._chips: dict[date, ChipButton] = {}
        row = QWidget()
        flow = FlowLayout(row, spacing=SPACE_XS)
        choices = due_choices(today=today, business_days=practice.habits(runner.read).business_days)
        for choice in choices:
            chip = ChipButton(theme, said(choice.words))
            chip.clicked.connect(lambda _checked=False, day=choice.day: self._day.show_day(day))
            self._chips[choice.day] = chip
            flow.addWidget(chip)
        days = QVBoxLayout()
        days.setSpacing(SPACE_XS)
        days.addWidget(row)
        days.addWidget(self._day)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(field_label(theme, reason, self._reason), self._reason)
        form.addRow(field_label(theme, day, self._day.field), days)
        if isinstance(what, FollowUp):
            self._reason.setText(what.reason)
            self._day.show_day(what.due_on)
        else:
            self._day.show_day(choices[0].day)
        self.confirmed.connect(self._on_confirmed)
        self.lay_out(form, first=self._reason)
        self._on_day_changed()

    def _on_day_changed(self) -> None:
        for day, chip in self._chips.items():
            chip.setChecked(day == self._day.day)
        self.button.setEnabled(self._day.day is not None)

    def _on_confirmed(self) -> None:
        day, what = self._day.day, self._what
        if day is None:
            return
        if isinstance(what, FollowUp):
            self.do(follow_ups.edit, follow_up_id=what.id, due_on=day, reason=self._reason.text())
        else:
            self.do(
                follow_ups.add,
                due_on=day,
                reason=self._reason.text(),
                contact_id=what.contact_id,
                note_id=what.note_id,
                interview_id=what.interview_id,
            )
