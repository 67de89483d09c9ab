"""Lists whose rows show people: one to a row, or the two who may be one with the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from infoview_desktop.domain.initials import initials
from infoview_desktop.ui.controls.avatar import avatar_colour, paint_avatar
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.controls.row_delegate import RowDelegate
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import PICTURE_ROW

_MARGIN = 12
_PICTURE = 32
_GAP = 10
_LINE = 18
_CHIP_GAP = 4
_REASONS = 0.36
"""How much of a row the reasons may take."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PersonCell:
    """A person as a row shows them."""

    id: int
    name: str
    work: str
    letters: str

    @classmethod
    def of(cls, contact_id: int, given_name: str, family_name: str, *, name: str, work: str) -> PersonCell:
        """A cell for a person of this name and work."""
        return cls(contact_id, name, work, initials(given_name, family_name))

    @property
    def words(self) -> str:
        """All that is told of them, for who does not see the row."""
        return ", ".join(text for text in (self.name, self.work) if text)


@dataclass(frozen=True, slots=True)
class PeopleRow:
    """A row: whoever stands in it, and the words on its chips."""

    people: tuple[PersonCell, ...]
    chips: tuple[str, ...] = ()


class PeopleRows(QAbstractListModel):
    """The rows of a list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[PeopleRow] = ()

    def show_rows(self, rows: Sequence[PeopleRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> PeopleRow:
        """The row at a place."""
        return self._rows[number]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: ARG002
        """How many rows there are."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row in words; it is painted by the delegate."""
        row = self._rows[index.row()]
        people = self.tr(" and ").join(person.words for person in row.people)
        words = f"{people}: {', '.join(row.chips)}" if row.chips else people
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(words)
        return None


class PeopleList(QListView):
    """A list of such rows, as high as there are rows, within bounds."""

    opened = Signal()
    """The current row is wanted: by Enter, or by a double click."""

    def __init__(self, theme: Theme, name: str, *, rows_seen: tuple[int, int]) -> None:
        super().__init__()
        self._theme = theme
        self._least, self._most = rows_seen
        self._row_height = theme.scaled(PICTURE_ROW)
        self.rows = PeopleRows(self)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(_PeopleDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[PeopleRow], *, current: int = 0) -> None:
        """Show other rows, of which one is the current one."""
        self.rows.show_rows(rows)
        if rows:
            self.setCurrentIndex(self.rows.index(min(current, len(rows) - 1)))
        self.updateGeometry()

    def go(self, rows: int) -> None:
        """Make the row so many further the current one."""
        if self.rows.rowCount():
            row = (self.currentIndex().row() + rows) % self.rows.rowCount()
            self.setCurrentIndex(self.rows.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row, and presses no button of the page that comes then."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            if not event.isAutoRepeat():
                self.opened.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as the rows."""
        rows = max(self._least, min(self._most, self.rows.rowCount()))
        return QSize(super().sizeHint().width(), rows * self._row_height)

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(0, self._least * self._row_height)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is over no row any more."""
        super().leaveEvent(event)
        self.viewport().update()


class _PeopleDelegate(RowDelegate):
    """Paints a `PeopleRow`."""

    def __init__(self, theme: Theme, view: PeopleList) -> None:
        super().__init__(theme, view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every row is as high as the others."""
        return QSize(0, self._theme.scaled(PICTURE_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        tokens, rect, row = self._theme.tokens, option.rect, self._view.rows.row(index.row())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self.paint_ground(
            painter, rect, selected=selected, hovered=bool(option.state & QStyle.StateFlag.State_MouseOver)
        )
        margin = self._theme.scaled(_MARGIN)
        inside = rect.adjusted(margin, 0, -margin, -1)
        if row.chips:
            reasons = QRect(inside)
            reasons.setLeft(inside.right() - round(inside.width() * _REASONS))
            self.paint_chips(painter, reasons, row.chips, self._theme.scaled(_CHIP_GAP))
            inside.setRight(reasons.left() - margin)
        width = inside.width() // len(row.people)
        for place, person in enumerate(row.people):
            cell = QRect(inside.left() + place * width, inside.top(), width - margin, inside.height())
            self._paint_person(painter, cell, person)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect, tokens, radius=7)

    def _paint_person(self, painter: QPainter, rect: QRect, person: PersonCell) -> None:
        tokens, side = self._theme.tokens, self._theme.scaled(_PICTURE)
        picture = QRect(rect.left(), rect.top() + (rect.height() - side) // 2, side, side)
        painter.setFont(self._theme.font("body"))
        paint_avatar(painter, picture, person.letters, avatar_colour(person.name))
        words = rect.adjusted(side + self._theme.scaled(_GAP), 0, 0, 0)
        if not person.work:
            self.paint_text(painter, words, person.name, "emphasis", tokens.ink)
            return
        half = self._theme.scaled(_LINE)
        upper = QRect(words.left(), rect.center().y() - half + 1, words.width(), half)
        self.paint_text(painter, upper, person.name, "emphasis", tokens.ink)
        self.paint_text(painter, upper.translated(0, half), person.work, "caption", tokens.ink2)
