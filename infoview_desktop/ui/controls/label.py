"""A label in one of the theme's types and inks."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from infoview_desktop.ui.theme.fonts import FontRole
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import Ink


class Label(QLabel):
    """A label that shows its text as it is written, whatever is in it.

    Args:
        theme: what it is painted with.
        text: what it shows.
        font: its type.
        ink: its colour.
        parent: what it belongs to.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        font: FontRole = "body",
        ink: Ink = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font_role: FontRole = font
        self._ink: Ink = ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        # Left to itself, a label on a pane takes the role that goes with the pane's ground.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setText(text)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_ink(self, ink: Ink) -> None:
        """Show the text in another colour."""
        self._ink = ink
        self._on_theme_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the colour again: the style sheet, met for the first time, puts the one of the beginning back."""
        super().showEvent(event)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(self._font_role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.tokens.colour(self._ink)))
        self.setPalette(palette)
