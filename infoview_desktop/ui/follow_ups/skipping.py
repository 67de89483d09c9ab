"""Why something is left undone: one of a few usual reasons, or one's own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.follow_ups.keyed_menu import KeyedChoice, KeyedMenu
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.form_sheet import FormSheet
from infoview_desktop.ui.wording import said

_WIDTH = 420

USUAL_REASONS = (
    Phrase("It is not needed any more"),
    Phrase("It came about another way"),
    Phrase("It does not feel right"),
)


class SkipMenu(KeyedMenu):
    """Asks why; `chosen` carries the words, or None for those that are still to be written."""

    def __init__(self, parent: QWidget) -> None:
        usual = [said(reason) for reason in USUAL_REASONS]
        choices = [KeyedChoice(str(number), words, words) for number, words in enumerate(usual, 1)]
        choices.append(KeyedChoice(str(len(choices) + 1), self.tr("Another reason …"), None))
        super().__init__(self.tr("Why it is skipped"), choices, parent)


class SkipSheet(FormSheet):
    """Asks for a reason in the user's own words; `chosen` carries them."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, *, title: str) -> None:
        name = self.tr("Skip")
        super().__init__(theme, runner, window, width=_WIDTH, name=name, title=title, does=name)
        label = self.tr("Reason")
        self._reason = Field()
        self._reason.setAccessibleName(label)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(field_label(theme, label, self._reason), self._reason)
        self.confirmed.connect(self._on_confirmed)
        self.lay_out(form, first=self._reason)

    def _on_confirmed(self) -> None:
        self.dismiss()
        self.chosen.emit(self._reason.text().strip())
