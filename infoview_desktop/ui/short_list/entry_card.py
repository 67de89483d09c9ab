"""How a person stands to the short list: what one said of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.operations import short_list
from infoview_desktop.store.reads import short_list as reads
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.drawing import Drawing
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.short_list.entry_form import EntryForm
from infoview_desktop.ui.theme.theme import Theme

_STAR = 16
_CORNER = 8
"""Pixels that the form leaves to the rounded corners of the card."""
_SHOWN = frozenset({"short_list", "direction"})


class EntryCard(QWidget):
    """There only for those who are on the list; `take_off` is for a menu."""

    shown = Signal(bool)
    """Whether the person who is shown is on the list."""

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._contact_id: int | None = None
        self.take_off = QAction(self.tr("Take off the short list"), self, visible=False, enabled=editable)
        self.take_off.setShortcut(QKeySequence("Ctrl+Shift+L"))
        self.take_off.triggered.connect(self._on_take_off)
        self._form = EntryForm(theme, runner, editable=editable, scrolls=True)
        card = QFrame()
        card.setProperty("kind", "card")
        heading = QHBoxLayout()
        heading.setContentsMargins(14, 10, 16, 6)
        heading.setSpacing(8)
        heading.addWidget(Drawing(theme, "star-filled", size=_STAR, role="accent"))
        heading.addWidget(Label(theme, self.tr("On the short list"), font="emphasis"), 1)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, _CORNER)
        inside.setSpacing(0)
        inside.addLayout(heading)
        inside.addWidget(self._form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 0)
        layout.addWidget(card)
        runner.changed.connect(self._on_changed)

    def show_contact(self, contact_id: int | None) -> None:
        """Show how somebody stands to the list; nothing for nobody."""
        self._contact_id = contact_id
        entry = None if contact_id is None else reads.entry(self._runner.read, contact_id, today=wall_clock.today())
        if entry is None:
            self._form.leave()
            self._form.forget()
        else:
            self._form.show_entry(entry)
        self.setVisible(entry is not None)
        self.take_off.setVisible(entry is not None)
        self.shown.emit(entry is not None)

    def leave(self) -> None:
        """Store what is being typed."""
        self._form.leave()

    def edit_reason(self) -> None:
        """Put the cursor into the reason."""
        self._form.edit_field("reason")

    def _on_take_off(self) -> None:
        if self._contact_id is not None:
            self.leave()
            self._runner.do(short_list.take_off, contact_ids=[self._contact_id])

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & _SHOWN:
            self.show_contact(self._contact_id)
