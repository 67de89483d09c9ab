"""The rows of the agenda: a heading for each day on which something stands, and below it what that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.calendar_days import ShownDays
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.month_layout import by_day
from infoview_desktop.ui.calendar.wording import hours_text, sentence, translated, until_text
from infoview_desktop.ui.local_time import weekday_text

Index = QModelIndex | QPersistentModelIndex
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A day's heading, or a block below it with the words for when it is."""

    day: date
    heading: str
    block: Block | None = None
    when: str = ""


def agenda_rows(days: ShownDays, blocks: Sequence[Block], *, today: date, time_zone: str) -> list[AgendaRow]:
    """What stands on some days, day after day; on one without anything nothing is said."""
    rows = []
    for day, places in sorted(by_day(blocks, days).items()):
        heading = _heading(day, today)
        rows.append(AgendaRow(day, heading))
        there = (blocks[place] for place in places)
        rows += [AgendaRow(day, heading, block, _when(block, day, time_zone)) for block in there]
    return rows


def _when(block: Block, day: date, time_zone: str) -> str:
    """When it is on a day; of what began before it, until when."""
    if block.span is not None and day == block.first_day:
        return hours_text(block.span, time_zone)
    if block.span is not None and day == block.last_day:
        return until_text(block.span, time_zone)
    return translated("due") if block.kind is BlockKind.DUE else translated("all day")


def _heading(day: date, today: date) -> str:
    words = weekday_text(day, today=today)
    if day == today:
        return f"{translated('Today')} · {words}"
    if day == today + _DAY:
        return f"{translated('Tomorrow')} · {words}"
    return words


class AgendaModel(QAbstractTableModel):
    """One column; a heading cannot be stood on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[AgendaRow] = []

    def start(self, rows: list[AgendaRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are, the headings among them."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """A row is one cell."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let one stand on blocks alone."""
        block = self.rows[index.row()].block if index.isValid() else None
        return Qt.ItemFlag.NoItemFlags if block is None else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Its words; for a screen reader all that is known of it."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.block.title if row.block else row.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentence(row.block.spoken) if row.block else row.heading
        return None
