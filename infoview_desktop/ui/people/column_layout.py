"""Which columns a list has, in which order and how wide, as the user likes it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from infoview_desktop.ui.people.contact_columns import COLUMNS

_NARROWEST, _WIDEST = 60, 4_000
_SECTIONS = {column.name: section for section, column in enumerate(COLUMNS)}


class ColumnLayout(QObject):
    """The columns of a table. They share its width; the first has its place, the others can be moved and hidden.

    `menu` chooses which of them are shown.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._headings: QHeaderView = table.horizontalHeader()
        self._widths = [column.width for column in COLUMNS]
        self._shown = [column.shown for column in COLUMNS]
        self._as_table = False
        # As it was told: to ask for the viewport makes PySide learn of every widget there is.
        self._room = 0
        self._headings.setHighlightSections(False)
        self._headings.setSectionsClickable(True)
        self._headings.setSectionsMovable(True)
        self._headings.setFirstSectionMovable(False)
        self._headings.setSortIndicatorShown(True)
        self._headings.setMinimumSectionSize(_NARROWEST)
        self._headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._headings.sectionResized.connect(self._on_resized)
        self.menu = self._menu()

    def arrangement(self) -> list[list[Any]]:
        """Name, width and whether it is shown, of each column in its order; plain values."""
        sections = (self._headings.logicalIndex(place) for place in range(len(COLUMNS)))
        return [[COLUMNS[each].name, self._widths[each], self._shown[each]] for each in sections]

    def restore(self, left: Any) -> None:  # noqa: ANN401 - what a setting holds
        """Have the columns as they were left; what makes no sense is as at first, and what was not there yet, too."""
        entries = left if isinstance(left, list) else []
        order = []
        for entry in entries:
            match entry:
                case [str(name), int(width), bool(shown)] if name in _SECTIONS:
                    section = _SECTIONS[name]
                    self._widths[section] = min(max(_NARROWEST, width), _WIDEST)
                    self._shown[section] = shown or section == 0
                    order.append(section)
        for section in range(len(COLUMNS)):
            if section not in order:
                order.insert(order.index(section - 1) + 1 if section else 0, section)
        for place, section in enumerate(dict.fromkeys((0, *order))):
            self._headings.moveSection(self._headings.visualIndex(section), place)
        self._arrange()

    def show(self, *, as_table: bool, room: int) -> None:
        """Lay out one card or the columns within so many pixels."""
        self._as_table, self._room = as_table, room
        self._arrange()

    def _arrange(self) -> None:
        with QSignalBlocker(self._headings):
            for section in range(len(COLUMNS)):
                hidden = section > 0 and not (self._as_table and self._shown[section])
                self._table.setColumnHidden(section, hidden)
            self._headings.setVisible(self._as_table)
            for action, section in zip(self.menu.actions(), range(1, len(COLUMNS)), strict=True):
                action.setChecked(self._shown[section])
        self._fill()

    def _visible(self) -> list[int]:
        sections = (self._headings.logicalIndex(place) for place in range(len(COLUMNS)))
        return [section for section in sections if self._shown[section]]

    def _fill(self) -> None:
        """Share the room there is: all of it to a card, to the columns of a table their headings' and then a share."""
        room = self._room
        with QSignalBlocker(self._headings):
            if not self._as_table:
                self._headings.resizeSection(0, room)
                return
            *others, last = self._visible()
            floors = {section: self._floor(section) for section in (*others, last)}
            spare = room - sum(floors.values())
            if spare < 0:
                floors, spare = dict.fromkeys(floors, 0), room
            wanted = {section: max(1, self._widths[section] - floor) for section, floor in floors.items()}
            whole = sum(wanted.values())
            for section in others:
                share = max(_NARROWEST, floors[section] + wanted[section] * spare // whole)
                self._headings.resizeSection(section, share)
                room -= share
            self._headings.resizeSection(last, max(_NARROWEST, room))

    def _floor(self, section: int) -> int:
        """How wide a column has to be for its heading to be read."""
        return max(_NARROWEST, self._headings.sectionSizeHint(section))

    def _menu(self) -> QMenu:
        menu = QMenu(self.tr("Columns"), self._table)
        for section, column in enumerate(COLUMNS):
            if section:
                action = QAction(column.title, menu, checkable=True)
                action.triggered.connect(lambda checked, section=section: self._on_chosen(section, shown=checked))
                menu.addAction(action)
        menu.menuAction().setShortcut("Ctrl+Alt+C")
        menu.menuAction().triggered.connect(lambda: menu.popup(self._table.mapToGlobal(QPoint())))
        return menu

    def _on_chosen(self, section: int, *, shown: bool) -> None:
        self._shown[section] = shown
        self._arrange()

    def _on_resized(self, section: int, before: int, width: int) -> None:
        """Take from the next column what this one gets, so that all of them stay in sight."""
        if not self._room:
            return  # it is Qt that lays them out for the first time, not the user
        visible = self._visible()
        place = visible.index(section)
        if len(visible) > 1:
            neighbour = visible[place + 1 if place + 1 < len(visible) else place - 1]
            with QSignalBlocker(self._headings):
                given = max(_NARROWEST, self._headings.sectionSize(neighbour) + before - width)
                self._headings.resizeSection(neighbour, given)
        for each in visible:
            self._widths[each] = self._headings.sectionSize(each)
