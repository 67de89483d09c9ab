"""A field in which a country, or a part of one, is found by typing some of its name."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.editing.completion import complete
from infoview_desktop.ui.editing.field_edits import LineEdit

_OFFERED = 12


class RegionEdit(LineEdit):
    """Shows one of the `names` by its code; `chosen` carries another code, "" once nothing stands in it."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[str, str] = {}
        self._code = ""
        self._is_left = False
        self.setAccessibleName(name)
        self.left.connect(self._on_left)
        self.given_up.connect(self._show)
        completer = complete(self, self._offered)
        # Later, because Qt itself puts what is chosen into the field as if nobody had typed it.
        completer.activated.connect(self.take, Qt.ConnectionType.QueuedConnection)

    def show_region(self, code: str, names: Mapping[str, str]) -> None:
        """Show the one of this code; `names` are all there are, by their codes, or none while they are looked up."""
        self._code, self._names = code, names
        if self._is_left:
            self._on_left()
        elif not self.changed:
            self._show()

    def _show(self) -> None:
        self.show_stored(self._names.get(self._code, self._code))

    def _offered(self, text: str) -> list[str]:
        """Who begins so comes before who has it within."""
        typed = text.casefold().strip()
        fitting = [name for name in self._names.values() if typed in name.casefold()]
        return sorted(fitting, key=lambda name: not name.casefold().startswith(typed))[:_OFFERED]

    def _on_left(self) -> None:
        # Who types faster than the names are looked up is understood once they are there.
        self._is_left = self.changed and not self._names and bool(self.typed.strip())
        if self._is_left or not self.changed:
            return
        typed = self.typed.strip().casefold()
        code = next((code for code, name in self._names.items() if name.casefold() == typed), None)
        if code is None and typed:
            offered = self._offered(typed)
            code = next((code for code, name in self._names.items() if offered == [name]), self._code)
        self.setModified(False)
        if (code or "") == self._code:
            self._show()
        else:
            self._code = code or ""
            self._show()
            self.chosen.emit(self._code)
