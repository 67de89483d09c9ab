"""What the window's commands do with organizations."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.ordering.order_sheet import OrderSheet
from infoview_desktop.ui.organizations.merge_organization import MergeOrganizationSheet
from infoview_desktop.ui.organizations.new_organization import NewOrganizationSheet
from infoview_desktop.ui.organizations.organizations_view import OrganizationsView
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme


class OrganizationCommands(QObject):
    """Has the `view`, and tells by `view_wanted` when it is to be opened."""

    view_wanted = Signal()
    sheet_wanted = Signal(object)
    """A `Sheet` that is to come up."""

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, *, editable: bool, left: dict[str, Any]) -> None:
        super().__init__(window)
        self._theme = theme
        self._runner = runner
        self._window = window
        self.view = OrganizationsView(theme, runner, editable=editable, left=left)
        self._editable = editable
        self.view.new_wanted.connect(self.new)
        self.view.order_wanted.connect(self._on_order_wanted)
        self.view.merge_wanted.connect(self.merge)

    def show(self, organization_id: int) -> None:
        """Open the page of an organization."""
        self.view_wanted.emit()
        self.view.select(organization_id)
        self.view.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def new(self) -> None:
        """Add organizations."""
        sheet = NewOrganizationSheet(self._theme, self._runner, self._window)
        sheet.added.connect(self.show)
        self.sheet_wanted.emit(sheet)

    def merge(self) -> None:
        """Merge the organization that is shown with another one."""
        self.view_wanted.emit()
        self.view.leave()
        organization = self.view.organization
        if organization is not None:
            sheet = MergeOrganizationSheet(self._theme, self._runner, self._window, organization)
            sheet.merged.connect(self.show)
            self.sheet_wanted.emit(sheet)

    def delete(self) -> None:
        """Delete the organization that is shown; one sees which."""
        if self.view.isVisible():
            self.view.delete_selected()
        else:
            self.view_wanted.emit()

    def _on_order_wanted(self) -> None:
        sheet = OrderSheet(self._theme, self._runner, self._window, editable=self._editable, page=OrderSheet.TARGETS)
        self.sheet_wanted.emit(sheet)
