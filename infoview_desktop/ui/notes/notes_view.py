"""The view of all notes: the list, and the one that is selected, to be read and written on."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.contact_filter import tag_facet
from infoview_desktop.domain.note import FREE
from infoview_desktop.operations import notes
from infoview_desktop.store.reads import note_lists
from infoview_desktop.store.reads.note_lists import NoteLine
from infoview_desktop.ui.controls.buttons import TextButton
from infoview_desktop.ui.controls.list_and_page import ListAndPage, Widths
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.left import known_id
from infoview_desktop.ui.notes.note_writer import NoteWriter
from infoview_desktop.ui.notes.notes_pane import NotesPane
from infoview_desktop.ui.notes.wording import about_text
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme

_WIDTHS = Widths(listed=400, share=0.4, narrowest=(280, 340))
_LONGEST_NAME = 44
"""Letters of whom a note is about; a button cannot be narrower than its words."""
_LISTED = frozenset({"note", "contact", "organization", "interview", "interview_person"})


class NotesView(QWidget):
    """How it is left is told by `arrangement`; while it is out of sight it reads nothing."""

    person_wanted = Signal(int)
    organization_wanted = Signal(int)
    command_wanted = Signal(str)
    """A command of the window's, by its name."""
    sheet_wanted = Signal(object)
    """A `Sheet` is to come up over the window."""

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        *,
        editable: bool,
        left: dict[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._editable = editable
        self._missed = _LISTED
        self._line: NoteLine | None = None
        self.pane = NotesPane(theme, runner, editable=editable)
        self.writer = NoteWriter(theme, runner, editable=editable)
        self._about = TextButton(theme, "")
        self._about.setProperty("kind", "link")
        self._follow_up = TextButton(theme, self.tr("Follow up"))
        self._panes = self._lay_out()
        self.pane.chosen.connect(self._on_chosen)
        self.pane.emptied.connect(lambda: self.writer.start(FREE))
        self.pane.opened.connect(self.writer.setFocus)
        self.pane.new_wanted.connect(self.new_note)
        self.pane.delete_wanted.connect(self.delete_selected)
        self.writer.closed.connect(self._on_closed)
        self.writer.person_wanted.connect(self.person_wanted)
        self.writer.sheet_wanted.connect(self.sheet_wanted)
        self.writer.tag_wanted.connect(lambda tag: self.pane.show_matching(tag_facet(tag)))
        self._about.clicked.connect(self._on_about_wanted)
        self._follow_up.clicked.connect(lambda: self.command_wanted.emit("new_follow_up"))
        runner.changed.connect(self._on_changed)
        self._start(left)

    @property
    def line(self) -> NoteLine | None:
        """The note that is open, as the list has it; None for none, or one that is not stored yet."""
        return self._line

    def show_note(self, note_id: int) -> None:
        """Show a note, whatever the filter leaves of the others."""
        self.pane.stays = False
        self.pane.select(note_id)
        self._open(note_id)
        self.writer.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_matching(self, typed: str) -> None:
        """List what could have been looked for."""
        self.pane.show_matching(typed)

    def new_note(self) -> None:
        """Begin a note about nobody."""
        self.pane.stays = True
        self.pane.select(None)
        self.writer.start(FREE)
        self._show_about(None)
        self.writer.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete_selected(self) -> None:
        """Delete the note that is selected and go on to the next."""
        note_id = self.pane.selected
        if note_id is not None and self._editable:
            self.leave()
            self._runner.do(notes.delete, note_id=note_id)

    def focus_first(self) -> None:
        """Put the focus on what one does first here."""
        self.pane.focus_first()

    def leave(self) -> None:
        """Store what is being typed."""
        self.writer.leave()

    def arrangement(self) -> dict[str, Any]:
        """How the view is left, as plain values."""
        return {"note_sizes": self._panes.sizes(), "note": self.pane.selected}

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while the view was out of sight."""
        super().showEvent(event)
        missed, self._missed = self._missed, frozenset()
        self._refresh(missed)

    def _lay_out(self) -> ListAndPage:
        beside = QHBoxLayout()
        beside.setContentsMargins(12, 8, 12, 0)
        beside.addWidget(self._about)
        beside.addStretch()
        beside.addWidget(self._follow_up)
        right = QFrame()
        right.setProperty("kind", "pane")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(beside)
        column.addWidget(self.writer, 1)
        panes = ListAndPage(self.pane, right, _WIDTHS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panes)
        return panes

    def _start(self, left: dict[str, Any]) -> None:
        self._panes.share_as_left(left, "note_sizes")
        selected = known_id(left, "note")
        if selected is not None and note_lists.line(self._runner.read, selected) is not None:
            self.show_note(selected)
        else:
            self._show_about(None)

    def _open(self, note_id: int) -> None:
        self.writer.open_note(note_id)
        self._show_about(note_lists.line(self._runner.read, note_id))

    def _show_about(self, line: NoteLine | None) -> None:
        """Say whom the note is about, as a way there."""
        self._line = line
        text = about_text(line).text if line else ""
        shown = text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME].rstrip()} …"
        self._about.setText(shown.replace("&", "&&"))
        self._about.setAccessibleName(shown)
        self._about.setToolTip(plain_tool_tip(text) if shown != text else "")
        self._about.setVisible(bool(text))
        self._follow_up.setVisible(line is not None and self._editable)

    def _refresh(self, tables: frozenset[str]) -> None:
        if not tables & _LISTED:
            return
        if self.pane.selected is None and self.writer.note_id is not None:
            self.pane.select(self.writer.note_id)  # what was new is stored by now
        self.pane.stays = self.writer.editor.changed or (self.pane.stays and self.writer.note_id is None)
        self._show_about(None if self.pane.selected is None else note_lists.line(self._runner.read, self.pane.selected))
        self.pane.refresh()

    def _on_chosen(self, note_id: int) -> None:
        self.pane.stays = False
        self._open(note_id)

    def _on_closed(self) -> None:
        """Go back to the list; what was written new will stand first in it."""
        self.pane.stays = False
        if self.pane.selected is not None:
            self._open(self.pane.selected)
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pane.refresh()

    def _on_about_wanted(self) -> None:
        if self._line is not None and self._line.contact_id is not None:
            self.person_wanted.emit(self._line.contact_id)
        elif self._line is not None and self._line.organization_id is not None:
            self.organization_wanted.emit(self._line.organization_id)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if self.isVisible():
            self._refresh(tables)
        else:
            self._missed |= tables
