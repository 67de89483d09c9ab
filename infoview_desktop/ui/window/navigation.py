"""Goes about the window: opens views, shows people and organizations in them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.people.people_view import PeopleView
from infoview_desktop.ui.window.rail import HOME, Rail, place_of
from infoview_desktop.ui.window.views import Views


class Navigation(QObject):
    """Knows the rail, the views behind it, and the home view among them."""

    person_selected = Signal(object)
    """Somebody else is selected, who has this id; None for nobody."""

    def __init__(self, window: QWidget, rail: Rail, views: Views, people: PeopleView) -> None:
        super().__init__(window)
        self._rail = rail
        self._views = views
        self._people = people
        people.selection_changed.connect(lambda: self.person_selected.emit(people.selected))

    @property
    def selected(self) -> int | None:
        """Who is selected; whatever is done with a person is done with them."""
        return self._people.selected

    @property
    def key(self) -> str:
        """Which view is open."""
        return self._views.key

    def open_view(self, place: int) -> None:
        """Open the view at a place of `EVERY_VIEW`."""
        self._rail.choose(place)
        self._views.open(place)

    def open_key(self, key: str) -> None:
        """Open the view that is called so."""
        self.open_view(place_of(key))

    def go_to_view(self, place: int) -> None:
        """Open a view and put the focus on what one does first there."""
        self.open_view(place)
        self._views.focus_first()

    def filter_people(self) -> None:
        """Go to where one types to find people in the list."""
        self.open_view(HOME)
        self._people.contacts.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._people.contacts.filter.selectAll()

    def list_people(self, typed: str) -> None:
        """Show the people who match what could have been typed."""
        self.open_view(HOME)
        self._people.contacts.filter.setText(typed)
        self._people.contacts.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def select_person(self, contact_id: int) -> None:
        """Select somebody without leaving the view that is open."""
        if contact_id != self._people.selected:
            self._people.select_unseen(contact_id)

    def show_person(self, contact_id: int) -> None:
        """Show somebody in the home view."""
        self.open_view(HOME)
        self._people.select(contact_id)
        if self._people.contacts.table.currentIndex().isValid():
            self._people.contacts.focus_first()
