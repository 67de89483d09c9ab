"""The home view: contacts, calendar and the selected person, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from infoview_desktop.domain.contact import Source
from infoview_desktop.store.reads.contacts import Sort
from infoview_desktop.store.reads.put_aside import CONTACT_PLACES, interrupted_contact, put_aside
from infoview_desktop.ui.left import flags, known_id, whole_numbers
from infoview_desktop.ui.people.contact_columns import COLUMNS
from infoview_desktop.ui.people.contacts_pane import ContactsPane
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wall_clock import WallClock

if TYPE_CHECKING:
    from infoview_desktop.ui.calendar.calendar_pane import CalendarPane
    from infoview_desktop.ui.people.person_pane import PersonPane

_FOLD_CALENDAR_BELOW = 1000
_FIRST_SIZES = (331, 633, 400)
_NARROWEST = (260, 280, 300)


def _sort_left(left: Any) -> Sort:  # noqa: ANN401 - what a setting holds
    match left:
        case [str(column), bool(descending)] if any(each.name == column and each.sorted for each in COLUMNS):
            return Sort(column, descending)
    return Sort()


class PeopleView(QWidget):
    """Three panes about one person; how they are left is told by `arrangement`.

    At first there are only the contacts: the window is painted with them, and `complete` adds the others.
    """

    calendar: CalendarPane
    person: PersonPane

    import_wanted = Signal()
    sample_wanted = Signal()
    selection_changed = Signal()

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self.contacts = ContactsPane(theme, runner, editable=editable)
        self._editable = editable
        self._selected: int | None = None
        self._unseen: int | None = None
        self._about_left = False
        self._calendar_left: dict[str, Any] = {}
        self._was_narrow = False
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setChildrenCollapsible(False)
        self._panes.setHandleWidth(1)
        self._places: list[QWidget] = [self.contacts, _empty(), _empty()]
        for pane, narrowest in zip(self._places, _NARROWEST, strict=True):
            pane.setMinimumWidth(narrowest)
            self._panes.addWidget(pane)
        self._panes.setStretchFactor(1, 1)
        self._panes.setSizes(list(_FIRST_SIZES))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panes)
        self.show_calendar = self._toggle(self.tr("Calendar"), "F8")
        self.show_person = self._toggle(self.tr("Notes"), "F9")

    def complete(self) -> None:
        """Add what is not needed for the first picture: the calendar, and the selected person."""
        from infoview_desktop.ui.calendar.calendar_pane import CalendarPane  # noqa: PLC0415 - after the first picture
        from infoview_desktop.ui.notes.interrupted import go_on  # noqa: PLC0415 - after the first picture
        from infoview_desktop.ui.people.person_pane import PersonPane  # noqa: PLC0415 - after the first picture
        from infoview_desktop.ui.short_list.wanting import Wanting  # noqa: PLC0415 - after the first picture

        self.calendar = CalendarPane(self._theme, self._runner, WallClock(parent=self), editable=self._editable)
        self.calendar.start(self._calendar_left)
        self._wanting = Wanting(self._runner, self)
        self.person = PersonPane(self._theme, self._runner, editable=self._editable)
        self.contacts.complete()
        self.contacts.contact_chosen.connect(self._on_contact_chosen)
        self.contacts.import_wanted.connect(self.import_wanted)
        self.contacts.sample_wanted.connect(self.sample_wanted)
        self.contacts.delete_wanted.connect(self.delete_selected)
        self.contacts.opened.connect(self._on_opened)
        self.contacts.selection_bar.source_wanted.connect(self._on_source_chosen)
        self.contacts.selection_bar.want_wanted.connect(self.want_selected)
        self.contacts.table.want_wanted.connect(self.want_selected)
        self.person.heading.want_wanted.connect(self.want_selected)
        self.contacts.calendar_button.toggled.connect(self._show_panes)
        self.calendar.person_chosen.connect(self._on_person_chosen)
        self.person.delete_wanted.connect(self.delete_selected)
        self.person.gone.connect(lambda: self.select(self._unseen))
        for place, pane in ((1, self.calendar), (2, self.person)):
            pane.setMinimumWidth(_NARROWEST[place])
            self._panes.replaceWidget(place, pane)
            self._places[place].deleteLater()
            self._places[place] = pane
        self._panes.setStretchFactor(1, 1)
        self._show_panes()
        self.select(self.contacts.selected)
        typed = put_aside(self._runner.read, prefix=f"{CONTACT_PLACES}{self._selected}/")
        if self._about_left or typed:
            self.person.show_about()
        if self._editable:
            go_on(self._runner, self.selected, self.person.resume_note)

    @property
    def selected(self) -> int | None:
        """Who is selected."""
        return self._selected if self._unseen is None else self._unseen

    def select(self, contact_id: int | None) -> None:
        """Show somebody in all panes."""
        self._unseen = None
        self._show_person(contact_id)
        self.contacts.select(self._selected)
        self.selection_changed.emit()

    def show_story(self) -> None:
        """Bring the story of whoever is selected into sight, wherever it is folded away."""
        self.show_person.setChecked(True)
        self.contacts.calendar_button.setChecked(False)
        self.person.show_story()

    def bring_calendar(self) -> None:
        """Bring the calendar into sight, wherever it is folded away."""
        self.show_calendar.setChecked(True)
        if not self._has_room:
            self.contacts.calendar_button.setChecked(True)

    def select_unseen(self, contact_id: int) -> None:
        """Have somebody selected who is not shown before one comes here, or does something with them."""
        self._unseen = contact_id
        self.selection_changed.emit()

    def chosen_ids(self) -> list[int]:
        """Everybody who is selected."""
        self._show_unseen()
        if self.contacts.table.selected_count > 1:
            return self.contacts.selected_ids()
        return [] if self.selected is None else [self.selected]

    def want_selected(self) -> None:
        """Put whoever is selected on the short list; where it is one who is on it already, go to their reason."""
        contact_ids = self.chosen_ids()
        if contact_ids:
            self.person.leave()
            already = self.person.edit_reason if len(contact_ids) == 1 else None
            self._wanting.want(contact_ids, already=already)

    def delete_selected(self) -> None:
        """Put whoever is selected into the trash and go on to the next."""
        from infoview_desktop.operations import contacts  # noqa: PLC0415 - after the first picture

        self.person.leave()
        contact_ids = self.chosen_ids()
        if contact_ids:
            following = self.contacts.neighbour()
            self._runner.do(contacts.delete, contact_ids=contact_ids, then=lambda _outcome: self.select(following))

    def focus_first(self) -> None:
        """Put the focus on what one does first here."""
        self.contacts.focus_first()

    def leave(self) -> None:
        """Store what is being typed."""
        self.person.leave()

    def arrangement(self) -> dict[str, Any]:
        """How the panes are left, as plain values."""
        return {
            "pane_sizes": self._panes.sizes(),
            "panes_shown": [self.show_calendar.isChecked(), self.show_person.isChecked()],
            "columns": self.contacts.table.columns.arrangement(),
            "sort": [self.contacts.sort.column, self.contacts.sort.descending],
            "selected": self.selected,
            "about_shown": self.person.shows_about,
            **self.calendar.arrangement(),
        }

    def start(self, left: dict[str, Any]) -> None:
        """Come back as left, for the first paint; what is missing or makes no sense is as at first."""
        sizes = whole_numbers(left, "pane_sizes", len(_FIRST_SIZES))
        if sizes is not None and any(sizes):
            self._panes.setSizes(sizes)
        calendar, person = flags(left, "panes_shown", 2)
        self.show_calendar.setChecked(calendar)
        self.show_person.setChecked(person)
        self._about_left = left.get("about_shown") is True
        self._calendar_left = left
        self.contacts.table.columns.restore(left.get("columns"))
        self.contacts.start(_sort_left(left.get("sort")))
        self.contacts.select(self._first_selected(left))
        self.contacts.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the calendar away behind a button where there is no room for three panes."""
        super().resizeEvent(event)
        self._show_panes()
        if not self._has_room:
            self._was_narrow = self._was_narrow or self.isVisible()
        elif self._was_narrow:
            self._was_narrow = False
            if self._panes.sizes()[0] < _FIRST_SIZES[0]:
                # What was shared out in a narrow window is too little for the list in a wide one.
                self._panes.setSizes(list(_FIRST_SIZES))

    def showEvent(self, event: QShowEvent) -> None:
        """Know whether there was little room to begin with."""
        super().showEvent(event)
        self._was_narrow = not self._has_room
        self._show_unseen()

    @property
    def _has_room(self) -> bool:
        """Whether three panes fit."""
        return self.width() >= self._theme.scaled(_FOLD_CALENDAR_BELOW)

    def _toggle(self, text: str, key: str) -> QAction:
        action = QAction(text, self, checkable=True, checked=True)
        action.setShortcut(key)
        action.toggled.connect(self._show_panes)
        return action

    def _show_panes(self) -> None:
        room = self._has_room
        wanted, button = self.show_calendar.isChecked(), self.contacts.calendar_button
        button.setVisible(wanted and not room)
        instead = wanted and not room and button.isChecked()
        _, calendar, person = self._places
        calendar.setVisible(wanted and (room or instead))
        person.setVisible(self.show_person.isChecked() and not instead)

    def _first_selected(self, left: dict[str, Any]) -> int | None:
        """Whom one was typing about, else who was selected, else who is listed first."""
        for contact_id in (interrupted_contact(self._runner.read), known_id(left, "selected")):
            if contact_id is not None and self.contacts.lists(contact_id):
                return contact_id
        return self.contacts.first()

    def _show_unseen(self) -> None:
        if self._unseen is not None:
            self.select(self._unseen)

    def _show_person(self, contact_id: int | None) -> None:
        self.person.show_contact(contact_id)
        self._selected = self.person.contact_id
        self.calendar.show_person(self._selected, self.person.name)

    def _on_opened(self) -> None:
        self.contacts.calendar_button.setChecked(False)
        self.person.open_about()

    def _on_source_chosen(self, source: Source) -> None:
        from infoview_desktop.operations import selections  # noqa: PLC0415 - after the first picture

        self._runner.do(selections.change_source, contact_ids=self.chosen_ids(), source=source)

    def _on_person_chosen(self, contact_id: int) -> None:
        if contact_id != self.selected:
            self.select(contact_id)

    def _on_contact_chosen(self, contact_id: int) -> None:
        self._show_person(contact_id)
        self.selection_changed.emit()


def _empty() -> QFrame:
    """What holds a pane's place until it is there."""
    place = QFrame()
    place.setProperty("kind", "pane")
    return place
