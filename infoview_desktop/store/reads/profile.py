"""What the user says of themselves."""

from __future__ import annotations

from infoview_desktop.domain.contact import Seniority
from infoview_desktop.domain.ranking import Profile
from infoview_desktop.store.reads import directions
from infoview_desktop.store.reads.reader import Reader

PROFILE_PLACES = "profile/"
"""How the places begin where what is being typed about oneself is put aside."""


def profile(reader: Reader) -> Profile:
    """The user, as they describe themselves; empty where they said nothing."""
    rows = reader.rows("SELECT seniority, schools, past_employers FROM profile")
    seniority, schools, past_employers = rows[0] if rows else ("", "", "")
    return Profile(
        seniority=Seniority(seniority),
        schools=_several(schools),
        past_employers=_several(past_employers),
        directions=tuple(direction.name for direction in directions.directions(reader)),
    )


def _several(joined: str) -> tuple[str, ...]:
    return tuple(part for part in joined.split(", ") if part)
