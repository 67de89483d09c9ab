"""A LinkedIn export looked through, and taken into the book."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from infoview_desktop.domain import known_error
from infoview_desktop.domain.contact_import import Plan, plan
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations.outcome import Outcome, Reach, reaching
from infoview_desktop.store import backup
from infoview_desktop.store.faults import told_plainly
from infoview_desktop.store.reads.known_contacts import known_contacts
from infoview_desktop.store.reads.organizations import other_names
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import imported_contacts
from infoview_desktop.system import linkedin_export
from infoview_desktop.system.linkedin_export import ConnectionsFile, Problem, UnreadableFile

__all__ = [
    "Accounting",
    "ConnectionsFile",
    "Preview",
    "Problem",
    "compare",
    "import_connections",
    "preview",
    "read_file",
]


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
    def of(cls, file: ConnectionsFile, planned: Plan) -> Accounting:
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


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do; nothing is stored yet."""

    file: ConnectionsFile
    plan: Plan

    @property
    def accounting(self) -> Accounting:
        """What would become of each record."""
        return Accounting.of(self.file, self.plan)


def preview(reader: Reader, *, path: Path, progress: Progress) -> Preview:
    """Read an export and compare it with the book.

    Raises:
        KnownError: the file is not a LinkedIn export, or cannot be read.
        Cancelled: the user stopped it.
    """
    file = read_file(path=path, progress=progress.part(0.0, 0.7))
    return compare(reader, file=file, progress=progress.part(0.7, 1.0))


def compare(reader: Reader, *, file: ConnectionsFile, progress: Progress) -> Preview:
    """Compare an export that has been read with the book.

    Raises:
        Cancelled: the user stopped it.
    """
    planned = _plan(reader, file, progress)
    progress.reached(1.0)
    return Preview(file, planned)


def read_file(*, path: Path, progress: Progress) -> ConnectionsFile:
    """Read an export, without the book.

    Raises:
        KnownError: the file is not a LinkedIn export, or cannot be read.
        Cancelled: the user stopped it.
    """
    try:
        return linkedin_export.read(path, progress=progress.report, cancelled=progress.cancelled)
    except UnreadableFile as error:
        raise known_error.unreadable_file(error.reason) from error


@reaching(Reach.UNDOABLE)
def import_connections(store: Store, *, file: ConnectionsFile, progress: Progress) -> Outcome[Accounting]:
    """Take the people of an export into the book: all of it, or nothing if it is cancelled.

    The comparison is made anew, because the book may have changed since the preview. A backup is made
    before.

    Raises:
        Cancelled: the user stopped it; nothing is left behind.
    """
    with told_plainly(store.path.name):
        if store.writable:
            backup.make(store.connection, store.directory, reason="import", now=store.now())
    reader = Reader(store.connection)
    planned = _plan(reader, file, progress)
    progress.reached(0.1)
    count = len(planned.new) + len(planned.updated)
    label = Phrase.counted("Import of {count} person", "Import of {count} people", count)
    writing = progress.part(0.1, 0.6)
    with store.transaction(label) as transaction:
        imported_contacts.add(transaction, planned.new, progress=lambda done: writing.reached(done / len(planned.new)))
        imported_contacts.update(transaction, planned.updated)
        imported_contacts.remember(transaction, planned.bases)
        progress.reached(0.6)
    progress.report(1.0)
    said = Phrase.counted(
        "Imported {count} person from {file}", "Imported {count} people from {file}", count, file=file.name
    )
    return Outcome(Accounting.of(file, planned), transaction.changed, said, undoable=bool(transaction.changed))


def _plan(reader: Reader, file: ConnectionsFile, progress: Progress) -> Plan:
    """Decide what becomes of each record; organizations that have another name in the book go by that one."""
    names = other_names(reader)
    connections = [
        replace(one, organization=names[one.organization]) if one.organization in names else one
        for one in file.connections
    ]
    return plan(connections, known_contacts(reader), cancelled=progress.cancelled)
