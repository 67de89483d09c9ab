"""The window's menus: everything there is to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from infoview_desktop.ui.theme.theme import Scheme, Theme
from infoview_desktop.ui.window.commands import MENUS, CommandSet
from infoview_desktop.ui.window.rail import EVERY_VIEW
from infoview_desktop.ui.wording import said


@dataclass(frozen=True, slots=True)
class MenuKeys:
    """A part of the menu, and its commands that have keys, each with these."""

    title: str
    lines: tuple[tuple[str, tuple[QKeySequence, ...]], ...]


class Menus(QObject):
    """`menu` holds all of them."""

    def __init__(self, window: QWidget, theme: Theme, commands: CommandSet, *, person: Sequence[QAction]) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._commands = commands
        self._person = person
        self.menu = QMenu(window)
        self._colours = self._colours_menu()
        self._view = QMenu(self.tr("View"), window)

    def add_views(
        self, open_view: Callable[[int], None], *, panes: Sequence[QAction], contacts: Sequence[QMenu]
    ) -> None:
        """Fill the menu: commands, views, what is shown of them, and what one can do with a person."""
        self._commands.fill(self.menu)
        # Help comes last, as everywhere.
        self.menu.insertMenu(self.menu.actions()[-1], self._view)
        for place, each in enumerate(EVERY_VIEW):
            action = QAction(each.title, self._window)
            action.setShortcut(QKeySequence(each.keys or f"Alt+{place + 1}"))
            action.triggered.connect(lambda _checked=False, place=place: open_view(place))
            self._window.addAction(action)
            self._view.addAction(action)
        self._view.addSeparator()
        self._view.addActions(list(panes))
        self._view.addSeparator()
        for menu in contacts:
            self._view.addMenu(menu)
            self._window.addAction(menu.menuAction())
        self._view.addMenu(self._colours)
        for action in self._person:
            self.menu.addAction(action)
            self._window.addAction(action)

    def all_actions(self) -> list[QAction]:
        """Whatever can be done, for who looks for it by name."""
        commands = self._commands.actions.values()
        return [*commands, *self._view.actions(), *self._colours.actions(), *self._person]

    def keys(self) -> list[MenuKeys]:
        """Whatever has keys, grouped as in the menu."""
        *parts, last = [
            MenuKeys(
                said(title), tuple((each.title, tuple(each.shown_shortcuts)) for each in commands if each and each.keys)
            )
            for title, commands in MENUS
        ]
        actions = (*self._view.actions(), *self._colours.actions(), *self._person)
        shown = [action for action in actions if action.shortcuts()]
        view = tuple((action.text(), tuple(action.shortcuts())) for action in shown)
        return [*parts, MenuKeys(self._view.title(), view), last]

    def _colours_menu(self) -> QMenu:
        menu = QMenu(self.tr("Colours"), self._window)
        group = QActionGroup(menu)
        for scheme, text, keys in (
            (Scheme.SYSTEM, self.tr("Colours as the system has them"), "Ctrl+Alt+1"),
            (Scheme.LIGHT, self.tr("Light colours"), "Ctrl+Alt+2"),
            (Scheme.DARK, self.tr("Dark colours"), "Ctrl+Alt+3"),
        ):
            action = QAction(text, menu, checkable=True, checked=scheme is self._theme.scheme)
            action.setData(scheme)
            action.setShortcut(QKeySequence(keys))
            self._window.addAction(action)
            action.triggered.connect(lambda _checked=False, scheme=scheme: self._theme.set_scheme(scheme))
            group.addAction(action)
            menu.addAction(action)
        self._theme.scheme_chosen.connect(self._on_scheme_chosen)
        return menu

    def _on_scheme_chosen(self) -> None:
        for action in self._colours.actions():
            action.setChecked(action.data() == self._theme.scheme)
