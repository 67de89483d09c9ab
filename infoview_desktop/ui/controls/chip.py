"""Chips: a word on a coloured ground, to read or to press."""

from math import ceil

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import FOCUS_WIDTH, HIT, Tone

_BESIDE = 8
_ABOVE = 3
_RING_GAP = 1
_IN_THE_MIDDLE = int(Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextSingleLine.value)
"""Put together once: that takes Python longer than it takes Qt to paint the words."""


def chip_size(text: str, font: QFont) -> QSize:
    """The size of a chip with all of its text."""
    metrics = QFontMetricsF(font)
    return QSize(ceil(metrics.horizontalAdvance(text)) + 2 * _BESIDE, ceil(metrics.height()) + 2 * _ABOVE)


def paint_chip(painter: QPainter, rect: QRect, text: str, ink: str, ground: str, font: QFont) -> None:  # noqa: PLR0917
    """Paint a chip that fills `rect`; text that is too long for it is elided."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    room = rect.width() - 2 * _BESIDE
    fits = metrics.horizontalAdvance(text) <= room
    fitting = text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(rect, _IN_THE_MIDDLE, fitting)
    painter.restore()


class Chip(ElidedLabel):
    """A chip to read.

    Args:
        theme: what it is painted with.
        text: its word; never the colour alone.
        tone: what its colour stands for.
        parent: what it belongs to.
    """

    def __init__(self, theme: Theme, text: str = "", *, tone: Tone = "quiet", parent: QWidget | None = None) -> None:
        self._tone: Tone = tone
        super().__init__(theme, text, font="chip", parent=parent)
        self.setContentsMargins(_BESIDE, _ABOVE, _BESIDE, _ABOVE)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: Tone) -> None:
        """Let its colour stand for something else."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the chip."""
        ink, ground = self._theme.tokens.tone(self._tone)
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self.text(), ink, ground, self.font())
        painter.end()


class ChipButton(QAbstractButton):
    """A chip that filters when it is pressed, and is in the accent while it is checked.

    Args:
        theme: what it is painted with.
        label: its words, shown as they are written.
        count: how many it would leave; not shown where it is None.
        parent: what it belongs to.
    """

    def __init__(self, theme: Theme, label: str, *, count: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = label
        self._shown = ""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_count(count)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_count(self, count: int | None) -> None:
        """Show another count behind the label, or none."""
        shown = self._label if count is None else f"{self._label} {self.locale().toString(count)}"
        if shown == self._shown:
            return  # or everything around it would be laid out again
        self._shown = shown
        # Assistive technology reads the text; an ampersand in it would be taken for a shortcut.
        self.setText(self._shown.replace("&", "&&"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The chip with room around it for the focus ring and for the finger."""
        ring = 2 * (FOCUS_WIDTH + _RING_GAP)
        hit = self._theme.scaled(HIT)
        return (chip_size(self._shown, self.font()) + QSize(ring, ring)).expandedTo(QSize(hit, hit))

    def minimumSizeHint(self) -> QSize:
        """The smallest thing one can hit."""
        hit = self._theme.scaled(HIT)
        return QSize(hit, hit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole text where only a part of it fits."""
        super().resizeEvent(event)
        self.setToolTip(plain_tool_tip(self._shown) if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the chip, and the ring around it when it has the focus."""
        tokens = self._theme.tokens
        beside = FOCUS_WIDTH + _RING_GAP
        above = (self.height() - chip_size(self._shown, self.font()).height()) // 2
        chip = self.rect().adjusted(beside, above, -beside, -above)
        painter = QPainter(self)
        if self.isChecked():
            ink, ground = tokens.on_accent, tokens.accent
        elif self.underMouse() and self.isEnabled():
            ink, ground = tokens.ink, tokens.hairline
        else:
            ink, ground = tokens.ink2 if self.isEnabled() else tokens.faint, tokens.quiet
        paint_chip(painter, chip, self._shown, ink, ground, self.font())
        if self.hasFocus():
            ring = chip.adjusted(-beside, -beside, beside, beside)
            paint_focus_ring(painter, ring, tokens, radius=ring.height() / 2)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("chip"))
        self.updateGeometry()
        self.update()
