"""Days and moments as they are stored, and read back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

DAY_SECONDS = 24 * 60 * 60

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY = _BEGINNING.toordinal()
_SECOND = timedelta(seconds=1)


def stored(moment: datetime) -> str:
    """A moment as it is stored: UTC, ISO 8601, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def moment_of(text: str | None) -> datetime | None:
    """The moment that is stored, UTC; None where none is."""
    return datetime.fromisoformat(text) if text else None


def day_of(text: str | None) -> date | None:
    """The day that is stored; None where none is."""
    return date.fromisoformat(text) if text else None


def seconds(moment: datetime) -> int:
    """A moment as seconds since 1970, UTC, whole ones."""
    return (moment - _BEGINNING) // _SECOND


def moment_at(since_1970: int) -> datetime:
    """The moment of so many seconds, UTC."""
    return _BEGINNING + timedelta(seconds=since_1970)


def midnight(day: date) -> int:
    """The beginning of a day as seconds since 1970, as if it were a day of UTC."""
    return (day.toordinal() - _FIRST_DAY) * DAY_SECONDS


def day_at(since_1970: int) -> date:
    """The day within which so many seconds lie, of UTC."""
    return date.fromordinal(since_1970 // DAY_SECONDS + _FIRST_DAY)
