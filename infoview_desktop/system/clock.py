"""The time."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The time of the system's clock, UTC."""
    return datetime.now(UTC)
