"""Events of iCalendar files that recur and of which single times were changed (RECURRENCE-ID).

The library knows which time a change takes the place of. By which rules an event recurs it is told by `ics_times`,
because its own rules may be followed for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from icalendar import Event
from icalendar.prop import vDDDTypes
from recurring_ical_events import EventAdapter, Occurrence, Series

from infoview_desktop.system.ics_rule import Rule
from infoview_desktop.system.ics_series import Placed, Stretch, Time, dates, exceptions, moved, on_clock
from infoview_desktop.system.ics_times import Effort, times_of
from infoview_desktop.system.ics_zones import Zones

_COST_OF_LATER = 10
"""Changes of all later times that are looked through for each time, for the cost of one."""


def times(core: Placed, changes: Sequence[Placed], zones: Zones, stretch: Stretch, effort: Effort) -> Iterator[Time]:
    """Give the times that an event takes place, changed or not, those of a stretch of days.

    Raises:
        ValueError: a rule makes no sense.
        EndlessError: it takes too long to follow it.
    """
    adapters = [_Adapter(one, core, zones, effort) for one in (core, *changes)]
    adapters[0].restrict(
        zones, stretch, {core.wall(one, zones) for change in changes if (one := change.told.instead_of)}
    )
    series = _Series(adapters)
    span = (stretch.first, stretch.last + timedelta(days=1)) if core.zone is None else (stretch.low, stretch.high)
    for occurrence in series.between(*span):
        effort.spend(1 + len(series.this_and_future) // _COST_OF_LATER)
        yield occurrence.time


class _Adapter(EventAdapter):  # type: ignore[misc]  # the library has no types
    """An event as the library wants it."""

    def __init__(self, placed: Placed, core: Placed, zones: Zones, effort: Effort) -> None:
        super().__init__(_component(placed, core, zones))
        self.placed = placed
        self.effort = effort
        self._exdates: list[date] = []
        self._rdates: list[date | tuple[date, timedelta]] = []

    def restrict(self, zones: Zones, stretch: Stretch, changed: set[datetime]) -> None:
        """Take only the dates beside the rules that matter for a stretch of days, or for times that were changed.

        What the library does with one nobody can interrupt.
        """
        placed = self.placed
        low, high = stretch.walls(placed.zone, placed.length)
        days, walls = exceptions(placed, zones, self.effort)
        self._exdates = [day for day in days if low.date() <= day <= high.date()]
        self._exdates += [_aware(placed, wall) for wall in walls if low <= wall <= high or wall in changed]
        found = {one.start: one.length for one in dates(placed, zones, self.effort) if low <= one.start <= high}
        for wall, length in found.items():
            at = _aware(placed, wall)
            self._rdates.append(at if length == placed.length else (at, length))

    @property
    def recurrence_ids(self) -> tuple[datetime, ...]:
        """The times that it takes the place of; the library asks again and again."""
        self.effort.spend(1)
        ids: tuple[datetime, ...] = super().recurrence_ids
        return ids

    @property
    def exdates(self) -> list[date]:
        """When it does not take place."""
        return self._exdates

    @property
    def rdates(self) -> list[date | tuple[date, timedelta]]:
        """When it takes place beside its rules."""
        return self._rdates

    @property
    def rrules(self) -> list[tuple[Rule, datetime | None]]:
        """The rules, as `_Series` follows them."""
        return self.placed.rules()


class _Series(Series):  # type: ignore[misc]  # the library has no types
    """The library's series, with rules that end."""

    class RecurrenceRules(Series.RecurrenceRules):  # type: ignore[misc]  # the library has no types
        """How it recurs."""

        def create_rule_with_start(self, rule: tuple[Rule, datetime | None]) -> _BoundedRule:
            """A rule as the library wants it."""
            return _BoundedRule(*rule, self.core.placed, self.core.effort)

    def occurrence(self, adapter: _Adapter, start: date | None = None, end: date | None = None) -> _Occurrence:
        """An event takes place."""
        return _Occurrence(adapter, start, end)


class _BoundedRule:
    """A rule that is followed only where the library looks."""

    def __init__(self, rule: Rule, until: datetime | None, placed: Placed, effort: Effort) -> None:
        self._rule = rule
        self._until = until
        self._placed = placed
        self._effort = effort

    @property
    def until(self) -> datetime | None:
        """The last time that it may give."""
        return self._until.replace(tzinfo=self._placed.zone) if self._until else None

    def between(self, low: datetime, high: datetime, inc: bool) -> Iterator[datetime]:  # noqa: ARG002, FBT001
        """The times between two."""
        placed = self._placed
        walls = (self._wall(low), self._wall(high))
        for wall in times_of(
            self._rule, placed.start, low=walls[0], high=walls[1], until=self._until, effort=self._effort
        ):
            yield wall.replace(tzinfo=placed.zone)

    def _wall(self, at: datetime) -> datetime:
        zone = self._placed.zone
        return at if zone is None or at.tzinfo is None else on_clock(at.replace(tzinfo=None), at.tzinfo, zone)


class _Occurrence(Occurrence):  # type: ignore[misc]  # the library has no types
    """An event takes place."""

    @property
    def time(self) -> Time:
        """When, on the clock that it is meant on."""
        placed: Placed = self._adapter.placed
        start: date = self.start
        length: timedelta = self.end - self.start
        if isinstance(start, datetime) and placed.zone is not None:
            there = start.replace(tzinfo=None)
            return Time(placed, there if start.tzinfo is None else on_clock(there, start.tzinfo, placed.zone), length)
        if isinstance(start, datetime) or placed.zone is not None:  # a whole day in the place of a time, or turned
            return Time(placed, datetime.combine(start, placed.start.time()), placed.length)
        return Time(placed, datetime.combine(start, time()), length)


def _component(placed: Placed, core: Placed, zones: Zones) -> Event:
    event = Event()
    event["UID"] = placed.told.uid
    event["SEQUENCE"] = placed.told.sequence
    event["DTSTART"] = vDDDTypes(_aware(placed, placed.start))
    event["DTEND"] = vDDDTypes(_aware(placed, moved(placed.start, placed.length)))
    if placed is not core and (instead_of := placed.told.instead_of) is not None:
        event["RECURRENCE-ID"] = vDDDTypes(_aware(core, core.wall(instead_of, zones)))
        if placed.recurrence.and_later:
            event["RECURRENCE-ID"].params["RANGE"] = "THISANDFUTURE"
    return event


def _aware(placed: Placed, wall: datetime) -> date:
    return wall.date() if placed.zone is None else wall.replace(tzinfo=placed.zone)
