"""How many people stand out of the list, and by what."""

from __future__ import annotations

from dataclasses import dataclass

from infoview_desktop.store.reads.reader import Reader


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts of people who are not in the trash: on the short list, and with a change of job to look at."""

    short_list: int
    new_jobs: int


def standing(reader: Reader) -> Standing:
    """Count them."""
    return Standing(
        *(
            int(
                reader.value(
                    # Crossed, or SQLite goes through all the people instead of the few.
                    f"SELECT count(DISTINCT contact.id) FROM {table} CROSS JOIN contact ON contact.id = contact_id"  # noqa: S608 - own tables
                    f" AND trashed_at IS NULL WHERE {condition}"
                )
            )
            for table, condition in (("short_list", "true"), ("job_change", "NOT looked_at"))
        )
    )
