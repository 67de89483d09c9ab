"""How long the trash keeps people."""

from __future__ import annotations

from datetime import datetime, timedelta

KEPT_DAYS = 30


def kept_since(now: datetime) -> datetime:
    """Who was put into the trash before this moment is erased."""
    return now - timedelta(days=KEPT_DAYS)


def days_left(trashed_at: datetime, now: datetime) -> int:
    """After how many days somebody is erased; 0 for today."""
    return max(0, (trashed_at - kept_since(now)).days)
