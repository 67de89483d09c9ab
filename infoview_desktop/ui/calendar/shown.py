"""What the calendar shows at a moment, for who does something else with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from infoview_desktop.domain.calendar_days import ShownDays
from infoview_desktop.ui.calendar.block import Block


@dataclass(frozen=True, slots=True)
class Shown:
    """The days, what stands on them, what time it is, and what all of it is called."""

    days: ShownDays
    blocks: tuple[Block, ...]
    now: datetime
    title: str
