"""The entries of a person's timeline as rows, read page by page as one goes down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from infoview_desktop.store.reads import timeline
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.reads.timeline import Entry, EntryKind, Today
from infoview_desktop.ui import local_time, wall_clock
from infoview_desktop.ui.story.entry_text import Present, Told, heading, told

FIRST_PAGE = 14
"""About as many entries as a pane shows; every page takes well under a frame."""
_PAGE = 20

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """An entry, what is shown of it, and the heading above it; "" where the one before has the same."""

    entry: Entry
    told: Told
    under: str
    heading: str


class TimelineModel(QAbstractTableModel):
    """One column; `rows` are those read so far."""

    def __init__(self, reader: Reader, *, editable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._reader = reader
        self._editable = editable
        self._contact_id: int | None = None
        self._whole = True
        self._today, self._present = self._time()
        self.rows: list[Row] = []

    def show_contact(self, contact_id: int | None, *, at_least: int = FIRST_PAGE) -> None:
        """Show somebody's story from its top, at least so many entries of it."""
        self.beginResetModel()
        self._contact_id = contact_id
        self._today, self._present = self._time()
        self.rows = []
        self.rows = self._read(at_least)
        self.endResetModel()

    def place_of(self, key: tuple[EntryKind, int]) -> int | None:
        """In which row an entry stands, among those read so far."""
        return next((place for place, row in enumerate(self.rows) if row.entry.key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many entries are read so far."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """An entry is all of its row."""
        return 0 if parent.isValid() else 1

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are entries that were not read yet."""
        return not parent.isValid() and not self._whole

    def fetchMore(self, parent: Index) -> None:
        """Read another page."""
        if not parent.isValid():
            more = self._read(_PAGE)
            if more:
                self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(more) - 1)
                self.rows += more
                self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """What it says; for a screen reader all of it and the day."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.told.words or (row.told.card.title if row.told.card else "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.under}: {row.told.spoken}"
        return None

    def _read(self, limit: int) -> list[Row]:
        if self._contact_id is None:
            self._whole = True
            return []
        entries = timeline.page(self._reader, self._contact_id, today=self._today, offset=len(self.rows), limit=limit)
        self._whole = len(entries) < limit
        rows = []
        before = self.rows[-1].under if self.rows else ""
        for entry in entries:
            under = heading(entry, self._present)
            rows.append(Row(entry, told(entry, self._present), under, "" if under == before else under))
            before = under
        return rows

    def _time(self) -> tuple[Today, Present]:
        day = wall_clock.today()
        return (
            Today(day, local_time.day_ends_at(day)),
            Present(day, wall_clock.now(), self._editable),
        )
