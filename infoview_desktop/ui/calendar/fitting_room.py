"""How much of what stands on a day can be seen at once, in pixels at the usual text size."""

from __future__ import annotations

from infoview_desktop.domain.calendar_days import CalendarMode, ShownDays
from infoview_desktop.store.reads.calendar import Room
from infoview_desktop.ui.calendar.grid_geometry import GUTTER
from infoview_desktop.ui.calendar.month_layout import LINE, NAMES, NUMBER, WEEK, lines_in

ALL = Room(whole=60, timed=240)
"""Far more of each day than can be seen at once."""

_APART, _FEWEST = 5, 12
"""So many pixels of a day's width for each thing among its hours, or they cannot be told apart; and so many things in
any case."""

_PARTS = 4
"""Of a day, of each of which something is told; of one by itself, for which there is more room, twice as many."""

_REACHED = 6
"""So many things of a day can be gone to by keys in a month, though there be room for fewer lines."""

_HEADING = 52
"""Above the days."""


def room_of(days: ShownDays, width: int, height: int) -> Room:
    """The room that each day has in a calendar of this size."""
    count = (days.last - days.first).days + 1
    match days.mode:
        case CalendarMode.MONTH:
            lines = lines_in((height - _HEADING - NAMES) // (count // WEEK), number=NUMBER, line=LINE)
            most = max(lines, _REACHED)
            return Room(whole=most, timed=most, parts=1, together=most)
        case CalendarMode.AGENDA:
            return Room(whole=12, timed=12, parts=1)
        case _:
            timed = max(_FEWEST, (width - GUTTER) // count // _APART)
            return Room(timed=timed, parts=_PARTS if count > 1 else 2 * _PARTS)
