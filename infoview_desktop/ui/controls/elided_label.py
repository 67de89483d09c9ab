"""A label that gives way where there is little room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip

_FEWEST_LETTERS = 4


class ElidedLabel(Label):
    """A label of one line: what does not fit ends in an ellipsis, and the whole is in the tool tip."""

    def setText(self, text: str) -> None:
        """Show another text, on one line whatever breaks are in it."""
        super().setText(" ".join(text.splitlines()))
        self._tell_the_whole()

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        whole = self.sizeHint()
        margins = self.contentsMargins()
        least = self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS + margins.left() + margins.right()
        return QSize(min(least, whole.width()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out whether the text still fits."""
        super().resizeEvent(event)
        self._tell_the_whole()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint as much of the text as fits."""
        painter = QPainter(self)
        painter.drawText(self.contentsRect(), self.alignment() | Qt.TextFlag.TextSingleLine, self._what_fits())
        painter.end()

    def _what_fits(self) -> str:
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def _tell_the_whole(self) -> None:
        self.setToolTip("" if self._what_fits() == self.text() else plain_tool_tip(self.text()))
