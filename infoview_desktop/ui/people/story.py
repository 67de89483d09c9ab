"""What happened with a person, by day."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from infoview_desktop.domain.contact import Contact
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import ICON
from infoview_desktop.ui.wording import long_date_text


class Story(QWidget):
    """The timeline of a person: for now, when one connected with them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel()
        self._day = Label(theme, font="section", ink="ink2")
        self._what = Label(theme, self.tr("Connected on LinkedIn"))
        self._event = QWidget()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._icon)
        line.addWidget(self._what)
        line.addStretch()
        event = QVBoxLayout(self._event)
        event.setContentsMargins(16, 16, 16, 0)
        event.setSpacing(8)
        event.addWidget(self._day)
        event.addLayout(line)
        later = EmptyState(
            theme,
            self.tr("Your notes, and what was asked, replied and said, will stand here by day."),
            icon="note",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._event)
        layout.addWidget(later, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_contact(self, contact: Contact) -> None:
        """Show a person's story."""
        self._event.setVisible(bool(contact.connected_on))
        if contact.connected_on:
            self._day.setText(long_date_text(contact.connected_on))

    def _on_theme_changed(self) -> None:
        side = self._theme.scaled(ICON)
        self._icon.setPixmap(self._theme.icon("people").pixmap(side, side))
