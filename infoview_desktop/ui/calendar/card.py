"""How a block looks on its card: its colours, its border, and its words as far as they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QTextLayout, QTextOption

from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.wording import BETWEEN
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import Tokens, Tone

RADIUS = 6
_BAR = 3
_BESIDE, _ABOVE = 7, 2
_NARROW, _BESIDE_NARROW = 44, 4
"""Up to which width of a card what is left beside its words is less."""
_BETWEEN_LINES = " ·"
_GROUNDS = 300
"""Of so many sizes and looks the ground is kept; of what is usual a week and a month have some dozens."""
_FEW_LETTERS, _MANY_LETTERS = 4, 16
"""So many letters of a title say next to nothing; so many are enough to know it by."""
_FAINT_STATES = frozenset({InterviewState.CANCELLED, InterviewState.NO_SHOW})
_ON_ONE_LINE = int(
    Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value | Qt.TextFlag.TextSingleLine.value
)


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a card.

    Attributes:
        ground: behind the words.
        ink: of the title.
        soft: of what stands below it.
        bar: of the bar at its side, and of the border where there is one.
        dashed: whether there is a dashed border: it is not settled.
        struck: whether the title is struck through: it does not take place.
        strong: whether the title is set in bold.
    """

    ground: str
    ink: str
    soft: str
    bar: str
    dashed: bool = False
    struck: bool = False
    strong: bool = True


def look_of(block: Block, tokens: Tokens) -> Look:
    """The look of a block."""
    match block.kind:
        case BlockKind.DUE:
            ink, ground = _coloured(block.colour or "amber", tokens)
            return Look(ground, ink, ink, ink)
        case BlockKind.OFFERED:
            return Look(tokens.selection, tokens.ink2, tokens.ink2, tokens.accent, dashed=True)
        case BlockKind.BUSY:
            bar = _coloured(block.colour, tokens)[0] if block.colour else tokens.ink2
            return Look(tokens.quiet, tokens.ink2, tokens.ink2, bar, strong=False)
        case BlockKind.BOOKED if block.state in _FAINT_STATES:
            return Look(tokens.quiet, tokens.ink2, tokens.ink2, tokens.faint, struck=True, strong=False)
        case BlockKind.BOOKED if block.state is InterviewState.HELD:
            return Look(tokens.green_ground, tokens.ink, tokens.ink2, tokens.green)
        case _:
            asked = block.state is InterviewState.ASKED
            return Look(tokens.selection, tokens.ink, tokens.ink, tokens.accent, dashed=asked)


