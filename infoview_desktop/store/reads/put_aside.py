"""Text that was being typed when its field was last seen."""

from __future__ import annotations

from infoview_desktop.store.reads.reader import Reader

CONTACT_PLACES = "contact/"
"""Then comes the contact's id, a slash and the field."""

ORGANIZATION_PLACES = "organization/"
"""Then comes the organization's id, a slash and the field."""

NOTE_PLACES = "note/"
"""Then comes the note's id."""

NEW_NOTE_PLACES = "new_note/"
"""Then comes `contact`, `organization` or `interview`, a slash and its id, or `free`."""


def put_aside(reader: Reader, *, prefix: str) -> dict[str, str]:
    """What was being typed in the fields whose place begins with `prefix`, by the rest of the place."""
    rows = reader.rows(
        "SELECT substr(place, ?), text FROM put_aside WHERE substr(place, 1, ?) = ?",
        (len(prefix) + 1, len(prefix), prefix),
    )
    return dict(rows)


def interrupted_contact(reader: Reader) -> int | None:
    """About whom, of those in the book, something was being typed when the program ended without being asked to."""
    query = """
        SELECT contact.id FROM put_aside
          LEFT JOIN note ON note.id = CAST(substr(place, length(?2) + 1) AS INTEGER)
                        AND substr(place, 1, length(?2)) = ?2
          JOIN contact ON contact.id = CASE
               WHEN substr(place, 1, length(?1)) = ?1 THEN CAST(substr(place, length(?1) + 1) AS INTEGER)
               WHEN substr(place, 1, length(?3)) = ?3 THEN CAST(substr(place, length(?3) + 1) AS INTEGER)
               ELSE note.contact_id END
         WHERE contact.trashed_at IS NULL ORDER BY place LIMIT 1"""
    found: int | None = reader.value(query, (CONTACT_PLACES, NOTE_PLACES, f"{NEW_NOTE_PLACES}{CONTACT_PLACES}"))
    return found
