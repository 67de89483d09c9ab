"""Which backups are kept: all of the last hours, then fewer and fewer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

KEEP_ALL = timedelta(hours=2)
KEEP_HOURLY = timedelta(days=2)
KEEP_DAILY = timedelta(days=14)
KEEP_WEEKLY = timedelta(days=70)
MOST_BYTES = 500 * 1024 * 1024


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A copy of the book: when it was made (UTC), its file's name and its size in bytes."""

    made_at: datetime
    name: str
    size: int


def _slot(age: timedelta, made_at: datetime) -> str:
    if age < KEEP_ALL:
        return made_at.isoformat()
    if age < KEEP_HOURLY:
        return f"{made_at:%Y-%m-%d %H}"
    if age < KEEP_DAILY:
        return f"{made_at:%Y-%m-%d}"
    if age < KEEP_WEEKLY:
        return f"{made_at:%G week %V}"
    return f"{made_at:%Y-%m}"


def to_let_go(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """Return the backups that need not be kept any longer; the newest always stays.

    All of two hours, the newest of each hour for two days, then of each day, week and month; and of these
    the newest that fit into 500 MB.
    """
    newest_first = sorted(backups, reverse=True)
    slots: set[str] = set()
    kept_bytes = 0
    let_go = []
    for backup in newest_first:
        slot = _slot(now - backup.made_at, backup.made_at)
        fits = kept_bytes + backup.size <= MOST_BYTES
        if backup is newest_first[0] or (slot not in slots and fits):
            slots.add(slot)
            kept_bytes += backup.size
        else:
            let_go.append(backup)
    return let_go
