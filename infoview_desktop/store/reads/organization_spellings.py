"""Organizations that may be the same, but for the spelling of their names."""

from __future__ import annotations

from infoview_desktop.domain.organization_names import Spelling, spellings
from infoview_desktop.store.reads.reader import Reader


def suggested(reader: Reader) -> list[Spelling]:
    """Pairs that may be the same, the most alike first, without those that the user told apart."""
    distinct = {(first, second) for first, second in reader.rows("SELECT * FROM distinct_organization")}
    return spellings(reader.rows("SELECT id, name FROM organization ORDER BY id"), distinct=distinct)
