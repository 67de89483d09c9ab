"""One of two values to choose."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QStyle, QStyleOptionButton

from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import HIT

_BESIDE = 12


class ChoiceRadio(QRadioButton):
    """A radio button for a value however long: what does not fit is elided, and the whole is in the tool tip.

    `reached` tells that it has the focus, so that it can be scrolled into sight.

    Args:
        theme: what makes it grow with the text.
        value: shown as it is written.
        meaning: what the value is of, told after it to who does not see where it stands.
    """

    reached = Signal()

    def __init__(self, theme: Theme, value: str, meaning: str) -> None:
        line = " ".join(value.split())
        super().__init__(line.replace("&", "&&"))
        self._line = line
        self.setAccessibleName(f"{line}, {meaning}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(theme.scaled(HIT))

    def minimumSizeHint(self) -> QSize:
        """Room for the circle and a few letters."""
        return QSize(self._beside() + 4 * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell of it."""
        super().focusInEvent(event)
        self.reached.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole value where only a part of it fits."""
        super().resizeEvent(event)
        self.setToolTip("" if self._what_fits() == self._line else plain_tool_tip(self._line))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the button with as much of the value as fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._what_fits().replace("&", "&&")
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_RadioButton, option, painter, self)
        painter.end()

    def _what_fits(self) -> str:
        room = self.width() - self._beside()
        return self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room)

    def _beside(self) -> int:
        """Pixels that the circle and the margins take."""
        return self.style().pixelMetric(QStyle.PixelMetric.PM_ExclusiveIndicatorWidth, None, self) + 2 * _BESIDE
