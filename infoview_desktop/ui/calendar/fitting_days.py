"""How many days of a week fit beside each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from infoview_desktop.domain.calendar_days import ShownDays
from infoview_desktop.ui.calendar.grid_geometry import GUTTER

_NARROWEST, _ROOMY = 56, 110
"""Pixels of a day, at the usual text size, that can be read; and from which on free days are shown besides."""
_WEEK = 7


def has_room_for_weekend(width: int) -> bool:
    """Whether all days of a week fit, also those on which nothing stands; `width` is at the usual text size."""
    return width >= GUTTER + _WEEK * _ROOMY


def fitting_days(days: ShownDays, width: int) -> ShownDays:
    """Of the days the part with the one that was asked for, where not all of them fit; the parts do not overlap."""
    count, room = (days.last - days.first).days + 1, max(1, (width - GUTTER) // _NARROWEST)
    if room >= count:
        return days
    # All parts of about the same size: of five days, where four would fit, three and two.
    size = -(-count // -(-count // room))
    first = days.first + timedelta(days=(days.anchor - days.first).days // size * size)
    return replace(days, first=first, last=min(days.last, first + timedelta(days=size - 1)))
