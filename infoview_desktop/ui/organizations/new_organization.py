"""The sheet for organizations that one wants to keep, whether one knows anybody there or not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QPlainTextEdit, QSizePolicy, QWidget

from infoview_desktop.operations import organizations
from infoview_desktop.operations.organizations import Added
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.editing.field_edits import ChoiceEdit
from infoview_desktop.ui.organizations.wording import kinds
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.form_sheet import FormSheet

_WIDTH = 480
_LINES = 4


class NewOrganizationSheet(FormSheet):
    """Takes one name, or many, one a line; `added` carries the id of the first."""

    added = Signal(int)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget) -> None:
        title = self.tr("New organization")
        super().__init__(theme, runner, window, width=_WIDTH, name=title, title=title, does=self.tr("Add"))
        self._names = QPlainTextEdit()
        self._names.setTabChangesFocus(True)
        self._names.setPlaceholderText(self.tr("One a line: a whole list can be pasted here."))
        self._names.setFixedHeight(self._names.fontMetrics().lineSpacing() * _LINES + 20)
        self._names.textChanged.connect(self._on_text_changed)
        self._kind = ChoiceEdit(self.tr("Kind"), kinds())
        self._kind.show_stored("")
        self._city = Field()
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for label, edit in (
            (self.tr("Name"), self._names),
            (self.tr("Kind"), self._kind),
            (self.tr("City"), self._city),
        ):
            if edit is not self._kind:
                edit.setAccessibleName(label)
            form.addRow(field_label(theme, label, edit), edit)
        self._target = QCheckBox(self.tr("I want to work there"))
        self._target.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        form.addRow("", self._target)
        self.button.setEnabled(False)
        self.confirmed.connect(self._on_confirmed)
        self.lay_out(form, first=self._names)

    def _on_text_changed(self) -> None:
        self.button.setEnabled(bool(self._names.toPlainText().strip()))

    def _on_confirmed(self) -> None:
        self.do(
            organizations.add,
            names=self._names.toPlainText(),
            kind=self._kind.typed,
            city=self._city.text(),
            target=self._target.isChecked(),
            then=self._on_added,
        )

    def _on_added(self, outcome: Outcome[Added]) -> None:
        self.added.emit(outcome.value.first_id)
