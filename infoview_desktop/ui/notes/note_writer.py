"""Where a note is written: the editor under a slim heading."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.note import FREE, About, Note
from infoview_desktop.operations import notes
from infoview_desktop.store.reads import notes as reads
from infoview_desktop.ui.controls.announcement import announce
from infoview_desktop.ui.controls.buttons import IconButton, TextButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.notes.note_editor import NoteEditor
from infoview_desktop.ui.notes.versions_sheet import VersionsSheet
from infoview_desktop.ui.notes.visit import Visit
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_S, SPACE_XS

_TABLES = frozenset({"note", "note_mention", "contact", "organization", "interview"})
_IDLE_HEIGHT, _OPEN_HEIGHT, _TALL = 84, 180, 420


class NoteWriter(QFrame):
    """One note, in any place where notes are written. It takes the focus for its editor, and only if it is given it.

    `start` waits for a new note, of which nothing is stored before something is typed; `open_note` opens one. A
    visit ends with `leave`, with Done and with Escape, and is one step of undo.
    """

    opened = Signal(int)
    """A note that is in the book is shown."""
    closed = Signal()
    """The user is done with what was open; a new note about the same can be begun."""
    person_wanted = Signal(int)
    tag_wanted = Signal(str)
    sheet_wanted = Signal(object)
    """A `Sheet` is to come up over the window."""

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._editable = editable
        self._visit = Visit(runner, note_id=None, about=FREE)
        self._known: Note | None = None
        self._is_open = False
        self._unstored: dict[str, tuple[str, Mapping[str, int]]] = {}
        self.setProperty("kind", "pane")
        self._title = ElidedLabel(theme, font="emphasis")
        self._state = Label(theme, font="caption", ink="ink3")
        self._versions = IconButton(theme, "clock", self.tr("Earlier versions"))
        self._delete = IconButton(theme, "trash", self.tr("Delete note"))
        self._done = TextButton(theme, self.tr("Done"))
        self._told = Label(theme, font="caption", ink="amber")
        self._told.setWordWrap(True)
        self.editor = NoteEditor(theme, runner.read)
        self.editor.setReadOnly(not editable)
        self.editor.setProperty("kind", "note")
        self.setFocusProxy(self.editor)
        self._lay_out()
        self._connect()
        self._show(None, FREE)

    @property
    def note_id(self) -> int | None:
        """The note that is open; None while there is none, or it is not stored yet."""
        return self._visit.note_id

    def start(self, about: About) -> None:
        """Leave what is open, and wait for a new note about somebody or something, or about nothing."""
        self.leave()
        self._show(None, about)

    def open_note(self, note_id: int) -> None:
        """Leave what is open, and open a note; where it is not in the book any more, wait for a new one."""
        self.leave()
        note = reads.note(self._runner.read, note_id)
        self._show(note, note.about if note else FREE)
        if note is None:
            self._tell(self.tr("This note is no longer in the book. Undo brings notes back."))
        else:
            self.opened.emit(note_id)

    def resume(self, place: str) -> None:
        """Go on with what was put aside at a place when the program ended without being asked to."""
        typed = reads.typed(self._runner.read, place=place)
        if typed is not None:
            note = None if typed.note_id is None else reads.note(self._runner.read, typed.note_id)
            self.leave()
            self._show(note, typed.about)
            self._show_typed(typed.text, typed.mentions)
            self._say(self.tr("Saved"))
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Store what was typed: the visit is over."""
        if self.editor.changed:
            self.editor.set_changed(False)
            self._visit.store(self.editor.text, self.editor.people)

    def sizeHint(self) -> QSize:
        """Slim while nothing is written, and then as high as the text, within bounds."""
        hint = super().sizeHint()
        lines = self.editor.document().lineCount() * self.editor.fontMetrics().lineSpacing()
        wanted = max(lines + self._theme.scaled(_IDLE_HEIGHT), self._theme.scaled(_OPEN_HEIGHT))
        height = min(wanted, self._theme.scaled(_TALL)) if self._is_open else self._theme.scaled(_IDLE_HEIGHT)
        return QSize(hint.width(), height)

    def hasHeightForWidth(self) -> bool:
        """No: it is as high as it wants to be, whatever its labels say."""
        return False

    def minimumSizeHint(self) -> QSize:
        """No lower than when nothing is written."""
        return QSize(super().minimumSizeHint().width(), self._theme.scaled(_IDLE_HEIGHT))

    def _lay_out(self) -> None:
        self._heading = QWidget()
        heading = QHBoxLayout(self._heading)
        heading.setContentsMargins(SPACE_S, 0, 0, 0)
        heading.setSpacing(SPACE_S)
        heading.addWidget(self._title)
        heading.addWidget(self._state)
        heading.addStretch()
        heading.addWidget(self._versions)
        heading.addWidget(self._delete)
        heading.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        column.setSpacing(SPACE_XS)
        column.addWidget(self._heading)
        self._told.setContentsMargins(SPACE_S, 0, SPACE_S, 0)
        column.addWidget(self._told)
        column.addWidget(self.editor, 1)

    def _connect(self) -> None:
        self.editor.typed.connect(self._on_typed)
        self.editor.rested.connect(self._on_rested)
        self.editor.done.connect(self._on_done)
        self.editor.refused.connect(self._tell)
        self.editor.person_wanted.connect(self.person_wanted)
        self.editor.tag_wanted.connect(self.tag_wanted)
        self._done.clicked.connect(self._on_done)
        self._delete.clicked.connect(self._on_delete)
        self._versions.clicked.connect(self._on_versions_wanted)
        self._runner.changed.connect(self._on_changed)

    def _show(self, note: Note | None, about: About) -> None:
        if self.editor.changed:  # it was refused at once
            self._unstored[self._visit.place] = self.editor.text, self.editor.people
        self._visit = Visit(self._runner, note_id=note.id if note else None, about=about)
        self._visit.safe.connect(self._on_safe)
        self._visit.stored.connect(self._on_stored)
        self._visit.refused.connect(self._on_refused)
        self._known = note
        self.editor.show_text(note.text if note else "", note.mentions if note else {})
        self.editor.moveCursor(QTextCursor.MoveOperation.Start)
        self._is_open = note is not None
        self._say("")
        self._tell("")
        unstored = self._unstored.pop(self._visit.place, None)
        if unstored is not None:
            self._show_typed(*unstored)
        self._show_heading()

    def _show_typed(self, text: str, people: Mapping[str, int]) -> None:
        """Show what was typed and is not stored yet."""
        self.editor.show_text(text, people)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.set_changed(True)
        self._is_open = True
        self._show_heading()

    def _show_heading(self) -> None:
        self._heading.setVisible(self._is_open)
        hint = self.tr("Write a note …\nMarkdown · # tags · @ people · saved as you type")
        self.editor.setPlaceholderText("" if self._is_open or not self._editable else hint)
        self._versions.setVisible(self.note_id is not None)
        self._delete.setVisible(self._editable and self.note_id is not None)
        self._title.setText((self._known.title if self._known else "") or self.tr("New note"))
        self.updateGeometry()

    def _say(self, state: str) -> None:
        self._state.setText(state)

    def _tell(self, words: str) -> None:
        """Say what one has to know of the note, above it."""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        if words:
            announce(self.editor, words)

    def _on_typed(self) -> None:
        self._say(self.tr("Saving …"))
        if not self._is_open:
            self._is_open = True
            self._tell("")
            self._show_heading()
        self.updateGeometry()

    def _on_rested(self) -> None:
        if self.editor.changed:
            self._visit.put_aside(self.editor.text, self.editor.people)

    def _on_safe(self, visit: Visit) -> None:
        if visit is self._visit:
            self._say(self.tr("Saved"))

    def _on_stored(self, visit: Visit) -> None:
        if visit is self._visit:
            if not self.editor.changed:
                self._say(self.tr("Saved"))
            self._look_again()

    def _on_refused(self, visit: Visit, text: str, people: Mapping[str, int]) -> None:
        """What could not be stored stands in the editor again, or does as soon as that note is opened."""
        if visit is self._visit and self.editor.text == text:
            self.editor.set_changed(True)
        elif visit.place == self._visit.place and not self.editor.changed:
            self._show_typed(text, people)
        elif visit is not self._visit:
            self._unstored[visit.place] = text, people
        if visit.place == self._visit.place:
            self._say(self.tr("Not saved"))

    def _on_done(self) -> None:
        self.leave()
        if not self.editor.changed:
            self._show(None, self._known.about if self._known else self._visit.about)
            self.closed.emit()

    def _on_delete(self) -> None:
        note_id = self.note_id
        self._on_done()
        if note_id is not None:
            self._runner.do(notes.delete, note_id=note_id)

    def _on_versions_wanted(self) -> None:
        self.leave()
        if self.note_id is not None:
            window, editable = self.window(), self._editable
            sheet = VersionsSheet(self._theme, self._runner, window, note_id=self.note_id, editable=editable)
            self.sheet_wanted.emit(sheet)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES and not self._visit.is_being_stored:
            self._look_again()

    def _look_again(self) -> None:
        """See what became of the note, and of whom or what it is about, while it is open."""
        if not self._is_open:
            return
        if self.note_id is None:
            self._tell(self._what_became_of(self._visit.about))
            return
        note = reads.note(self._runner.read, self.note_id)
        if note is None:
            self._let_go()
            return
        before, self._known = self._known or note, note
        words = self._what_became_of(before.about)
        if not self.editor.changed:
            if note.text != self.editor.text.rstrip():
                self.editor.show_text(note.text, note.mentions)
            else:
                self.editor.set_people(note.mentions)
        elif note.text != before.text:
            words = self.tr(
                "This note was changed meanwhile. What stands here is kept; the other is an earlier version."
            )
        self._tell(words)
        self._show_heading()

    def _let_go(self) -> None:
        """The note is not in the book any more; what was typed of it stays, and becomes a note if one goes on."""
        about = self._known.about if self._known else self._visit.about
        text, people, typed = self.editor.text, self.editor.people, self.editor.changed
        self.editor.set_changed(False)
        self._show(None, about)
        if typed:
            self._show_typed(text, people)
            self._tell(self.tr("This note was removed meanwhile. What stands here is kept as a new one."))
        else:
            self._tell(self.tr("The note is no longer in the book. Redo, or Undo, brings it back."))

    def _what_became_of(self, about: About) -> str:
        """What one has to know of whom or what the note was about, in words; "" where nothing changed."""
        present = reads.present(self._runner.read, about)
        if present.contact_id not in {None, about.contact_id}:
            name = reads.subject(self._runner.read, present)
            return self.tr("This note is on {name} now: two people were made one.").format(name=name)
        if present != about:
            return self.tr("What this note was about was deleted. The note is kept.")
        if reads.is_in_trash(self._runner.read, about):
            return self.tr("Whom this note is about was deleted. The note comes back with them.")
        return ""
