"""How a row of the day is painted: the name of a section, or a part of its card with words and buttons."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from infoview_desktop.domain.initials import initials
from infoview_desktop.ui.controls.avatar import avatar_colour, paint_avatar
from infoview_desktop.ui.controls.chip import paint_chip
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.controls.row_delegate import RowDelegate
from infoview_desktop.ui.controls.row_table import HoveredTable
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.people.photos import Photos
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import CARD_RADIUS, ICON, RADIUS
from infoview_desktop.ui.today.acts import BUTTONS, Act
from infoview_desktop.ui.today.day_model import DayModel
from infoview_desktop.ui.today.day_row import DayRow, Heading
from infoview_desktop.ui.today.row_shape import CHEVRON, RowShape, RowShapes
from infoview_desktop.ui.wording import said

MARGIN = 40
"""Pixels at both sides of a card."""

_WIDEST = 860
_OVER_CARD = 7
_HEADING_LINE = 18
_IN_ICON = 17
_BESIDE_ICON = 6
_IN_BUTTON = 12
_HINT_RADIUS = 4
_LONGEST_TIP = 2_000
"""Letters; what is longer can be read and scrolled where it says why."""

Index = QModelIndex | QPersistentModelIndex


class DayDelegate(RowDelegate):
    """Paints rows; the buttons of the chosen one are real ones, which lie over it."""

    def __init__(self, theme: Theme, view: HoveredTable, shapes: RowShapes, photos: Photos) -> None:
        super().__init__(theme, view)
        self._view = view
        self._shapes = shapes
        self._photos = photos

    def card(self, rect: QRect) -> QRect:
        """Where in a row as wide as the view its card is."""
        margin = self._theme.scaled(MARGIN)
        return QRect(
            rect.left() + margin,
            rect.top(),
            min(self._theme.scaled(_WIDEST), rect.width() - 2 * margin),
            rect.height(),
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        model = index.model()
        if not isinstance(model, DayModel):
            return
        # Qt has painted the ground of the whole row, of which only the card is chosen.
        painter.fillRect(option.rect, QColor(self._theme.tokens.pane))
        match model.row(index.row()):
            case Heading(text):
                self._paint_heading(painter, self.card(option.rect), text)
            case DayRow() as row:
                self._paint_row(painter, self.card(option.rect), row, index)
            case _:
                pass

    def _paint_heading(self, painter: QPainter, card: QRect, text: str) -> None:
        top = card.bottom() + 1 - self._theme.scaled(_OVER_CARD + _HEADING_LINE)
        line = QRect(card.left(), top, card.width(), self._theme.scaled(_HEADING_LINE))
        self.paint_text(painter, line, text, "section", self._theme.tokens.ink2)

    def _paint_row(self, painter: QPainter, card: QRect, row: DayRow, index: Index) -> None:
        model, number = index.model(), index.row()
        current = number == self._view.currentIndex().row()
        ring = current and self._view.hasFocus()
        if isinstance(model, DayModel):
            first, last = not model.is_item(number - 1), not model.is_item(number + 1)
            hovered = number == self._view.hovered_row
            self._paint_ground(painter, card, current=current, hovered=hovered, first=first, last=last, ring=ring)
        shape, corner = self._shapes.shape(row, chosen=current), card.topLeft()
        tokens = self._theme.tokens
        self._paint_picture(painter, shape.picture.translated(corner), row)
        painter.setPen(QColor(tokens.ink))
        shape.title.draw(painter, QPointF(corner + shape.title_at))
        painter.setPen(QColor(tokens.ink2))
        shape.reason.draw(painter, QPointF(corner + shape.reason_at))
        if row.chip:
            ink, ground = tokens.tone(row.tone)
            paint_chip(painter, shape.chip.translated(corner), row.chip, ink, ground, self._theme.font("chip"))
        if current:
            self._paint_hint(painter, shape.hint.translated(corner))
        else:
            self._paint_buttons(painter, shape, card)

    def _paint_ground(
        self, painter: QPainter, card: QRect, *, current: bool, hovered: bool, first: bool, last: bool, ring: bool
    ) -> None:
        """Paint a part of a card: it is round where it begins and ends, and has a hairline around and between."""
        tokens, radius = self._theme.tokens, CARD_RADIUS
        whole = QRectF(card).adjusted(0.5, 0.5 if first else -2 * radius, -0.5, -0.5 if last else 2 * radius)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(card)
        ground = tokens.selection if current else tokens.hover if hovered else tokens.pane
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(whole, radius, radius)
        painter.restore()
        if not last:
            painter.fillRect(card.left(), card.bottom(), card.width(), 1, QColor(tokens.hairline))
        if ring:
            paint_focus_ring(painter, card, tokens, radius if first or last else 0)

    def _paint_picture(self, painter: QPainter, rect: QRect, row: DayRow) -> None:
        person, ratio = row.person, painter.deviceTransform().m11()
        if person is None:
            self._paint_drawing(painter, rect, "people" if row.ref is None else "note")
            return
        photo = self._photos.photo(person.id, rect.width(), ratio) if person.has_photo else None
        if photo is not None:
            painter.drawPixmap(rect.topLeft(), photo)
            return
        painter.setFont(self._theme.font("body"))
        paint_avatar(painter, rect, initials(person.given_name, person.family_name), avatar_colour(person.name))

    def _paint_drawing(self, painter: QPainter, rect: QRect, icon: str) -> None:
        """Paint a drawing where there is nobody whose picture it could be."""
        tokens, side = self._theme.tokens, self._theme.scaled(ICON)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.quiet))
        painter.drawEllipse(rect)
        painter.restore()
        picture = self._theme.pixmap(icon, tokens.ink2, side, painter.deviceTransform().m11())
        inset = (rect.width() - side) // 2
        painter.drawPixmap(rect.left() + inset, rect.top() + inset, picture)

    def _paint_hint(self, painter: QPainter, rect: QRect) -> None:
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _HINT_RADIUS, _HINT_RADIUS)
        painter.restore()
        centre = Qt.AlignmentFlag.AlignHCenter
        self.paint_text(painter, rect, self.hint_text(), "small", tokens.ink3, align=centre)

    def hint_text(self) -> str:
        """The name of the key that does what comes naturally."""
        return self.tr("Enter")

    def _paint_buttons(self, painter: QPainter, shape: RowShape, card: QRect) -> None:
        """Paint buttons as they look while they are not used."""
        font = self._shapes.button_font()
        for number, (act, rect) in enumerate(shape.buttons):
            place = rect.translated(card.topLeft())
            self._paint_button(painter, place, act, outlined=number == 0 or bool(BUTTONS[act].icon))
            painter.setFont(font)
            painter.setPen(QColor(self._theme.tokens.ink if BUTTONS[act].icon else self._theme.tokens.ink2))
            inside = place.adjusted(self._theme.scaled(_IN_BUTTON), 0, 0, 0)
            if BUTTONS[act].icon:
                inside.setLeft(inside.left() + self._theme.scaled(_IN_ICON + _BESIDE_ICON))
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(inside, left, said(BUTTONS[act].text))

    def _paint_button(self, painter: QPainter, place: QRect, act: Act, *, outlined: bool) -> None:
        """Paint a button without its words."""
        tokens, scaled = self._theme.tokens, self._theme.scaled
        ratio = painter.deviceTransform().m11()
        if outlined:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.hairline), 1))
            painter.setBrush(QColor(tokens.pane))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
            painter.restore()
        if BUTTONS[act].icon:
            side = scaled(_IN_ICON)
            picture = self._theme.pixmap(BUTTONS[act].icon, tokens.ink, side, ratio)
            painter.drawPixmap(place.left() + scaled(_IN_BUTTON), place.center().y() - side // 2 + 1, picture)
        if act is Act.LATER:
            side = scaled(CHEVRON)
            picture = self._theme.pixmap("chevron-down", tokens.ink2, side, ratio)
            right = place.right() - scaled(_IN_BUTTON) - side + 1
            painter.drawPixmap(right, place.center().y() - side // 2 + 1, picture)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell under the mouse what a row says, where there is no room for all of it."""
        model = index.model()
        row = model.row(index.row()) if isinstance(model, DayModel) else None
        if not isinstance(row, DayRow):
            return super().helpEvent(event, view, option, index)
        whole = self._shapes.shape(row, chosen=index.row() == self._view.currentIndex().row()).whole
        QToolTip.showText(event.globalPos(), "" if whole else plain_tool_tip(row.spoken[:_LONGEST_TIP]), view)
        return True
