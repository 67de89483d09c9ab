"""The list of contacts: cards in a narrow pane, a table with columns in a wide one; one widget, one selection."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads.contacts import Sort
from infoview_desktop.ui.controls.row_table import HoveredTable
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.people.column_layout import ColumnLayout
from infoview_desktop.ui.people.contact_columns import COLUMNS, NEWEST_FIRST
from infoview_desktop.ui.people.contact_delegates import CardDelegate, CellDelegate
from infoview_desktop.ui.people.contacts_model import ContactsModel
from infoview_desktop.ui.people.person_drag import drag_person, goes_sideways
from infoview_desktop.ui.theme.theme import Theme

TABLE_FROM = 560
"""Pixels of width from which columns can be read side by side."""

_WORD_MILLISECONDS = 1_000
"""Letters that follow sooner belong to the word that is being typed to jump by."""

_Flag = QItemSelectionModel.SelectionFlag

LIST_KEYS = KeyGroup(
    Phrase("In the list of contacts"),
    (
        KeyHint(("Return",), Phrase("Go to the person")),
        KeyHint(("+",), Phrase("Want to talk to them")),
        KeyHint(("Del",), Phrase("Delete who is selected")),
        KeyHint(("Shift+Down", "Ctrl+A"), Phrase("Select several, or all")),
        KeyHint(("Esc",), Phrase("Select only one again")),
        KeyHint(("Home", "End"), Phrase("To the first and to the last")),
        KeyHint((), Phrase("Type how a name begins to jump there")),
    ),
)


class ContactsTable(HoveredTable):
    """Shows a `ContactsModel`; `contact_chosen` carries the id of the contact that has become current."""

    contact_chosen = Signal(int)
    several_selected = Signal(int)
    """How many are selected now."""
    sort_wanted = Signal(object)
    """A `Sort`: a heading was pressed."""
    opened = Signal()
    """Enter or a double click: the person wants to go on to the contact itself."""
    delete_wanted = Signal()
    want_wanted = Signal()
    """Plus: the user wants to talk to whom is selected."""

    def __init__(self, theme: Theme, model: ContactsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._contacts = model
        self._cards = CardDelegate(theme, self, lambda: model.photos)
        self._cells = CellDelegate(theme, self)
        self._as_table: bool | None = None
        self._room = 0
        self._silent = False
        self._pressed: QPoint | None = None
        self._word = ""
        self._last_letter = QElapsedTimer()
        self.setAccessibleName(self.tr("Contact list"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(model)
        self.columns = ColumnLayout(self)
        headings = self.horizontalHeader()
        headings.sectionClicked.connect(self._on_heading_clicked)
        headings.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        headings.customContextMenuRequested.connect(self._on_columns_wanted)
        self.doubleClicked.connect(self.opened)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        theme.changed.connect(self._on_theme_changed)
        self._arrange(as_table=False)

    def show_sort(self, sort: Sort) -> None:
        """Show in the headings by what the list is sorted."""
        order = Qt.SortOrder.DescendingOrder if sort.descending else Qt.SortOrder.AscendingOrder
        section = next(number for number, column in enumerate(COLUMNS) if column.name == sort.column)
        self.horizontalHeader().setSortIndicator(section, order)

    def select_row(self, row: int | None) -> None:
        """Select a row without telling anybody of a choice, or none."""
        self._silent = True
        if row is None:
            self.selectionModel().clear()
        else:
            self.selectionModel().setCurrentIndex(self._contacts.index(row, 0), _Flag.ClearAndSelect | _Flag.Rows)
        self._silent = False

    def select_rows(self, rows: list[int]) -> None:
        """Select these rows as well."""
        chosen = QItemSelection()
        for row in rows:
            index = self._contacts.index(row, 0)
            chosen.select(index, index)
        self.selectionModel().select(chosen, _Flag.Select | _Flag.Rows)

    @property
    def selected_ranges(self) -> list[tuple[int, int]]:
        """The first row and the number of rows of each run of selected ones, from the top."""
        chosen = self.selectionModel().selection()
        return sorted((chosen.at(each).top(), chosen.at(each).height()) for each in range(chosen.size()))

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(height for _, height in self.selected_ranges)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become a table when there is room for one, cards when there is not."""
        super().resizeEvent(event)
        self._room = event.size().width()
        self._arrange(as_table=self.width() >= self._theme.scaled(TABLE_FROM))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select who becomes current with the focus; left to itself, Qt only draws the ring."""
        super().focusInEvent(event)
        current = self.currentIndex()
        if current.isValid() and not self.selectionModel().isRowSelected(current.row()):
            self.select_row(current.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select who is there, and take hold of them."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        alone = event.modifiers() == Qt.KeyboardModifier.NoModifier and event.button() == Qt.MouseButton.LeftButton
        self._pressed = place if alone and self.rowAt(place.y()) >= 0 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag whom one has hold of out of the list; up and down, select several."""
        pressed = self._pressed if event.buttons() & Qt.MouseButton.LeftButton and self.selected_count == 1 else None
        if pressed is not None and goes_sideways(event.position().toPoint() - pressed):
            self._pressed = None
            drag_person(self)
            return
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the person, Delete deletes, Home and End go to the ends of the list, not of the row."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_Delete:
                self.delete_wanted.emit()
            case Qt.Key.Key_Plus:
                self.want_wanted.emit()
            case Qt.Key.Key_Home:
                self._go_to(0, event.modifiers())
            case Qt.Key.Key_End:
                self._go_to(self._contacts.rowCount() - 1, event.modifiers())
            case Qt.Key.Key_Escape if self.selected_count > 1:
                self.select_row(self.currentIndex().row())
            case Qt.Key.Key_Space if self._is_typing:
                self.keyboardSearch(" ")
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Jump to the first who begins with what is typed; SQL finds them, where Qt would read every row."""
        self._word = self._word + search if self._is_typing else search
        self._last_letter.start()
        row = self._contacts.row_beginning(self._word)
        if row is not None:
            self._go_to(row, Qt.KeyboardModifier.NoModifier)

    @property
    def _is_typing(self) -> bool:
        return self._last_letter.isValid() and not self._last_letter.hasExpired(_WORD_MILLISECONDS)

    def _go_to(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        index = self._contacts.index(row, 0)
        if modifiers & Qt.KeyboardModifier.ShiftModifier and self.currentIndex().isValid():
            first, last = sorted((self.currentIndex().row(), row))
            ends = self._contacts.index(first, 0), self._contacts.index(last, 0)
            self.selectionModel().select(QItemSelection(*ends), _Flag.Select | _Flag.Rows)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        else:
            self.setCurrentIndex(index)

    def _arrange(self, *, as_table: bool) -> None:
        if as_table != self._as_table:
            self._as_table = as_table
            delegate = self._cells if as_table else self._cards
            self.setItemDelegate(delegate)
            self.verticalHeader().setDefaultSectionSize(self._theme.scaled(delegate.row_height))
        self.columns.show(as_table=as_table, room=self._room)

    def _on_heading_clicked(self, section: int) -> None:
        sort = self._contacts.listing.sort
        column = COLUMNS[section]
        if not column.sorted:
            self.show_sort(sort)
            return
        # Of dates one wants to see the newest first.
        first = column.name in NEWEST_FIRST
        descending = not sort.descending if column.name == sort.column else first
        self.sort_wanted.emit(Sort(column.name, descending))

    def _on_columns_wanted(self, place: QPoint) -> None:
        self.columns.menu.popup(self.horizontalHeader().mapToGlobal(place))

    def _on_current_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = self._contacts.line(current.row()) if current.isValid() and not self._silent else None
        if line is not None:
            self.contact_chosen.emit(line.id)

    def _on_selection_changed(self) -> None:
        self.several_selected.emit(self.selected_count)

    def _on_theme_changed(self) -> None:
        as_table, self._as_table = bool(self._as_table), None
        self._arrange(as_table=as_table)
