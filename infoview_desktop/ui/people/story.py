"""What happened with a person, by day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from infoview_desktop.domain.contact import Contact, work
from infoview_desktop.operations import job_changes
from infoview_desktop.store.reads import job_changes as reads
from infoview_desktop.store.reads.job_changes import JobChange
from infoview_desktop.ui.controls.buttons import TextButton
from infoview_desktop.ui.controls.drawing import Drawing
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import day_of, long_date_text


class Story(QScrollArea):
    """The timeline of a person, the newest day first: changes of job, and when one connected with them."""

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._editable = editable
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("kind", "pane")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 16, 16, 0)
        self._column.setSpacing(8)
        self._events: list[QWidget] = []
        self._later = EmptyState(
            theme,
            self.tr("Your notes, and what was asked, replied and said, will stand here by day."),
            icon="note",
        )
        self._column.addWidget(self._later, 1)
        self.setWidget(inside)

    def show_contact(self, contact: Contact) -> None:
        """Show a person's story."""
        for event in self._events:
            self._column.removeWidget(event)
            event.hide()
            event.deleteLater()
        self._events = []
        for change in reads.of_contact(self._runner.read, contact.id):
            self._tell(day_of(change.seen_at), "people", self._moved(change), self._look_at(change, contact.id))
        if contact.connected_on:
            self._tell(contact.connected_on, "people", self.tr("Connected on LinkedIn"))

    def _tell(self, day: str, icon: str, words: str, button: QWidget | None = None) -> None:
        event = QWidget()
        column = QVBoxLayout(event)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(Label(self._theme, long_date_text(day), font="section", ink="ink2"))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Drawing(self._theme, icon), alignment=Qt.AlignmentFlag.AlignTop)
        told = Label(self._theme, words)
        told.setWordWrap(True)
        line.addWidget(told, 1)
        if button is not None:
            line.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        self._column.insertWidget(len(self._events), event)
        self._events.append(event)

    def _moved(self, change: JobChange) -> str:
        before = work(change.old_position, change.old_organization)
        now = work(change.new_position, change.new_organization)
        return self.tr("New job: {now}. Before: {before}").format(now=now or self.tr("not told"), before=before)

    def _look_at(self, change: JobChange, contact_id: int) -> QWidget | None:
        """A button that takes a change off those to look at."""
        if change.looked_at or not self._editable:
            return None
        button = TextButton(self._theme, self.tr("Looked at"))
        button.clicked.connect(lambda: self._runner.do(job_changes.look_at, contact_id=contact_id))
        return button
