"""The Contacts pane: filter, sort, the list, and what it says when there is nobody."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain.contact import ContactLine
from infoview_desktop.domain.contact_filter import parse
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads import contacts
from infoview_desktop.store.reads.contacts import Listing, Sort
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.ui.controls.buttons import IconButton, TextButton
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.facet_chips import without_or_with
from infoview_desktop.ui.controls.filter_edit import FilterEdit
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.people.contact_chips import ContactChips, Offered, offered
from infoview_desktop.ui.people.contact_columns import COLUMNS, NEWEST_FIRST
from infoview_desktop.ui.people.contacts_model import PAGE, ContactsModel
from infoview_desktop.ui.people.contacts_table import ContactsTable
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from infoview_desktop.ui.people.selection_bar import SelectionBar

_LISTED = frozenset(
    {
        "contact",
        "organization",
        "tag",
        "contact_tag",
        "email",
        "phone",
        "short_list",
        "job_change",
        "photo",
        "stage",
        "follow_up",
    }
)
_SELECTED_AGAIN = 500
_MARGIN = 12

FILTER_KEYS = KeyGroup(
    Phrase("In the filter"),
    (
        KeyHint(("Down",), Phrase("Go to the list")),
        KeyHint(("Esc",), Phrase("Show everybody again")),
    ),
)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A listing, one page of it, where the contact stands in it that was selected, and how many there are in all.

    `others` are the rows of those who were selected as well.
    """

    listing: Listing
    page: int
    lines: list[ContactLine]
    selected: int | None
    place: int | None
    total: int
    others: list[int]


