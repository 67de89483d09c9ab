"""What was written about an organization, and where one writes more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain.note import About
from infoview_desktop.operations import notes
from infoview_desktop.store.reads import note_lists
from infoview_desktop.store.reads.note_lists import NoteLine
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.notes.note_list import NoteCard, ShortNoteList, note_card
from infoview_desktop.ui.notes.note_writer import NoteWriter
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme

_MOST = 100
"""The others are among all notes."""


class NotesThere(QWidget):
    """`counted` carries how many notes there are on the organization, whenever that may be another number."""

    counted = Signal(int)
    person_wanted = Signal(int)
    tag_wanted = Signal(str)
    sheet_wanted = Signal(object)

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._editable = editable
        self._organization_id: int | None = None
        self._lines: Sequence[NoteLine] = ()
        self._list = ShortNoteList(theme, self.tr("Notes on the organization"), self._card)
        self._none = EmptyState(
            theme,
            self.tr("What you find out about it stands here: what it wants, how it works, how it decides."),
            icon="note",
        )
        self._content = QStackedWidget()
        self._content.addWidget(self._list)
        self._content.addWidget(self._none)
        self.writer = NoteWriter(theme, runner, editable=editable)
        self._lay_out()
        self._list.chosen.connect(self.writer.open_note)
        self._list.clicked.connect(self._on_clicked)
        self._list.opened.connect(lambda _note: self.writer.setFocus())
        self._list.delete_wanted.connect(self._on_delete_wanted)
        self.writer.person_wanted.connect(self.person_wanted)
        self.writer.tag_wanted.connect(self.tag_wanted)
        self.writer.sheet_wanted.connect(self.sheet_wanted)
        self.writer.closed.connect(lambda: self._list.select_row(None))
        runner.changed.connect(self._on_changed)

    def show_organization(self, organization_id: int) -> None:
        """Show what was written about it."""
        if organization_id != self._organization_id:
            self._organization_id = organization_id
            self.writer.start(About(organization_id=organization_id))
            self._list.verticalScrollBar().setValue(0)
            self._read()

    def leave(self) -> None:
        """Store what is being typed."""
        self.writer.leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while it was out of sight."""
        super().showEvent(event)
        self._read()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._content, 1)
        layout.addWidget(Hairline())
        layout.addWidget(self.writer)

    def _read(self) -> None:
        if self._organization_id is None:
            return
        scrolled = self._list.verticalScrollBar().value()
        self._lines = note_lists.of_organization(self._runner.read, organization_id=self._organization_id, limit=_MOST)
        rows = (row for row, line in enumerate(self._lines) if line.id == self.writer.note_id)
        self._list.start(len(self._lines), selected=next(rows, None))
        self._list.verticalScrollBar().setValue(scrolled)
        self._content.setCurrentWidget(self._list if self._lines else self._none)
        self.counted.emit(note_lists.count_of_organization(self._runner.read, organization_id=self._organization_id))

    def _card(self, row: int) -> NoteCard | None:
        return note_card(self._theme, self._lines[row], about=False) if row < len(self._lines) else None

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.row() < len(self._lines) and self._lines[index.row()].id != self.writer.note_id:
            self.writer.open_note(self._lines[index.row()].id)

    def _on_delete_wanted(self) -> None:
        note_id = self.writer.note_id
        if note_id is not None and self._editable:
            self.leave()
            self._runner.do(notes.delete, note_id=note_id)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & {"note", "organization"}:
            self._read()
