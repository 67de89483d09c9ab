"""The contact list as Qt sees it: pages of what SQL has sorted and filtered, read when they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infoview_desktop.domain.contact import ContactLine
from infoview_desktop.store.reads import contacts
from infoview_desktop.store.reads.contacts import Listing, Sort
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.ui.people.contact_columns import COLUMNS, line_mark

if TYPE_CHECKING:
    from infoview_desktop.ui.people.photos import Photos

PAGE = 64
_PAGES_KEPT = 64

Index = QModelIndex | QPersistentModelIndex


class ContactsModel(QAbstractTableModel):
    """One row per contact of a listing, one column per entry of `COLUMNS`."""

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._listing = Listing((), Sort(), 0, 0)
        self._pages: OrderedDict[int, list[ContactLine]] = OrderedDict()

    @cached_property
    def photos(self) -> Photos:
        """The photos of who is listed."""
        from infoview_desktop.ui.people.photos import Photos  # noqa: PLC0415 - not everybody has one

        return Photos(self._reader)

    @property
    def listing(self) -> Listing:
        """What is listed."""
        return self._listing

    def show(self, listing: Listing, page: int, lines: list[ContactLine]) -> None:
        """List something else, of which one page is already read."""
        self.beginResetModel()
        self._listing = listing
        self._pages = OrderedDict({page: lines})
        self.endResetModel()

    def line(self, row: int) -> ContactLine | None:
        """The contact of a row; None where the book has become shorter since it was listed."""
        number, within = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = contacts.page(self._reader, self._listing, offset=number * PAGE, limit=PAGE)
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        return page[within] if within < len(page) else None

    def row_beginning(self, typed: str) -> int | None:
        """The first row whose sorted value begins so."""
        return contacts.first_beginning(self._reader, self._listing, beginning=typed)

    def ids(self, ranges: Sequence[tuple[int, int]]) -> list[int]:
        """The ids of rows, given as runs from the top: the first row and how many."""
        if not ranges:
            return []
        # One walk along the list, however many runs there are: each of them would begin at its top again.
        start, end = ranges[0][0], ranges[-1][0] + ranges[-1][1]
        between = contacts.ids(self._reader, self._listing, offset=start, limit=end - start)
        return [contact_id for first, count in ranges for contact_id in between[first - start : first - start + count]]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many contacts are listed."""
        return 0 if parent.isValid() else self._listing.total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns a contact has."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The text of a cell; for a screen reader the name says also what a card shows."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        line = self.line(index.row())
        if line is None:
            return ""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(text for text in self._told(line) if text)
        return COLUMNS[index.column()].text(line)

    def _told(self, line: ContactLine) -> tuple[str, ...]:
        """What a card shows, in words."""
        listed = self.tr("on the short list") if line.listed else ""
        new_job = self.tr("new job, before: {before}").format(before=line.before) if line.before else ""
        return line.name, line.position, line.organization, line_mark(line).spoken, new_job, listed, line.tags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The column's heading."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section].title
        return None
