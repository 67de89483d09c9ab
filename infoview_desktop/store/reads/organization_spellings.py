"""Organizations that may be the same, but for the spelling of their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from infoview_desktop.domain.organization_names import Pair, Spelling, spellings
from infoview_desktop.store.reads.reader import Reader


@dataclass(frozen=True, slots=True)
class Suggestions:
    """By each organization the ones it may be, the most alike first; and from what that was found."""

    by_organization: Mapping[int, Sequence[Spelling]] = field(default_factory=dict)
    names: Sequence[tuple[int, str]] = ()
    distinct: frozenset[Pair] = frozenset()


def suggested(reader: Reader, *, before: Suggestions) -> Suggestions:
    """Find those that may be the same, without those that the user told apart.

    `before` is what was found the last time: it still holds where no name has changed since.
    """
    names = reader.rows("SELECT id, name FROM organization ORDER BY id")
    distinct = frozenset((first, second) for first, second in reader.rows("SELECT * FROM distinct_organization"))
    if names == before.names and distinct == before.distinct:
        return before
    by_organization: dict[int, list[Spelling]] = {}
    for spelling in spellings(names, distinct=distinct):
        for organization_id in spelling.pair:
            by_organization.setdefault(organization_id, []).append(spelling)
    return Suggestions(by_organization, names, distinct)
