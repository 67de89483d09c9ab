"""Text whose looked-for parts stand out, painted on one line."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from infoview_desktop.store.reads.marked import Marked

_LEFT_OUT = "… "
_BEFORE_AT_MOST = 0.3
_NARROWEST_LETTER = 3
"""Pixels."""
_ON_ONE_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def paint_marked(painter: QPainter, rect: QRect, marked: Marked, font: QFont, ink: str, accent: str) -> int:  # noqa: PLR0917
    """Paint as much of the text as fits, its parts heavier and in the accent; return the width it takes.

    It is plain text, whatever is in it, and begins at the left also where its words go from right to left. Where
    the first part would be out of sight, so much is left out before it.
    """
    metrics = QFontMetrics(font)
    marked = _shortened(_in_sight(marked, metrics, rect.width()), rect.width() // _NARROWEST_LETTER)
    wanted = metrics.horizontalAdvance(marked.text)
    fits = wanted <= rect.width()
    fitting = marked.text if fits else metrics.elidedText(marked.text, Qt.TextElideMode.ElideRight, rect.width())
    if not marked.parts:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(rect, _ON_ONE_LINE, fitting)
        return wanted if fits else min(rect.width(), metrics.horizontalAdvance(fitting))
    kept = len(marked.text) if fitting == marked.text else len(fitting) - 1
    layout = QTextLayout(fitting, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_part(fitting, begin, min(end, kept), accent) for begin, end in marked.parts if begin < kept])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(QColor(ink))
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))
    painter.restore()
    return min(rect.width(), ceil(line.naturalTextWidth()))


def _shortened(marked: Marked, longest: int) -> Marked:
    """The text without what cannot fit in any case: to measure letters takes its time."""
    if len(marked.text) <= longest:
        return marked
    return Marked(f"{marked.text[:longest]}…", tuple(part for part in marked.parts if part[1] <= longest))


def _in_sight(marked: Marked, metrics: QFontMetrics, width: int) -> Marked:
    """The text as it is, or from a word shortly before the first part on."""
    if not marked.parts:
        return marked
    begin, end = marked.parts[0]
    if metrics.horizontalAdvance(f"{marked.text[:end]}{_LEFT_OUT}") <= width:
        return marked
    start = begin
    while (space := marked.text.rfind(" ", 0, max(0, start - 1))) >= 0:
        if metrics.horizontalAdvance(marked.text[space + 1 : begin]) > width * _BEFORE_AT_MOST:
            break
        start = space + 1
    if not start:
        return marked
    gone = start - len(_LEFT_OUT)
    parts = tuple((first - gone, last - gone) for first, last in marked.parts)
    return Marked(f"{_LEFT_OUT}{marked.text[start:]}", parts)


def _part(text: str, begin: int, end: int, accent: str) -> QTextLayout.FormatRange:
    """One part; Qt counts a letter beyond the first plane of Unicode as two."""
    part = QTextLayout.FormatRange()
    part.start = _units(text[:begin])
    part.length = _units(text[begin:end])
    look = QTextCharFormat()
    look.setForeground(QColor(accent))
    look.setFontWeight(QFont.Weight.Bold)
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    part.format = look
    return part


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)
