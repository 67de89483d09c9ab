"""Who may be in the book twice, pair by pair."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.duplicates import Person, Suggestion
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.merging.person_rows import PeopleList, PeopleRow, PersonCell
from infoview_desktop.ui.merging.undo_button import undo_button
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said

_ROWS_SEEN = (2, 8)


class SuggestionsPage(QWidget):
    """`chosen` carries the place of a pair; where there is none it says so."""

    chosen = Signal(int)
    undo_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, suggestions: Sequence[Suggestion], *, current: int = 0, done: str = "") -> None:
        super().__init__()
        heading = Label(theme, self.tr("Possible duplicates"), font="large")
        self._sentence = Label(theme, self._words(len(suggestions)), ink="ink2")
        self._sentence.setWordWrap(True)
        self._list = PeopleList(theme, self.tr("Possible duplicates"), rows_seen=_ROWS_SEEN)
        self._list.show_rows([_row(each) for each in suggestions], current=current)
        self._list.opened.connect(self._on_compare)
        frame = QFrame()
        frame.setProperty("kind", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 4, 1, 4)
        inside.addWidget(self._list)
        self._close = SecondaryButton(theme, self.tr("Close"))
        self._close.clicked.connect(self.closed)
        self._compare = PrimaryButton(theme, self.tr("Compare"))
        self._compare.clicked.connect(self._on_compare)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        if done:
            buttons.addWidget(undo_button(theme, done, self.undo_wanted))
        buttons.addStretch()
        buttons.addWidget(self._close)
        buttons.addWidget(self._compare)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(self._sentence)
        layout.addWidget(frame)
        layout.addLayout(buttons)
        if not suggestions:
            frame.hide()
            self._compare.hide()

    def focus_first(self) -> None:
        """Let the arrows go through the pairs at once."""
        nobody = self._compare.isHidden()
        (self._close if nobody else self._list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, count: int) -> str:
        if not count:
            return self.tr("Nobody seems to be in the book twice.")
        if count == 1:
            return self.tr("Two people may be the same. Nothing is merged by itself.")
        number = self.locale().toString(count)
        words = self.tr(
            "{count} pairs of people who may be the same, the likeliest first. Nothing is merged by itself."
        )
        return words.format(count=number)

    def _on_compare(self) -> None:
        if self._list.currentIndex().isValid():
            self.chosen.emit(self._list.currentIndex().row())


def _row(suggestion: Suggestion) -> PeopleRow:
    people = (_cell(suggestion.first), _cell(suggestion.second))
    return PeopleRow(people, tuple(said(reason) for reason in suggestion.reasons))


def _cell(person: Person) -> PersonCell:
    return PersonCell.of(person.id, person.given_name, person.family_name, name=person.name, work=person.work)
