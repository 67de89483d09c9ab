"""The sheet that puts tags on several people, or takes them off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import selections
from infoview_desktop.store.reads import tags
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.wording import said, told

_WIDTH = 420
_OFFERED = 50


class TagSheet(Sheet):
    """One field, and a button for each way."""

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, contact_ids: Sequence[int]) -> None:
        super().__init__(theme, window, width=_WIDTH, name=self.tr("Tag"))
        self._runner = runner
        self._contact_ids = contact_ids
        self._edit = Field()
        self._edit.setAccessibleName(self.tr("Tags"))
        self._edit.setPlaceholderText(self.tr("several with commas between"))
        self._edit.textChanged.connect(self._on_text_changed)
        self._edit.returnPressed.connect(self._on_put_on)
        offered = [tag.name for tag in tags.most_used(runner.read, limit=_OFFERED)]
        completer = QCompleter(QStringListModel(offered, self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._edit.setCompleter(completer)
        self._trouble = Label(theme, font="caption", ink="red")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        cancel = SecondaryButton(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self._off = SecondaryButton(theme, self.tr("Take off"))
        self._off.clicked.connect(self._on_take_off)
        self._on = PrimaryButton(theme, self.tr("Put on"))
        self._on.clicked.connect(self._on_put_on)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(cancel)
        buttons.addStretch()
        buttons.addWidget(self._off)
        buttons.addWidget(self._on)
        title = said(Phrase.counted("Tag {count} person", "Tag {count} people", len(contact_ids)))
        self.body.addWidget(Label(theme, title, font="large"))
        self.body.addWidget(self._edit)
        self.body.addWidget(self._trouble)
        self.body.addLayout(buttons)
        self._on_text_changed()

    def open(self) -> None:
        """Come up with the cursor in the field."""
        super().open()
        self._edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_text_changed(self) -> None:
        for button in (self._on, self._off):
            button.setEnabled(bool(self._edit.text().strip(" ,;")))

    def _on_put_on(self) -> None:
        if self._on.isEnabled():
            self._do(selections.put_tags_on)

    def _on_take_off(self) -> None:
        self._do(selections.take_tags_off)

    def _do(self, verb: selections.TagVerb) -> None:
        self._runner.do(
            verb,
            contact_ids=self._contact_ids,
            tag_names=self._edit.text(),
            then=lambda _outcome: self.dismiss(),
            failed=self._on_failed,
        )

    def _on_failed(self, error: KnownError) -> None:
        self._trouble.setText(told(error))
        self._trouble.show()
