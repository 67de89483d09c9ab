"""The careers that the user explores, and how many people each is to be talked about with."""

from __future__ import annotations

from dataclasses import dataclass

from infoview_desktop.store.reads.reader import Reader


@dataclass(frozen=True, slots=True)
class DirectionCount:
    """A direction and the number of people on the short list, not in the trash, who have it."""

    id: int
    name: str
    people: int


def directions(reader: Reader) -> list[DirectionCount]:
    """Every direction, by name."""
    rows = reader.rows(
        "SELECT direction.id, direction.name, count(contact.id) FROM direction"
        " LEFT JOIN short_list ON short_list.direction_id = direction.id"
        " LEFT JOIN contact ON contact.id = short_list.contact_id AND contact.trashed_at IS NULL"
        " GROUP BY direction.id ORDER BY direction.name"
    )
    return [DirectionCount(*row) for row in rows]


def names(reader: Reader, *, beginning: str, limit: int) -> list[str]:
    """Directions of which a word begins so, to complete what is being typed."""
    typed = beginning.casefold()
    found = (direction.name for direction in directions(reader))
    return [name for name in found if f" {name.casefold()}".find(f" {typed}") >= 0][:limit]


def last_used(reader: Reader) -> str:
    """The direction that was given last to somebody on the short list; "" where nobody has any."""
    name: str | None = reader.value(
        "SELECT direction.name FROM short_list JOIN direction ON direction.id = direction_id"
        " ORDER BY added_at DESC, contact_id DESC LIMIT 1"
    )
    return name or ""
