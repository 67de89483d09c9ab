"""A conversation with one person or several: wanted, agreed, held or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from infoview_desktop.domain.wall_time import local

USUAL_MINUTES = 20
"""What nearly all career guides advise to ask for."""

LONGEST_MINUTES = 480


class Medium(StrEnum):
    """How one talks; the values are stored and exported."""

    VIDEO = "video"
    PHONE = "phone"
    IN_PERSON = "in_person"


class InterviewState(StrEnum):
    """How it stands; the values are stored and exported."""

    ASKED = "asked"
    SCHEDULED = "scheduled"
    HELD = "held"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    """The other person did not come."""


TAKES_TIME = frozenset({InterviewState.ASKED, InterviewState.SCHEDULED, InterviewState.HELD})
"""The states of an interview whose time is not free."""


@dataclass(frozen=True, slots=True)
class Interview:
    """One conversation.

    Attributes:
        id: the interview's own.
        contact_ids: who takes part, beside the user.
        starts_at: when, UTC; None while no time is agreed.
        time_zone: IANA name of where the user agreed to it.
        minutes: how long.
        medium: how one talks.
        place: an address, a number or a link, as it was written.
        state: how it stands.
        state_at: since when, UTC.
        direction: the career it is about; "" for none.
        created_at: when it was written down, UTC.
    """

    id: int
    contact_ids: tuple[int, ...]
    starts_at: datetime | None
    time_zone: str
    minutes: int
    medium: Medium
    place: str
    state: InterviewState
    state_at: datetime
    direction: str
    created_at: datetime

    @property
    def moment(self) -> datetime:
        """When it is or was; where no time is agreed, when it was written down. UTC."""
        return self.starts_at or self.created_at

    @property
    def ends_at(self) -> datetime:
        """When it is or was over, UTC; one that is said to be held was over by then."""
        try:
            end = self.moment + timedelta(minutes=self.minutes)
        except OverflowError:
            return self.moment
        return min(end, self.state_at) if self.state is InterviewState.HELD else end

    @property
    def came_at(self) -> datetime:
        """From when on it stands as it does: when it began, where it was held; else when that was said. UTC."""
        return min(self.moment, self.state_at) if self.state is InterviewState.HELD else self.state_at

    @property
    def settles_until(self) -> datetime | None:
        """Whatever was asked or offered before this moment (UTC) came to something by it; None where nothing did.

        That it was called off is an answer, too.
        """
        match self.state:
            case InterviewState.SCHEDULED | InterviewState.HELD:
                return self.moment
            case InterviewState.CANCELLED | InterviewState.NO_SHOW:
                return self.state_at
            case InterviewState.ASKED:
                return None

    @property
    def local(self) -> datetime:
        """`moment` on the user's clock."""
        return local(self.moment, self.time_zone)
