"""The sheet for somebody who is in no file."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from infoview_desktop.domain.contact import Contact, Source
from infoview_desktop.operations import contacts
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.form_sheet import FormSheet

_WIDTH = 460


class NewContactSheet(FormSheet):
    """A few fields; `added` carries the new person's id.

    The name of who is `called` so is there already, and so is the `referrer` who named them.
    """

    added = Signal(int)

    def __init__(
        self, theme: Theme, runner: Runner, window: QWidget, *, called: str = "", referrer: Contact | None = None
    ) -> None:
        title = self.tr("New contact")
        super().__init__(theme, runner, window, width=_WIDTH, name=title, title=title, does=self.tr("Add"))
        self._referrer = referrer
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
        if referrer is not None:
            form.addRow(Label(theme, self.tr("Referred by"), ink="ink2"), ElidedLabel(theme, referrer.name))
        self.button.setEnabled(False)
        self.confirmed.connect(self._on_confirmed)
        self.lay_out(form, first=self._edits["given_name"])
        given_name, _, family_name = called.partition(" ")
        self._edits["given_name"].setText(given_name)
        self._edits["family_name"].setText(family_name)

    def _on_text_changed(self) -> None:
        named = any(self._edits[name].text().strip() for name in ("given_name", "family_name"))
        self.button.setEnabled(named)

    def _on_confirmed(self) -> None:
        fields: dict[str, Any] = {name: edit.text() for name, edit in self._edits.items()}
        if self._referrer is not None:
            fields |= {"referrer_id": self._referrer.id, "source": Source.REFERRAL}
        self.do(contacts.add, then=self._on_added, **fields)

    def _on_added(self, outcome: Outcome[int]) -> None:
        self.added.emit(outcome.value)
