"""A file of people looked through, and taken into the book: a LinkedIn export, or another address book's vCards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from infoview_desktop.domain import known_error
from infoview_desktop.domain.card_import import CardPlan
from infoview_desktop.domain.contact_import import Plan, plan
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import card_imports
from infoview_desktop.operations.accounting import Accounting, PeopleFile
from infoview_desktop.operations.outcome import Outcome, Reach, reaching
from infoview_desktop.operations.planning import replan_concerned
from infoview_desktop.store import backup
from infoview_desktop.store.faults import told_plainly
from infoview_desktop.store.reads.known_contacts import known_contacts
from infoview_desktop.store.reads.organizations import other_names
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import imported_contacts
from infoview_desktop.system import linkedin_export, vcard
from infoview_desktop.system.linkedin_export import ConnectionsFile, UnreadableFile
from infoview_desktop.system.problem import Problem

__all__ = [
    "Accounting",
    "ConnectionsFile",
    "Preview",
    "Problem",
    "compare",
    "import_people",
    "preview",
    "read_file",
]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do; nothing is stored yet."""

    file: PeopleFile
    plan: Plan | CardPlan

    @property
    def accounting(self) -> Accounting:
        """What would become of each record."""
        return Accounting.of(self.file, self.plan)

    @property
    def of_linkedin(self) -> bool:
        """Whether the file is LinkedIn's, and not another address book's."""
        return isinstance(self.file, ConnectionsFile)


def preview(reader: Reader, *, path: Path, progress: Progress) -> Preview:
    """Read a file of people and compare it with the book.

    Raises:
        KnownError: the file is none that can be imported, or cannot be read.
        Cancelled: the user stopped it.
    """
    file = read_file(path=path, progress=progress.part(0.0, 0.7))
    return compare(reader, file=file, progress=progress.part(0.7, 1.0))


def compare(reader: Reader, *, file: PeopleFile, progress: Progress) -> Preview:
    """Compare a file that has been read with the book.

    Raises:
        Cancelled: the user stopped it.
    """
    planned = _plan(reader, file, progress)
    progress.reached(1.0)
    return Preview(file, planned)


def read_file(*, path: Path, progress: Progress) -> PeopleFile:
    """Read a file of people, without the book.

    Raises:
        KnownError: the file is none that can be imported, or cannot be read.
        Cancelled: the user stopped it.
    """
    read = vcard.read if vcard.is_vcard(path) else linkedin_export.read
    try:
        return read(path, progress=progress.report, cancelled=progress.cancelled)
    except UnreadableFile as error:
        raise known_error.unreadable_file(error.reason) from error


@reaching(Reach.UNDOABLE)
def import_people(store: Store, *, file: PeopleFile, progress: Progress) -> Outcome[Accounting]:
    """Take the people of a file into the book: all of it, or nothing if it is cancelled.

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
        if isinstance(planned, Plan):
            _store(transaction, planned, writing)
        else:
            card_imports.store(transaction, planned, writing)
        progress.reached(0.6)
    progress.report(1.0)
    said = Phrase.counted(
        "Imported {count} person from {file}", "Imported {count} people from {file}", count, file=file.name
    )
    return Outcome(Accounting.of(file, planned), transaction.changed, said, undoable=bool(transaction.changed))


def _plan(reader: Reader, file: PeopleFile, progress: Progress) -> Plan | CardPlan:
    """Decide what becomes of each record; organizations that have another name in the book go by that one."""
    names = other_names(reader)
    if not isinstance(file, ConnectionsFile):
        return card_imports.planned(reader, file, names, progress)
    connections = [
        replace(one, organization=names[one.organization]) if one.organization in names else one
        for one in file.connections
    ]
    return plan(connections, known_contacts(reader), cancelled=progress.cancelled)


def _store(transaction: Transaction, planned: Plan, progress: Progress) -> None:
    count = len(planned.new)
    imported_contacts.add(transaction, planned.new, progress=lambda done: progress.reached(done / count))
    imported_contacts.update(transaction, planned.updated)
    imported_contacts.remember(transaction, planned.bases)
    replan_concerned(transaction, [one.contact_id for one in planned.updated])
