"""The Notes tab of a person: what happened, by day, and below it where a note is written."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain.note import About
from infoview_desktop.store.reads.timeline import Entry, EntryKind
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.notes.note_writer import NoteWriter
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.story.timeline_list import TimelineList
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wall_clock import WallClock

STORY_TABLES = frozenset(
    {"touch", "interview", "interview_person", "note", "note_mention", "follow_up", "job_change", "contact"}
)
_WRITER_SHARE = 0.62
"""How much of the tab a long note may take from the timeline."""


class Story(QWidget):
    """Shows one person's story; what is wanted of its entries is told by signals."""

    opened = Signal(object)
    """An `Entry` that is no note; notes open here."""
    delete_wanted = Signal(object)
    deed_wanted = Signal(object, object, QPoint)
    menu_wanted = Signal(object, QPoint)
    person_wanted = Signal(int)
    tag_wanted = Signal(str)
    sheet_wanted = Signal(object)
    """A `Sheet` that is to come up."""

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._contact_id: int | None = None
        self._awaited: tuple[EntryKind, int] | None = None
        self._is_of_earlier = False
        self.setProperty("kind", "pane")
        self.timeline = TimelineList(theme, runner, editable=editable)
        self.writer = NoteWriter(theme, runner, editable=editable)
        self._pages = QStackedWidget()
        self._pages.addWidget(
            EmptyState(
                theme,
                self.tr("Nothing happened yet. What you log, book and write about this person will stand here by day."),
                icon="note",
            )
        )
        self._pages.addWidget(self.timeline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(Hairline())
        layout.addWidget(self.writer)
        self.timeline.opened.connect(self._on_opened)
        self.timeline.delete_wanted.connect(self.delete_wanted)
        self.timeline.deed_wanted.connect(self.deed_wanted)
        self.timeline.menu_wanted.connect(self.menu_wanted)
        self.writer.person_wanted.connect(self.person_wanted)
        self.writer.tag_wanted.connect(self.tag_wanted)
        self.writer.closed.connect(self._on_writer_closed)
        self.writer.sheet_wanted.connect(self.sheet_wanted)
        runner.changed.connect(self._on_changed)
        # What is due, and what is over, depends on the time.
        self.clock = WallClock(parent=self)
        self.clock.ticked.connect(self._show_again)

    def show_contact(self, contact_id: int) -> None:
        """Show a person's story."""
        if contact_id != self._contact_id:
            self._contact_id = contact_id
            self.writer.start(About(contact_id=contact_id))
            self._show(again=False)

    def write(self, about: About | None = None) -> None:
        """Begin a note, about the person or about something of theirs."""
        self.writer.start(about or About(contact_id=self._contact_id))
        self.writer.setFocus()

    def open_note(self, note_id: int) -> None:
        """Open a note, to read it or to go on with it."""
        self.writer.open_note(note_id)
        self.writer.setFocus()

    def stand_on(self, kind: EntryKind, number: int) -> None:
        """Go to an entry."""
        self.timeline.stand_on((kind, number))
        self.timeline.setFocus()

    def stand_on_next(self, kind: EntryKind, number: int) -> None:
        """Go to an entry as soon as it is there."""
        self._awaited = (kind, number)

    def leave(self) -> None:
        """Store what is being typed."""
        self.writer.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a part of the height to the timeline, however long the note is."""
        super().resizeEvent(event)
        self.writer.setMaximumHeight(max(self.writer.minimumSizeHint().height(), int(self.height() * _WRITER_SHARE)))

    def showEvent(self, event: QShowEvent) -> None:
        """Come back as of now, whatever happened and whatever day it was when the story was last seen."""
        if self._is_of_earlier:
            self._show_again()
        super().showEvent(event)

    def _show(self, *, again: bool) -> None:
        self._is_of_earlier = False
        self.timeline.show_contact(self._contact_id, again=again)
        self._pages.setCurrentIndex(int(bool(self.timeline.entries.rows)))
        if again and self._awaited is not None:
            self.timeline.stand_on(self._awaited)
        self._awaited = None

    def _on_opened(self, entry: Entry) -> None:
        if entry.kind in {EntryKind.NOTE, EntryKind.MENTION}:
            self.open_note(entry.id)
        else:
            self.opened.emit(entry)

    def _on_writer_closed(self) -> None:
        """Go back to the timeline, where a note was opened or will stand."""
        self.writer.start(About(contact_id=self._contact_id))
        self.timeline.setFocus()

    def _show_again(self) -> None:
        """Show what is new, once it can be seen."""
        self._is_of_earlier = not self.isVisible()
        if self._contact_id is not None and self.isVisible():
            self._show(again=True)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & STORY_TABLES:
            self._show_again()
