"""The top bar: menu, search, and what one does most."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from infoview_desktop.ui.controls.buttons import IconButton, SecondaryButton
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme

_HEIGHT = 48
_SEARCH_WIDEST = 440


class TopBar(QFrame):
    """Shows its buttons at once; `fill` gives them what they do."""

    def __init__(self, theme: Theme, search: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._search = search
        self._menu = _menu_button(theme, "menu", self.tr("Menu"))
        self._settings = IconButton(theme, "settings", self.tr("Settings"))
        self._settings.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._import = SecondaryButton(theme, self.tr("Import"), icon="import")
        self._new = SecondaryButton(theme, self.tr("New"), icon="plus")
        self._new.setAccessibleName(self.tr("New contact"))
        self._new_other = _menu_button(theme, "chevron-down", self.tr("New …"))
        new = QHBoxLayout()
        new.setSpacing(0)
        new.addWidget(self._new)
        new.addWidget(self._new_other)
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self._menu)
        layout.addWidget(Label(theme, "InfoView", font="title"))
        layout.addStretch(1)
        layout.addWidget(search, 2)
        layout.addStretch(1)
        layout.addWidget(self._import)
        layout.addLayout(new)
        layout.addWidget(self._settings)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def fill(self, *, menu: QMenu, settings: QAction, import_: QAction, new: Sequence[QAction]) -> None:
        """Give the buttons the menu, the actions they stand for, and what can be new; New itself is the first of it."""
        self._menu.setMenu(menu)
        offered = QMenu(self._new_other)
        offered.setAccessibleName(self.tr("New …"))
        offered.addActions(list(new))
        self._new_other.setMenu(offered)
        for button, action in (
            (self._import, import_),
            (self._new, new[0]),
            (self._settings, settings),
        ):
            button.clicked.connect(action.trigger)
            button.setEnabled(action.isEnabled())
            action.enabledChanged.connect(button.setEnabled)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.scaled(_HEIGHT))
        self._search.setMaximumWidth(self._theme.scaled(_SEARCH_WIDEST))


def _menu_button(theme: Theme, icon: str, text: str) -> IconButton:
    button = IconButton(theme, icon, text)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
