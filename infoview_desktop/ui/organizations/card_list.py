"""Lists of this view: one card to a row, each with a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.controls.row_table import RowTable
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.people.contact_delegates import CardDelegate, Picture
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import Tone

CARD_KEYS = KeyGroup(
    Phrase("In the lists of organizations"),
    (
        KeyHint(("Return",), Phrase("Open it")),
        KeyHint(("Del",), Phrase("Delete the organization")),
        KeyHint(("Home", "End"), Phrase("To the first and to the last")),
    ),
)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """What one row shows: whose it is, the name, a line below it, a chip at the end, and how its picture is painted."""

    key: int
    name: str
    below: str
    picture: Picture
    chip: str = ""
    tone: Tone = "quiet"

    @property
    def spoken(self) -> str:
        """All that it shows, for who does not see it."""
        return ", ".join(text for text in (self.name, self.below, self.chip) if text)


class CardModel(QAbstractTableModel):
    """Rows of cards, `card_at` gives that of a row; None where the book has become shorter meanwhile."""

    def __init__(self, card_at: Callable[[int], Card | None], parent: QWidget) -> None:
        super().__init__(parent)
        self.card_at = card_at
        self._total = 0

    def start(self, total: int) -> None:
        """Show another list of so many rows."""
        self.beginResetModel()
        self._total = total
        self.endResetModel()

    def grow(self, total: int) -> None:
        """Show more rows behind those that are there."""
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many cards there are."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """A card is all of its row."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The name; for a screen reader all that the card shows."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        card = self.card_at(index.row())
        if card is None:
            return ""
        return card.name if role == Qt.ItemDataRole.DisplayRole else card.spoken


class CardList(RowTable):
    """Shows cards; signals carry the key of one."""

    row_height = CardDelegate.row_height
    """Pixels at the usual text size."""

    chosen = Signal(int)
    """Another one has become current."""
    opened = Signal(int)
    """Enter or a double click."""
    delete_wanted = Signal()

    def __init__(
        self, theme: Theme, name: str, card_at: Callable[[int], Card | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._silent = False
        self._cards = CardModel(card_at, self)
        self.setAccessibleName(name)
        self.setModel(self._cards)
        self.setItemDelegate(self.delegate(theme))
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def delegate(self, theme: Theme) -> CardDelegate:
        """What paints the cards."""
        return _Delegate(theme, self)

    def start(self, total: int, *, selected: int | None = None) -> None:
        """Show so many rows, one of them selected; nobody is told of it."""
        self._cards.start(total)
        self.select_row(selected)

    def grow(self, total: int) -> None:
        """Show more rows behind those that are there."""
        self._cards.grow(total)

    def select_row(self, row: int | None) -> None:
        """Select a row without telling anybody, or none."""
        self._silent = True
        if row is None:
            self.selectionModel().clear()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._cards.index(row, 0), flags)
        self._silent = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select what becomes current with the focus; left to itself, Qt only draws the ring."""
        super().focusInEvent(event)
        current = self.currentIndex()
        if not current.isValid() and self._cards.rowCount():
            self.setCurrentIndex(self._cards.index(0, 0))
        elif current.isValid() and not self.selectionModel().isRowSelected(current.row()):
            self.select_row(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes, Home and End go to the ends of the list."""
        card = self._cards.card_at(self.currentIndex().row()) if self.currentIndex().isValid() else None
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if card is not None:
                self.opened.emit(card.key)
            case Qt.Key.Key_Delete:
                self.delete_wanted.emit()
            case Qt.Key.Key_Home:
                self.setCurrentIndex(self._cards.index(0, 0))
            case Qt.Key.Key_End:
                self.setCurrentIndex(self._cards.index(self._cards.rowCount() - 1, 0))
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave finding by name to the filter: Qt would read every row of the book to look for it."""

    def _on_current_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        card = self._cards.card_at(current.row()) if current.isValid() and not self._silent else None
        if card is not None:
            self.chosen.emit(card.key)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        card = self._cards.card_at(index.row())
        if card is not None:
            self.opened.emit(card.key)

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.scaled(self.row_height))


class _Delegate(CardDelegate):
    """Paints a card."""

    def paint_inside(self, painter: QPainter, rect: QRect, index: Index) -> None:
        model = index.model()
        card = model.card_at(index.row()) if isinstance(model, CardModel) else None
        if card is None:
            return
        words = self.paint_picture(painter, rect, card.picture)
        self.paint_words(painter, words, (card.name, card.below), chip=card.chip, tone=card.tone)
