"""The timeline as a list: painted, read page by page, gone through with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads.timeline import Entry, EntryKind
from infoview_desktop.ui.controls.chip import paint_chip
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.controls.row_delegate import RowDelegate
from infoview_desktop.ui.controls.row_table import RowTable
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.story.entry_layout import EntryLayout, Laid
from infoview_desktop.ui.story.entry_text import DEEDS, Deed
from infoview_desktop.ui.story.timeline_model import FIRST_PAGE, Row, TimelineModel
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import HIT
from infoview_desktop.ui.wording import said

_CORNER = 10
_CHANGE_BESIDE = 8

Index = QModelIndex | QPersistentModelIndex

TIMELINE_KEYS = KeyGroup(
    Phrase("In what happened"),
    (
        KeyHint(("Return",), Phrase("Open it, or change it")),
        KeyHint(("Del",), Phrase("Delete it")),
        KeyHint(("Shift+F10",), Phrase("What else can be done with it")),
    ),
)


class TimelineList(RowTable):
    """Shows the story of a person; signals carry an `Entry`."""

    opened = Signal(object)
    """Enter, a double click, a click on a note."""
    delete_wanted = Signal(object)
    deed_wanted = Signal(object, object, QPoint)
    """One of its deeds, after the entry, and where on the screen it stands."""
    menu_wanted = Signal(object, QPoint)
    """After the entry where on the screen its menu is to come up."""

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entries = TimelineModel(runner.read, editable=editable, parent=self)
        self._paints = _Delegate(theme, self)
        self.setAccessibleName(self.tr("What happened"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setModel(self.entries)
        self.setItemDelegate(self._paints)
        self.entries.rowsInserted.connect(lambda _parent, first, last: self._measure(first, last))
        theme.changed.connect(self._measure_all)

    def show_contact(self, contact_id: int | None, *, again: bool = False) -> None:
        """Show somebody's story; `again` keeps the place where one is in it."""
        current, scrolled = self.current, self.verticalScrollBar().value()
        at_least = max(FIRST_PAGE, self.currentIndex().row() + FIRST_PAGE) if again else FIRST_PAGE
        if again and scrolled:
            at_least = max(at_least, len(self.entries.rows))
        self.entries.show_contact(contact_id, at_least=at_least)
        self._measure_all()
        if again:
            self.verticalScrollBar().setValue(scrolled)
            if current is not None:
                self.stand_on(current.key, scroll=False)
        else:
            self.scrollToTop()

    @property
    def current(self) -> Entry | None:
        """The entry that one stands on."""
        row = self.row(self.currentIndex().row())
        return row.entry if row else None

    def row(self, place: int) -> Row | None:
        """A row; None where there is no such."""
        return self.entries.rows[place] if 0 <= place < len(self.entries.rows) else None

    def stand_on(self, key: tuple[EntryKind, int], *, scroll: bool = True) -> None:
        """Go to an entry; what stands before it is read as well."""
        place = self.entries.place_of(key)
        while place is None and self.entries.canFetchMore(QModelIndex()):
            self.entries.fetchMore(QModelIndex())
            place = self.entries.place_of(key)
        if place is not None:
            scrolled = self.verticalScrollBar().value()
            self.setCurrentIndex(self.entries.index(place, 0))
            if not scroll:
                self.verticalScrollBar().setValue(scrolled)

    def laid(self, place: int) -> Laid:
        """Where everything of a row stands."""
        return self._paints.laid(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first entry where one stood on none."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.entries.rows:
            self.setCurrentIndex(self.entries.index(0, 0))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes, Home and End go to the ends of what is read."""
        entry = self.current
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if entry is not None:
                self.opened.emit(entry)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if entry is not None:
                self.delete_wanted.emit(entry)
            case Qt.Key.Key_Home if self.entries.rows:
                self.setCurrentIndex(self.entries.index(0, 0))
            case Qt.Key.Key_End if self.entries.rows:
                self.setCurrentIndex(self.entries.index(len(self.entries.rows) - 1, 0))
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: nothing here is called by a name."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the entry below the pointer, or the one one stands on."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self.row(index.row())
        if row is not None:
            self.setCurrentIndex(index)
            corner = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(row.entry, self.viewport().mapToGlobal(corner))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was clicked on; a click on a note opens it."""
        super().mouseReleaseEvent(event)
        place = self.rowAt(event.position().toPoint().y())
        row = self.row(place)
        if row is None or event.button() != Qt.MouseButton.LeftButton or place != self.currentIndex().row():
            return
        deed = self.deed_at(event.position().toPoint())
        if deed is Deed.CHANGE:
            self.opened.emit(row.entry)
        elif deed is not None:
            self.deed_wanted.emit(row.entry, deed, event.globalPosition().toPoint())
        elif row.told.card is not None:
            self.opened.emit(row.entry)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is no note; that one is open already."""
        row = self.row(self.rowAt(event.position().toPoint().y()))
        if row is not None and row.told.card is None and self.deed_at(event.position().toPoint()) is None:
            self.opened.emit(row.entry)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked on."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        row = self.row(self.rowAt(point.y()))
        clickable = self.deed_at(point) is not None or (row is not None and row.told.card is not None)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)

    def deed_at(self, point: QPoint) -> Deed | None:
        """What is done by a click at a point of the viewport."""
        place = self.rowAt(point.y())
        row = self.row(place)
        if row is None:
            return None
        inside = self.mirrored(QRect(point.x(), point.y() - self.rowViewportPosition(place), 1, 1)).topLeft()
        for deed, rect in self._paints.deeds(place):
            if rect.contains(inside):
                return deed
        return None

    def mirrored(self, rect: QRect) -> QRect:
        """A rectangle of a row as it stands where one reads from right to left."""
        if not self.isRightToLeft():
            return rect
        return QRect(self.viewport().width() - rect.right() - 1, rect.top(), rect.width(), rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew where lines break otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure_all()

    def _measure_all(self) -> None:
        self._paints.forget()
        self._measure(0, len(self.entries.rows) - 1)

    def _measure(self, first: int, last: int) -> None:
        rows = self.verticalHeader()
        # Told of each size, or left to lay itself out while it paints, the table would paint once more after that.
        with QSignalBlocker(rows), QSignalBlocker(self.horizontalHeader()):
            self.executeDelayedItemsLayout()
            for place in range(first, last + 1):
                rows.resizeSection(place, self._paints.laid(place).height)
            self.updateGeometries()
        self.viewport().update()


class _Delegate(RowDelegate):
    """Paints entries; how a row is laid out is kept until its width or its look is another."""

    def __init__(self, theme: Theme, view: TimelineList) -> None:
        super().__init__(theme, view)
        self._view = view
        self._layout = EntryLayout(theme)
        self._laid: dict[int, Laid] = {}

    def forget(self) -> None:
        """Lay everything out anew when it is needed."""
        self._laid.clear()

    def laid(self, place: int) -> Laid:
        """Where everything of a row stands."""
        found = self._laid.get(place)
        if found is None:
            row = self._view.entries.rows[place]
            found = self._layout.lay_out(
                row.told, row.heading, self._view.viewport().width(), mirrored=self._view.isRightToLeft()
            )
            self._laid[place] = found
        return found

    def deeds(self, place: int) -> list[tuple[Deed, QRect]]:
        """What can be clicked on in a row, and where."""
        laid = self.laid(place)
        change = self._change(place, laid)
        return [*laid.deeds, *([(Deed.CHANGE, change)] if change else [])]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry, with the day above the first of it."""
        place = index.row()
        row, laid = self._view.entries.rows[place], self.laid(place)
        corner = option.rect.topLeft()
        tokens, view = self._theme.tokens, self._view

        def there(rect: QRect) -> QRect:
            return view.mirrored(rect).translated(corner)

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            self.paint_text(painter, there(laid.heading), row.heading, "section", tokens.ink2)
        hovered = place == view.hovered_row
        if not laid.card.isNull():
            painter.setPen(QPen(QColor(tokens.hairline), 1))
            painter.setBrush(QColor(tokens.hover if hovered else tokens.pane))
            painter.drawRoundedRect(there(laid.card).toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
        if not laid.icon.isNull():
            ratio = painter.deviceTransform().m11()
            pixmap = self._theme.pixmap(row.told.icon, tokens.ink2, laid.icon.width(), ratio)
            painter.drawPixmap(there(laid.icon).topLeft(), pixmap)
        for line in laid.lines:
            width = round(line.layout.lineAt(0).width()) if line.layout.lineCount() else 0
            left = there(QRect(line.left, line.top, width, 1)).left()
            painter.setPen(QColor(tokens.colour(line.ink)))
            line.layout.draw(painter, QPointF(left, corner.y() + line.top))
        if row.told.chip:
            ink, ground = tokens.tone(row.told.tone)
            paint_chip(painter, there(laid.chip), row.told.chip, ink, ground, self._theme.font("chip"))
        for deed, rect in self.deeds(place):
            self._paint_deed(painter, there(rect), deed)
        if view.hasFocus() and place == view.currentIndex().row():
            ring = laid.body if laid.card.isNull() else laid.card
            paint_focus_ring(painter, there(ring), tokens, _CORNER)
        painter.restore()

    def _paint_deed(self, painter: QPainter, rect: QRect, deed: Deed) -> None:
        tokens = self._theme.tokens
        if deed is Deed.CHANGE:
            # It lies over the end of the words.
            painter.fillRect(rect, QColor(tokens.pane))
        centre = Qt.AlignmentFlag.AlignHCenter
        self.paint_text(painter, rect, said(DEEDS[deed]), "emphasis", tokens.accent, align=centre)

    def _change(self, place: int, laid: Laid) -> QRect | None:
        """Where Change stands: on what can be mended, while one stands on it or the pointer does."""
        view, row = self._view, self._view.entries.rows[place]
        mendable = row.entry.kind in {EntryKind.TOUCH, EntryKind.INTERVIEW}
        if not mendable or place not in {view.hovered_row, view.currentIndex().row()}:
            return None
        beside = 2 * self._theme.scaled(_CHANGE_BESIDE)
        width = self.metrics("emphasis").horizontalAdvance(said(DEEDS[Deed.CHANGE])) + beside
        hit = self._theme.scaled(HIT)
        if laid.deeds:
            # Words beside a chip go up to it; below them there is room.
            last = laid.deeds[-1][1]
            if last.right() + width <= laid.body.right():
                return QRect(last.right() + 1, last.top(), width, hit)
        right = laid.chip.left() if row.told.chip else view.viewport().width() - beside // 2
        return QRect(right - width, laid.icon.center().y() - hit // 2, width, hit)
