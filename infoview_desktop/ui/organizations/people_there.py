"""Whom one knows at an organization."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain.initials import initials
from infoview_desktop.domain.organization import Organization
from infoview_desktop.store.reads import organizations
from infoview_desktop.store.reads.organizations import KnownPerson
from infoview_desktop.ui.controls.avatar import avatar_colour, paint_avatar
from infoview_desktop.ui.controls.buttons import TextButton
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.controls.pages import Pages
from infoview_desktop.ui.organizations.card_list import Card, CardList
from infoview_desktop.ui.people.contact_columns import source_text
from infoview_desktop.ui.people.contact_delegates import tags_in_short
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.stages import stage_mark
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import HIT


class PeopleThere(QWidget):
    """`person_wanted` carries the id of somebody who is to be shown among the people."""

    person_wanted = Signal(int)
    all_wanted = Signal()
    """All of them are to be listed among the people."""

    def __init__(self, theme: Theme, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._organization_id = 0
        self._pages: Pages[KnownPerson] = Pages(self._read_page)
        self._count = Label(theme, ink="ink2")
        self._list = CardList(theme, self.tr("People known there"), self._card)
        self._list.opened.connect(self.person_wanted)
        self._list.clicked.connect(lambda index: self._open_row(index.row()))
        self._nobody = EmptyState(
            theme,
            self.tr("You know nobody here yet. Whoever you add with this organization stands here."),
            icon="people",
        )
        self._all = TextButton(theme, self.tr("Show in People"))
        self._all.clicked.connect(self.all_wanted)
        self._content = QStackedWidget()
        self._content.addWidget(self._list)
        self._content.addWidget(self._nobody)
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 4, 8, 4)
        heading.addStrut(theme.scaled(HIT))
        heading.setSpacing(8)
        heading.addWidget(Label(theme, self.tr("People known there"), font="section", ink="ink2"))
        heading.addWidget(self._count)
        heading.addStretch()
        heading.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(heading)
        layout.addWidget(Hairline())
        layout.addWidget(self._content, 1)

    def show_organization(self, organization: Organization) -> None:
        """Show who works there."""
        same = organization.id == self._organization_id
        scrolled, row = self._list.verticalScrollBar().value(), self._list.currentIndex().row()
        self._organization_id = organization.id
        self._pages.start()
        keep = same and 0 <= row < organization.people
        self._list.start(organization.people, selected=row if keep else None)
        self._list.verticalScrollBar().setValue(scrolled if same else 0)
        self._count.setText(self.locale().toString(organization.people) if organization.people else "")
        self._all.setVisible(bool(organization.people))
        self._content.setCurrentIndex(0 if organization.people else 1)

    def _read_page(self, offset: int, limit: int) -> list[KnownPerson]:
        return organizations.people_known(self._runner.read, self._organization_id, offset=offset, limit=limit)

    def _open_row(self, row: int) -> None:
        person = self._pages.line(row)
        if person is not None:
            self.person_wanted.emit(person.id)

    def _card(self, row: int) -> Card | None:
        person = self._pages.line(row)
        if person is None:
            return None

        def picture(painter: QPainter, rect: QRect) -> None:
            letters = initials(person.given_name, person.family_name)
            paint_avatar(painter, rect, letters, avatar_colour(person.name))

        work = " · ".join(text for text in (person.position, source_text(person.source)) if text)
        mark = stage_mark(person.stage, person.since, person.due_on)
        if mark.text:
            return Card(person.id, person.name, work, picture, mark.text, mark.tone)
        return Card(person.id, person.name, work, picture, tags_in_short(person.tags))
