"""Where a note is written: the editor under a slim heading."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.note import FREE, About, Note
from infoview_desktop.operations import notes
from infoview_desktop.store.reads import notes as reads
from infoview_desktop.ui.controls.announcement import announce
from infoview_desktop.ui.controls.buttons import IconButton, TextButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.notes.note_editor import NoteEditor
from infoview_desktop.ui.notes.visit import Visit
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS

_TABLES = frozenset({"note", "note_mention", "contact", "organization", "interview"})
_IDLE_HEIGHT, _OPEN_HEIGHT, _TALL = 88, 180, 420


class NoteWriter(QFrame):
    """One note, in any place where notes are written. It takes the focus for its editor, and only if it is given it.

    `start` waits for a new note, of which nothing is stored before something is typed; `open_note` opens one. A
    visit ends with `leave`, with Done and with Escape, and is one step of undo.
    """

    opened = Signal(int)
    """A note that is in the book is shown."""
    closed = Signal()
    """The user is done with what was open."""
    person_wanted = Signal(int)
    tag_wanted = Signal(str)

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._editable = editable
        self._visit = Visit(runner, note_id=None, about=FREE, parent=self)
        self._known: Note | None = None
        self._open = False
        self.setProperty("kind", "pane")
        self._title = ElidedLabel(theme, font="emphasis")
        self._state = Label(theme, font="caption", ink="ink3")
        self._delete = IconButton(theme, "trash", self.tr("Delete note"))
        self._done = TextButton(theme, self.tr("Done"))
        self._told = Label(theme, font="caption", ink="amber")
        self._told.setWordWrap(True)
        self.editor = NoteEditor(theme)
        self.editor.setReadOnly(not editable)
        self.editor.setPlaceholderText(self.tr("Write a note …"))
        self._hint = Label(
            theme, self.tr("Markdown · # tags · @ people · saved as you type"), font="caption", ink="ink3"
        )
        self.setFocusProxy(self.editor)
        self._lay_out()
        self._connect()
        self.start(FREE)

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

    def leave(self) -> None:
        """Store what was typed: the visit is over."""
        if self.editor.changed:
            self.editor.set_changed(False)
            self._visit.store(self.editor.text, self.editor.people)

    def sizeHint(self) -> QSize:
        """Slim while nothing is written, and then as high as the text, within bounds."""
        hint = super().sizeHint()
        if not self._open:
            return QSize(hint.width(), self._theme.scaled(_IDLE_HEIGHT))
        lines = self.editor.document().blockCount() * self.editor.fontMetrics().lineSpacing()
        wanted = lines + self._theme.scaled(_IDLE_HEIGHT)
        return QSize(hint.width(), min(max(wanted, self._theme.scaled(_OPEN_HEIGHT)), self._theme.scaled(_TALL)))

    def minimumSizeHint(self) -> QSize:
        """No lower than when nothing is written."""
        return QSize(super().minimumSizeHint().width(), self._theme.scaled(_IDLE_HEIGHT))

    def _lay_out(self) -> None:
        self._heading = QWidget()
        heading = QHBoxLayout(self._heading)
        heading.setContentsMargins(SPACE_S, 0, 0, 0)
        heading.setSpacing(SPACE_XS)
        heading.addWidget(self._title)
        heading.addWidget(self._state)
        heading.addStretch()
        heading.addWidget(self._delete)
        heading.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        column.setSpacing(SPACE_XS)
        column.addWidget(self._heading)
        column.addWidget(self._told)
        column.addWidget(self.editor, 1)
        beside = QHBoxLayout()
        beside.setContentsMargins(SPACE_M, 0, SPACE_M, 0)
        beside.addWidget(self._hint)
        column.addLayout(beside)

    def _connect(self) -> None:
        self.editor.typed.connect(self._on_typed)
        self.editor.rested.connect(self._on_rested)
        self.editor.done.connect(self._on_done)
        self.editor.refused.connect(self._tell)
        self.editor.person_wanted.connect(self.person_wanted)
        self.editor.tag_wanted.connect(self.tag_wanted)
        self._done.clicked.connect(self._on_done)
        self._delete.clicked.connect(self._on_delete)
        self._runner.changed.connect(self._on_changed)

    def _show(self, note: Note | None, about: About) -> None:
        self._visit = Visit(self._runner, note_id=note.id if note else None, about=about, parent=self)
        self._visit.safe.connect(self._on_safe)
        self._visit.stored.connect(self._on_stored)
        self._visit.refused.connect(self._on_refused)
        self._known = note
        self.editor.show_text(note.text if note else "", note.mentions if note else {})
        self._open = note is not None
        self._say("")
        self._tell("")
        self._show_heading()

    def _show_heading(self) -> None:
        self._heading.setVisible(self._open)
        self._hint.setVisible(not self._open)
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
        if not self._open:
            self._open = True
            self._show_heading()
        self.updateGeometry()

    def _on_rested(self) -> None:
        if self.editor.changed:
            self._visit.put_aside(self.editor.text, self.editor.people)

    def _on_safe(self) -> None:
        if self.sender() is self._visit:
            self._say(self.tr("Saved"))

    def _on_stored(self) -> None:
        if self.sender() is self._visit and not self.editor.changed:
            self._say(self.tr("Saved"))
            self._on_changed(_TABLES)

    def _on_refused(self, text: str) -> None:
        if self.sender() is self._visit:
            self._say(self.tr("Not saved"))
            if self.editor.text == text:
                self.editor.set_changed(True)

    def _on_done(self) -> None:
        self.leave()
        self._show(None, self._known.about if self._known else self._visit.about)
        self.closed.emit()

    def _on_delete(self) -> None:
        self.leave()
        note_id = self.note_id
        self._on_done()
        if note_id is not None:
            self._runner.do(notes.delete, note_id=note_id)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if not tables & _TABLES or self._visit.is_being_stored or self.note_id is None:
            return
        note = reads.note(self._runner.read, self.note_id)
        if note is None:
            self._visit.note_id, self._known = None, None
            if not self.editor.changed:
                self._show(None, self._visit.about)
            return
        before, self._known = self._known, note
        if before is None or note.text != before.text or note.mentions != before.mentions:
            if not self.editor.changed and note.text != self.editor.text.rstrip():
                self.editor.show_text(note.text, note.mentions)
            elif not self.editor.changed:
                self.editor.set_people(note.mentions)
        self._show_heading()
