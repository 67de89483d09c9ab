"""People in the order in which to write to them, as Qt sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infoview_desktop.store.reads.short_list import Ranked
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.short_list.wording import spoken_text
from infoview_desktop.ui.wording import said

Index = QModelIndex | QPersistentModelIndex


class RankedModel(QAbstractListModel):
    """One row for each person; `numbered` ones have their place in the order before them."""

    def __init__(self, *, numbered: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.numbered = numbered
        self._people: Sequence[Ranked] = ()
        self._places: Sequence[int] = ()

    def show(self, people: Sequence[Ranked], places: Sequence[int] | None = None) -> None:
        """Show other people; `places` are theirs in the whole order, where these are only some."""
        self.beginResetModel()
        self._people = people
        self._places = range(1, len(people) + 1) if places is None else places
        self.endResetModel()

    def person(self, row: int) -> Ranked:
        """Who stands in a row."""
        return self._people[row]

    def place(self, row: int) -> int:
        """Their place in the whole order, from 1; 0 where there is none."""
        return self._places[row] if self.numbered else 0

    def row_of(self, contact_id: int | None) -> int | None:
        """In which row somebody stands; None for nobody."""
        return next((row for row, one in enumerate(self._people) if one.contact_id == contact_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many people there are."""
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The name; for a screen reader all that the row shows."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._people[index.row()].candidate.name
        if role == Qt.ItemDataRole.ToolTipRole:
            reasons = self._people[index.row()].ranking.reasons
            return plain_tool_tip("\n".join(said(reason.phrase) for reason in reasons))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_text(self._people[index.row()], self.place(index.row()))
        return None
