"""A visit to a note: from when it is opened to when it is left, which is one step of undo."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.note import About
from infoview_desktop.operations import notes, put_aside
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads import notes as reads
from infoview_desktop.ui.runner import Runner


class Visit(QObject):
    """Keeps what is typed in one note safe, and stores it in the end.

    `note_id` is None as long as the note is new. It may be stored again and again while it is in sight.
    """

    safe = Signal(object)
    """What was typed in this visit would survive a crash now."""
    stored = Signal(object)
    """What came of this visit is in the book."""
    refused = Signal(object, str, object)
    """This visit could not be stored: the text, which is put aside, and whom it names."""

    def __init__(self, runner: Runner, *, note_id: int | None, about: About) -> None:
        super().__init__()
        self._runner = runner
        self._awaited = False
        self._next: tuple[str, Mapping[str, int]] | None = None
        self.note_id = note_id
        self.about = about

    @property
    def place(self) -> str:
        """Where it is put aside."""
        return reads.place_of(self.note_id, self.about)

    @property
    def is_being_stored(self) -> bool:
        """Whether it is not known yet what came of storing it."""
        return self._awaited

    def put_aside(self, text: str, people: Mapping[str, int]) -> None:
        """Keep what is being typed, so that no crash takes it away."""
        self._runner.do(
            notes.put_aside,
            then=lambda _outcome: self.safe.emit(self),
            note_id=self.note_id,
            about=self.about,
            text=text,
            mentions=people,
        )

    def store(self, text: str, people: Mapping[str, int]) -> None:
        """Store it. While the answer to the time before is awaited nobody knows the note's id: it waits for that."""
        if self._awaited:
            self._next = text, people
            self.put_aside(text, people)
            return

        def failed(error: KnownError) -> None:
            self._awaited = False
            self._runner.troubled.emit(error)
            self.put_aside(text, people)
            self.refused.emit(self, text, people)

        self._awaited = True
        self._runner.do(
            notes.write,
            then=self._on_stored,
            failed=failed,
            note_id=self.note_id,
            about=self.about,
            text=text,
            mentions=people,
        )

    def _on_stored(self, outcome: Outcome[int | None]) -> None:
        self._awaited = False
        place, self.note_id = self.place, outcome.value
        if self._next is not None:
            (text, people), self._next = self._next, None
            self.store(text, people)
        else:
            self.stored.emit(self)
        if self.place != place:
            # What was put aside while nobody knew the id would come back as a second note.
            self._runner.do(put_aside.take_away, place=place)
