"""The sheet that puts tags on several people, or takes them off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import selections
from infoview_desktop.store.reads import tags
from infoview_desktop.ui.controls.buttons import SecondaryButton
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.form_sheet import FormSheet
from infoview_desktop.ui.wording import said

_WIDTH = 420
_OFFERED = 50


class TagSheet(FormSheet):
    """One field, and a button for each way."""

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, contact_ids: Sequence[int]) -> None:
        title = said(Phrase.counted("Tag {count} person", "Tag {count} people", len(contact_ids)))
        super().__init__(theme, runner, window, width=_WIDTH, name=self.tr("Tag"), title=title, does=self.tr("Put on"))
        self._contact_ids = contact_ids
        self._edit = Field()
        self._edit.setAccessibleName(self.tr("Tags"))
        self._edit.setPlaceholderText(self.tr("several with commas between"))
        self._edit.textChanged.connect(self._on_text_changed)
        offered = [tag.name for tag in tags.most_used(runner.read, limit=_OFFERED)]
        completer = QCompleter(QStringListModel(offered, self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._edit.setCompleter(completer)
        self._off = SecondaryButton(theme, self.tr("Take off"))
        self._off.clicked.connect(self._on_take_off)
        self.confirmed.connect(self._on_confirmed)
        self.lay_out(self._edit, first=self._edit, other=self._off)
        self._on_text_changed()

    def _on_text_changed(self) -> None:
        for button in (self.button, self._off):
            button.setEnabled(bool(self._edit.text().strip(" ,;")))

    def _on_confirmed(self) -> None:
        self._tag(selections.put_tags_on)

    def _on_take_off(self) -> None:
        self._tag(selections.take_tags_off)

    def _tag(self, verb: selections.TagVerb) -> None:
        self.do(verb, contact_ids=self._contact_ids, tag_names=self._edit.text())
