"""The sheet that makes one of two organizations."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.organization import Organization
from infoview_desktop.operations import organizations
from infoview_desktop.store.reads import organizations as reads
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.wording import told

_WIDTH = 480
_OFFERED = 8


class MergeOrganizationSheet(Sheet):
    """Asks with which one, and which name stays; `merged` carries the id of the one that stays."""

    merged = Signal(int)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, organization: Organization) -> None:
        super().__init__(theme, window, width=_WIDTH, name=self.tr("Merge organization"))
        self._runner = runner
        self._organization = organization
        self._other: Organization | None = None
        self._name = Field()
        self._name.setAccessibleName(self.tr("The other organization"))
        self._name.setPlaceholderText(self.tr("Type how it is called"))
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._name.setCompleter(completer)
        self._name.textEdited.connect(self._on_text_edited)
        self._name.textChanged.connect(self._on_text_changed)
        self._own = QRadioButton()
        self._others = QRadioButton()
        self._own.setChecked(True)
        self._explained = Label(theme, font="caption", ink="ink2")
        self._explained.setWordWrap(True)
        self._trouble = Label(theme, font="caption", ink="red")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        cancel = SecondaryButton(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self._merge = PrimaryButton(theme, self.tr("Merge"))
        self._merge.clicked.connect(self._on_merge)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self._merge)
        heading = Label(theme, self.tr("Merge {name} with").format(name=organization.name), font="large")
        heading.setWordWrap(True)
        self.body.addWidget(heading)
        for widget in (self._name, self._own, self._others, self._explained, self._trouble):
            self.body.addWidget(widget)
        self.body.addLayout(buttons)
        self._on_text_changed("")

    def open(self) -> None:
        """Come up with the cursor in the name."""
        super().open()
        self._name.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter merges from the name, once it is one."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and isinstance(self.focusWidget(), QLineEdit) and self._merge.isEnabled():
            self._on_merge()
        else:
            super().keyPressEvent(event)

    def _on_text_edited(self, text: str) -> None:
        self._offered.setStringList(reads.names(self._runner.read, beginning=text, limit=_OFFERED) if text else [])

    def _on_text_changed(self, text: str) -> None:
        found = reads.called(self._runner.read, name=text) if text.strip() else None
        other = None if found in {None, self._organization.id} else found
        self._other = None if other is None else reads.organization(self._runner.read, other)
        for button, one in ((self._own, self._organization), (self._others, self._other)):
            button.setVisible(self._other is not None)
            name = "" if one is None else one.name.replace("&", "&&")
            button.setText(self.tr("Keep the name {name}").format(name=name))
        self._merge.setEnabled(self._other is not None)
        self._explained.setText(
            self.tr(
                "All people and all that is known of both stay, on one page. The other name is remembered, "
                "so that an import that uses it means this organization."
            )
            if self._other is not None
            else self.tr("Choose one that is in the book.")
        )

    def _on_merge(self) -> None:
        if self._other is None:
            return
        kept, gone = self._organization, self._other
        if self._others.isChecked():
            kept, gone = gone, kept
        self._merge.setEnabled(False)
        self._runner.do(
            organizations.merge,
            organization_id=gone.id,
            into_id=kept.id,
            then=lambda _outcome: self._on_merged(kept.id),
            failed=self._on_failed,
        )

    def _on_merged(self, kept_id: int) -> None:
        self.dismiss()
        self.merged.emit(kept_id)

    def _on_failed(self, error: KnownError) -> None:
        self._trouble.setText(told(error))
        self._trouble.show()
        self._merge.setEnabled(True)
