"""The list of the day: cards of rows, of which one is chosen and does what its keys say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from infoview_desktop.store.reads.today import Ref
from infoview_desktop.ui.controls.row_table import RowTable
from infoview_desktop.ui.people.photos import Photos
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.today.acts import KEYS, Act
from infoview_desktop.ui.today.day_delegate import DayDelegate
from infoview_desktop.ui.today.day_model import DayModel, Place
from infoview_desktop.ui.today.day_row import DayRow
from infoview_desktop.ui.today.row_buttons import RowButtons
from infoview_desktop.ui.today.row_shape import FIRST_HEADING, GAP, HEADING, RowShapes

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1}
_PAGE_STEPS = {Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class DayList(RowTable):
    """Shows a `DayModel`; `wanted` carries the `Act` that is wanted of the chosen row."""

    wanted = Signal(object)
    person_chosen = Signal(int)
    """Whose row is chosen now."""

    def __init__(self, theme: Theme, model: DayModel, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day = model
        self._shapes = RowShapes(theme, self.tr("Enter"))
        self._delegate = DayDelegate(theme, self, self._shapes, photos)
        self.setAccessibleName(self.tr("Today"))
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.verticalHeader().setMinimumSectionSize(1)
        self._buttons = RowButtons(theme, self.viewport())
        self._buttons.pressed.connect(self.wanted)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.verticalScrollBar().valueChanged.connect(self._place_buttons)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def chosen(self) -> DayRow | None:
        """The row that is chosen."""
        number = self.currentIndex().row()
        row = self._day.row(number) if number >= 0 else None
        return row if isinstance(row, DayRow) else None

    def show_day(self, places: Sequence[Place], *, choose: Ref | None, near: int) -> None:
        """Show another day with this chosen; where it is not there, what stands in row `near` or before it."""
        scrolled = self.verticalScrollBar().value()
        self._day.start(places)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(self._shapes.row_height)
        for number in self._day.between_cards:
            height = FIRST_HEADING if number == 0 else HEADING if self._day.is_heading(number) else GAP
            rows.resizeSection(number, self._theme.scaled(height))
        self.verticalScrollBar().setValue(scrolled)
        self._fit_rows()
        found = self._day.number_of(choose)
        self._choose(self._item_near(near) if found is None else found)

    def update_rows(self) -> None:
        """Let every row say what holds now: the clock goes on."""
        self._day.forget()
        self._shapes.forget()
        self._fit_rows()
        self.viewport().update()
        self._place_buttons()

    def place_of(self, act: Act) -> QPoint:
        """Where a menu of the chosen row comes up, on the screen: below its button, or below the row."""
        below = self._buttons.rect_of(act)
        if below is not None:
            return below
        card = self._delegate.card(self.visualRect(self.currentIndex()))
        return self.viewport().mapToGlobal(card.bottomLeft() + QPoint(self._theme.scaled(60), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the rows, and do with the chosen one what the key says."""
        key, plain = event.key(), not event.modifiers() & ~_HARMLESS
        if not plain:
            super().keyPressEvent(event)
        elif key in _STEPS or key in _PAGE_STEPS:
            self._step({**_STEPS, **_PAGE_STEPS}[Qt.Key(key)])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._choose(self._item_near(0) if key == Qt.Key.Key_Home else self._item_near(self._day.rowCount() - 1))
        elif self.chosen is not None and key in _ENTER:
            if not event.isAutoRepeat() and self.chosen.acts:
                self.wanted.emit(self.chosen.acts[0])
        elif self.chosen is not None and event.text().casefold() in KEYS:
            if not event.isAutoRepeat():
                self.wanted.emit(KEYS[event.text().casefold()])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do not look for rows by their first letters: letters do something here."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; where its buttons are painted, that is a click on them, too."""
        index, place = self.indexAt(event.position().toPoint()), event.position().toPoint()
        row = self._day.row(index.row()) if index.isValid() else None
        if not isinstance(row, DayRow) or event.button() != Qt.MouseButton.LeftButton:
            return
        card = self._delegate.card(self.visualRect(index))
        if not card.contains(place):
            return
        was_chosen = index.row() == self.currentIndex().row()
        act = self._shapes.shape(row, chosen=was_chosen).act_at(place - card.topLeft())
        self._choose(index.row())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if act is not None:
            self.wanted.emit(act)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the person, or the note; two quick clicks on a painted button are one."""
        index, place = self.indexAt(event.position().toPoint()), event.position().toPoint()
        row = self._day.row(index.row()) if index.isValid() else None
        if isinstance(row, DayRow):
            card = self._delegate.card(self.visualRect(index))
            if card.contains(place) and self._shapes.shape(row, chosen=True).act_at(place - card.topLeft()) is None:
                self.wanted.emit(Act.OPEN)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row where none is chosen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._choose(self._item_near(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows into another width."""
        super().resizeEvent(event)
        self._shapes.set_width(self._delegate.card(self.viewport().rect()).width())
        self._fit_rows()
        self._place_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fit the rows that come into sight before they are painted."""
        self._fit_rows()
        super().paintEvent(event)

    def _fit_rows(self) -> None:
        """Make the rows in sight as high as what they say; the chosen one has less room beside its buttons."""
        chosen = self.currentIndex().row()
        number, bottom, moved = max(0, self.rowAt(0)), self.viewport().height(), False
        while number < self._day.rowCount() and self.rowViewportPosition(number) < bottom:
            row = self._day.row(number)
            if isinstance(row, DayRow):
                height = self._shapes.shape(row, chosen=number == chosen).height
                if self.rowHeight(number) != height:
                    self.verticalHeader().resizeSection(number, height)
                    moved = True
            number += 1
        if moved:
            self._place_buttons()

    def _place_buttons(self) -> None:
        row, index = self.chosen, self.currentIndex()
        if row is None:
            self._buttons.hide()
            return
        card = self._delegate.card(self.visualRect(index))
        self._buttons.place(row, self._shapes.shape(row, chosen=True), card)

    def _step(self, step: int) -> None:
        """Go on, or back, by so many rows that can be chosen, but not beyond the last."""
        direction, number = (1 if step > 0 else -1), self.currentIndex().row()
        left, found = abs(step), number
        while left and 0 <= number + direction < self._day.rowCount():
            number += direction
            if self._day.is_item(number):
                found, left = number, left - 1
        self._choose(found)

    def _item_near(self, number: int) -> int:
        """The row itself, or the next that can be chosen before it, or after it; -1 for none."""
        before = (each for each in range(min(number, self._day.rowCount() - 1), -1, -1) if self._day.is_item(each))
        after = (each for each in range(max(0, number), self._day.rowCount()) if self._day.is_item(each))
        return next(before, next(after, -1))

    def _choose(self, number: int) -> None:
        if number < 0:
            self.selectionModel().clear()
            self._buttons.hide()
            return
        index = self._day.index(number, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if self._day.is_heading(number - 1) and self.rowViewportPosition(number - 1) < 0:
            self.scrollTo(self._day.index(number - 1, 0))
        self.scrollTo(index)
        if number == self._item_near(self._day.rowCount() - 1):
            # The room below the last card is seen, too.
            self.scrollToBottom()
        self._place_buttons()

    def _on_current_changed(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._fit_rows()
        self._place_buttons()
        row = self.chosen
        if row is not None and row.person is not None:
            self.person_chosen.emit(row.person.id)

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._shapes.row_height)
        self._place_buttons()


_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
