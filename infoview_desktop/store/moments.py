"""Days and moments as they are stored, and read back."""

from __future__ import annotations

from datetime import UTC, date, datetime


def stored(moment: datetime) -> str:
    """A moment as it is stored: UTC, ISO 8601, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def moment_of(text: str | None) -> datetime | None:
    """The moment that is stored, UTC; None where none is."""
    return datetime.fromisoformat(text) if text else None


def day_of(text: str | None) -> date | None:
    """The day that is stored; None where none is."""
    return date.fromisoformat(text) if text else None
