"""Every command of the window, as data: its words, its keys, its icon and its place in the menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said

Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Command:
    """A command. One that `writes` is off while the book is read-only."""

    name: str
    text: Phrase
    keys: tuple[str | Key, ...] = ()
    icon: str = ""
    writes: bool = False

    @property
    def title(self) -> str:
        """Its words in the user's language."""
        return said(self.text)

    @property
    def shortcuts(self) -> list[QKeySequence]:
        """Its keys on this platform, the one shown in menus first."""
        return [sequence for key in self.keys for sequence in _sequences(key)]

    @property
    def shown_shortcuts(self) -> list[QKeySequence]:
        """Its keys to tell of, without the rarer ones that a platform knows besides."""
        return [sequence for key in self.keys for sequence in _sequences(key)[:1]]


def _sequences(key: str | Key) -> list[QKeySequence]:
    return [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)


SEPARATOR = None

MENUS: tuple[tuple[Phrase, tuple[Command | None, ...]], ...] = (
    (
        Phrase("File"),
        (
            Command("import", Phrase("Import"), ("Ctrl+I",), "import", writes=True),
            Command("export", Phrase("Export"), ("Ctrl+E",)),
            SEPARATOR,
            Command("back_up", Phrase("Write a backup"), ("Ctrl+Shift+S",)),
            Command("restore", Phrase("Put a backup back"), ("Ctrl+Shift+O",), writes=True),
            SEPARATOR,
            Command("quit", Phrase("Quit"), ("Ctrl+Q",)),
        ),
    ),
    (
        Phrase("Edit"),
        (
            Command("undo", Phrase("Undo"), (Key.Undo,), "undo", writes=True),
            Command("redo", Phrase("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", writes=True),
            SEPARATOR,
            Command("new_contact", Phrase("New contact"), (Key.New,), "plus", writes=True),
            Command("new_interview", Phrase("New interview"), ("Ctrl+Shift+I",), "calendar", writes=True),
            Command("new_note", Phrase("New note"), ("Ctrl+Shift+W",), "note", writes=True),
            Command("new_follow_up", Phrase("New follow-up"), ("Ctrl+Shift+U",), "clock", writes=True),
            Command("new_organization", Phrase("New organization"), ("Ctrl+Shift+N",), "organization", writes=True),
            # In the list Delete alone does it; Ctrl+Delete and Ctrl+Backspace belong to whoever is typing.
            Command("delete", Phrase("Delete person"), ("Ctrl+Shift+Del",), "trash", writes=True),
            Command("log", Phrase("Log what happened"), ("Ctrl+G",), "reply", writes=True),
            Command("want", Phrase("Want to talk to"), ("Ctrl+D",), "star", writes=True),
            Command("tag", Phrase("Tag"), ("Ctrl+T",), "tag", writes=True),
            Command("merge", Phrase("Merge with …"), ("Ctrl+M",), "people", writes=True),
            Command("duplicates", Phrase("Possible duplicates"), ("Ctrl+Shift+P",), "people", writes=True),
            Command("trash", Phrase("Trash"), ("Ctrl+Shift+T",), "trash"),
            SEPARATOR,
            Command("merge_organization", Phrase("Merge organization with …"), ("Ctrl+Alt+M",), writes=True),
            Command("delete_organization", Phrase("Delete organization"), ("Ctrl+Alt+D",), writes=True),
            SEPARATOR,
            Command("search", Phrase("Search"), ("Ctrl+K",), "search"),
            Command("filter", Phrase("Filter contacts"), (Key.Find,)),
            Command("new_jobs", Phrase("New jobs since last time"), ("Ctrl+J",)),
            SEPARATOR,
            Command("settings", Phrase("Settings"), ("Ctrl+,",), "settings"),
        ),
    ),
    (
        Phrase("Calendar"),
        (
            Command("calendar_day", Phrase("Calendar by day"), ("Ctrl+1",), "calendar"),
            Command("calendar_week", Phrase("Calendar by week"), ("Ctrl+2",), "calendar"),
            Command("calendar_month", Phrase("Calendar by month"), ("Ctrl+3",), "calendar"),
            Command("calendar_agenda", Phrase("Calendar as agenda"), ("Ctrl+4",), "calendar"),
            SEPARATOR,
            Command("calendar_today", Phrase("Go to today"), ("Ctrl+0",)),
            Command("calendar_go_to", Phrase("Go to a day"), ("Ctrl+Shift+G",)),
            Command("calendar_earlier", Phrase("Earlier days"), ("Ctrl+PgUp",)),
            Command("calendar_later", Phrase("Later days"), ("Ctrl+PgDown",)),
            SEPARATOR,
            Command("calendar_about", Phrase("Calendar of one or everyone"), ("Ctrl+Shift+E",)),
            Command("calendar_offer", Phrase("Offer times"), ("Ctrl+Shift+Y",), "clock", writes=True),
            SEPARATOR,
            Command("calendar_show", Phrase("Show another calendar"), ("Ctrl+Shift+K",), writes=True),
            Command("calendar_print", Phrase("Print the calendar"), (Key.Print,)),
        ),
    ),
    (
        Phrase("Help"),
        (
            Command("shortcuts", Phrase("Keyboard shortcuts"), ("F1", "Ctrl+?")),
            Command("sample", Phrase("Try with sample data"), ("Shift+F1",)),
        ),
    ),
)


class CommandSet:
    """The actions of all commands, on `window`.

    `do` has what each command does, by its name. An action can be used while what it needs is there and, where
    it writes, the book can be written; while a sheet lies over the window it does nothing.
    """

    def __init__(
        self, window: QWidget, theme: Theme, do: Mapping[str, Callable[[], object]], *, writable: bool
    ) -> None:
        self._paused = False
        self._needs_met: dict[str, bool] = {}
        self.actions: dict[str, QAction] = {}
        for command in (each for _, commands in MENUS for each in commands if each):
            action = QAction(command.title, window)
            action.setShortcuts(command.shortcuts)
            if command.icon:
                action.setIcon(theme.icon(command.icon))
            action.triggered.connect(lambda _checked=False, name=command.name: self._paused or do[name]())
            window.addAction(action)
            self.actions[command.name] = action
            self._needs_met[command.name] = writable or not command.writes
        self._writable = dict(self._needs_met)
        self._show()

    def fill(self, menu: QMenu) -> None:
        """Put every command into its part of a menu."""
        for title, commands in MENUS:
            part = menu.addMenu(said(title))
            for command in commands:
                if command is SEPARATOR:
                    part.addSeparator()
                else:
                    part.addAction(self.actions[command.name])

    def set_needs_met(self, name: str, met: bool) -> None:  # noqa: FBT001 - reads like a setter of Qt's
        """Say whether what a command needs is there: somebody selected, something to undo."""
        self._needs_met[name] = met and self._writable[name]
        self._show()

    def set_paused(self, paused: bool) -> None:  # noqa: FBT001 - reads like a setter of Qt's
        """Let no command do anything while a sheet lies over the window."""
        self._paused = paused

    def _show(self) -> None:
        for name, action in self.actions.items():
            action.setEnabled(self._needs_met[name])
