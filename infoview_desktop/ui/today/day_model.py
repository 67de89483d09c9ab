"""The rows of the day, read a page at a time as they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infoview_desktop.store.reads.today import Ref
from infoview_desktop.ui.today.day_row import DayRow, Gap, Heading, Row

Index = QModelIndex | QPersistentModelIndex

Place = Ref | Row
"""What is known of a row before it is looked at: what it is about, or all of it."""

PAGE = 12
_KEPT = 40 * PAGE


class DayModel(QAbstractTableModel):
    """`read` makes the rows of some refs, in their order; None for those that are gone meanwhile."""

    def __init__(self, read: Callable[[Sequence[Ref]], Sequence[DayRow | None]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._places: Sequence[Place] = ()
        self._rows: dict[int, Row | None] = {}
        self.between_cards: Sequence[int] = ()
        """The rows that are in no card: headings, and the gap below the last card."""

    def start(self, places: Sequence[Place]) -> None:
        """Show another day."""
        self.beginResetModel()
        self._places = places
        self._rows.clear()
        self.between_cards = [number for number, kind in enumerate(map(type, places)) if kind is Heading or kind is Gap]
        self.endResetModel()

    def forget(self) -> None:
        """Make all rows anew: what they say may have changed, but not what they are about."""
        self._rows.clear()

    def row(self, number: int) -> Row | None:
        """What a row shows; None for one that is gone meanwhile."""
        if number not in self._rows:
            if len(self._rows) > _KEPT:
                self._rows.clear()
            self._read_page(number - number % PAGE)
        return self._rows[number]

    def ref(self, number: int) -> Ref | None:
        """What a row is about, without looking at it."""
        place = self._places[number] if 0 <= number < len(self._places) else None
        return place if isinstance(place, tuple) else None

    def number_of(self, ref: Ref | None) -> int | None:
        """In which row something stands; None where it does not."""
        try:
            return None if ref is None else self._places.index(ref)
        except ValueError:
            return None

    def is_item(self, number: int) -> bool:
        """Whether a row can be chosen."""
        return 0 <= number < len(self._places) and not isinstance(self._places[number], Heading | Gap)

    def is_heading(self, number: int) -> bool:
        """Whether a row is the name of a section."""
        return isinstance(self._places[number], Heading)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """A card is all of its row."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        return super().flags(index) if self.is_item(index.row()) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The title; for a screen reader all that the row shows."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        match self.row(index.row()):
            case Heading(text):
                return text
            case DayRow() as row:
                return row.title if role == Qt.ItemDataRole.DisplayRole else row.spoken
            case _:
                return ""

    def _read_page(self, first: int) -> None:
        page = range(first, min(first + PAGE, len(self._places)))
        refs = [place for place in (self._places[number] for number in page) if isinstance(place, tuple)]
        found = dict(zip(refs, self._read(refs), strict=True))
        for number in page:
            place = self._places[number]
            self._rows[number] = found[place] if isinstance(place, tuple) else place
