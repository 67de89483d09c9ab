"""What every way to show days has in common: what it is given, what it tells, and which thing is chosen in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.calendar_days import ShownDays
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.theme.theme import Theme


class CalendarView(QWidget):
    """Shows blocks on days, and says by signals what is wanted.

    Args:
        theme: what it is painted with.
        editable: whether anything can be moved or made.
        parent: what it belongs to.
    """

    opened = Signal(object)
    """A `Block` is to be opened."""
    moved = Signal(object, object)
    """A `Block` is wanted at another time (a `Span`), or on another day (a `date`) where it has whole days."""
    wanted = Signal(object)
    """A new interview is wanted at this time (a `Span`)."""
    chosen = Signal(object)
    """This `Block` is the current one now, or none (None)."""
    day_wanted = Signal(object)
    """This day (a `date`) is to be shown by itself."""
    stepped = Signal(int)
    """The days before (-1) or after (1) are to be shown."""
    menu_wanted = Signal(object, object)
    """What can be done with this `Block` is wanted in a menu, here on the screen (a `QPoint`)."""

    def __init__(self, theme: Theme, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._editable = editable
        self._days: ShownDays | None = None
        self._blocks: tuple[Block, ...] = ()
        self._now: datetime | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def current(self) -> Block | None:
        """Which block is chosen."""
        raise NotImplementedError

    def show_days(
        self, days: ShownDays, blocks: Sequence[Block], *, now: datetime, others: Sequence[Block] = ()
    ) -> None:
        """Show these days with these blocks; what is chosen stays chosen where it is still there.

        Args:
            days: which.
            blocks: all that stands on them.
            now: what time it is, on the user's clock, with its zone.
            others: what is not shown, and yet takes time that is not free.
        """
        raise NotImplementedError

    def set_now(self, now: datetime) -> None:
        """The clock has gone on."""
        raise NotImplementedError

    def choose(self, kind: BlockKind, block_id: int) -> None:
        """Make a block the current one without telling, and bring it into sight; nothing where it is not there."""
        raise NotImplementedError
