"""What became of each record of a file that is imported."""

from __future__ import annotations

from dataclasses import dataclass

from infoview_desktop.domain.import_plan import ImportPlan
from infoview_desktop.system.linkedin_export import ConnectionsFile
from infoview_desktop.system.problem import Problem
from infoview_desktop.system.vcard import CardsFile

PeopleFile = ConnectionsFile | CardsFile
"""A file of people that has been read."""


@dataclass(frozen=True, slots=True)
class Accounting:
    """What became of each record of a file; every record is in exactly one of the six counts."""

    rows: int = 0
    new: int = 0
    updated: int = 0
    same: int = 0
    hidden: int = 0
    duplicate: int = 0
    broken: int = 0
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, file: PeopleFile, planned: ImportPlan) -> Accounting:
        """Count what `planned` does with the records of `file`."""
        return cls(
            rows=file.rows,
            new=len(planned.new),
            updated=len(planned.updated),
            same=planned.same,
            hidden=file.hidden,
            duplicate=len(planned.duplicates),
            broken=file.broken,
            problems=file.problems,
        )
