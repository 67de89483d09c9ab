"""The view of organizations: the list, and the page of the one that is selected."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_desktop.domain.organization import Organization, Shown
from infoview_desktop.operations import organizations
from infoview_desktop.store.reads import organization_spellings
from infoview_desktop.store.reads.organization_spellings import Suggestions
from infoview_desktop.ui.controls.list_and_page import ListAndPage, Widths
from infoview_desktop.ui.left import known_id
from infoview_desktop.ui.organizations.organization_page import OrganizationPage
from infoview_desktop.ui.organizations.organizations_pane import OrganizationsPane
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme

_WIDTHS = Widths(listed=420, share=0.36, narrowest=(280, 380))
_LISTED = frozenset({"organization", "contact", "contact_tag", "tag", "weight"})
_ON_THE_PAGE = _LISTED | {"stage", "touch", "follow_up"}
_SPELLED = frozenset({"organization", "distinct_organization"})


class OrganizationsView(QWidget):
    """How it is left is told by `arrangement`; while it is out of sight it reads nothing."""

    person_wanted = Signal(int)
    people_wanted = Signal(str)
    notes_wanted = Signal(str)
    tag_wanted = Signal(str)
    sheet_wanted = Signal(object)
    new_wanted = Signal()
    order_wanted = Signal()
    merge_wanted = Signal()

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
        self._missed: frozenset[str] = _SPELLED
        self._same = Suggestions()
        self.pane = OrganizationsPane(theme, runner, editable=editable)
        self.page = OrganizationPage(theme, runner, editable=editable)
        self._panes = ListAndPage(self.pane, self.page, _WIDTHS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panes)
        self.pane.chosen.connect(self._on_chosen)
        self.pane.emptied.connect(lambda: self._show(None))
        self.pane.opened.connect(self.page.edit_name)
        self.pane.new_wanted.connect(self.new_wanted)
        self.pane.order_wanted.connect(self.order_wanted)
        self.pane.delete_wanted.connect(self.delete_selected)
        self.page.person_wanted.connect(self.person_wanted)
        self.page.people_wanted.connect(self.people_wanted)
        self.page.notes_wanted.connect(self.notes_wanted)
        self.page.tag_wanted.connect(self.tag_wanted)
        self.page.sheet_wanted.connect(self.sheet_wanted)
        self.page.merge_wanted.connect(self.merge_wanted)
        self.page.delete_wanted.connect(self.delete_selected)
        runner.changed.connect(self._on_changed)
        self._start(left)

    @property
    def organization(self) -> Organization | None:
        """The one that is selected."""
        return self.page.organization

    def select(self, organization_id: int) -> None:
        """Show an organization."""
        self._show(organization_id)
        self.pane.select(organization_id)

    def focus_first(self) -> None:
        """Put the focus on what one does first here."""
        self.pane.focus_first()

    def leave(self) -> None:
        """Store what is being typed."""
        self.page.leave()

    def delete_selected(self) -> None:
        """Delete the organization that is shown and go on to the next."""
        if self.organization is not None:
            self.leave()
            self._runner.do(organizations.delete, organization_id=self.organization.id)

    def arrangement(self) -> dict[str, Any]:
        """How the view is left, as plain values."""
        return {
            "organization_sizes": self._panes.sizes(),
            "organizations_shown": str(self.pane.shown),
            "organization": self.organization.id if self.organization else None,
        }

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while the view was out of sight."""
        super().showEvent(event)
        missed, self._missed = self._missed, frozenset()
        self._refresh(missed)

    def _start(self, left: dict[str, Any]) -> None:
        self._panes.share_as_left(left, "organization_sizes")
        shown = left.get("organizations_shown")
        self._show(known_id(left, "organization"))
        chosen = self.organization.id if self.organization else None
        self.pane.start(Shown(shown) if shown in list(Shown) else Shown.ALL, chosen)

    def _show(self, organization_id: int | None) -> None:
        self.page.show_organization(organization_id)

    def _refresh(self, tables: frozenset[str]) -> None:
        if tables & _ON_THE_PAGE and self.organization is not None:
            self._show(self.organization.id)
        if tables & _LISTED:
            self.pane.refresh()
        if tables & _SPELLED:
            self._runner.ask(
                organization_spellings.suggested, before=self._same, then=self._show_same, key="organization spellings"
            )

    def _show_same(self, same: Suggestions) -> None:
        if same is not self._same:
            self._same = same
            self.pane.show_same(same)
            self.page.show_same(same)

    def _on_chosen(self, organization_id: int) -> None:
        self._show(organization_id)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if self.isVisible():
            self._refresh(tables)
        else:
            self._missed |= tables
