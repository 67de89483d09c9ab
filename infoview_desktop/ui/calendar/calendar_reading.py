"""What the calendar reads: what stands on the days around one, and on which days and hours the user works."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from PySide6.QtCore import QLocale

from infoview_desktop.domain.calendar_days import CalendarMode, ShownDays, shown_days, stepped
from infoview_desktop.domain.free_time import WorkingHours
from infoview_desktop.domain.practice import Practice
from infoview_desktop.store.reads import calendar
from infoview_desktop.store.reads.busy_times import BusyTimes
from infoview_desktop.store.reads.calendar import CalendarPart, Room
from infoview_desktop.store.reads.practice import business_days, practice
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.ui.calendar.block import Block, BlockKind, blocks_of, in_order
from infoview_desktop.ui.calendar.fitting_days import fitting_days, has_room_for_weekend
from infoview_desktop.ui.calendar.fitting_room import ALL, room_of
from infoview_desktop.ui.wall_clock import WallClock

CALENDAR_TABLES = frozenset(
    {
        "interview",
        "interview_person",
        "follow_up",
        "contact",
        "practice",
        "holiday",
        "offered_time",
        "calendar",
        "busy_time",
    }
)
"""Of what it reads."""

_KEPT = 8
"""So much that was read is kept until the book changes: what is shown, what one goes to next, and where one was."""

_DAY = timedelta(days=1)
_EVERY_DAY = frozenset(range(1, 8))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, see `store.reads.calendar.between`."""

    first: date
    last: date
    time_zone: str
    room: Room


