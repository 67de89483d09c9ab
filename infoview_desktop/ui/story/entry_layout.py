"""Where the words of an entry stand, for a width: measured once, painted often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QTextCharFormat, QTextLayout, QTextOption

from infoview_desktop.domain.markdown import Kind, Span
from infoview_desktop.ui.controls.chip import chip_size
from infoview_desktop.ui.story.entry_text import DEEDS, Deed, Told
from infoview_desktop.ui.story.excerpt import Excerpt
from infoview_desktop.ui.theme.fonts import FontRole
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import HIT, ICON, Ink
from infoview_desktop.ui.wording import said

MARGIN = 16
_TEXT = 44
"""Where the words begin, after the icon."""
_ABOVE_HEADING, _BELOW_HEADING = 14, 4
_BESIDE_ENTRY = 5
_INSIDE_CARD = 12
_AFTER_CARD = 8
_GAP = 8
_MOST_LINES, _MOST_CARD_LINES = 4, 5
_DEED_GAP = 2
_BESIDE_DEED = 6


@dataclass(frozen=True, slots=True)
class Line:
    """Words that are painted at a place, from the top left corner of their row."""

    layout: QTextLayout
    left: int
    top: int
    ink: Ink = "ink"


@dataclass(slots=True)
class Laid:
    """One row: its height, what is painted where."""

    height: int = 0
    heading: QRect = field(default_factory=QRect)
    body: QRect = field(default_factory=QRect)
    """What the focus ring goes round."""
    icon: QRect = field(default_factory=QRect)
    card: QRect = field(default_factory=QRect)
    chip: QRect = field(default_factory=QRect)
    lines: list[Line] = field(default_factory=list)
    deeds: list[tuple[Deed, QRect]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a text that looks otherwise than the rest."""

    start: int
    end: int
    ink: Ink
    font: FontRole | None = None
    ground: bool = False


