"""What a driver finds and does in the window, by the names that a user and a screen reader know."""

import time
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QPushButton, QTableView, QWidget

_LOOK_EVERY_MILLISECONDS = 10
_ROOMY = (1440, 900)

Story = Generator[Callable[[], bool], None, None]
"""What is done one after the other; each thing yielded tells whether to go on."""


def contact_list(window: QWidget) -> QTableView:
    """The list of contacts."""
    return next(table for table in window.findChildren(QTableView) if table.accessibleName() == "Contact list")


def contact_filter(window: QWidget) -> QLineEdit:
    """The field that filters it."""
    return field(window, "Filter contacts")


def field(window: QWidget, name: str) -> QLineEdit:
    """A field by its name."""
    return next(field for field in window.findChildren(QLineEdit) if field.accessibleName() == name)


def note_list(window: QWidget) -> QTableView:
    """The list of all notes, once it has been opened."""
    return next(table for table in window.findChildren(QTableView) if table.accessibleName() == "Note list")


def results(window: QWidget) -> QListView:
    """What the search found, once one has searched."""
    return next(found for found in window.findChildren(QListView) if found.accessibleName() == "Search results")


def calendar_pane(window: QWidget) -> Any:
    """The calendar."""
    return next(pane for pane in window.findChildren(QFrame) if pane.accessibleName() == "Calendar")


def three_panes(window: QWidget) -> None:
    """Give the window room for all three panes."""
    window.resize(*_ROOMY)


def primary_button(window: QWidget, text: str) -> QPushButton | None:
    """The primary button in sight whose text begins so; None where there is none."""
    buttons = (button for button in window.findChildren(QPushButton) if button.property("kind") == "primary")
    return next((button for button in buttons if button.text().startswith(text) and button.isVisible()), None)


def accept_button(window: QWidget) -> QPushButton | None:
    """The preview's button that imports; None while there is no preview."""
    return primary_button(window, "Import ")


def action(window: QWidget, name: str) -> QAction:
    """The window's action whose text begins so."""
    return next(one for one in window.actions() if one.text().startswith(name))


class Telling(QObject):
    """Lets a story go on whenever what it waits for has come; at its end the window is closed."""

    def __init__(self, window: QWidget, story: Story) -> None:
        super().__init__(window)
        self._window = window
        self._story = story
        self._awaited: Callable[[], bool] = lambda: True
        self._timer = QTimer(self, interval=_LOOK_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def _on_time(self) -> None:
        if not self._awaited():
            return
        try:
            self._awaited = next(self._story)
        except StopIteration:
            self._timer.stop()
            self._window.close()


class Changes(QObject):
    """Counts how often the book has changed, as one sees it who is told last.

    `last` is when it changed last, in seconds of `time.perf_counter`.
    """

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.count = 0
        self.last = 0.0
        self.runner = window._runner
        self.runner.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.count += 1
        self.last = time.perf_counter()
