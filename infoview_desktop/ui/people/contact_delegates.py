"""How a contact is painted: as a card in a narrow pane, as a row of cells in a wide one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from infoview_desktop.domain.contact import ContactLine, work
from infoview_desktop.domain.initials import initials
from infoview_desktop.ui.controls.avatar import avatar_colour, paint_avatar
from infoview_desktop.ui.controls.chip import chip_size, paint_chip
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.controls.row_delegate import RowDelegate
from infoview_desktop.ui.controls.row_table import HoveredTable
from infoview_desktop.ui.people.contact_columns import COLUMNS, line_mark
from infoview_desktop.ui.people.contacts_model import ContactsModel
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import PICTURE_ROW, PLAIN_ROW, Tone

if TYPE_CHECKING:
    from infoview_desktop.ui.people.photos import Photos

_MARGIN = 16
_GAP = 10
_PICTURE = 32
_LINE = 18
_CHIP_AT_MOST = 0.4
_CELL_MARGIN = 8
_STAR = 13
_STAR_GAP = 5
_USUAL: Tone = "quiet"
_NEW: Tone = "blue"

Index = QModelIndex | QPersistentModelIndex
Picture = Callable[[QPainter, QRect], None]
"""Paints what stands at the beginning of a card."""


class CellDelegate(RowDelegate):
    """A contact as a row of a table, with a hairline below, and a ring around the current row."""

    row_height = PLAIN_ROW
    """Pixels at the usual text size."""

    def __init__(self, theme: Theme, view: HoveredTable) -> None:
        super().__init__(theme, view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        rect = option.rect
        # Asked of the view rather than of the option: its state is of QStyle, which takes PySide long to load.
        selected = self._view.selectionModel().isSelected(index)
        self.paint_ground(painter, rect, selected=selected, hovered=index.row() == self._view.hovered_row)
        self.paint_inside(painter, rect, index)
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            self._paint_ring(painter, rect)

    def paint_inside(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint what is in a cell, on its ground."""
        model = index.model()
        line = model.line(index.row()) if isinstance(model, ContactsModel) else None
        if line is not None:
            self.paint_contact(painter, rect, line, index.column())

    def paint_contact(self, painter: QPainter, rect: QRect, line: ContactLine, column: int) -> None:
        """Paint one cell; the name stands out."""
        tokens = self._theme.tokens
        margin = self._theme.scaled(_MARGIN if column == 0 else _CELL_MARGIN)
        inside = rect.adjusted(margin, 0, -self._theme.scaled(_CELL_MARGIN), -1)
        text = COLUMNS[column].text(line)
        if column == 0:
            new_job = self.tr("new job")
            # A part of the word would say nothing; the column of what they did before says it all.
            if line.before and chip_size(new_job, self._theme.font("chip")).width() <= inside.width() * _CHIP_AT_MOST:
                inside.setRight(self._paint_chip(painter, inside, new_job, _NEW) - _CELL_MARGIN)
            self._paint_name(painter, inside, text, starred=line.listed)
        elif COLUMNS[column].name == "stage":
            if text:
                self._paint_chip_at(painter, inside, text, line_mark(line).tone)
        else:
            self.paint_text(painter, inside, text, "body", tokens.ink2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """The height of a row; widths are the header's."""
        return QSize(0, self._theme.scaled(self.row_height))

    def _paint_name(self, painter: QPainter, rect: QRect, name: str, *, starred: bool) -> None:
        """Paint the name, and a star after it where they are on the short list."""
        side = self._theme.scaled(_STAR) if starred else 0
        words = rect.adjusted(0, 0, -side, 0)
        self.paint_text(painter, words, name, "emphasis", self._theme.tokens.ink)
        if side:
            width = self.metrics("emphasis").horizontalAdvance(name) + self._theme.scaled(_STAR_GAP)
            corner = QPoint(min(words.left() + width, words.right()), rect.center().y() - side // 2)
            # Asked of the transformation: to ask for the device makes PySide learn of every widget there is.
            ratio = painter.deviceTransform().m11()
            painter.drawPixmap(corner, self._theme.pixmap("star-filled", self._theme.tokens.accent, side, ratio))

    def _paint_chip(self, painter: QPainter, words: QRect, chip: str, tone: Tone) -> int:
        """Paint a chip at the end of a place for words, and return where it begins."""
        width = min(chip_size(chip, self._theme.font("chip")).width(), int(words.width() * _CHIP_AT_MOST))
        self._paint_chip_at(painter, words.adjusted(words.width() - width, 0, 0, 0), chip, tone)
        return words.right() - width

    def _paint_chip_at(self, painter: QPainter, place: QRect, chip: str, tone: Tone) -> None:
        """Paint a chip at the beginning of a place, as wide as it has to be where there is room for that."""
        font = self._theme.font("chip")
        size = chip_size(chip, font)
        width = min(size.width(), place.width())
        rect = QRect(place.left(), place.center().y() - size.height() // 2, width, size.height())
        ink, ground = self._theme.tokens.tone(tone)
        paint_chip(painter, rect, chip, ink, ground, font)

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        row = QRect(0, rect.top(), self._view.horizontalHeader().length(), rect.height() - 1)
        painter.save()
        painter.setClipRect(rect)
        paint_focus_ring(painter, row, self._theme.tokens)
        painter.restore()


class CardDelegate(CellDelegate):
    """A contact as a card: picture, name, position and organization, and how far it has come, or the first tag."""

    row_height = PICTURE_ROW

    def __init__(self, theme: Theme, view: HoveredTable, photos: Callable[[], Photos] | None = None) -> None:
        super().__init__(theme, view)
        self._photos = photos

    def paint_contact(self, painter: QPainter, rect: QRect, line: ContactLine, column: int) -> None:  # noqa: ARG002
        """Paint the card."""
        words = self.paint_picture(painter, rect, partial(self._paint_person, line))
        mark = line_mark(line)
        if mark.text:
            chip, tone = mark.text, mark.tone
        elif line.before:
            chip, tone = self.tr("new job"), _NEW
        else:
            chip, tone = tags_in_short(line.tags), _USUAL
        self.paint_words(
            painter,
            words,
            (line.name, work(line.position, line.organization)),
            chip=chip,
            tone=tone,
            starred=line.listed,
        )

    def paint_picture(self, painter: QPainter, rect: QRect, picture: Picture) -> QRect:
        """Let `picture` be painted at the beginning of a card; return where there is room for the words."""
        scaled = self._theme.scaled
        side = scaled(_PICTURE)
        inside = rect.adjusted(scaled(_MARGIN), 0, -scaled(_MARGIN), 0)
        painter.setFont(self._theme.font("body"))
        picture(painter, QRect(inside.left(), rect.top() + (rect.height() - side) // 2, side, side))
        return inside.adjusted(side + scaled(_GAP), 0, 0, 0)

    def _paint_person(self, line: ContactLine, painter: QPainter, rect: QRect) -> None:
        """Paint the photo, or the initials where there is none."""
        ratio = painter.deviceTransform().m11()
        photo = self._photos().photo(line.id, rect.width(), ratio) if self._photos and line.has_photo else None
        if photo is not None:
            painter.drawPixmap(rect.topLeft(), photo)
            return
        letters = initials(line.given_name, line.family_name)
        paint_avatar(painter, rect, letters, avatar_colour(line.name))

    def paint_words(
        self,
        painter: QPainter,
        words: QRect,
        lines: tuple[str, str],
        *,
        chip: str,
        tone: Tone = _USUAL,
        starred: bool = False,
    ) -> None:
        """Paint a name, what is said below it, and a chip at the end; both of these may be missing."""
        name, below = lines
        tokens, half = self._theme.tokens, self._theme.scaled(_LINE)
        if chip:
            words.setRight(self._paint_chip(painter, words, chip, tone) - self._theme.scaled(_GAP))
        if not below:
            self._paint_name(painter, words, name, starred=starred)
            return
        upper = QRect(words.left(), words.center().y() - half + 1, words.width(), half)
        self._paint_name(painter, upper, name, starred=starred)
        self.paint_text(painter, upper.translated(0, half), below, "caption", tokens.ink2)


def tags_in_short(tags: str) -> str:
    """The first of some tags with commas between, and how many more there are."""
    first, *more = tags.split(", ")
    return f"{first} +{len(more)}" if more else first
