"""What somebody replied, in one key."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.touch import Answer
from infoview_desktop.ui.follow_ups.keyed_menu import KeyedChoice, KeyedMenu
from infoview_desktop.ui.wording import said

ANSWERS: MappingProxyType[Answer, tuple[str, Phrase]] = MappingProxyType(
    {
        Answer.YES: ("Y", Phrase("Yes")),
        Answer.LATER: ("L", Phrase("Later")),
        Answer.NO: ("N", Phrase("No")),
        Answer.SOMEONE_ELSE: ("S", Phrase("Someone else")),
        Answer.OUT_OF_OFFICE: ("O", Phrase("Out of office")),
    }
)
"""Each answer with its key and its words."""


class ReplyMenu(KeyedMenu):
    """Asks what they replied; `chosen` carries an `Answer`."""

    def __init__(self, parent: QWidget) -> None:
        choices = [KeyedChoice(key, said(words), answer) for answer, (key, words) in ANSWERS.items()]
        super().__init__(self.tr("What they replied"), choices, parent)
