"""Whom one knows at an organization, and behind it what was written about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain.organization import Organization
from infoview_desktop.ui.controls.buttons import TextButton
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.tab_bar import TabBar
from infoview_desktop.ui.organizations.notes_there import NotesThere
from infoview_desktop.ui.organizations.people_there import PeopleThere
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme


class PeopleAndNotes(QWidget):
    """Two pages, each behind a tab that says how much is there."""

    person_wanted = Signal(int)
    people_wanted = Signal()
    notes_wanted = Signal()
    """All notes that have to do with it are to be listed."""
    tag_wanted = Signal(str)
    sheet_wanted = Signal(object)

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = PeopleThere(theme, runner)
        self._notes = NotesThere(theme, runner, editable=editable)
        self._tabs = TabBar(self.tr("People and Notes"), self.tr("People there"), self.tr("Notes"))
        self._all = TextButton(theme, self.tr("All notes"))
        self._count = 0
        self._pages = QStackedWidget()
        self._pages.addWidget(self._people)
        self._pages.addWidget(self._notes)
        beside = QHBoxLayout()
        beside.setContentsMargins(8, 0, 8, 0)
        beside.addWidget(self._tabs)
        beside.addStretch()
        beside.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(beside)
        layout.addWidget(Hairline())
        layout.addWidget(self._pages, 1)
        self._tabs.currentChanged.connect(self._on_tab_chosen)
        self._all.clicked.connect(self.notes_wanted)
        self._all.hide()
        self._people.person_wanted.connect(self.person_wanted)
        self._people.all_wanted.connect(self.people_wanted)
        self._notes.counted.connect(self._on_notes_counted)
        self._notes.person_wanted.connect(self.person_wanted)
        self._notes.tag_wanted.connect(self.tag_wanted)
        self._notes.sheet_wanted.connect(self.sheet_wanted)

    def show_organization(self, organization: Organization) -> None:
        """Show who works there and what was written about it."""
        self._people.show_organization(organization)
        self._notes.show_organization(organization.id)

    def leave(self) -> None:
        """Store what is being typed."""
        self._notes.leave()

    def _on_notes_counted(self, count: int) -> None:
        self._count = count
        number = f" {self.locale().toString(count)}" if count else ""
        self._tabs.setTabText(1, self.tr("Notes") + number)
        self._on_tab_chosen(self._tabs.currentIndex())

    def _on_tab_chosen(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._all.setVisible(page == 1 and self._count > 0)
