"""What a drag over the hours comes to: another time, another length, a new stretch of time, or another day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum, auto

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.interview import USUAL_MINUTES
from infoview_desktop.domain.moving import Moved, lengthened, moved
from infoview_desktop.domain.wall_time import local, wall_time
from infoview_desktop.ui.calendar.block import Block
from infoview_desktop.ui.calendar.grid_layout import DAY_MINUTES

STEP, FINE_STEP = 15, 5
"""Minutes by which a drag goes on, and those with Shift."""


class Grip(Enum):
    """What was taken hold of."""

    MOVE = auto()
    """A block with hours."""
    LENGTHEN = auto()
    """Its lower edge."""
    CREATE = auto()
    """Free ground."""
    DAY = auto()
    """A block with whole days."""
    PERSON = auto()
    """Somebody who comes from elsewhere."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the grid: a column, and a minute of its day."""

    column: int
    minute: int


@dataclass(frozen=True, slots=True)
class Drag:
    """What is being dragged, and from where."""

    grip: Grip
    block: Block | None
    start: Place

    def aim(self, at: Place, *, step: int, days: Sequence[date], time_zone: str) -> Moved | date:
        """What it comes to where it is let go at this place: a stretch of time, or a day."""
        if self.grip is Grip.CREATE:
            return self._created(at, step, days, time_zone)
        if self.grip is Grip.PERSON:
            begins = min(at.minute // step * step, DAY_MINUTES - step)
            return slot(days[at.column], begins, USUAL_MINUTES, time_zone)
        if self.block is None or self.block.span is None:
            return days[at.column]
        if self.grip is Grip.LENGTHEN:
            return Moved(self._lengthened(self.block.span, at, step, time_zone), skipped=False, twice=False)
        start = local(self.block.span.start, time_zone)
        begins = start.hour * 60 + start.minute
        near = _near(begins, at.minute - self.start.minute, step)
        target = near if near == begins else max(0, min(DAY_MINUTES - step, near))
        shift = at.column - self.start.column
        return moved(self.block.span, days=shift, minutes=target - begins, time_zone=time_zone)

    def _lengthened(self, span: Span, at: Place, step: int, time_zone: str) -> Span:
        end = local(span.end, time_zone)
        ends = end.hour * 60 + end.minute
        more = _near(ends, at.minute - self.start.minute, step) - ends
        days = DAY_MINUTES * (at.column - self.start.column)
        minutes = int((span.end - span.start).total_seconds()) // 60
        return lengthened(span, minutes=max(step, minutes + more + days))

    def _created(self, at: Place, step: int, days: Sequence[date], time_zone: str) -> Moved:
        first, last = sorted((self.start.minute, at.minute))
        first = min(first // step * step, DAY_MINUTES - step)
        last = max(-(-last // step) * step, first + step)
        return slot(days[self.start.column], first, last - first, time_zone)


def slot(day: date, minute: int, minutes: int, time_zone: str) -> Moved:
    """So many minutes from a minute of a day on."""
    meant = wall_time(day, time(*divmod(minute, 60)), time_zone)
    span = lengthened(Span(meant.moment, meant.moment), minutes=minutes)
    return Moved(span, skipped=meant.skipped, twice=meant.twice)


def _near(minute: int, by: int, step: int) -> int:
    """A minute so much later, on a step of the clock; itself where that is less than half a step."""
    return minute if 2 * abs(by) < step else round((minute + by) / step) * step
