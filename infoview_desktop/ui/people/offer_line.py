"""What may be done next, on one line that can be sent away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from infoview_desktop.ui.controls.buttons import IconButton, TextButton
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_XS


class OfferLine(QWidget):
    """There only while something is offered."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._does: Callable[[], object] | None = None
        self._button = TextButton(theme, self.tr("What comes next"))
        self._button.setProperty("kind", "link")
        self._button.clicked.connect(self._on_pressed)
        close = IconButton(theme, "close", self.tr("Not now"))
        close.clicked.connect(self.withdraw)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 0, 8, 4)
        row.setSpacing(SPACE_XS)
        row.addWidget(self._button)
        row.addStretch()
        row.addWidget(close)
        self.hide()

    def offer(self, text: str, does: Callable[[], object]) -> None:
        """Offer something in the place of what was offered before."""
        self._does = does
        self._button.setText(text.replace("&", "&&"))
        self._button.setAccessibleName(text)
        self.show()

    def withdraw(self) -> None:
        """Offer nothing."""
        self._does = None
        self.hide()

    def _on_pressed(self) -> None:
        does = self._does
        self.withdraw()
        if does is not None:
            does()
