"""Pictures of people."""

from __future__ import annotations

from collections.abc import Sequence

from infoview_desktop.store.reads.reader import Reader


def photo(reader: Reader, contact_id: int) -> bytes | None:
    """Somebody's picture, a small square JPEG; None where there is none."""
    return photos(reader, (contact_id,)).get(contact_id)


def photos(reader: Reader, contact_ids: Sequence[int]) -> dict[int, bytes]:
    """The pictures of those people who have one, by their ids."""
    places = ", ".join("?" * len(contact_ids))
    return dict(reader.rows(f"SELECT contact_id, image FROM photo WHERE contact_id IN ({places})", contact_ids))  # noqa: S608 - places alone
