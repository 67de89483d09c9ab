"""A sheet: a card over the veiled window, for the few things that need an answer first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SCRIM_OPACITY
from infoview_desktop.ui.window.enter_key import presses_button

_MARGIN = 24

SHEET_KEYS = KeyGroup(
    Phrase("In a sheet"),
    (
        KeyHint(("Return",), Phrase("Press the button that has the focus")),
        KeyHint(("Esc",), Phrase("Close it")),
    ),
)


class Sheet(QWidget):
    """Covers `window` until it is dismissed; the keyboard stays inside, and the focus goes back afterwards."""

    dismissed = Signal()
    """Escape was pressed, or what the sheet shows is finished."""

    def __init__(self, theme: Theme, window: QWidget, *, width: int, name: str) -> None:
        super().__init__(window)
        self._theme = theme
        self._returns_to = window.focusWidget()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page: QWidget | None = None
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._card.setMaximumWidth(theme.scaled(width))
        self.body = QVBoxLayout(self._card)
        self.body.setContentsMargins(28, 24, 28, 24)
        self.body.setSpacing(16)
        outside = QGridLayout(self)
        outside.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        for edge in (0, 2):
            outside.setRowStretch(edge, 1)
            outside.setColumnStretch(edge, 1)
        outside.setColumnStretch(1, 1000)
        outside.addWidget(self._card, 1, 1)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def show_page(self, page: QWidget) -> None:
        """Show `page` in the place of what was shown before."""
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        self.body.addWidget(page)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_answerable(self, answerable: bool) -> None:  # noqa: FBT001 - reads like a setter of Qt's
        """Put what is shown out of use, or back."""
        if self._page is not None:
            self._page.setEnabled(answerable)

    def open(self) -> None:
        """Come up."""
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Go away."""
        self.hide()
        if self._returns_to is not None:
            self._returns_to.setFocus(Qt.FocusReason.PopupFocusReason)
        self.dismissed.emit()
        self.deleteLater()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Go round within the card."""
        stops = [
            child
            for child in self._card.findChildren(QWidget)
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled()
        ]
        if not stops:
            return True
        present = self.focusWidget()
        place = stops.index(present) if present in stops else (-1 if next else 0)
        stop = stops[(place + (1 if next else -1)) % len(stops)]
        stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        for area in self._card.findChildren(QScrollArea):
            if area.isAncestorOf(stop):
                area.ensureWidgetVisible(stop)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever size it takes."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up, Enter presses the focused button; no key goes further than the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            presses_button(event, self)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the window behind from being pressed."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Veil the window."""
        painter = QPainter(self)
        painter.setOpacity(SCRIM_OPACITY)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.scrim))
        painter.end()
