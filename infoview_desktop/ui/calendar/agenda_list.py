"""The agenda: what stands on the days to come, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStackedWidget, QStyleOptionViewItem, QVBoxLayout, QWidget

from infoview_desktop.domain.calendar_days import ShownDays
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.calendar.agenda_model import AgendaModel, AgendaRow, Index, agenda_rows
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.calendar_view import CalendarView, by_days
from infoview_desktop.ui.calendar.card import look_of
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.controls.row_delegate import RowDelegate
from infoview_desktop.ui.controls.row_table import RowTable
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.local_time import days_text
from infoview_desktop.ui.theme.fonts import FontRole
from infoview_desktop.ui.theme.theme import Theme

_HEADING, _ROW, _LINE = 36, 46, 18
_MARGIN, _GAP, _BAR = 16, 10, 3
_WHEN_SHARE = 0.4
"""How much of a row the words for when it is may take."""
AGENDA_KEYS = KeyGroup(
    Phrase("In the agenda"),
    (
        KeyHint(("Return",), Phrase("Open the entry")),
        KeyHint(("Alt+Up", "Alt+Down"), Phrase("Move it by a day")),
        KeyHint(("Del",), Phrase("Delete it, or skip it")),
    ),
)

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AgendaList(CalendarView):
    """With Alt the arrows move what one stands on to the day before or after."""

    def __init__(self, theme: Theme, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, editable=editable, parent=parent)
        self._rows = AgendaModel(self)
        self._list = _List(theme, self._rows)
        self._list.setAccessibleName(self.tr("Agenda"))
        self._nothing = EmptyState(theme, "", icon="calendar")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._list)
        self._silent = False
        self._awaited: tuple[object, ...] | None = None
        self._list.opened.connect(self._on_opened)
        self._list.move_wanted.connect(self._on_move_wanted)
        self._list.menu_wanted.connect(self._on_menu_wanted)
        self._list.selectionModel().currentRowChanged.connect(self._on_current_changed)

    @property
    def current(self) -> Block | None:
        """Which block is chosen."""
        place = self._list.currentIndex()
        return self._rows.rows[place.row()].block if place.isValid() else None

    @property
    def day(self) -> date | None:
        """The day of what one stands on."""
        place = self._list.currentIndex()
        return self._rows.rows[place.row()].day if place.isValid() else None

    @property
    def place(self) -> QPoint:
        """Where on the screen one stands."""
        rect = self._list.visualRect(self._list.currentIndex())
        return self._list.viewport().mapToGlobal(rect.center())

    def show_days(
        self,
        days: ShownDays,
        blocks: Sequence[Block],
        *,
        now: datetime,
        others: Sequence[Block] = (),
    ) -> None:
        """Show what stands on these days."""
        chosen = self._awaited or (self.current.key if self.current else None)
        scrolled = self._list.verticalScrollBar().value()
        same_days = self._days == days
        self._days, self._blocks, self._now, self._others = days, tuple(blocks), now, tuple(others)
        self._silent = True
        self._rows.start(agenda_rows(days, blocks, today=now.date(), time_zone=str(now.tzinfo)))
        self._list.measure()
        self._choose([row for row, each in enumerate(self._rows.rows) if each.block and each.block.key == chosen])
        self._silent = False
        if self.current is not None:
            self._awaited = None
        self._list.verticalScrollBar().setValue(scrolled if same_days else 0)
        period = days_text(days.first, days.last, today=now.date())
        self._nothing.set_sentence(self.tr("Nothing is booked or due on {days}.").format(days=period))
        self._pages.setCurrentIndex(0 if self._rows.rows else 1)

    def set_now(self, now: datetime) -> None:
        """The clock has gone on; another day is told by `show_days`."""
        self._now = now

    def stand_on(self, day: date) -> None:
        """Stand on the first thing of a day, or of the next on which there is any."""
        if self.current is not None:
            self._silent = True
            self._choose([row for row, each in enumerate(self._rows.rows) if each.block and each.day >= day])
            self._silent = False

    def choose(self, kind: BlockKind, block_id: int) -> None:
        """Go to a block without telling."""
        self._silent = True
        self._choose(
            [
                row
                for row, each in enumerate(self._rows.rows)
                if each.block and (each.block.kind, each.block.id) == (kind, block_id)
            ]
        )
        self._silent = False

    def _choose(self, rows: list[int]) -> None:
        if rows:
            self._list.setCurrentIndex(self._rows.index(rows[0], 0))

    def _block(self, row: int) -> Block | None:
        return self._rows.rows[row].block if 0 <= row < len(self._rows.rows) else None

    def _on_current_changed(self, current: QModelIndex) -> None:
        if not self._silent:
            self.chosen.emit(self._block(current.row()))

    def _on_opened(self, row: int) -> None:
        block = self._block(row)
        if block is not None:
            self.opened.emit(block)

    def _on_menu_wanted(self, row: int, place: QPoint) -> None:
        block = self._block(row)
        if block is not None:
            self.menu_wanted.emit(block, place)

    def _on_move_wanted(self, step: int) -> None:
        block = self.current
        if block is None:
            return
        if self._may_move(block):
            self._have_moved(block, by_days(block, step, time_zone=self._time_zone))
        else:
            self._refuse()

    def _show_meanwhile(self, block: Block, changed: Block) -> None:  # noqa: ARG002 - the rows are in order of the book
        """Leave it where it is until the book says where it is, and stay with it."""
        self._awaited = block.key


class _List(RowTable):
    """The rows; signals carry the number of one."""

    opened = Signal(int)
    menu_wanted = Signal(int, QPoint)
    move_wanted = Signal(int)
    """The current one, by so many days."""

    def __init__(self, theme: Theme, rows: AgendaModel) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows
        self.widest_when = 0
        """Pixels that the words for when it is take at most."""
        self.setModel(rows)
        self.setItemDelegate(_Delegate(theme, self, rows))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        theme.changed.connect(self.measure)

    def measure(self) -> None:
        """Give each row its height."""
        header, metrics = self.verticalHeader(), QFontMetrics(self._theme.font("caption"))
        self.widest_when = max((metrics.horizontalAdvance(row.when) + 1 for row in self._rows.rows), default=0)
        header.setDefaultSectionSize(self._theme.scaled(_ROW))
        for number, row in enumerate(self._rows.rows):
            if row.block is None:
                header.resizeSection(number, self._theme.scaled(_HEADING))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first thing."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and len(self._rows.rows) > 1:
            self.setCurrentIndex(self._rows.index(1, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; with Alt the arrows move it."""
        key = Qt.Key(event.key())
        if key in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif key in _MOVES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(_MOVES[key])
        elif key == Qt.Key.Key_Delete:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            row, place = self.rowAt(event.pos().y()), event.globalPos()
        else:
            row = self.currentIndex().row()
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(row, place)

    def keyboardSearch(self, search: str) -> None:
        """Leave finding to the search field."""


