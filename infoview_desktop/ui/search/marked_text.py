"""Text whose looked-for parts stand out, painted on one line."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from infoview_desktop.store.reads.marked import Marked

_ON_ONE_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def paint_marked(painter: QPainter, rect: QRect, marked: Marked, font: QFont, ink: str, accent: str) -> int:  # noqa: PLR0917
    """Paint as much of the text as fits, its parts heavier and in the accent; return the width it takes.

    It is plain text, whatever is in it, and begins at the left also where its words go from right to left.
    """
    metrics = QFontMetrics(font)
    fitting = metrics.elidedText(marked.text, Qt.TextElideMode.ElideRight, rect.width())
    if not marked.parts:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(rect, _ON_ONE_LINE, fitting)
        return min(rect.width(), metrics.horizontalAdvance(fitting))
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
