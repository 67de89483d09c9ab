"""The sheet for somebody who is in no file."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations import contacts
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.wording import told

_WIDTH = 460


class NewContactSheet(Sheet):
    """A few fields; `added` carries the new person's id. The name of who is `called` so is there already."""

    added = Signal(int)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, *, called: str = "") -> None:
        super().__init__(theme, window, width=_WIDTH, name=self.tr("New contact"))
        self._runner = runner
        self._edits: dict[str, QLineEdit] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for name, label in (
            ("given_name", self.tr("Given name")),
            ("family_name", self.tr("Family name")),
            ("position", self.tr("Position")),
            ("organization", self.tr("Organization")),
            ("emails", self.tr("E-mail")),
            ("tag_names", self.tr("Tags")),
        ):
            edit = Field()
            edit.setAccessibleName(label)
            edit.textChanged.connect(self._on_text_changed)
            self._edits[name] = edit
            form.addRow(field_label(theme, label, edit), edit)
        self._edits["tag_names"].setPlaceholderText(self.tr("several with commas between"))
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
        self.body.addWidget(Label(theme, self.tr("New contact"), font="large"))
        self.body.addLayout(form)
        self.body.addWidget(self._trouble)
        self.body.addLayout(buttons)
        given_name, _, family_name = called.partition(" ")
        self._edits["given_name"].setText(given_name)
        self._edits["family_name"].setText(family_name)

    def open(self) -> None:
        """Come up with the cursor in the first field."""
        super().open()
        self._edits["given_name"].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds the person from any field."""
        in_field = isinstance(self.focusWidget(), QLineEdit)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and in_field and self._add.isEnabled():
            self._on_add()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        named = any(self._edits[name].text().strip() for name in ("given_name", "family_name"))
        self._add.setEnabled(named)

    def _on_add(self) -> None:
        fields: dict[str, Any] = {name: edit.text() for name, edit in self._edits.items()}
        self._add.setEnabled(False)
        self._runner.do(contacts.add, then=self._on_added, failed=self._on_failed, **fields)

    def _on_added(self, outcome: Outcome[int]) -> None:
        self.dismiss()
        self.added.emit(outcome.value)

    def _on_failed(self, error: KnownError) -> None:
        self._trouble.setText(told(error))
        self._trouble.show()
        self._add.setEnabled(True)
