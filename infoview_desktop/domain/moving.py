"""What is moved in a calendar goes by the clock on the wall; how long it lasts stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.interview import LONGEST_MINUTES
from infoview_desktop.domain.wall_time import local, wall_time

SHORTEST_MINUTES = 5
"""No conversation is made shorter by dragging its end."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Where something comes to lie.

    Attributes:
        span: when it is then.
        skipped: the clocks go forward over that time: it does not exist, and one as much later is meant.
        twice: the clocks go back over that time: it comes twice, and the first is meant.
    """

    span: Span
    skipped: bool = False
    twice: bool = False


def moved(span: Span, *, days: int, minutes: int, time_zone: str) -> Moved:
    """Move by days and minutes on the clock of an IANA time zone: what begins at three begins at three on any day.

    It lasts as many minutes as before, also where the clocks are changed. What would leave the calendar stays where
    it is.
    """
    if not days and not minutes:
        return Moved(span)
    try:
        wall = local(span.start, time_zone).replace(tzinfo=None, fold=0) + timedelta(days=days, minutes=minutes)
        meant = wall_time(wall.date(), wall.time(), time_zone)
        return Moved(Span(meant.moment, meant.moment + (span.end - span.start)), meant.skipped, meant.twice)
    except OverflowError:
        return Moved(span)


def lengthened(span: Span, *, minutes: int) -> Span:
    """Let it last so many minutes, as far as a conversation can be as short or as long."""
    lasting = timedelta(minutes=min(max(minutes, SHORTEST_MINUTES), LONGEST_MINUTES))
    try:
        return Span(span.start, span.start + lasting)
    except OverflowError:
        return span
