"""How many people a press on one of the facets that everybody has would leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from infoview_desktop.domain.stage import Stage
from infoview_desktop.store.reads.reader import Reader


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """Counts of people who are not in the trash: at each stage, on the short list, with a change of job to look at.

    Stages at which there is nobody are not among `stages`.
    """

    stages: Mapping[Stage, int]
    short_list: int
    new_jobs: int


def facet_counts(reader: Reader) -> FacetCounts:
    """Count them."""
    # Asked of the index, which has the levels side by side and nobody in the trash.
    levels: dict[str, int] = dict(
        reader.rows("SELECT stage, count(*) FROM contact_search WHERE stage > '' GROUP BY stage")
    )
    return FacetCounts(
        {stage: levels[str(stage.level)] for stage in Stage if str(stage.level) in levels},
        *(
            int(
                reader.value(
                    # Crossed, or SQLite goes through all the people instead of the few.
                    f"SELECT count(DISTINCT contact.id) FROM {table} CROSS JOIN contact ON contact.id = contact_id"  # noqa: S608 - own tables
                    f" AND trashed_at IS NULL WHERE {condition}"
                )
            )
            for table, condition in (("short_list", "true"), ("job_change", "NOT looked_at"))
        ),
    )
