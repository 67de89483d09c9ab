"""Markdown shown as it is meant while it stays text: only the lines in sight are looked at."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextBlock, QTextCharFormat, QTextFormat, QTextLayout

from infoview_desktop.domain.markdown import Kind, spans
from infoview_desktop.ui.notes.qt_places import qt_place
from infoview_desktop.ui.theme.fonts import FontRole
from infoview_desktop.ui.theme.theme import Theme

_HEADINGS: dict[Kind, FontRole] = {Kind.HEADING_1: "large", Kind.HEADING_2: "title", Kind.HEADING_3: "emphasis"}
_KEPT_STATES = 1 << 30


class LiveStyle(QObject):
    """Gives a line of a note its look, once for each time it changes; lines that are not painted cost nothing."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._people: frozenset[str] = frozenset()
        self._generation = 0
        self._formats = self._wanted_formats()
        theme.changed.connect(self._on_theme_changed)

    def set_people(self, words: Collection[str]) -> None:
        """Say which words mean somebody after an `@`."""
        if self._people != frozenset(words):
            self._people = frozenset(words)
            self._generation += 1

    def dress(self, block: QTextBlock, *, in_code: bool) -> None:
        """Give a line its look, if it has changed since."""
        # What changes a line gives it another revision, and its state is nobody else's.
        wanted = (2 * (self._generation * 7919 + block.revision()) + in_code) % _KEPT_STATES
        if block.userState() == wanted:
            return
        block.setUserState(wanted)
        layout = block.layout()
        ranges = self._ranges(block.text(), in_code=in_code)
        if ranges or layout.formats():
            layout.setFormats(ranges)
            # Laid out again when it is painted next: letters may be wider now.
            block.clearLayout()

    def _ranges(self, line: str, *, in_code: bool) -> list[QTextLayout.FormatRange]:
        ranges = []
        for span in spans(line, self._people, in_code=in_code):
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = qt_place(line, span.start), 0, self._formats[span.kind]
            one.length = qt_place(line, span.end) - one.start
            ranges.append(one)
        return ranges

    def _wanted_formats(self) -> dict[Kind, QTextCharFormat]:
        tokens = self._theme.tokens
        formats = {kind: QTextCharFormat() for kind in Kind}
        for kind, role in _HEADINGS.items():
            font = self._theme.font(role)
            formats[kind].setFontWeight(font.weight())
            _set_size(formats[kind], font)
        formats[Kind.STRONG].setFontWeight(QFont.Weight.DemiBold)
        formats[Kind.EMPHASIS].setFontItalic(True)
        formats[Kind.STRUCK].setFontStrikeOut(True)
        formats[Kind.CODE].setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
        formats[Kind.CODE].setBackground(QColor(tokens.quiet))
        formats[Kind.MARKED].setForeground(QColor(tokens.amber))
        formats[Kind.MARKED].setBackground(QColor(tokens.amber_ground))
        formats[Kind.QUOTE].setForeground(QColor(tokens.ink2))
        formats[Kind.LINK].setFontUnderline(True)
        formats[Kind.BULLET].setFontWeight(QFont.Weight.DemiBold)
        for kind in (Kind.LINK, Kind.TAG, Kind.MENTION, Kind.BULLET):
            formats[kind].setForeground(QColor(tokens.accent))
        formats[Kind.SIGN].setForeground(QColor(tokens.ink3))
        formats[Kind.SIGN].setFontUnderline(False)
        return formats

    @Slot()
    def _on_theme_changed(self) -> None:
        self._formats = self._wanted_formats()
        self._generation += 1


def _set_size(styled: QTextCharFormat, font: QFont) -> None:
    if font.pixelSize() > 0:
        styled.setProperty(QTextFormat.Property.FontPixelSize, font.pixelSize())
    else:
        styled.setFontPointSize(font.pointSizeF())
