"""The page of one organization: what it is, whom one knows there, every field of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.organization import Organization, web_address
from infoview_desktop.domain.writing import ONE_AT_A_TIME
from infoview_desktop.operations import organizations
from infoview_desktop.store.reads import organizations as reads
from infoview_desktop.store.reads.organization_spellings import Suggestions
from infoview_desktop.store.reads.reasons import too_early_to_ask
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.buttons import IconButton, SecondaryButton
from infoview_desktop.ui.controls.caution import Caution
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.emblem import Emblem
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.organizations.organization_form import OrganizationForm
from infoview_desktop.ui.organizations.people_and_notes import PeopleAndNotes
from infoview_desktop.ui.organizations.same_line import SameLine
from infoview_desktop.ui.organizations.target_line import TargetLine
from infoview_desktop.ui.organizations.wording import kind_text, people_text
from infoview_desktop.ui.reasons import dated_text
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said

_PICTURE = 44
_SIDE_BY_SIDE_FROM = 640
_MOST_SAME = 2
_FIRST_SHARES = (400, 420)
_WIDEST_FORM = 620
_ANY_WIDTH = 16_777_215
"""Qt's own word for it."""


class OrganizationPage(QFrame):
    """Shows an organization; says so in one sentence where none is chosen."""

    person_wanted = Signal(int)
    people_wanted = Signal(str)
    """The people of the organization that is called so are to be listed."""
    notes_wanted = Signal(str)
    """The notes that have to do with it are."""
    tag_wanted = Signal(str)
    """The notes with this tag are."""
    sheet_wanted = Signal(object)
    merge_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._editable = editable
        self._organization: Organization | None = None
        self._suggestions = Suggestions()
        self.setProperty("kind", "pane")
        self.setAccessibleName(self.tr("Organization"))
        self._emblem = Emblem(theme, _PICTURE)
        self._name = ElidedLabel(theme, font="large")
        self._what = ElidedLabel(theme, font="caption", ink="ink2")
        self._website = SecondaryButton(theme, self.tr("Open website"), icon="external")
        self._more = IconButton(theme, "more", self.tr("More"))
        self._more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for text, wanted in ((self.tr("Merge with …"), self.merge_wanted), (self.tr("Delete"), self.delete_wanted)):
            action = menu.addAction(text)
            action.setEnabled(editable)
            action.triggered.connect(wanted)
        self._more.setMenu(menu)
        self._target_line = TargetLine(theme, editable=editable, after=self._website)
        self._caution = Caution(theme, said(ONE_AT_A_TIME))
        self._same = QVBoxLayout()
        self._form = OrganizationForm(theme, runner, editable=editable)
        self._known = PeopleAndNotes(theme, runner, editable=editable)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._content = QStackedWidget()
        self._lay_out()
        self._target_line.wanted.connect(self._on_target_wanted)
        self._website.clicked.connect(self._on_website_wanted)
        self._target_line.changed.connect(self._on_standing_changed)
        self._known.person_wanted.connect(self.person_wanted)
        self._known.people_wanted.connect(lambda: self._tell_name(self.people_wanted))
        self._known.notes_wanted.connect(lambda: self._tell_name(self.notes_wanted))
        self._known.tag_wanted.connect(self.tag_wanted)
        self._known.sheet_wanted.connect(self.sheet_wanted)

    @property
    def organization(self) -> Organization | None:
        """What is shown."""
        return self._organization

    def show_organization(self, organization_id: int | None) -> None:
        """Show an organization, or none."""
        found = None if organization_id is None else reads.organization(self._runner.read, organization_id)
        if found is None or (self._organization is not None and self._organization.id != found.id):
            self.leave()
        if found is None:
            self._form.forget()
        self._organization = found
        self._content.setCurrentIndex(0 if found is None else 1)
        if found is None:
            return
        self._emblem.set_name(found.name)
        self._name.setText(found.name)
        self._what.setText(
            " · ".join(text for text in (kind_text(found.kind), found.city, people_text(found.people)) if text)
        )
        self._target_line.show_organization(found)
        today = wall_clock.today()
        choice = found.people > 1
        early = too_early_to_ask(self._runner.read, found.id, today=today) if choice else None
        self._caution.say(dated_text(early, today=today) if early else "")
        self._website.setVisible(bool(web_address(found.website)))
        self._form.show_organization(found)
        self._known.show_organization(found)
        self._show_same()

    def show_same(self, same: Suggestions) -> None:
        """Offer to merge what may be the same."""
        self._suggestions = same
        self._show_same()

    def leave(self) -> None:
        """Store what is being typed."""
        self._form.leave()
        self._target_line.leave()
        self._known.leave()

    def edit_name(self) -> None:
        """Put the cursor into the name."""
        self._form.edit_field("name")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put people and fields side by side where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= self._theme.scaled(_SIDE_BY_SIDE_FROM)
        orientation = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        self._form.setMaximumWidth(self._theme.scaled(_WIDEST_FORM) if wide else _ANY_WIDTH)
        if orientation != self._halves.orientation():
            self._halves.setOrientation(orientation)
            self._halves.setSizes(list(_FIRST_SHARES))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._what)
        words.addStretch()
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 16, 12, 10)
        heading.setSpacing(8)
        heading.addWidget(self._emblem)
        heading.addSpacing(4)
        heading.addLayout(words, 1)
        heading.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignTop)
        standing = QHBoxLayout()
        standing.setContentsMargins(16, 0, 12, 12)
        standing.addWidget(self._target_line)
        caution = QVBoxLayout()
        caution.setContentsMargins(16, 0, 16, 0)
        caution.addWidget(self._caution)
        self._caution.setContentsMargins(0, 0, 0, 10)
        self._same.setSpacing(1)
        self._halves.setChildrenCollapsible(False)
        self._halves.setHandleWidth(1)
        self._halves.addWidget(self._known)
        self._halves.addWidget(self._form)
        self._halves.setSizes(list(_FIRST_SHARES))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addLayout(standing)
        column.addLayout(caution)
        column.addLayout(self._same)
        column.addWidget(Hairline())
        column.addWidget(self._halves, 1)
        sentence = self.tr("Choose an organization on the left, and all that is known of it stands here.")
        self._content.addWidget(EmptyState(self._theme, sentence, icon="organization"))
        self._content.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._content)

    def _show_same(self) -> None:
        while (item := self._same.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        present = self._organization
        if present is None:
            return
        whys = {
            other: spelling.why
            for spelling in self._suggestions.by_organization.get(present.id, ())
            for other in spelling.pair
            if other != present.id
        }
        for other in reads.lines(self._runner.read, list(whys)[:_MOST_SAME]):
            line = SameLine(self._theme, other, whys[other.id], editable=self._editable)
            line.merge_wanted.connect(lambda one=other.id: self._merge(one))
            line.apart_wanted.connect(lambda one=other.id: self._tell_apart(one))
            self._same.addWidget(line)

    def _merge(self, other_id: int) -> None:
        if self._organization is not None:
            self.leave()
            self._runner.do(organizations.merge, organization_id=other_id, into_id=self._organization.id)

    def _tell_apart(self, other_id: int) -> None:
        if self._organization is not None:
            self._runner.do(organizations.tell_apart, organization_id=self._organization.id, other_id=other_id)

    def _on_target_wanted(self, target: bool) -> None:  # noqa: FBT001 - as Qt tells it
        if self._organization is not None:
            self._runner.do(
                organizations.set_target,
                organization_id=self._organization.id,
                target=target,
                failed=self._show_stored,
            )

    def _show_stored(self, error: KnownError) -> None:
        self._runner.troubled.emit(error)
        if self._organization is not None:
            self.show_organization(self._organization.id)

    def _on_standing_changed(self, field: str, text: str) -> None:
        if self._organization is not None:
            self._runner.do(
                organizations.edit,
                organization_id=self._organization.id,
                field=field,
                text=text,
                failed=self._show_stored,
            )

    def _tell_name(self, wanted: SignalInstance) -> None:
        if self._organization is not None:
            wanted.emit(self._organization.name)

    def _on_website_wanted(self) -> None:
        address = web_address(self._organization.website) if self._organization is not None else ""
        if address:
            QDesktopServices.openUrl(QUrl(address))