class CalendarReading:
    """Reads within a frame, in the main thread; what one goes to next may be read for it before it is wanted.

    Attributes:
        now: what time it was when it was read, with the user's zone.
        hours: when the user works; None where what is kept of it makes no sense.
        blocks: all that was found.
        more: how much there is besides on each day, which is not told of as there would be no room for it.
        size: for how many pixels it was read, at the usual text size: the width and the height of the calendar.
    """

    def __init__(self, reader: Reader, clock: WallClock) -> None:
        self._reader = reader
        self._clock = clock
        self._habits = Practice()
        self.now = clock.now()
        self.hours: WorkingHours | None = None
        self.blocks: list[Block] = []
        self.more: Mapping[date, int] = {}
        self.size = 0, 0
        self._days = self.around(CalendarMode.WEEK, self.now.date())
        self._busy = BusyTimes()
        self._about: dict[int, tuple[list[Block], Mapping[date, int]]] = {}
        self._kept: dict[Asked, CalendarPart] = {}
        self._changes = 0

    def read(self, mode: CalendarMode, anchor: date, *, size: tuple[int, int]) -> None:
        """Read what stands on the days around one, as much as can be seen; of a week on all of its days."""
        self.now = self._clock.now()
        zone = self._zone
        self._habits = practice(self._reader)
        self.hours = self._working_hours(zone)
        self._days, self.size = self.around(mode, anchor), size
        self._about.clear()
        part = self._kept_part()
        self._busy = part.busy
        self.blocks, self.more = blocks_of(part, time_zone=zone, today=self.now.date()), part.more

    def ahead(self, mode: CalendarMode, anchor: date) -> list[Asked]:
        """What one can go to next by a key from here, and which was not read yet."""
        other = CalendarMode.WEEK if mode is CalendarMode.MONTH else CalendarMode.MONTH
        beside = [self.around(mode, stepped(mode, anchor, by)) for by in (1, -1)]
        asked = [self._asked(days) for days in (*beside, self.around(other, anchor))]
        return [each for each in asked if each not in self._kept]

    def keeper(self, asked: Asked) -> Callable[[CalendarPart], None]:
        """Takes what was read ahead, unless the book changes before that comes."""
        changes = self._changes

        def keep(part: CalendarPart) -> None:
            if changes == self._changes:
                self._keep(asked, part)

        return keep

    def forget(self) -> None:
        """The book has changed."""
        self._changes += 1
        self._kept.clear()

    def about(self, contact_id: int) -> tuple[list[Block], Mapping[date, int]]:
        """Of the same days what is about one person, and when the user is busy; and how much there is besides."""
        if contact_id not in self._about:
            part = self._part(self._room, contact_id=contact_id, busy=self._busy)
            own = blocks_of(replace(part, busy=BusyTimes()), time_zone=self._zone, today=self.now.date())
            busy = (block for block in self.blocks if block.kind is BlockKind.BUSY)
            self._about = {contact_id: (in_order([*own, *busy]), part.more)}
        return self._about[contact_id]

    def all_about(self, contact_id: int | None) -> list[Block]:
        """All there is on the same days, far more than can be seen at once; about one person, or about everyone."""
        part = self._part(ALL, contact_id=contact_id)
        return blocks_of(part, time_zone=self._zone, today=self.now.date())

    def around(self, mode: CalendarMode, anchor: date, *, room_for_weekend: bool = True) -> ShownDays:
        """The days around one, as the user's locale has weeks."""
        return shown_days(
            mode,
            anchor,
            first_weekday=QLocale().firstDayOfWeek().value,
            working_days=self._working_days,
            room_for_weekend=room_for_weekend,
        )

    def fitting(self, mode: CalendarMode, anchor: date, blocks: Sequence[Block], width: int) -> ShownDays:
        """The days to show in so many pixels: of a week those that fit, free ones only where something stands there."""
        if mode is not CalendarMode.WEEK:
            return self.around(mode, anchor)
        return fitting_days(self._week(anchor, blocks, width), width)

    def whole(self, mode: CalendarMode, anchor: date, blocks: Sequence[Block]) -> ShownDays:
        """The same where there is room for all days, and yet none for free ones on which nothing stands."""
        return self._week(anchor, blocks, 0) if mode is CalendarMode.WEEK else self.around(mode, anchor)

    def beside(self, days: ShownDays, blocks: Sequence[Block], width: int, by: int) -> date:
        """The day to ask for to see what comes after (1) or before (-1) the days that are shown.

        Where a week is shown in parts, that is the next part; a week is begun and ended with a day on which one works.
        """
        if days.mode is not CalendarMode.WEEK:
            return stepped(days.mode, days.anchor, by)
        week = self._week(days.anchor, blocks, width)
        if by > 0 and days.last < week.last:
            return days.last + _DAY
        if by < 0 and days.first > week.first:
            return days.first - _DAY
        other = stepped(CalendarMode.WEEK, days.anchor, by)
        working = self._working_days_around(other)
        if days == week:
            return other if other in working or not working else working[0]
        return (working or [other])[0 if by > 0 else -1]

    def _week(self, anchor: date, blocks: Sequence[Block], width: int) -> ShownDays:
        """All days of a week that are worth to be shown."""
        days = self.around(CalendarMode.WEEK, anchor)
        if has_room_for_weekend(width):
            return days
        working = self.around(CalendarMode.WEEK, anchor, room_for_weekend=False)
        return days if any(_is_beyond(block, working) for block in blocks) else working

    def _working_days_around(self, day: date) -> list[date]:
        week = self.around(CalendarMode.WEEK, day)
        days = (week.first + timedelta(days=number) for number in range((week.last - week.first).days + 1))
        return [each for each in days if each.isoweekday() in self._working_days]

    @property
    def _working_days(self) -> frozenset[int]:
        return frozenset(int(digit) for digit in self._habits.working_days if digit in "1234567") or _EVERY_DAY

    def is_for(self, size: tuple[int, int]) -> bool:
        """Whether as much was read as can be seen in a calendar of this size."""
        return room_of(self._days, *size) == self._room

    @property
    def _room(self) -> Room:
        return room_of(self._days, *self.size)

    def _part(self, room: Room, *, contact_id: int | None = None, busy: BusyTimes | None = None) -> CalendarPart:
        days = self._days
        return calendar.between(
            self._reader,
            first=days.first,
            last=days.last,
            time_zone=self._zone,
            contact_id=contact_id,
            room=room,
            busy=busy,
        )

    def _kept_part(self) -> CalendarPart:
        asked = self._asked(self._days)
        part = self._kept.get(asked) or self._part(asked.room)
        self._keep(asked, part)
        return part

    def _keep(self, asked: Asked, part: CalendarPart) -> None:
        self._kept.pop(asked, None)
        self._kept[asked] = part
        while len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]

    def _asked(self, days: ShownDays) -> Asked:
        return Asked(days.first, days.last, self._zone, room_of(days, *self.size))

    @property
    def _zone(self) -> str:
        return str(self.now.tzinfo)

    def _working_hours(self, zone: str) -> WorkingHours | None:
        try:
            starts, ends = time.fromisoformat(self._habits.day_starts), time.fromisoformat(self._habits.day_ends)
        except ValueError:
            return None
        days = business_days(self._reader, self._habits)
        return WorkingHours(days.working_days, starts, ends, zone, frozenset(days.holidays))


def _is_beyond(block: Block, days: ShownDays) -> bool:
    """Whether something stands where these days do not show it; whole days are seen by one of them."""
    if block.span is None:
        return block.last_day < days.first or block.first_day > days.last
    return block.first_day < days.first or block.last_day > days.last
