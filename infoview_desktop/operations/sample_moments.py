"""The moments of the sample, told as so long ago, on the day on which it is opened."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from infoview_desktop.domain.business_days import BusinessDays

_DAY = timedelta(days=1)
_FIRST, _LAST = time(9), time(21)
"""Nobody talks earlier or later than that."""
_QUARTER = 15
_TOLD = re.compile(r"(?P<ago>-?\d+)(?P<unit>[wh]?)(?: (?P<hour>\d\d):(?P<minute>\d\d))?")


class Moments:
    """Tells days and moments (UTC) that are told as `3`, `3w`, `-3w 10:15` or `22h`, for somebody in a time zone.

    `3` is three days ago and `3w` three working days ago, counted from the last one there was; below zero they are
    ahead, counted from today. `22h` are hours ago, or the next moment after it at which people talk.
    """

    def __init__(self, now: datetime, time_zone: str) -> None:
        self._zone = ZoneInfo(time_zone)
        self._now = now.astimezone(self._zone)

    def day(self, told: str) -> date:
        """The day, where the searcher is."""
        ago, unit, _ = _parts(told)
        if unit == "h":
            return self.moment(told).astimezone(self._zone).date()
        today = self._now.date()
        if unit != "w":
            return today - ago * _DAY
        days = BusinessDays()
        if ago < 0:
            return days.after(today, -ago)
        day = today if days.is_one(today) else days.before(today)
        for _ in range(ago):
            day = days.before(day)
        return day

    def moment(self, told: str, *, zone: str | None = None) -> datetime:
        """The moment, UTC; `zone` is where the clock hangs, if not where the searcher is now."""
        ago, unit, clock = _parts(told)
        if unit == "h":
            return self._by_daylight(self._now - timedelta(hours=ago))
        at = datetime.combine(self.day(told), clock, ZoneInfo(zone) if zone else self._zone)
        return at.astimezone(UTC)

    def _by_daylight(self, moment: datetime) -> datetime:
        local = moment.astimezone(UTC).astimezone(self._zone)
        if not _FIRST <= local.time() <= _LAST:
            day = local.date() + (_DAY if local.time() > _LAST else 0 * _DAY)
            local = datetime.combine(day, _FIRST, self._zone)
        minute = local.minute - local.minute % _QUARTER
        return local.replace(minute=minute, second=0, microsecond=0).astimezone(UTC)


def _parts(told: str) -> tuple[int, str, time]:
    found = _TOLD.fullmatch(told)
    if found is None:
        raise ValueError(told)
    return int(found["ago"]), found["unit"], time(int(found["hour"] or 0), int(found["minute"] or 0))
