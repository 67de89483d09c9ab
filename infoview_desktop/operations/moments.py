"""Days and moments as they come in: those of a person's life, and for what happened no later than now."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from infoview_desktop.domain import known_error

_FIRST, _LAST = 1900, 2200
_TOMORROW = timedelta(days=1)
"""By so much may a clock have been wrong, or somebody be in another time zone."""


def known_day(day: date) -> date:
    """The day, if it is one of these times.

    Raises:
        KnownError: it is not.
    """
    if not _FIRST <= day.year < _LAST:
        raise known_error.not_of_these_times(day.isoformat())
    return day


def known_moment(moment: datetime) -> datetime:
    """The moment in UTC, if it is one of these times.

    Raises:
        KnownError: it is not.
    """
    known_day(moment.date())
    return moment.astimezone(UTC)


def past_moment(moment: datetime, *, now: datetime) -> datetime:
    """The moment of what happened, in UTC.

    Raises:
        KnownError: it is none of these times, or is still to come.
    """
    known = known_moment(moment)
    if known > now + _TOMORROW:
        raise known_error.still_to_come()
    return known