def _coloured(colour: str, tokens: Tokens) -> tuple[str, str]:
    """The ink and the ground of a tone, or of any colour."""
    for tone in get_args(Tone):
        if tone == colour:
            return tokens.tone(tone)
    return (colour if QColor.isValidColorName(colour) else tokens.ink2), tokens.quiet


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words on a card, from the top of it."""

    text: str
    top: int
    height: int
    title: bool


@dataclass(frozen=True, slots=True)
class Words:
    """What else than a block says: its title, shorter ones, the longest first, and what stands below."""

    title: str
    shorter: Sequence[str] = ()
    detail: str = ""


class Cards:
    """Fits the words of cards, and paints them; fonts, their measures, looks and colours are taken once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.forget()
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Take the fonts anew."""
        self._plain = self._theme.font("caption")
        self._bold = self._theme.font("caption")
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._struck = self._theme.font("caption")
        self._struck.setStrikeOut(True)
        self._measures = {font: QFontMetrics(getattr(self, font)) for font in ("_plain", "_bold", "_struck")}
        self.line_height = self._measures["_bold"].height()
        self._few = _FEW_LETTERS * self._measures["_bold"].averageCharWidth()
        self._at_words = _at_words()
        self._looks: dict[tuple[object, ...], Look] = {}
        self._colours: dict[str, QColor] = {}
        self._grounds: dict[tuple[object, ...], QPixmap] = {}

    @property
    def one_line(self) -> int:
        """The height of a card with one line of words."""
        return self.line_height + 2

    @property
    def two_lines(self) -> int:
        """The height of a card with two lines of words and room around them."""
        return 2 * self.line_height + 3 * _ABOVE + 4

    def look(self, block: Block, *, strong: bool = True) -> Look:
        """The look of a block; where it is not to be `strong`, its title is set in bold in no case."""
        key = block.kind, block.state, block.colour, strong
        if key not in self._looks:
            look = look_of(block, self._theme.tokens)
            self._looks[key] = look if strong else replace(look, strong=False)
        return self._looks[key]

    def fitted(self, words: Block | Words, size: QRect, look: Look) -> list[Line]:
        """What fits of some words into as many lines as there is room for; of two, one is for the detail."""
        height = self.line_height
        width = size.width() - 2 * _beside(size)
        count = max(1, (size.height() - 2 * _ABOVE) // height)
        font = "_struck" if look.struck else "_bold" if look.strong else "_plain"
        if width < self._few:
            # One letter below the other nobody reads.
            shortest = _on_one_line(words.shorter[-1] if words.shorter else words.title)
            texts, detailed = [_first_letters(shortest, self._measures[font], width)], []
        else:
            detail = words.detail if count > 1 else ""
            texts = self._fitting(words, font, width, count - 1 if detail else count)
            detailed = self._detailed(_on_one_line(detail), width, count - len(texts))
        top = _ABOVE + 1 if count > 1 else (size.height() - height) // 2
        lines = [(text, True) for text in texts] + [(text, False) for text in detailed]
        return [Line(text, top + number * height, height, title) for number, (text, title) in enumerate(lines)]

    def paint(self, painter: QPainter, rect: QRect, look: Look, lines: list[Line], *, bar: bool = True) -> None:
        """Paint a card with its words; its ground is painted once for all that look so and are as large."""
        if rect.isEmpty():
            return
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ratio = painter.device().devicePixelRatioF()
        key = rect.width(), rect.height(), look.ground, look.bar, look.dashed, bar, mirrored, ratio
        if key not in self._grounds:
            if len(self._grounds) >= _GROUNDS:
                self._grounds.clear()
            self._grounds[key] = self._ground(rect.size(), look, ratio, bar=bar, mirrored=mirrored)
        painter.drawPixmap(rect.topLeft(), self._grounds[key])
        self._paint_words(painter, rect, look, lines)

    def _ground(self, size: QSize, look: Look, ratio: float, *, bar: bool, mirrored: bool) -> QPixmap:
        """A card without its words."""
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, rect = self._colour(look.ground), self._colour(look.bar), QRect(QPoint(), size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        slab = 2 * RADIUS
        if not bar or rect.width() <= slab + _BAR or rect.height() < RADIUS:
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        else:
            at_bar = rect.right() - slab + 1 if mirrored else rect.left()
            beyond = rect.left() if mirrored else rect.right() - slab + 1
            painter.setBrush(edge)
            painter.drawRoundedRect(QRect(at_bar, rect.top(), slab, rect.height()), RADIUS, RADIUS)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRect(beyond, rect.top(), slab, rect.height()), RADIUS, RADIUS)
            inner = rect.adjusted(RADIUS, 0, -_BAR, 0) if mirrored else rect.adjusted(_BAR, 0, -RADIUS, 0)
            painter.fillRect(inner, ground)
        if look.dashed:
            pen = QPen(edge, 1)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()
        return pixmap

    def _paint_words(self, painter: QPainter, rect: QRect, look: Look, lines: list[Line]) -> None:
        title = self._struck if look.struck else self._bold if look.strong else self._plain
        beside = _beside(rect)
        for line in lines:
            painter.setFont(title if line.title else self._plain)
            painter.setPen(self._colour(look.ink if line.title else look.soft))
            place = QRect(rect.left() + beside, rect.top() + line.top, rect.width() - 2 * beside, line.height)
            painter.drawText(place, _ON_ONE_LINE, line.text)

    def _colour(self, name: str) -> QColor:
        if name not in self._colours:
            self._colours[name] = QColor(name)
        return self._colours[name]

    def _fitting(self, words: Block | Words, font: str, width: int, count: int) -> list[str]:
        """As much as fits into so many lines of the longest title by which one knows it.

        Where a shorter one does not fit, a longer one is not asked for: it would have to be put together. In several
        lines the first shorter one has room.
        """
        measure = self._measures[font]
        shorter = [_on_one_line(title) for title in words.shorter]
        if not shorter or _fits(shorter[0], measure, width):
            title = _on_one_line(words.title)
            if shorter and not _fits(title, measure, width):
                return shorter[:1]
            return self._wrapped(title, font, width, count)
        if count > 1:
            return self._wrapped(shorter[0], font, width, count)
        for title in shorter:
            if len(title) > _MANY_LETTERS:
                seen = measure.elidedText(title, Qt.TextElideMode.ElideRight, width)
                if len(seen) >= _MANY_LETTERS:
                    return [seen]
            if _fits(title, measure, width):
                return [title]
        return [_cut(shorter[-1], measure, width)]

    def _detailed(self, detail: str, width: int, count: int) -> list[str]:
        """As much of the detail as fits into so many lines; of a single one, those of its parts that fit whole."""
        if not detail or count < 1:
            return []
        parts, measure = detail.split(BETWEEN), self._measures["_plain"]
        while count == 1 and len(parts) > 1 and not _fits(BETWEEN.join(parts), measure, width):
            parts.pop()
        return self._wrapped(BETWEEN.join(parts), "_plain", width, count)

    def _wrapped(self, text: str, font: str, width: int, count: int) -> list[str]:
        """Plain text in at most `count` lines, the last elided where it is too long."""
        measure = self._measures[font]
        if _fits(text, measure, width):
            return [text]
        if count == 1:
            return [_cut(text, measure, width)]
        layout = QTextLayout(text, getattr(self, font))
        layout.setTextOption(self._at_words)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < count and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        utf16 = text.encode("utf-16-le")
        pieces = [
            utf16[2 * start : 2 * end].decode("utf-16-le", "replace").strip(_BETWEEN_LINES)
            for start, end in zip(starts, [*starts[1:], len(utf16) // 2], strict=True)
        ]
        return [*pieces[:-1], _cut(pieces[-1], measure, width)]


def _on_one_line(text: str) -> str:
    """Plain text without whatever would begin another line."""
    return text if text.isprintable() else " ".join(text.split())


def _cut(text: str, measure: QFontMetrics, width: int) -> str:
    """As much of a line as fits; where next to nothing does, its first letters tell more than three dots."""
    elided = measure.elidedText(text, Qt.TextElideMode.ElideRight, width)
    if len(elided) >= min(len(text), _FEW_LETTERS):
        return elided
    return _first_letters(text, measure, width)


def _first_letters(text: str, measure: QFontMetrics, width: int) -> str:
    """A few letters, as many as fit."""
    return next((text[:count] for count in range(_FEW_LETTERS, 0, -1) if _fits(text[:count], measure, width)), "")


def _fits(text: str, measure: QFontMetrics, width: int) -> bool:
    return measure.horizontalAdvance(text) <= width


def _beside(card: QRect) -> int:
    """What is left free on either side of the words."""
    return _BESIDE if card.width() > _NARROW else _BESIDE_NARROW


def _at_words() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
