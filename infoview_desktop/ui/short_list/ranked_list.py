"""A list of people in the order in which to write to them, with a key for each thing one does there."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.motivation import MOST_MOTIVATION
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads.short_list import Ranked
from infoview_desktop.ui.controls.row_table import RowTable
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.short_list.ranked_delegate import ROW, RankedDelegate
from infoview_desktop.ui.short_list.ranked_model import RankedModel
from infoview_desktop.ui.theme.theme import Theme

RANKED_KEYS = KeyGroup(
    Phrase("In the short list"),
    (
        KeyHint(("Return",), Phrase("Open the person")),
        KeyHint(("0", "1", "2", "3"), Phrase("How much you want to")),
        KeyHint(("Del",), Phrase("Take them off")),
        KeyHint(("+",), Phrase("Put on who is worth asking")),
    ),
)


class RankedList(RowTable):
    """Shows a `RankedModel`; `person_chosen` carries a `Ranked`, or None where there is nobody any more."""

    person_chosen = Signal(object)
    opened = Signal()
    """Enter or a double click: the person wants to go on to the contact itself."""
    wanted = Signal()
    """Plus: this person belongs on the short list."""
    motivation_chosen = Signal(int)
    take_off_wanted = Signal()

    def __init__(self, theme: Theme, name: str, *, numbered: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = RankedModel(numbered=numbered, parent=self)
        self._theme = theme
        self._selected: int | None = None
        self.setAccessibleName(name)
        self._delegate = RankedDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setModel(self.people)
        self.doubleClicked.connect(self.opened)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def selected(self) -> Ranked | None:
        """Who is selected."""
        row = self.currentIndex().row()
        return self.people.person(row) if row >= 0 else None

    def show_people(self, people: list[Ranked], places: list[int] | None = None) -> None:
        """Show other people. Who was selected stays so; where they are gone, it is who stands in their place."""
        row, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        self.people.show(people, places)
        found = self.people.row_of(self._selected)
        if found is None and people:
            found = min(max(0, row), len(people) - 1)
        self.verticalScrollBar().setValue(scrolled)
        if found is None:
            self._tell()
        else:
            self._make_current(found)

    def select(self, contact_id: int) -> None:
        """Select somebody, now or once they are shown."""
        self._selected = contact_id
        row = self.people.row_of(contact_id)
        if row is not None:
            self._make_current(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the person, digits say how much one wants to, plus puts on the list, Delete takes off."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.people.rowCount():
            self.setCurrentIndex(self.people.index(0 if key == Qt.Key.Key_Home else self.people.rowCount() - 1))
        elif key == Qt.Key.Key_Delete:
            self.take_off_wanted.emit()
        elif event.text() == "+":
            self.wanted.emit()
        elif event.text() in {str(step) for step in range(MOST_MOTIVATION + 1)}:
            self.motivation_chosen.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put on the list who has the plus that was pressed."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        on_plus = index.isValid() and self._delegate.plus_rect(self.visualRect(index)).contains(place)
        if on_plus and not self.people.numbered and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()

    def _make_current(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.people.index(row), flags)

    def _tell(self) -> None:
        one = self.selected
        self._selected = one.contact_id if one else None
        self.person_chosen.emit(one)

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.scaled(ROW))

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._tell()
