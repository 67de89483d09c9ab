"""What every way to show days has in common: what it is given, what it tells, and which thing is chosen in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.calendar_days import ShownDays
from infoview_desktop.domain.moving import Moved, moved
from infoview_desktop.ui.calendar.block import Block, BlockKind, elsewhere
from infoview_desktop.ui.calendar.clash import Told, told_of, told_of_day
from infoview_desktop.ui.calendar.wording import sentence, translated
from infoview_desktop.ui.controls.announcement import announce
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
    followed = Signal(object)
    """What one stands on goes to this day (a `date`), which is not shown and is to be."""
    menu_wanted = Signal(object, object)
    """What can be done with this `Block` is wanted in a menu, here on the screen (a `QPoint`)."""

    def __init__(self, theme: Theme, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._editable = editable
        self._days: ShownDays | None = None
        self._blocks: tuple[Block, ...] = ()
        self._others: tuple[Block, ...] = ()
        self._more: Mapping[date, int] = {}
        self._now: datetime | None = None
        self._moved_to: Moved | date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def current(self) -> Block | None:
        """Which block is chosen."""
        raise NotImplementedError

    @property
    def day(self) -> date | None:
        """The day that one stands on; None where one has not been here."""
        raise NotImplementedError

    @property
    def place(self) -> QPoint:
        """Where on the screen one stands."""
        raise NotImplementedError

    def set_more(self, more: Mapping[date, int]) -> None:
        """Know how much there is besides, day by day, of what is shown next."""
        self._more = more

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

    def stand_on(self, day: date) -> None:
        """Stand on one of the days, without telling, where one stands on any."""
        raise NotImplementedError

    def choose(self, kind: BlockKind, block_id: int) -> None:
        """Make a block the current one without telling, and bring it into sight; nothing where it is not there."""
        raise NotImplementedError

    @property
    def _time_zone(self) -> str:
        """Where the user is."""
        return str(self._now.tzinfo) if self._now else "UTC"

    @property
    def _today(self) -> date:
        """The day it is."""
        return self._now.date() if self._now else date.min

    @property
    def _taken(self) -> Sequence[Block]:
        """What takes time that is not free, whether it is shown or not."""
        return self._blocks + self._others

    def _told_of(self, block: Block, target: Moved | date) -> Told:
        """What is to be known of where something is to be moved."""
        if isinstance(target, Moved):
            return told_of(block, target, self._taken, time_zone=self._time_zone)
        return told_of_day(target)

    def _told_of_current(self) -> Told | None:
        """What is to know of where one stands, if the last key moved it there."""
        block, target = self.current, self._moved_to
        if block is None or target is None:
            return None
        there = (target.span if isinstance(target, Moved) else target) == (block.span or block.first_day)
        return self._told_of(block, target) if there else None

    def _may_move(self, block: Block) -> bool:
        return self._editable and block.movable

    def _refuse(self) -> None:
        """Say that what one stands on stays where it is."""
        announce(self, translated("This cannot be moved."))

    def _have_moved(self, block: Block, target: Moved | date) -> None:
        """Have something moved, and say where to; it is shown there before the book knows."""
        to = target.span if isinstance(target, Moved) else target
        if to == (block.span or block.first_day):
            return
        changed = elsewhere(block, to, time_zone=self._time_zone, today=self._today)
        announce(self, sentence(changed.title, self._told_of(block, target).spoken))
        self._show_meanwhile(block, changed)
        self.moved.emit(block, to)
        if self._days is not None and not self._days.first <= changed.first_day <= self._days.last:
            self.followed.emit(changed.first_day)

    def _show_meanwhile(self, block: Block, changed: Block) -> None:
        """Show something where it is wanted until the book says where it is, and stay with it."""
        raise NotImplementedError


def by_days(block: Block, days: int, *, time_zone: str) -> Moved | date:
    """Where a block comes to lie so many days later, at the same time; no further than the calendar goes."""
    if block.span is not None:
        return moved(block.span, days=days, minutes=0, time_zone=time_zone)
    number = block.first_day.toordinal() + days
    return date.fromordinal(min(max(number, date.min.toordinal()), date.max.toordinal()))
