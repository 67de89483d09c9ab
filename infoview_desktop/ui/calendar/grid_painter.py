"""Paints a grid: the days and their names, what has whole days, the hours, and what stands at them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen

from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.card import RADIUS, Cards, Line, Look
from infoview_desktop.ui.calendar.grid_layout import Piece, WholeDays
from infoview_desktop.ui.calendar.grid_scene import Ghost, Scene
from infoview_desktop.ui.calendar.told_bubble import paint_told
from infoview_desktop.ui.calendar.wording import change_texts, hour_texts, translated
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.theme.fonts import FontRole
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_S, SPACE_XS, Ink

_NOW_WIDTH = 2
_DOT = 8
_CENTRED = int(Qt.AlignmentFlag.AlignHCenter.value | Qt.AlignmentFlag.AlignVCenter.value)
_AT_END = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)
_AT_START = int(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value)
_SOME_DAY_NAMES = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat, QLocale.FormatType.NarrowFormat)
_GHOST_OPACITY, _LEFT_OPACITY = 0.9, 0.4
"""Of what is being dragged, and of where it is dragged from."""


class GridPainter:
    """Paints what a `Scene` says; the words of cards are fitted once and forgotten with `forget`."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.cards = Cards(theme)
        self._words: dict[tuple[Block, int, int], tuple[Look, list[Line]]] = {}
        self._hours: list[str] = []
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Fit all words anew."""
        self._words.clear()
        self._hours = []

    @property
    def gutter_needed(self) -> int:
        """How wide the hours have to be written."""
        measure = QFontMetrics(self._theme.font("small"))
        texts = [*self._hour_texts(), translated("all day")]
        return max(measure.horizontalAdvance(text) for text in texts) + self._theme.scaled(SPACE_S + SPACE_XS)

    def paint(self, painter: QPainter, scene: Scene, clip: QRect) -> None:
        """Paint all that is within `clip`."""
        painter.fillRect(clip, QColor(self._theme.tokens.pane))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if clip.top() < scene.geometry.top:
            self._paint_names(painter, scene)
            self._paint_whole_days(painter, scene)
        if clip.bottom() >= scene.geometry.top:
            self._paint_hours(painter, scene, clip)
        whole = QRect(QPoint(), scene.geometry.size)
        if scene.ghost is not None:
            paint_told(painter, self._theme, scene.ghost.told, scene.ghost_rect(scene.ghost), whole)
        elif scene.told is not None and scene.stop is not None:
            paint_told(painter, self._theme, scene.told, scene.rect_of(scene.stop), whole)

    def _paint_names(self, painter: QPainter, scene: Scene) -> None:
        tokens, geometry = self._theme.tokens, scene.geometry
        measure = QFontMetrics(self._theme.font("caption"))
        names = _names(scene.days, measure, geometry.column(0, 0, 1).width() - SPACE_S)
        half = geometry.header // 2
        for number, day in enumerate(scene.days):
            upper = geometry.column(number, 2, half - 2)
            lower = geometry.column(number, half - 1, geometry.header - half - 1)
            today = number == scene.today
            self._say(painter, upper, names[number], ("caption", tokens.ink2), _CENTRED)
            ink = tokens.accent if today else tokens.ink
            self._say(painter, lower, QLocale().toString(day.day), ("large", ink), _CENTRED)
        self._rule(painter, QRect(0, geometry.header - 1, geometry.size.width(), 1))

    def _paint_whole_days(self, painter: QPainter, scene: Scene) -> None:
        tokens, geometry = self._theme.tokens, scene.geometry
        beside = geometry.beside_strip.adjusted(SPACE_XS // 2, 0, -SPACE_XS // 2, 0)
        label = QRect(beside.left(), beside.top() + SPACE_XS, beside.width(), geometry.row)
        self._say(painter, label, translated("all day"), ("small", tokens.ink3), _CENTRED)
        self._paint_columns(painter, scene, geometry.header, geometry.strip)
        if scene.fewer_rect is not None:
            self._say(painter, scene.fewer_rect, translated("fewer"), ("small", tokens.accent), _CENTRED)
        for placed in scene.layout.whole:
            if scene.is_shown(placed):
                self._paint_whole(painter, scene, placed)
        for column, count in enumerate(scene.hidden):
            if count:
                look = Look(tokens.quiet, tokens.ink2, tokens.ink2, tokens.ink2)
                more = translated("+{count}").format(count=QLocale().toString(count))
                rect = scene.more_card(column)
                self._paint_card(painter, rect, look, [Line(more, 0, rect.height(), title=True)], bar=False)
        self._rule(painter, QRect(0, geometry.top - 1, geometry.size.width(), 1))
        ghost = scene.ghost
        if ghost is not None and not ghost.parts and ghost.block is not None:
            rect = scene.ghost_rect(ghost)
            look, lines = self._fitted(ghost.block, rect)
            self._paint_ghost(painter, rect, replace(look, dashed=False), lines, "accent")

    def _paint_whole(self, painter: QPainter, scene: Scene, placed: WholeDays) -> None:
        rect = scene.geometry.whole_card(placed)
        look, lines = self._fitted(placed.block, rect)
        painter.setOpacity(_LEFT_OPACITY if scene.is_dragged(placed.block) else 1)
        self._paint_card(painter, rect, look, lines, bar=False)
        painter.setOpacity(1)
        self._paint_chosen(painter, scene, placed.block, rect)

    def _paint_hours(self, painter: QPainter, scene: Scene, clip: QRect) -> None:
        tokens, geometry = self._theme.tokens, scene.geometry
        body, gutter = geometry.body, geometry.gutter
        from_top = geometry.top - scene.scrolled
        painter.save()
        painter.setClipRect(body.united(gutter) & clip)
        self._paint_grounds(painter, scene, clip)
        for hour, text in enumerate(self._hour_texts()):
            y = from_top + geometry.y_of(hour * 60)
            if not hour or not geometry.top - geometry.row <= y <= geometry.size.height() + geometry.row:
                continue
            self._rule(painter, QRect(body.left(), y, body.width(), 1))
            label = QRect(gutter.left(), y - geometry.row // 2, gutter.width(), geometry.row)
            label.adjust(0, 0, -6, 0) if not geometry.mirrored else label.adjust(6, 0, 0, 0)
            if label.top() + SPACE_XS > geometry.top:
                self._say(painter, label, text, ("small", tokens.ink3), _AT_END)
        self._paint_columns(painter, scene, geometry.top, body.height())
        self._paint_changes(painter, scene)
        pieces = [(piece, rect) for piece in scene.layout.pieces if (rect := scene.card(piece)).intersects(clip)]
        # The line for now goes over what has no names.
        self._paint_pieces(painter, scene, (each for each in pieces if each[0].block.kind is BlockKind.BUSY))
        self._paint_now(painter, scene)
        self._paint_pieces(painter, scene, (each for each in pieces if each[0].block.kind is not BlockKind.BUSY))
        stop = scene.stop
        if stop is not None and stop.block is None and scene.focused:
            paint_focus_ring(painter, scene.rect_of(stop), tokens, RADIUS)
        if scene.ghost is not None and scene.ghost.parts:
            self._paint_ghost_parts(painter, scene, scene.ghost)
        painter.restore()

    def _paint_grounds(self, painter: QPainter, scene: Scene, clip: QRect) -> None:
        """Show on which hours one works."""
        for column in range(len(scene.days)):
            for start, end in scene.free_hours(column):
                painter.fillRect(scene.stretch(column, start, end) & clip, QColor(self._theme.tokens.window))

    def _paint_changes(self, painter: QPainter, scene: Scene) -> None:
        """Show which times there are not, and which come twice."""
        tokens, measure = self._theme.tokens, QFontMetrics(self._theme.font("small"))
        for column, change in scene.changes.items():
            rect = scene.stretch(column, change.first, change.last).adjusted(1, 1, 0, 0)
            painter.fillRect(rect, QColor(tokens.pane))
            painter.fillRect(rect, QBrush(QColor(tokens.hairline), Qt.BrushStyle.BDiagPattern))
            texts, room = change_texts(change), rect.width() - SPACE_S
            fitting = (text for text in texts if measure.horizontalAdvance(text) <= room)
            self._say(painter, rect, next(fitting, texts[-1]), ("small", tokens.ink2), _CENTRED)

    def _paint_pieces(self, painter: QPainter, scene: Scene, pieces: Iterable[tuple[Piece, QRect]]) -> None:
        marked = scene.ghost is not None or scene.hovered is not None or (scene.stop is not None and scene.stop.block)
        for piece, rect in pieces:
            look, lines = self._fitted(piece.block, rect)
            if not marked:
                self._paint_card(painter, rect, look, lines)
                continue
            painter.setOpacity(_LEFT_OPACITY if scene.is_dragged(piece.block) else 1)
            self._paint_card(painter, rect, look, lines)
            painter.setOpacity(1)
            self._paint_chosen(painter, scene, piece.block, rect)

    def _paint_chosen(self, painter: QPainter, scene: Scene, block: Block, rect: QRect) -> None:
        tokens = self._theme.tokens
        chosen = scene.stop.block if scene.stop is not None else None
        if scene.is_dragged(block):
            return
        if chosen is not None and chosen.key == block.key:
            if scene.focused:
                paint_focus_ring(painter, rect, tokens, RADIUS)
            else:
                self._outline(painter, rect, tokens.accent, 1)
        elif scene.hovered is not None and scene.hovered.key == block.key:
            self._outline(painter, rect, tokens.faint, 1)

    def _paint_now(self, painter: QPainter, scene: Scene) -> None:
        if scene.today is None:
            return
        geometry, colour = scene.geometry, QColor(self._theme.tokens.red)
        y = geometry.top - scene.scrolled + geometry.y_of(scene.now.hour * 60 + scene.now.minute)
        rect = geometry.column(scene.today, y - _NOW_WIDTH // 2, _NOW_WIDTH)
        painter.fillRect(rect, colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        start = rect.right() + 1 if geometry.mirrored else rect.left()
        painter.drawEllipse(QPoint(start, y), _DOT // 2, _DOT // 2)

    def _paint_ghost_parts(self, painter: QPainter, scene: Scene, ghost: Ghost) -> None:
        tokens = self._theme.tokens
        ink: Ink = ghost.told.clash.ink if ghost.told.clash else "accent"
        for part in ghost.parts:
            rect = scene.part_rect(part)
            if ghost.block is not None:
                look, lines = self._fitted(ghost.block, rect)
            else:
                look, lines = Look(tokens.selection, tokens.ink, tokens.ink, tokens.accent), []
            self._paint_ghost(painter, rect, replace(look, dashed=False), lines, ink)

    def _paint_ghost(self, painter: QPainter, rect: QRect, look: Look, lines: list[Line], ink: Ink) -> None:
        painter.setOpacity(_GHOST_OPACITY)
        self._paint_card(painter, rect, look, lines)
        painter.setOpacity(1)
        self._outline(painter, rect, self._theme.tokens.colour(ink), 2)

    def _paint_card(self, painter: QPainter, rect: QRect, look: Look, lines: list[Line], *, bar: bool = True) -> None:
        self.cards.paint(painter, rect, look, lines, bar=bar)

    def _paint_columns(self, painter: QPainter, scene: Scene, top: int, height: int) -> None:
        for number in range(len(scene.days)):
            rect = scene.geometry.column(number, top, height)
            x = rect.right() if scene.geometry.mirrored else rect.left()
            self._rule(painter, QRect(x, top, 1, height))

    def _fitted(self, block: Block, rect: QRect) -> tuple[Look, list[Line]]:
        """The look and the words of a block, fitted once for a size."""
        key = (block, rect.width(), rect.height())
        if key not in self._words:
            look = self.cards.look(block)
            self._words[key] = (look, self.cards.fitted(block, rect, look))
        return self._words[key]

    def _hour_texts(self) -> list[str]:
        if not self._hours:
            self._hours = hour_texts()
        return self._hours

    def _say(self, painter: QPainter, rect: QRect, text: str, look: tuple[FontRole, str], align: int) -> None:
        font, ink = look
        painter.setFont(self._theme.font(font))
        painter.setPen(QColor(ink))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align | int(Qt.TextFlag.TextSingleLine.value), fitting)

    def _rule(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect, QColor(self._theme.tokens.hairline))

    def _outline(self, painter: QPainter, rect: QRect, colour: str, width: int) -> None:
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def _names(days: Sequence[date], measure: QFontMetrics, room: int) -> list[str]:
    """The days of the week, as long as they fit; as a picture of a week they are short."""
    formats = _SOME_DAY_NAMES[1:] if len(days) > 1 else _SOME_DAY_NAMES
    names: list[str] = []
    for kind in formats:
        names = [QLocale().standaloneDayName(day.isoweekday(), kind) for day in days]
        if all(measure.horizontalAdvance(name) <= room for name in names):
            break
    return names
