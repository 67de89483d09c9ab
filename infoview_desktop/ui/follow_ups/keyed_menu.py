"""A menu in which each choice has a key of its own, so that choosing takes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class KeyedChoice:
    """One of the choices.

    Attributes:
        key: a letter or a digit.
        text: what it says.
        value: what `chosen` carries.
        aside: what stands after the key, such as the day it comes to.
    """

    key: str
    text: str
    value: Any
    aside: str = ""


class KeyedMenu(QMenu):
    """Offers choices; `chosen` carries the value of the one that was taken by mouse, arrows or its key."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[KeyedChoice], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._keys: dict[str, QAction] = {}
        for choice in choices:
            words = choice.text.replace("&", "&&")
            action = self.addAction("\t".join((words, "   ".join(filter(None, (choice.key, choice.aside))))))
            action.triggered.connect(lambda _checked=False, value=choice.value: self.chosen.emit(value))
            self._keys[choice.key.casefold()] = action
        self.aboutToHide.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the choice whose key is pressed."""
        action = self._keys.get(event.text().casefold())
        if action is None:
            super().keyPressEvent(event)
        else:
            self.close()
            action.trigger()
