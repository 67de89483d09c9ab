"""What the user chose about how they go about it."""

from __future__ import annotations

from dataclasses import dataclass

from infoview_desktop.domain.cadence import THREE_B_SEVEN
from infoview_desktop.domain.keep_in_touch import KEEP_IN_TOUCH_DAYS


@dataclass(frozen=True, slots=True)
class Practice:
    """The choices, as they are before anything is chosen.

    Attributes:
        cadence: the key of the cadence they go by.
        working_days: digits of the days of the week they work, 1 for Monday.
        day_starts: when they begin, `HH:MM` on their own clock.
        day_ends: when they end.
        region: whose public holidays are days off, such as `DE` or `US-CA`; "" for none.
        keep_in_touch_days: after how many days to write again to whom one has talked with; 0 for never.
    """

    cadence: str = THREE_B_SEVEN.key
    working_days: str = "12345"
    day_starts: str = "09:00"
    day_ends: str = "17:00"
    region: str = ""
    keep_in_touch_days: int = KEEP_IN_TOUCH_DAYS
