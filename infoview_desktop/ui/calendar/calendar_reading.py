"""What the calendar reads: what stands on the days around one, and on which days and hours the user works."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import QLocale

from infoview_desktop.domain.calendar_days import CalendarMode, ShownDays, shown_days, span_of
from infoview_desktop.domain.free_time import WorkingHours
from infoview_desktop.domain.practice import Practice
from infoview_desktop.store.reads import calendar
from infoview_desktop.store.reads.practice import business_days, practice
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.ui.calendar.block import Block, blocks_of
from infoview_desktop.ui.calendar.fitting_days import fitting_days, has_room_for_weekend
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

_EVERY_DAY = frozenset(range(1, 8))


class CalendarReading:
    """Reads within a frame, in the main thread.

    Attributes:
        now: what time it was when it was read, with the user's zone.
        hours: when the user works; None where what is kept of it makes no sense.
        blocks: all that was found.
    """

    def __init__(self, reader: Reader, clock: WallClock) -> None:
        self._reader = reader
        self._clock = clock
        self._habits = Practice()
        self.now = clock.now()
        self.hours: WorkingHours | None = None
        self.blocks: list[Block] = []

    def read(self, mode: CalendarMode, anchor: date) -> None:
        """Read what stands on the days around one; of a week on all of its days."""
        self.now = self._clock.now()
        zone = str(self.now.tzinfo)
        self._habits = practice(self._reader)
        self.hours = self._working_hours(zone)
        days = self.around(mode, anchor)
        part = calendar.between(
            self._reader, span=span_of(days.first, days.last, zone), first=days.first, last=days.last
        )
        self.blocks = blocks_of(part, time_zone=zone, today=self.now.date())

    def around(self, mode: CalendarMode, anchor: date, *, room_for_weekend: bool = True) -> ShownDays:
        """The days around one, as the user's locale has weeks."""
        return shown_days(
            mode,
            anchor,
            first_weekday=QLocale().firstDayOfWeek().value,
            working_days=self._working_days,
            room_for_weekend=room_for_weekend,
        )

    def fitting(self, mode: CalendarMode, anchor: date, blocks: list[Block], width: int) -> ShownDays:
        """The days to show in so many pixels: of a week those that fit, free ones only where something stands there."""
        days = self.around(mode, anchor)
        if mode is not CalendarMode.WEEK:
            return days
        if not has_room_for_weekend(width):
            working = self.around(mode, anchor, room_for_weekend=False)
            if not any(block.first_day < working.first or block.last_day > working.last for block in blocks):
                days = working
        return fitting_days(days, width)

    def is_part_of_week(self, days: ShownDays) -> bool:
        """Whether these are not all days of their week on which one works."""
        working = self.around(CalendarMode.WEEK, days.anchor, room_for_weekend=False)
        return days.last < working.last or days.first > working.first

    def on_working_day(self, day: date) -> date:
        """A day of the same week on which one works, where this one is free."""
        week = self.around(CalendarMode.WEEK, day)
        days = [week.first + timedelta(days=number) for number in range((week.last - week.first).days + 1)]
        working = [each for each in days if each.isoweekday() in self._working_days]
        return day if day in working or not working else working[0]

    @property
    def _working_days(self) -> frozenset[int]:
        return frozenset(int(digit) for digit in self._habits.working_days if digit in "1234567") or _EVERY_DAY

    def _working_hours(self, zone: str) -> WorkingHours | None:
        try:
            starts, ends = time.fromisoformat(self._habits.day_starts), time.fromisoformat(self._habits.day_ends)
        except ValueError:
            return None
        days = business_days(self._reader, self._habits)
        return WorkingHours(days.working_days, starts, ends, zone, frozenset(days.holidays))
