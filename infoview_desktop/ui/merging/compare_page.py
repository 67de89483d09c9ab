"""Two people side by side, before they are made one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.contact import Contact
from infoview_desktop.domain.initials import initials
from infoview_desktop.domain.merge import Side
from infoview_desktop.ui.controls.avatar import Avatar
from infoview_desktop.ui.controls.buttons import IconButton, PrimaryButton, SecondaryButton, TextButton
from infoview_desktop.ui.controls.chip import Chip
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.merging.field_table import FieldTable
from infoview_desktop.ui.merging.undo_button import undo_button
from infoview_desktop.ui.theme.theme import Theme

_PICTURE = 36
_SWAP_WIDTH = 118
_BESIDE = 12


class ComparePage(QWidget):
    """Who is kept on the left, the other on the right.

    Args:
        theme: what it is painted with.
        kept: who stays.
        other: who goes into them.
        reasons: why they may be one, where that was suggested.
        choices: what was chosen before, of fields that differ.
        back: the words of the button that leaves.
        done: what was done last and can be undone from here; "" for nothing.
    """

    merge_wanted = Signal(object)
    """What is chosen: the sides by their fields."""
    apart_wanted = Signal()
    swap_wanted = Signal()
    undo_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        kept: Contact,
        other: Contact,
        *,
        reasons: Sequence[str],
        choices: Mapping[str, Side],
        back: str,
        done: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._table = FieldTable(theme, kept, other, choices)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 4, 1, 4)
        inside.setSpacing(0)
        self._heads = self._headings(kept, other)
        self._table.verticalScrollBar().rangeChanged.connect(self._on_room_changed)
        inside.addLayout(self._heads)
        inside.addWidget(Hairline())
        inside.addWidget(self._table)
        if self.choices:
            sentence = self.tr("What is not chosen is written into the remarks.")
        else:
            sentence = self.tr("Everything of both is kept.")
        self._note = Label(theme, sentence, font="caption", ink="ink2")
        self._note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._title(reasons))
        layout.addWidget(card)
        layout.addWidget(self._note)
        layout.addLayout(self._buttons(back, done))

    @property
    def choices(self) -> dict[str, Side]:
        """What is chosen of each field in which they differ."""
        return self._table.choices

    def focus_first(self) -> None:
        """Let Enter merge; the choices come before it."""
        self._merge.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_swap(self) -> None:
        """Let the sides be swapped once more."""
        self._swap.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, sentence: str) -> None:
        """Say why it cannot be done so."""
        self._note.set_ink("red")
        self._note.setText(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to where one came from."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_room_changed(self, _least: int, most: int) -> None:
        """The headings stay over their columns when a scroll bar takes room."""
        bar = self._table.verticalScrollBar().sizeHint().width() if most else 0
        margins = self._heads.contentsMargins()
        margins.setRight(_BESIDE + bar)
        self._heads.setContentsMargins(margins)

    def _title(self, reasons: Sequence[str]) -> QHBoxLayout:
        title = QHBoxLayout()
        title.setSpacing(6)
        title.addWidget(Label(self._theme, self.tr("Merge two people"), font="large"))
        title.addSpacing(6)
        for reason in reasons:
            title.addWidget(Chip(self._theme, reason))
        title.addStretch()
        return title

    def _headings(self, kept: Contact, other: Contact) -> QGridLayout:
        """Who stands in which column, under the same widths as the table has."""
        headings = QGridLayout()
        headings.setContentsMargins(_BESIDE, 8, _BESIDE, 10)
        headings.setHorizontalSpacing(12)
        headings.setColumnMinimumWidth(0, self._theme.scaled(_SWAP_WIDTH))
        self._swap = IconButton(self._theme, "swap", self.tr("Swap who is kept"))
        self._swap.clicked.connect(self.swap_wanted)
        headings.addWidget(self._swap, 0, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        stays, goes = Chip(self._theme, self.tr("is kept"), tone="green"), Chip(self._theme, self.tr("goes into them"))
        for column, (person, chip) in enumerate(((kept, stays), (other, goes)), start=1):
            headings.addLayout(self._heading(person, chip), 0, column)
            headings.setColumnStretch(column, 1)
        return headings

    def _heading(self, person: Contact, chip: Chip) -> QHBoxLayout:
        avatar = Avatar(self._theme, _PICTURE)
        avatar.set_person(person.display_name, initials(person.given_name, person.family_name))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(self._theme, person.display_name, font="emphasis"))
        words.addWidget(chip, alignment=Qt.AlignmentFlag.AlignLeft)
        heading = QHBoxLayout()
        heading.setSpacing(10)
        heading.addWidget(avatar)
        heading.addLayout(words, 1)
        return heading

    def _buttons(self, back: str, done: str) -> QHBoxLayout:
        leave = TextButton(self._theme, back)
        leave.clicked.connect(self.back_wanted)
        apart = SecondaryButton(self._theme, self.tr("Not the same"))
        apart.clicked.connect(self.apart_wanted)
        self._merge = PrimaryButton(self._theme, self.tr("Merge"))
        self._merge.clicked.connect(lambda: self.merge_wanted.emit(self.choices))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(leave)
        if done:
            buttons.addWidget(undo_button(self._theme, done, self.undo_wanted))
        buttons.addStretch()
        buttons.addWidget(apart)
        buttons.addWidget(self._merge)
        return buttons
