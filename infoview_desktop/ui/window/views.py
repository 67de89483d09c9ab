"""The views of the window, each built when it is opened for the first time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.rail import EVERY_VIEW


@runtime_checkable
class RememberedView(Protocol):
    """A view in which something can be typed, and that comes back as it was left."""

    def leave(self) -> None:
        """Store what is being typed."""

    def arrangement(self) -> dict[str, Any]:
        """How the view is left, as plain values."""


@runtime_checkable
class FocusedView(Protocol):
    """A view that knows what one does first in it."""

    def focus_first(self) -> None:
        """Put the focus there."""


class Views(QStackedWidget):
    """Shows one view at a time, the one called `key`.

    `home` is there from the start; `builders` make the others, by their key.
    """

    built = Signal()
    """Another view is there."""

    def __init__(self, theme: Theme, home: QWidget, builders: Mapping[str, Callable[[], QWidget]]) -> None:
        super().__init__()
        self._theme = theme
        self._builders = builders
        self._built: dict[str, QWidget] = {"people": home}
        self.key = "people"
        self.addWidget(home)

    def open(self, place: int) -> None:
        """Show the view at a place of `EVERY_VIEW`."""
        view = EVERY_VIEW[place]
        self.key = view.key
        if view.key not in self._built:
            self._built[view.key] = self._build(view.key, view.later, view.icon)
            self.addWidget(self._built[view.key])
            self.built.emit()
        self.setCurrentWidget(self._built[view.key])

    def focus_first(self) -> None:
        """Put the focus on what one does first in the view that is shown."""
        view = self._built[self.key]
        if isinstance(view, FocusedView):
            view.focus_first()

    def leave(self) -> None:
        """Store what is being typed in any of them."""
        for view in self._remembered():
            view.leave()

    def arrangement(self) -> dict[str, Any]:
        """How all of them are left; of those that were not opened nothing is said."""
        return {name: value for view in self._remembered() for name, value in view.arrangement().items()}

    def _remembered(self) -> list[RememberedView]:
        return [view for view in self._built.values() if isinstance(view, RememberedView)]

    def _build(self, key: str, later: str, icon: str) -> QWidget:
        if not later:
            return self._builders[key]()
        from infoview_desktop.ui.window.later_view import LaterView  # noqa: PLC0415 - not in the first picture

        return LaterView(self._theme, later, icon)
