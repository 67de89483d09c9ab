"""The results of a search as a list: what they say, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from infoview_desktop.domain.initials import initials
from infoview_desktop.ui.controls.avatar import avatar_colour, paint_avatar
from infoview_desktop.ui.controls.chip import chip_size, paint_chip
from infoview_desktop.ui.controls.row_delegate import RowDelegate
from infoview_desktop.ui.search.found_rows import FoundRow
from infoview_desktop.ui.search.marked_text import paint_marked
from infoview_desktop.ui.stages import StageMark
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import FOCUS_WIDTH, ICON, RADIUS

ROW = 36
_PICTURE = 24
_MARGIN = 10
_GAP = 10
_AT_RIGHT_AT_MOST = 0.3
_MARK_AT_MOST = 0.25

Index = QModelIndex | QPersistentModelIndex


class ResultsModel(QAbstractListModel):
    """The rows, for the view and for assistive technology."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[FoundRow] = ()

    def show(self, rows: Sequence[FoundRow]) -> None:
        """Have other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> FoundRow:
        """The row of this number."""
        return self._rows[number]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """All that a row says; what is seen of it is painted by hand."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._rows[index.row()].spoken
        return None


class ResultsList(QListView):
    """A list that never takes the focus: the cursor stays in the field."""

    def __init__(self, theme: Theme, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self._theme = theme
        # What lies under the list need not be painted anew with each key.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setModel(model)
        self.setItemDelegate(_ResultDelegate(theme, self, model))
        self.setAccessibleName(self.tr("Search results"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, too: the viewport is opaque."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.tokens.pane))
        painter.end()
        super().paintEvent(event)

    def _hover(self, row: int) -> None:
        self.hovered_row = row
        self.viewport().update()


class _ResultDelegate(RowDelegate):
    """Paints a result on one line: picture, name, what else there is to say, and its kind or keys at the right."""

    def __init__(self, theme: Theme, view: ResultsList, model: ResultsModel) -> None:
        super().__init__(theme, view)
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """The height of a row; it is as wide as the list."""
        return QSize(0, self._theme.scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one result."""
        row, tokens = self._model.row(index.row()), self._theme.tokens
        rect = option.rect
        self._paint_behind(painter, rect, index)
        inside = rect.adjusted(self._theme.scaled(_MARGIN), 0, -self._theme.scaled(_MARGIN), 0)
        self._paint_picture(painter, inside, row)
        gap = self._theme.scaled(_GAP)
        inside.setLeft(inside.left() + self._theme.scaled(_PICTURE) + gap)
        inside.setRight(self._paint_at_right(painter, inside, row.at_right) - gap)
        inside.setRight(self._paint_mark(painter, inside, row.mark))
        room = inside.width()
        name = QRect(inside)
        if row.detail.text:
            more = self.metrics("caption").horizontalAdvance(row.detail.text) + gap
            name.setWidth(max(round(room * row.share), room - more))
        taken = paint_marked(painter, name, row.name, self._theme.font("emphasis"), tokens.ink, tokens.accent)
        detail = inside.adjusted(taken + gap, 0, 0, 0)
        if row.detail.text and detail.width() > 0:
            paint_marked(painter, detail, row.detail, self._theme.font("caption"), tokens.ink2, tokens.accent)

    def _paint_behind(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The current row stands out by its ground and by a bar before it."""
        tokens = self._theme.tokens
        current = index.row() == self._view.currentIndex().row()
        if not current and index.row() != self._view.hovered_row:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.selection if current else tokens.hover))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if current:
            painter.setBrush(QColor(tokens.accent))
            bar = QRect(rect.left(), rect.top() + RADIUS, FOCUS_WIDTH + 1, rect.height() - 2 * RADIUS)
            painter.drawRoundedRect(bar, FOCUS_WIDTH / 2, FOCUS_WIDTH / 2)
        painter.restore()

    def _paint_picture(self, painter: QPainter, rect: QRect, row: FoundRow) -> None:
        side = self._theme.scaled(_PICTURE)
        place = QRect(rect.left(), rect.top() + (rect.height() - side) // 2, side, side)
        if row.icon:
            inset = (side - self._theme.scaled(ICON)) // 2
            ratio = painter.deviceTransform().m11()
            size = side - 2 * inset
            picture = self._theme.pixmap(row.icon, self._theme.tokens.ink2, size, ratio)
            painter.drawPixmap(place.adjusted(inset, inset, -inset, -inset).topLeft(), picture)
        else:
            painter.setFont(self._theme.font("body"))
            paint_avatar(painter, place, initials(*row.person), avatar_colour(row.name.text))

    def _paint_at_right(self, painter: QPainter, rect: QRect, text: str) -> int:
        """Paint the kind, the keys or whom a note is about; return where they begin."""
        room = round(rect.width() * _AT_RIGHT_AT_MOST)
        place, right = rect.adjusted(rect.width() - room, 0, 0, 0), Qt.AlignmentFlag.AlignRight
        self.paint_text(painter, place, text, "small", self._theme.tokens.ink3, align=right)
        return rect.right() - min(room, self.metrics("small").horizontalAdvance(text))

    def _paint_mark(self, painter: QPainter, rect: QRect, mark: StageMark) -> int:
        """Paint how far it has come with a person where there is room for that; return where the rest ends."""
        font = self._theme.font("chip")
        size = chip_size(mark.text, font)
        if not mark.text or size.width() > rect.width() * _MARK_AT_MOST:
            return rect.right()
        left = rect.right() - size.width()
        chip = QRect(left, rect.center().y() - size.height() // 2, size.width(), size.height())
        ink, ground = self._theme.tokens.tone(mark.tone)
        paint_chip(painter, chip, mark.text, ink, ground, font)
        return left - self._theme.scaled(_GAP)
