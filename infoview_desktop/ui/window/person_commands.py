"""What one can do with people, whoever is selected in the view that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.people.people_view import PeopleView
from infoview_desktop.ui.window.navigation import Navigation
from infoview_desktop.ui.window.other_views import OtherViews

if TYPE_CHECKING:
    from infoview_desktop.ui.window.sheets import Sheets


class PersonCommands(QObject):
    """Does it, or opens the sheet in which it is done."""

    def __init__(self, window: QWidget, go: Navigation, people: PeopleView, others: OtherViews, sheets: Sheets) -> None:
        super().__init__(window)
        self._go = go
        self._people = people
        self._others = others
        self._sheets = sheets

    def new_contact(self, name: str = "") -> None:
        """Add somebody, perhaps called so already."""
        self._sheets.new_contact(name, self._go.show_person)

    def want(self) -> None:
        """Put whoever is selected on the short list."""
        (self._others.short_list if self._go.key == "short_list" else self._people).want_selected()

    def tag(self) -> None:
        """Put tags on whoever is selected, or take them off."""
        self._sheets.tag(self._people.chosen_ids())

    def merge(self) -> None:
        """Make two people one."""
        self._people.person.leave()
        self._sheets.merge(self._people.chosen_ids())

    def find_duplicates(self) -> None:
        """Show who may be in the book twice."""
        self._people.person.leave()
        self._sheets.find_duplicates()