class EntryLayout:
    """Lays out entries in the theme's type."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._align = Qt.AlignmentFlag.AlignLeft

    def lay_out(self, told: Told, heading: str, width: int, *, mirrored: bool) -> Laid:
        """Where everything of an entry stands in a row of this width, as if one read from left to right.

        Where it is to be `mirrored`, only the lines within their places are at the right already.
        """
        self._align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        scaled = self._theme.scaled
        laid = Laid()
        top = 0
        if heading:
            line = self._metrics("section").height()
            laid.heading = QRect(scaled(MARGIN), scaled(_ABOVE_HEADING), width - 2 * scaled(MARGIN), line)
            top = laid.heading.bottom() + scaled(_BELOW_HEADING)
        begin = top
        top = self._lay_out_words(laid, told, top, width) if told.card is None else top
        if told.card is not None:
            top = self._lay_out_card(laid, told, told.card, top, width)
        laid.body = QRect(scaled(MARGIN) // 2, begin, width - scaled(MARGIN), top - begin)
        laid.height = top
        return laid

    def _lay_out_words(self, laid: Laid, told: Told, top: int, width: int) -> int:
        scaled = self._theme.scaled
        left, right = scaled(_TEXT), width - scaled(MARGIN)
        if told.chip:
            size = chip_size(told.chip, self._theme.font("chip"))
            laid.chip = QRect(right - size.width(), top + scaled(_BESIDE_ENTRY), size.width(), size.height())
            right = laid.chip.left() - scaled(_GAP)
        words = f"{told.words} {told.detail}" if told.detail else told.words
        detail = _Part(len(told.words), len(words), "ink3", "caption")
        layout = self._text(words, "body", [detail] if told.detail else [], right - left, _MOST_LINES)
        place = top + scaled(_BESIDE_ENTRY)
        laid.lines.append(Line(layout, left, place))
        line = ceil(layout.lineAt(0).height()) if layout.lineCount() else 0
        side = scaled(ICON)
        laid.icon = QRect(scaled(MARGIN), place + (line - side) // 2, side, side)
        bottom = max(place + ceil(layout.boundingRect().height()), laid.chip.bottom() + 1, laid.icon.bottom() + 1)
        if told.deeds:
            bottom = self._lay_out_deeds(laid, told.deeds, bottom, width)
        return bottom + scaled(_BESIDE_ENTRY)

    def _lay_out_deeds(self, laid: Laid, deeds: Sequence[Deed], top: int, width: int) -> int:
        scaled = self._theme.scaled
        metrics, hit = self._metrics("emphasis"), scaled(HIT)
        left, right = scaled(_TEXT) - scaled(_BESIDE_DEED), width - scaled(MARGIN)
        for deed in deeds:
            room = metrics.horizontalAdvance(said(DEEDS[deed])) + 2 * scaled(_BESIDE_DEED)
            if laid.deeds and left + room > right:
                left, top = scaled(_TEXT) - scaled(_BESIDE_DEED), top + hit
            laid.deeds.append((deed, QRect(left, top, room, hit)))
            left += room + scaled(_DEED_GAP)
        return top + hit

    def _lay_out_card(self, laid: Laid, told: Told, card: Excerpt, top: int, width: int) -> int:
        scaled = self._theme.scaled
        top += scaled(_BESIDE_ENTRY)
        inside = scaled(_INSIDE_CARD)
        left, room = scaled(MARGIN) + inside, width - 2 * scaled(MARGIN) - 2 * inside
        place = top + inside - 2
        above = " · ".join(filter(None, (told.words, told.detail)))
        if told.words:
            place = self._put(laid, self._text(above, "caption", [], room, 1), left, place, "ink3") + 2
        if card.title:
            place = self._put(laid, self._text(card.title, "emphasis", [], room, 2), left, place) + 2
        remaining = _MOST_CARD_LINES
        for text, spans in card.lines:
            if remaining <= 0:
                break
            layout = self._text(text, "body", [_standing_out(span) for span in spans], room, remaining)
            remaining -= layout.lineCount()
            place = self._put(laid, layout, left, place)
        laid.card = QRect(scaled(MARGIN), top, width - 2 * scaled(MARGIN), place + inside - 2 - top)
        return laid.card.bottom() + scaled(_AFTER_CARD)

    @staticmethod
    def _put(laid: Laid, layout: QTextLayout, left: int, top: int, ink: Ink = "ink") -> int:
        laid.lines.append(Line(layout, left, top, ink))
        return top + ceil(layout.boundingRect().height())

    def _text(self, text: str, font: FontRole, parts: Sequence[_Part], width: int, most: int) -> QTextLayout:
        """The text broken into lines of this width, at most so many; what does not fit ends in an ellipsis."""
        layout = self._broken(text, font, parts, width, most)
        if layout.lineCount() == most:
            last = layout.lineAt(most - 1)
            end = last.textStart() + last.textLength()
            if end < _units(text):
                shorter = text.encode("utf-16-le")[: 2 * max(0, end - 2)].decode("utf-16-le", "ignore").rstrip()
                cut = [part for part in parts if part.start < len(shorter)]
                layout = self._broken(f"{shorter}…", font, cut, width, most)
        return layout

    def _broken(self, text: str, font: FontRole, parts: Sequence[_Part], width: int, most: int) -> QTextLayout:
        layout = QTextLayout(text, self._theme.font(font))
        layout.setCacheEnabled(True)
        option = QTextOption(self._align | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if parts:
            layout.setFormats([self._range(text, part) for part in parts])
        layout.beginLayout()
        top = 0.0
        for _ in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            line.setPosition(line.position() + type(line.position())(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _range(self, text: str, part: _Part) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start = _units(text[: part.start])
        found.length = _units(text[part.start : part.end])
        look = QTextCharFormat()
        look.setForeground(QColor(self._theme.tokens.colour(part.ink)))
        if part.font is not None:
            look.setFont(self._theme.font(part.font))
        if part.ground:
            look.setBackground(QColor(self._theme.tokens.amber_ground))
        found.format = look
        return found

    def _metrics(self, role: FontRole) -> QFontMetrics:
        return QFontMetrics(self._theme.font(role))


def _standing_out(span: Span) -> _Part:
    if span.kind is Kind.STRONG:
        return _Part(span.start, span.end, "ink", "emphasis")
    if span.kind is Kind.MARKED:
        return _Part(span.start, span.end, "amber", ground=True)
    return _Part(span.start, span.end, "accent")


def _units(text: str) -> int:
    """How long Qt takes a text to be: a letter beyond the first plane of Unicode counts as two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
