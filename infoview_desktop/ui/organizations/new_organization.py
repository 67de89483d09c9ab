"""The sheet for organizations that one wants to keep, whether one knows anybody there or not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations import organizations
from infoview_desktop.operations.organizations import Added
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.editing.field_edits import ChoiceEdit
from infoview_desktop.ui.organizations.wording import kinds
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.wording import told

_WIDTH = 480
_LINES = 4


class NewOrganizationSheet(Sheet):
    """Takes one name, or many, one a line; `added` carries the id of the first."""

    added = Signal(int)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget) -> None:
        super().__init__(theme, window, width=_WIDTH, name=self.tr("New organization"))
        self._runner = runner
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
        self._trouble = Label(theme, font="caption", ink="red")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        cancel = SecondaryButton(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self._add = PrimaryButton(theme, self.tr("Add"))
        self._add.clicked.connect(self._on_add)
        self._add.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self._add)
        self.body.addWidget(Label(theme, self.tr("New organization"), font="large"))
        self.body.addLayout(form)
        self.body.addWidget(self._trouble)
        self.body.addLayout(buttons)

    def open(self) -> None:
        """Come up with the cursor in the first field."""
        super().open()
        self._names.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds from the fields of one line and the box, Ctrl+Enter also from among the names."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        fields = QLineEdit | QPlainTextEdit | QCheckBox
        if is_enter and isinstance(self.focusWidget(), fields) and self._add.isEnabled():
            self._on_add()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        self._add.setEnabled(bool(self._names.toPlainText().strip()))

    def _on_add(self) -> None:
        self._add.setEnabled(False)
        self._runner.do(
            organizations.add,
            names=self._names.toPlainText(),
            kind=self._kind.typed,
            city=self._city.text(),
            target=self._target.isChecked(),
            then=self._on_added,
            failed=self._on_failed,
        )

    def _on_added(self, outcome: Outcome[Added]) -> None:
        self.dismiss()
        self.added.emit(outcome.value.first_id)

    def _on_failed(self, error: KnownError) -> None:
        self._trouble.setText(told(error))
        self._trouble.show()
        self._add.setEnabled(True)
