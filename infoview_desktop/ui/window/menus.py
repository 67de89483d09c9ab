"""The window's menus: everything there is to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from infoview_desktop.ui.theme.theme import Scheme, Theme
from infoview_desktop.ui.window.commands import CommandSet
from infoview_desktop.ui.window.rail import VIEWS


class Menus(QObject):
    """`menu` holds all of them; `colours` is the one of light and dark."""

    def __init__(self, window: QWidget, theme: Theme, commands: CommandSet, *, person: Sequence[QAction]) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._commands = commands
        self._person = person
        self.menu = QMenu(window)
        self.colours = self._colours()
        self._view = QMenu(self.tr("View"), window)

    def add_views(
        self, open_view: Callable[[int], None], *, panes: Sequence[QAction], contacts: Sequence[QMenu]
    ) -> None:
        """Fill the menu: commands, views, what is shown of them, and what one can do with a person."""
        self._commands.fill(self.menu)
        self.menu.addMenu(self._view)
        for place, each in enumerate(VIEWS):
            action = QAction(each.title, self._window)
            action.setShortcut(QKeySequence(f"Alt+{place + 1}"))
            action.triggered.connect(lambda _checked=False, place=place: open_view(place))
            self._window.addAction(action)
            self._view.addAction(action)
        self._view.addSeparator()
        self._view.addActions(list(panes))
        self._view.addSeparator()
        for menu in contacts:
            self._view.addMenu(menu)
        self._view.addMenu(self.colours)
        self.menu.addActions(list(self._person))

    def all_actions(self) -> list[QAction]:
        """Whatever can be done, for who looks for it by name."""
        commands = self._commands.actions.values()
        return [*commands, *self._view.actions(), *self.colours.actions(), *self._person]

    def _colours(self) -> QMenu:
        menu = QMenu(self.tr("Colours"), self._window)
        group = QActionGroup(menu)
        for scheme, text in (
            (Scheme.SYSTEM, self.tr("Colours as the system has them")),
            (Scheme.LIGHT, self.tr("Light colours")),
            (Scheme.DARK, self.tr("Dark colours")),
        ):
            action = QAction(text, menu, checkable=True, checked=scheme is self._theme.scheme)
            action.triggered.connect(lambda _checked=False, scheme=scheme: self._theme.set_scheme(scheme))
            group.addAction(action)
            menu.addAction(action)
        return menu
