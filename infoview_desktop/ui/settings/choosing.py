"""A section in which something of the book is chosen: it holds at once, and what cannot be is told there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.settings.section import Surroundings
from infoview_desktop.ui.wording import told


class Choosing(QWidget):
    """Shows what the book says of some `tables`, again whenever they have changed.

    Args:
        around: what it is built with.
        tables: whose changes it follows.
        words: what is chosen here, and why.
    """

    def __init__(self, around: Surroundings, *, tables: frozenset[str], words: str) -> None:
        super().__init__()
        self.around = around
        self.runner = around.runner
        self._tables = tables
        self._trouble = Label(around.theme, font="caption", ink="red")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.words(words))
        self._column.addWidget(self._trouble)
        self.runner.changed.connect(self._on_changed)

    def words(self, text: str) -> Label:
        """A sentence beside the choices."""
        label = Label(self.around.theme, text, ink="ink2")
        label.setWordWrap(True)
        return label

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put controls below what is there; what went wrong stays the last."""
        for part in parts:
            if isinstance(part, QWidget):
                self._column.insertWidget(self._column.count() - 1, part)
            else:
                self._column.insertLayout(self._column.count() - 1, part)

    def show_chosen(self) -> None:
        """Show what the book says."""
        raise NotImplementedError

    def leave(self) -> None:
        """Store what is being typed or counted, where there is something of the kind: the settings go away."""

    def do(self, verb: Callable[..., Outcome[Any]], **arguments: Any) -> None:  # noqa: ANN401 - the verb's own
        """Choose; what cannot be is told, and what was chosen before is shown again."""
        self._trouble.hide()
        self.runner.do(verb, failed=self._on_failed, **arguments)

    def _on_failed(self, error: KnownError) -> None:
        self._trouble.setText(told(error))
        self._trouble.show()
        self.show_chosen()

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & self._tables:
            self.show_chosen()