def _answer(
    reader: Reader, *, typed: str, sort: Sort, page: int, selected: int | None, others: frozenset[int] = frozenset()
) -> _Answer:
    listing = contacts.listing(reader, terms=parse(typed), sort=sort)
    place = None if selected is None else contacts.place(reader, listing, selected)
    page = min(page, max(0, listing.total - 1) // PAGE)
    lines = contacts.page(reader, listing, offset=page * PAGE, limit=PAGE)
    total = listing.total if not listing.terms else contacts.listing(reader).total
    rows = [row for row, each in enumerate(contacts.ids(reader, listing)) if each in others] if others else []
    return _Answer(listing, page, lines, selected, place, total, rows)


class ContactsPane(QFrame):
    """Everybody in the book; `contact_chosen` carries the id of the person selected in the list.

    `calendar_button` stands for the calendar where there is no room for it.
    """

    selection_bar: SelectionBar

    contact_chosen = Signal(int)
    opened = Signal()
    delete_wanted = Signal()
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._editable = editable
        self._sort = Sort()
        self._selected: int | None = None
        self.setProperty("kind", "pane")
        self.setAccessibleName(self.tr("Contacts"))
        self._count = Label(theme, font="body", ink="ink2")
        self._sort_button = TextButton(theme, "")
        self.sort_menu = self._sort_menu()
        self._sort_button.setMenu(self.sort_menu)
        self.calendar_button = IconButton(theme, "calendar", self.tr("Calendar"))
        self.calendar_button.setCheckable(True)
        self.calendar_button.hide()
        self.filter = FilterEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter · name, company:, tag:, stage:"))
        self.filter.setAccessibleName(self.tr("Filter contacts"))
        self._chips = ContactChips(theme)
        self._model = ContactsModel(runner.read, self)
        self.table = ContactsTable(theme, self._model)
        self._nobody = EmptyState(
            theme,
            self.tr("Bring the people you know: drop LinkedIn's export here, or choose the file."),
            self.tr("Import"),
            "people",
            other_text=self.tr("Try with sample data"),
        )
        self._no_match = EmptyState(theme, self.tr("Nobody matches the filter."), self.tr("Show everybody"))
        self._content = QStackedWidget()
        for page in (self.table, self._nobody, self._no_match):
            self._content.addWidget(page)
        self._lay_out()
        self._chips.toggled.connect(self._on_chip_toggled)
        self._nobody.activated.connect(self.import_wanted)
        self._nobody.other_activated.connect(self.sample_wanted)
        self._no_match.activated.connect(self.filter.clear)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.filter.down_pressed.connect(self._on_filter_left)
        self.table.contact_chosen.connect(self._on_contact_chosen)
        self.table.sort_wanted.connect(self.set_sort)
        self.table.opened.connect(self.opened)
        self.table.delete_wanted.connect(self.delete_wanted)
        runner.changed.connect(self._on_changed)

    def complete(self) -> None:
        """Add what is not needed for the first picture: what can be done with several people."""
        from infoview_desktop.ui.people.selection_bar import SelectionBar  # noqa: PLC0415 - after the first picture

        self.selection_bar = SelectionBar(self._theme, editable=self._editable)
        self.selection_bar.hide()
        self._column.insertWidget(self._column.indexOf(self._content), self.selection_bar)
        self.table.several_selected.connect(self.selection_bar.show_count)
        self.selection_bar.closed.connect(lambda: self.select(self._selected))
        self.selection_bar.delete_wanted.connect(self.delete_wanted)

    @property
    def sort(self) -> Sort:
        """By what the list is sorted."""
        return self._sort

    @property
    def selected(self) -> int | None:
        """Who is selected."""
        return self._selected

    def set_sort(self, sort: Sort) -> None:
        """Sort the list otherwise, from its beginning."""
        self._sort = sort
        self._show_sort()
        self._ask(page=0)

    def start(self, sort: Sort) -> None:
        """List everybody at once: the window is about to be painted for the first time."""
        self._sort = sort
        self._show_sort()
        self._show(_answer(self._runner.read, typed="", sort=self._sort, page=0, selected=self._selected))
        self._offer_chips(offered(self._runner.read))

    def selected_ids(self) -> list[int]:
        """Everybody who is selected, in the order of the list."""
        return self._model.ids(self.table.selected_ranges)

    def _others(self) -> frozenset[int]:
        """Who is to stay selected when the list is read again: several, as long as they are not thousands."""
        several = 1 < self.table.selected_count <= _SELECTED_AGAIN
        return frozenset(self.selected_ids()) if several else frozenset()

    def select(self, contact_id: int | None) -> None:
        """Select somebody, and bring them into sight where they are listed."""
        self._selected = contact_id
        listing = self._model.listing
        place = None if contact_id is None else contacts.place(self._runner.read, listing, contact_id)
        self.table.select_row(place)
        if place is not None:
            self.table.scrollTo(self._model.index(place, 0))

    def lists(self, contact_id: int) -> bool:
        """Whether somebody is in the list."""
        return contacts.place(self._runner.read, self._model.listing, contact_id) is not None

    def focus_first(self) -> None:
        """Put the focus on what one does first here."""
        (self.table if self._model.rowCount() else self._nobody).setFocus(Qt.FocusReason.OtherFocusReason)

    def neighbour(self) -> int | None:
        """Who stands after those selected, or before where they are the last: who is next once they are gone."""
        ranges = self.table.selected_ranges
        if not ranges:
            return None
        first, after = ranges[0][0], ranges[-1][0] + ranges[-1][1]
        row = after if after < self._model.rowCount() else first - 1
        line = self._model.line(row) if row >= 0 else None
        return line.id if line else None

    def first(self) -> int | None:
        """Who is listed first."""
        line = self._model.line(0) if self._model.rowCount() else None
        return line.id if line else None

    def _lay_out(self) -> None:
        title = Label(self._theme, self.tr("Contacts"), font="title")
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 8, 8, 4)
        heading.setSpacing(8)
        heading.addWidget(title)
        heading.addWidget(self._count)
        heading.addStretch()
        heading.addWidget(self._sort_button)
        heading.addWidget(self.calendar_button)
        narrowing = QVBoxLayout()
        narrowing.setContentsMargins(_MARGIN, 0, _MARGIN, 8)
        narrowing.setSpacing(6)
        narrowing.addWidget(self.filter)
        narrowing.addWidget(self._chips)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(heading)
        self._column.addLayout(narrowing)
        self._column.addWidget(Hairline())
        self._column.addWidget(self._content, 1)

    def _sort_menu(self) -> QMenu:
        menu = QMenu(self.tr("Sort contacts by"), self)
        group = QActionGroup(menu)
        for column in (each for each in COLUMNS if each.sorted):
            action = QAction(column.title, menu, checkable=True)
            action.setData(column.name)
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        reverse = QAction(self.tr("In reverse"), menu, checkable=True)
        menu.addAction(reverse)
        group.triggered.connect(lambda action: self.set_sort(Sort(action.data(), action.data() in NEWEST_FIRST)))
        reverse.triggered.connect(lambda checked: self.set_sort(Sort(self._sort.column, checked)))
        menu.menuAction().setShortcut("Ctrl+Alt+S")
        menu.menuAction().triggered.connect(self._sort_button.showMenu)
        return menu

    def _show_sort(self) -> None:
        self.table.show_sort(self._sort)
        for action in self.sort_menu.actions():
            if action.data() is None:
                action.setChecked(self._sort.descending)
            elif action.data() == self._sort.column:
                action.setChecked(True)
                self._sort_button.setText(action.text())
                self._sort_button.setAccessibleName(self.tr("{column}, sort by").format(column=action.text()))

    def _ask(self, page: int) -> None:
        self._runner.ask(
            _answer,
            typed=self.filter.text(),
            sort=self._sort,
            page=page,
            selected=self._selected,
            others=self._others(),
            then=self._show,
            key="contacts",
        )

    def _show(self, answer: _Answer) -> None:
        listing = answer.listing
        same_list = listing.terms == self._model.listing.terms and listing.sort == self._model.listing.sort
        scrolled = self.table.verticalScrollBar().value() if same_list else 0
        self._model.show(listing, answer.page, answer.lines)
        if answer.selected == self._selected:
            self.table.select_row(answer.place)
        else:
            self.select(self._selected)
        if answer.others:
            self.table.select_rows(answer.others)
        self.table.verticalScrollBar().setValue(scrolled)
        self._content.setCurrentIndex(0 if listing.total else 2 if listing.terms else 1)
        number = self.locale().toString
        if listing.terms:
            self._count.setText(self.tr("{some} of {all}").format(some=number(listing.total), all=number(answer.total)))
        else:
            self._count.setText(number(listing.total) if listing.total else "")
        for widget in (self.filter, self._sort_button):
            widget.setEnabled(bool(answer.total or listing.terms))

    def _offer_chips(self, what: Offered) -> None:
        self._chips.offer(what, self.filter.text())
        order = [self._sort_button, self.filter, *self._chips.chips, self.table]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _on_chip_toggled(self, facet: str) -> None:
        self.filter.setText(without_or_with(self.filter.text(), facet) if facet else "")

    def _first_page_in_sight(self) -> int:
        return max(0, self.table.rowAt(0)) // PAGE

    def _refresh(self) -> None:
        self._ask(page=self._first_page_in_sight())
        self._runner.ask(offered, then=self._offer_chips, key="chips")

    def _on_filter_changed(self) -> None:
        self._chips.check(self.filter.text())
        self._ask(page=0)

    def _on_filter_left(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.table.currentIndex().isValid() and self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(0, 0))

    def _on_contact_chosen(self, contact_id: int) -> None:
        self._selected = contact_id
        self.contact_chosen.emit(contact_id)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if "photo" in tables:
            self._model.photos.forget()
        if tables & _LISTED:
            self._refresh()
