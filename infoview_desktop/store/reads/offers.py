"""Times that were offered to people and are held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from infoview_desktop.store.reads.reader import Reader


@dataclass(frozen=True, slots=True)
class Offer:
    """One time that is held for somebody.

    Attributes:
        id: its own.
        contact_id: for whom.
        starts_at: when, UTC.
        minutes: how long.
        time_zone: IANA name of where the user was when they offered it.
    """

    id: int
    contact_id: int
    starts_at: datetime
    minutes: int
    time_zone: str


def offer(reader: Reader, offered_id: int) -> Offer | None:
    """One of them; None where it is held no more."""
    found = _offers(reader, "id = ?", offered_id)
    return found[0] if found else None


def of_contact(reader: Reader, contact_id: int) -> list[Offer]:
    """All that are held for somebody, in order of time."""
    return _offers(reader, "contact_id = ?", contact_id)


def _offers(reader: Reader, which: str, key: int) -> list[Offer]:
    rows = reader.rows(
        f"SELECT id, contact_id, starts_at, minutes, time_zone FROM offered_time WHERE {which} ORDER BY starts_at, id",  # noqa: S608 - one of the two above
        (key,),
    )
    return [Offer(one, contact_id, datetime.fromisoformat(at), *rest) for one, contact_id, at, *rest in rows]
