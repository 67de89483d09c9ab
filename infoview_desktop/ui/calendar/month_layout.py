"""Where everything of a month stands: the weeks, the days in them, and as many lines as fit into a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect

from infoview_desktop.domain.calendar_days import ShownDays
from infoview_desktop.domain.wall_time import local
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.wording import until_text
from infoview_desktop.ui.local_time import time_text

WEEK = 7
NAMES, NUMBER, LINE = 28, 24, 22
"""The heights of the days' names, of a day's number and of a line."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """A line within a day: a block, or how many more there are than fit."""

    rect: QRect
    place: int | None
    """Which of the blocks; None for the line that counts the others."""
    more: int = 0


def by_day(blocks: Sequence[Block], days: ShownDays) -> dict[date, list[int]]:
    """The places of the blocks that stand on each day, in their order."""
    found: dict[date, list[int]] = {}
    for place, block in enumerate(blocks):
        day, last = max(block.first_day, days.first), min(block.last_day, days.last)
        while day <= last:
            found.setdefault(day, []).append(place)
            if day == last:
                break
            day += _DAY
    return found


def line_texts(block: Block, day: date, time_zone: str) -> list[str]:
    """When and who or what, as short as it fits into a day it stands on, the longest first: `14:00 Ana Ruiz`, `Ana`.

    On the day it ends after another on which it began that is `until 01:00 Ana Ruiz`.
    """
    called = block.shorter if block.kind is BlockKind.BOOKED else (block.title, *block.shorter)
    when = _when_on(block, day, time_zone)
    return [*(f"{when} {words}" for words in called), called[-1]] if when else list(called)


def _when_on(block: Block, day: date, time_zone: str) -> str:
    """When it begins, or ends where it began before; "" for all of a day."""
    if block.span is None:
        return ""
    if day == block.first_day:
        return time_text(local(block.span.start, time_zone))
    if day == block.last_day:
        return until_text(block.span, time_zone)
    return ""


def lines_in(height: int, *, number: int, line: int) -> int:
    """How many lines fit into a day below its number."""
    return max(1, (height - number - 2) // line)


class MonthLayout:
    """Whole weeks below one another in `area`; `number` is the height of a day's number, `line` that of a line."""

    def __init__(self, area: QRect, days: ShownDays, *, number: int, line: int, mirrored: bool) -> None:
        self._area = area
        self._days = days
        self._number = number
        self._line = line
        self._mirrored = mirrored
        self.weeks = max(1, ((days.last - days.first).days + WEEK) // WEEK)
        self._edges = [area.left() + area.width() * each // WEEK for each in range(WEEK + 1)]
        self._tops = [area.top() + area.height() * each // self.weeks for each in range(self.weeks + 1)]

    def column(self, place: int) -> QRect:
        """A column of days, 0 for the first of the week; from right to left where one reads so."""
        place = WEEK - 1 - place if self._mirrored else place
        left, right = self._edges[place], self._edges[place + 1]
        return QRect(left, self._area.top(), right - left, self._area.height())

    def cell(self, day: date) -> QRect:
        """All of a day, the hairlines at its end and below included."""
        week, place = divmod((day - self._days.first).days, WEEK)
        place = WEEK - 1 - place if self._mirrored else place
        left, top = self._edges[place], self._tops[week]
        return QRect(left, top, self._edges[place + 1] - left, self._tops[week + 1] - top)

    def day_at(self, point: QPoint) -> date | None:
        """The day at a point; None where there is none."""
        if not self._area.contains(point):
            return None
        # From the last one back, as the widths are rounded down.
        place = next(each for each in range(WEEK) if self.column(each).contains(point.x(), self._area.top()))
        week = next(each for each, end in enumerate(self._tops[1:]) if point.y() < end)
        day = self._days.first + timedelta(days=week * WEEK + place)
        return day if day <= self._days.last else None

    def lines(self, day: date, places: Sequence[int], shown: int | None = None, *, more: int = 0) -> list[Line]:
        """The lines of a day: those of the blocks as far as they fit, and one that counts the others.

        Args:
            day: which.
            places: of the blocks.
            shown: which of them is among the lines in any case.
            more: how many there are besides the blocks.
        """
        cell = self.cell(day)
        room = lines_in(cell.height(), number=self._number, line=self._line)
        fitting = list(places if len(places) + bool(more) <= room else places[: room - 1])
        if shown is not None and shown in places and fitting and shown not in fitting:
            fitting[-1] = shown
        left, top, width = cell.left() + 2, cell.top() + self._number, cell.width() - 5
        lines = [
            Line(QRect(left, top + each * self._line, width, self._line - 2), place)
            for each, place in enumerate(fitting)
        ]
        more += len(places) - len(fitting)
        if more:
            below = QRect(left, top + len(fitting) * self._line, width, self._line - 2)
            lines.append(Line(below, None, more))
        return lines