class _Delegate(RowDelegate):
    """Paints headings and rows."""

    def __init__(self, theme: Theme, view: _List, rows: AgendaModel) -> None:
        super().__init__(theme, view)
        self._view = view
        self._rows = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row, rect = self._rows.rows[index.row()], option.rect
        painter.save()
        if row.block is None:
            heading = rect.adjusted(self._theme.scaled(_MARGIN), self._theme.scaled(_MARGIN) // 2, 0, 0)
            self.paint_text(painter, heading, row.heading, "section", self._theme.tokens.ink2)
        else:
            selected = self._view.selectionModel().isSelected(index)
            self.paint_ground(painter, rect, selected=selected, hovered=index.row() == self._view.hovered_row)
            self._paint_block(painter, rect, row, row.block)
            if self._view.hasFocus() and self._view.currentIndex() == index:
                paint_focus_ring(painter, rect, self._theme.tokens)
        painter.restore()

    def _paint_block(self, painter: QPainter, rect: QRect, row: AgendaRow, block: Block) -> None:
        scaled, look = self._theme.scaled, look_of(block, self._theme.tokens)
        inside = rect.adjusted(scaled(_MARGIN), 0, -scaled(_MARGIN), 0)
        width = min(self._view.widest_when, int(inside.width() * _WHEN_SHARE))
        mirrored = self._view.isRightToLeft()
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        when = _part(inside, 0, width, mirrored=mirrored)
        bar = _part(inside, width + scaled(_GAP), _BAR, mirrored=mirrored)
        beside = width + 2 * scaled(_GAP) + _BAR
        words = _part(inside, beside, inside.width() - beside, mirrored=mirrored)
        self.paint_text(painter, when, row.when, "caption", self._theme.tokens.ink2, align=align)
        painter.fillRect(bar.adjusted(0, scaled(_GAP), 0, -scaled(_GAP)), QColor(look.bar))
        height = scaled(_LINE)
        lines: list[tuple[str, FontRole, str]] = [
            (block.title, "emphasis", look.ink),
            (block.detail, "caption", self._theme.tokens.ink2),
        ]
        lines = [line for line in lines if line[0]]
        top = words.center().y() - height * len(lines) // 2 + 1
        for number, (text, font, ink) in enumerate(lines):
            line = QRect(words.left(), top + number * height, words.width(), height)
            self.paint_text(painter, line, text, font, ink, align=align)


def _part(whole: QRect, offset: int, width: int, *, mirrored: bool) -> QRect:
    """A part of a row, so far from where one begins to read."""
    left = whole.right() + 1 - offset - width if mirrored else whole.left() + offset
    return QRect(left, whole.top(), width, whole.height())
