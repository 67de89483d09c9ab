"""The sheets that commands open over the window, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.contact import Contact
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from infoview_desktop.ui.merging.merging import Merging
    from infoview_desktop.ui.window.sheet import Sheet


class Sheets(QObject):
    """Opens sheets over `window`; `covered` tells whether one lies over it now."""

    covered = Signal(bool)
    merged = Signal(int)
    """Two people were made one, who has this id."""

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, *, editable: bool) -> None:
        super().__init__(window)
        self._theme = theme
        self._runner = runner
        self._window = window
        self._editable = editable

    def open(self, sheet: Sheet) -> None:
        """Let a sheet come up, over which no command does anything."""
        sheet.dismissed.connect(lambda: self.covered.emit(False))
        self.covered.emit(True)
        sheet.open()

    def new_contact(self, name: str, added: Callable[[int], None], *, referrer: Contact | None = None) -> None:
        """Add somebody, perhaps called so already, or named by somebody; `added` gets their id."""
        from infoview_desktop.ui.people.new_contact import NewContactSheet  # noqa: PLC0415 - not needed to start

        sheet = NewContactSheet(self._theme, self._runner, self._window, called=name, referrer=referrer)
        sheet.added.connect(added)
        self.open(sheet)

    def tag(self, contact_ids: Sequence[int]) -> None:
        """Put tags on people, or take them off."""
        from infoview_desktop.ui.people.tag_sheet import TagSheet  # noqa: PLC0415 - not needed to start

        if contact_ids:
            self.open(TagSheet(self._theme, self._runner, self._window, contact_ids))

    @cached_property
    def _merging(self) -> Merging:
        from infoview_desktop.ui.merging.merging import Merging  # noqa: PLC0415 - not needed to start

        merging = Merging(self._theme, self._runner, self._window)
        merging.busy_changed.connect(self.covered)
        merging.merged.connect(self.merged)
        return merging

    def merge(self, contact_ids: Sequence[int]) -> None:
        """Show two people side by side, or ask with whom one is to be merged."""
        self._merging.start(contact_ids)

    def find_duplicates(self) -> None:
        """Show who may be in the book twice."""
        self._merging.find_duplicates()

    def trash(self) -> None:
        """Show who was deleted."""
        from infoview_desktop.ui.people.trash_sheet import TrashSheet  # noqa: PLC0415 - not needed to start

        self.open(TrashSheet(self._theme, self._runner, self._window, editable=self._editable))
