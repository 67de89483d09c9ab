"""The top bar: menu, search, and what one does most."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from infoview_desktop.ui.controls.buttons import IconButton, SecondaryButton
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme

_HEIGHT = 48
_SEARCH_WIDEST = 440


class TopBar(QFrame):
    """Lays out what it is given; a button does what its action does, under its icon."""

    def __init__(
        self,
        theme: Theme,
        *,
        menu: QMenu,
        search: QWidget,
        buttons: tuple[tuple[QAction, str], ...],
        settings: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._search = search
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(_menu_button(theme, "menu", self.tr("Menu"), menu))
        layout.addWidget(Label(theme, "InfoView", font="title"))
        layout.addStretch(1)
        layout.addWidget(search, 2)
        layout.addStretch(1)
        for action, icon in buttons:
            layout.addWidget(_action_button(theme, action, icon))
        layout.addWidget(_menu_button(theme, "settings", self.tr("Settings"), settings))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.scaled(_HEIGHT))
        self._search.setMaximumWidth(self._theme.scaled(_SEARCH_WIDEST))


def _menu_button(theme: Theme, icon: str, text: str, menu: QMenu) -> IconButton:
    button = IconButton(theme, icon, text)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _action_button(theme: Theme, action: QAction, icon: str) -> SecondaryButton:
    button = SecondaryButton(theme, action.text(), icon=icon)
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    return button
