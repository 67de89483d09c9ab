"""The list of contacts: cards in a narrow pane, a table with columns in a wide one; one widget, one selection."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QWidget

from infoview_desktop.store.reads.contacts import Sort
from infoview_desktop.ui.people.contact_columns import COLUMNS
from infoview_desktop.ui.people.contact_delegates import CardDelegate, CellDelegate, HoveredTable
from infoview_desktop.ui.people.contacts_model import ContactsModel
from infoview_desktop.ui.theme.theme import Theme

TABLE_FROM = 560
"""Pixels of width from which columns can be read side by side."""

_NARROWEST_COLUMN = 60


class ContactsTable(HoveredTable):
    """Shows a `ContactsModel`; `contact_chosen` carries the id of the contact that has become current."""

    contact_chosen = Signal(int)
    sort_wanted = Signal(object)
    """A `Sort`: a heading was pressed."""
    opened = Signal()
    """Enter or a double click: the person wants to go on to the contact itself."""
    delete_wanted = Signal()

    def __init__(self, theme: Theme, model: ContactsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._contacts = model
        self._cards = CardDelegate(theme, self)
        self._cells = CellDelegate(theme, self)
        self._as_table: bool | None = None
        self._silent = False
        # The viewport's width as it was told: to ask for the viewport makes PySide learn of every widget there is.
        self._room = 0
        self._widths = [column.width for column in COLUMNS]
        self.setAccessibleName(self.tr("Contact list"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        headings = self.horizontalHeader()
        headings.setHighlightSections(False)
        headings.setSectionsClickable(True)
        headings.setSortIndicatorShown(True)
        headings.setMinimumSectionSize(_NARROWEST_COLUMN)
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings.sectionClicked.connect(self._on_heading_clicked)
        headings.sectionResized.connect(self._on_column_resized)
        self.setModel(model)
        self.doubleClicked.connect(self.opened)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        theme.changed.connect(self._on_theme_changed)
        self._arrange(as_table=False)

    @property
    def column_widths(self) -> list[int]:
        """The width of each column of the table, in pixels."""
        return list(self._widths)

    def set_column_widths(self, widths: list[int]) -> None:
        """Give the columns the widths they were left with."""
        if len(widths) == len(self._widths):
            self._widths = [max(_NARROWEST_COLUMN, width) for width in widths]
            self._arrange(as_table=bool(self._as_table))

    def show_sort(self, sort: Sort) -> None:
        """Show in the headings by what the list is sorted."""
        order = Qt.SortOrder.DescendingOrder if sort.descending else Qt.SortOrder.AscendingOrder
        section = next(number for number, column in enumerate(COLUMNS) if column.name == sort.column)
        self.horizontalHeader().setSortIndicator(section, order)

    def select_row(self, row: int | None) -> None:
        """Select a row without telling anybody, or none."""
        self._silent = True
        if row is None:
            self.selectionModel().clear()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._contacts.index(row, 0), flags)
        self._silent = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become a table when there is room for one, cards when there is not."""
        super().resizeEvent(event)
        self._room = event.size().width()
        as_table = self.width() >= self._theme.scaled(TABLE_FROM)
        if as_table != self._as_table:
            self._arrange(as_table=as_table)
        self._fill()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select who becomes current with the focus; left to itself, Qt only draws the ring."""
        super().focusInEvent(event)
        current = self.currentIndex()
        if current.isValid() and not self.selectionModel().isRowSelected(current.row()):
            self.select_row(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the person, Delete deletes, Home and End go to the ends of the list, not of the row."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_Delete:
                self.delete_wanted.emit()
            case Qt.Key.Key_Home:
                self.setCurrentIndex(self._contacts.index(0, 0))
            case Qt.Key.Key_End:
                self.setCurrentIndex(self._contacts.index(self._contacts.rowCount() - 1, 0))
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave finding by name to the filter: Qt would read every row of the book to look for it."""

    def _arrange(self, *, as_table: bool) -> None:
        self._as_table = as_table
        delegate = self._cells if as_table else self._cards
        self.setItemDelegate(delegate)
        headings = self.horizontalHeader()
        with QSignalBlocker(headings):
            for section, width in enumerate(self._widths):
                self.setColumnHidden(section, section > 0 and not as_table)
                headings.resizeSection(section, width)
            headings.setVisible(as_table)
        self.verticalHeader().setDefaultSectionSize(self._theme.scaled(delegate.row_height))
        self._fill()

    def _fill(self) -> None:
        """Share the width there is: all of it to a card, to the columns of a table in proportion."""
        headings, room = self.horizontalHeader(), self._room
        with QSignalBlocker(headings):
            if not self._as_table:
                headings.resizeSection(0, room)
                return
            wanted = sum(self._widths)
            for section, width in enumerate(self._widths[:-1]):
                share = max(_NARROWEST_COLUMN, width * room // wanted)
                headings.resizeSection(section, share)
                room, wanted = room - share, wanted - width
            headings.resizeSection(len(self._widths) - 1, max(_NARROWEST_COLUMN, room))

    def _on_heading_clicked(self, section: int) -> None:
        sort = self._contacts.listing.sort
        column = COLUMNS[section].name
        # Of dates one wants to see the newest first.
        first = column == "connected_on"
        self.sort_wanted.emit(Sort(column, not sort.descending if column == sort.column else first))

    def _on_column_resized(self, section: int, before: int, width: int) -> None:
        """Take from the next column what this one gets, so that all of them stay in sight."""
        if not self._room:
            return  # it is Qt that lays them out for the first time, not the user
        headings, last = self.horizontalHeader(), len(self._widths) - 1
        neighbour = section + 1 if section < last else section - 1
        with QSignalBlocker(headings):
            given = max(_NARROWEST_COLUMN, headings.sectionSize(neighbour) + before - width)
            headings.resizeSection(neighbour, given)
        self._widths = [headings.sectionSize(each) for each in range(last + 1)]

    def _on_current_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = self._contacts.line(current.row()) if current.isValid() and not self._silent else None
        if line is not None:
            self.contact_chosen.emit(line.id)

    def _on_theme_changed(self) -> None:
        self._arrange(as_table=bool(self._as_table))
