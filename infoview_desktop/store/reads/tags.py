"""Tags and how many people have them."""

from __future__ import annotations

from dataclasses import dataclass

from infoview_desktop.store.reads.reader import Reader


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and the number of people, not in the trash, who have it."""

    name: str
    people: int


def most_used(reader: Reader, *, limit: int) -> list[TagCount]:
    """The tags that most people have, the most used first."""
    rows = reader.rows(
        "SELECT tag.name, count(*) AS people FROM tag JOIN contact_tag ON tag_id = tag.id"
        " JOIN contact ON contact.id = contact_id AND trashed_at IS NULL"
        " GROUP BY tag.id ORDER BY people DESC, tag.name LIMIT ?",
        (limit,),
    )
    return [TagCount(*row) for row in rows]


def called(reader: Reader, name: str) -> int | None:
    """The id of the tag of this name, however its letters are written; None where nobody has it."""
    found: int | None = reader.value("SELECT id FROM tag WHERE name = ?", (name,))
    return found


def people(reader: Reader, tag_id: int) -> list[int]:
    """The ids of those who have a tag, the trash included."""
    rows = reader.rows("SELECT contact_id FROM contact_tag WHERE tag_id = ? ORDER BY contact_id", (tag_id,))
    return [contact_id for (contact_id,) in rows]


def names(reader: Reader, *, beginning: str, limit: int) -> list[str]:
    """Tags whose name begins so, in order, to complete what is being typed."""
    rows = reader.rows(
        "SELECT name FROM tag WHERE substr(name, 1, length(?1)) = ?1 COLLATE NOCASE ORDER BY name LIMIT ?2",
        (beginning.strip(), limit),
    )
    return [name for (name,) in rows]
