"""Text that was being typed when its field was last seen."""

from __future__ import annotations

from infoview_desktop.store.reads.reader import Reader

CONTACT_PLACES = "contact/"
"""Then comes the contact's id, a slash and the field."""

ORGANIZATION_PLACES = "organization/"
"""Then comes the organization's id, a slash and the field."""


def put_aside(reader: Reader, *, prefix: str) -> dict[str, str]:
    """What was being typed in the fields whose place begins with `prefix`, by the rest of the place."""
    rows = reader.rows(
        "SELECT substr(place, ?), text FROM put_aside WHERE substr(place, 1, ?) = ?",
        (len(prefix) + 1, len(prefix), prefix),
    )
    return dict(rows)


def interrupted_contact(reader: Reader) -> int | None:
    """About whom, of those in the book, something was being typed when the program ended without being asked to."""
    places = put_aside(reader, prefix=CONTACT_PLACES)
    ids = (int(place.partition("/")[0]) for place in places)
    present = "SELECT count(*) FROM contact WHERE id = ? AND trashed_at IS NULL"
    return next((contact_id for contact_id in ids if reader.value(present, (contact_id,))), None)
