"""The time zones that this system knows."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones


@cache
def time_zones() -> frozenset[str]:
    """The IANA names of all there are; to list them, hundreds of the system's files are looked into, once."""
    return frozenset(available_timezones())
