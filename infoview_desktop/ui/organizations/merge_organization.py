"""The sheet that makes one of two organizations."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from infoview_desktop.domain.organization import Organization
from infoview_desktop.operations import organizations
from infoview_desktop.store.reads import organizations as reads
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.editing.completion import OFFERED, complete
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.form_sheet import FormSheet

_WIDTH = 480


class MergeOrganizationSheet(FormSheet):
    """Asks with which one, and which name stays; `merged` carries the id of the one that stays."""

    merged = Signal(int)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, organization: Organization) -> None:
        super().__init__(
            theme,
            runner,
            window,
            width=_WIDTH,
            name=self.tr("Merge organization"),
            title=self.tr("Merge {name} with").format(name=organization.name),
            does=self.tr("Merge"),
        )
        self._organization = organization
        self._other: Organization | None = None
        self._name = Field()
        self._name.setAccessibleName(self.tr("The other organization"))
        self._name.setPlaceholderText(self.tr("Type how it is called"))
        complete(self._name, self._offered)
        self._name.textChanged.connect(self._on_text_changed)
        self._own = QRadioButton()
        self._others = QRadioButton()
        self._own.setChecked(True)
        self._explained = Label(theme, font="caption", ink="ink2")
        self._explained.setWordWrap(True)
        self.confirmed.connect(self._on_confirmed)
        self.lay_out(self._name, self._own, self._others, self._explained, first=self._name)
        self._on_text_changed("")

    def _offered(self, text: str) -> list[str]:
        return reads.names(self._runner.read, beginning=text, limit=OFFERED) if text else []

    def _on_text_changed(self, text: str) -> None:
        found = reads.called(self._runner.read, name=text) if text.strip() else None
        other = None if found in {None, self._organization.id} else found
        self._other = None if other is None else reads.organization(self._runner.read, other)
        for button, one in ((self._own, self._organization), (self._others, self._other)):
            button.setVisible(self._other is not None)
            name = "" if one is None else one.name.replace("&", "&&")
            button.setText(self.tr("Keep the name {name}").format(name=name))
        self.button.setEnabled(self._other is not None)
        self._explained.setText(
            self.tr(
                "All people and all that is known of both stay, on one page. The other name is remembered, "
                "so that an import that uses it means this organization."
            )
            if self._other is not None
            else self.tr("Choose one that is in the book.")
        )

    def _on_confirmed(self) -> None:
        if self._other is None:
            return
        kept, gone = self._organization, self._other
        if self._others.isChecked():
            kept, gone = gone, kept
        self.do(
            organizations.merge,
            organization_id=gone.id,
            into_id=kept.id,
            then=lambda _outcome: self.merged.emit(kept.id),
        )
