"""Buttons: one primary in a view, secondary ones with a hairline, text until hovered, and icons.

The style sheet knows each kind by its property `kind`; what has none is secondary.
"""

from typing import ClassVar

from PySide6.QtCore import QMargins, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import FOCUS_WIDTH, HIT, ICON, RADIUS, SPACE_XS, Ink

_ICON_BESIDE_TEXT = 17


class SecondaryButton(QPushButton):
    """A button with a hairline.

    Args:
        theme: what it is painted with.
        text: what it does; also its accessible name.
        icon: a drawing before the text.
        parent: what it belongs to.
    """

    _kind: ClassVar[str] = "secondary"
    _icon_role: ClassVar[Ink] = "ink"

    def __init__(self, theme: Theme, text: str, *, icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setProperty("kind", self._kind)
        if icon is not None:
            self.setIcon(theme.icon(icon, role=self._icon_role))
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setIconSize(self._icon_size())

    def _icon_size(self) -> QSize:
        side = self._theme.scaled(_ICON_BESIDE_TEXT)
        # Wider than the drawing, which stays in the middle: Qt leaves too little room before the text.
        return QSize(side + SPACE_XS, side)


class PrimaryButton(SecondaryButton):
    """The one thing to do in a view, in the accent."""

    _kind = "primary"
    _icon_role = "on_accent"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button; on the accent, a second ring makes the one of the style sheet seen."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            inside = self.rect().marginsRemoved(QMargins() + FOCUS_WIDTH)
            paint_focus_ring(painter, inside, self._theme.tokens, RADIUS - FOCUS_WIDTH, ink="on_accent")
            painter.end()


class TextButton(SecondaryButton):
    """A button that looks like text until the pointer is on it."""

    _kind = "text"
    _icon_role = "ink2"


class IconButton(QToolButton):
    """A button of one icon, named by its tool tip.

    Args:
        theme: what it is painted with.
        icon: its drawing.
        text: what it does: tool tip and accessible name.
        parent: what it belongs to.
    """

    def __init__(self, theme: Theme, icon: str, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setIcon(theme.icon(icon))
        self.setToolTip(plain_tool_tip(text))
        self.setAccessibleName(text)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        icon, hit = self._theme.scaled(ICON), self._theme.scaled(HIT)
        self.setIconSize(QSize(icon, icon))
        self.setMinimumSize(hit, hit)
