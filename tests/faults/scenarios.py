"""What is being done while the process is killed; started by `test_kill` as a process of its own.

A scenario yields the book after each step that was acknowledged: `python -m tests.faults.scenarios NAME DIRECTORY
AFTER` prints a line for each, and is killed in the midst of SQLite's write number AFTER. Without AFTER it lives,
and prints last how many writes there were.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from infoview_desktop.domain.cadence import THREE_B_SEVEN
from infoview_desktop.domain.note import About
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import (
    backups,
    cadences,
    follow_ups,
    merges,
    notes,
    organizations,
    practice,
    sample,
    trash,
)
from infoview_desktop.operations.planning import replan_everybody
from infoview_desktop.store import backup
from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.system import paths
from tests import next_version
from tests.book import Book, Clock
from tests.faults.disk import watched
from tests.linkedin_people import write_connections

PEOPLE = 3_000
EDITS = 25
MERGES = 6
VISITS = 6
DUE = 9
CARDS = 1_000

Scenario = Callable[[Path], Iterator[Book]]


def make(directory: Path) -> Iterator[Book]:
    """A book is made from nothing, and somebody put into it."""
    with Book(directory) as book:
        yield book
        book.add("Ana Ruiz", organization="Oxfam", emails="ana@example.org", tag_names="alumni")
        yield book


def import_people(directory: Path) -> Iterator[Book]:
    with Book(directory) as book:
        write_connections(directory / "first.csv", PEOPLE)
        book.import_file(directory / "first.csv")
        yield book


def import_again(directory: Path) -> Iterator[Book]:
    """A newer export of the same people, of whom many have moved."""
    with Book(directory) as book:
        write_connections(directory / "second.csv", PEOPLE + 100, changed=0.3)
        book.import_file(directory / "second.csv")
        yield book


def edit(directory: Path) -> Iterator[Book]:
    """One field after the other is left."""
    with Book(directory) as book:
        for contact_id in range(1, EDITS + 1):
            book.edit(contact_id, "organization", f"Harbor {contact_id}")
            yield book


def delete(directory: Path) -> Iterator[Book]:
    with Book(directory) as book:
        book.delete(*range(1, 1_000))
        yield book


def undo(directory: Path) -> Iterator[Book]:
    with Book(directory) as book:
        book.undo()
        yield book


def redo(directory: Path) -> Iterator[Book]:
    with Book(directory) as book:
        book.redo()
        yield book


def write_notes(directory: Path) -> Iterator[Book]:
    """Notes are put aside, written, changed, restored and deleted."""
    with Book(directory) as book:
        note: dict[str, Any] = {"note_id": None, "about": About(contact_id=1), "mentions": {"Ana": 2}}
        for number in range(VISITS):
            text = f"# Visit {number}\n\nWith @Ana, about #nonprofit.\n"
            notes.put_aside(book.store, **note, text=text)
            note["note_id"] = notes.write(book.store, **note, text=text).value
            yield book
        version = book.read.value("SELECT min(id) FROM note_version")
        notes.restore_version(book.store, note_id=note["note_id"], version_id=version)
        yield book
        notes.delete(book.store, note_id=note["note_id"])
        yield book


def ask_everybody(directory: Path) -> Iterator[Book]:
    """Everybody is written to on one day; thousands of things are due for it."""
    with Book(directory) as book:
        with book.store.transaction(Phrase("Ask everybody")) as transaction:
            transaction.connection.execute(
                "INSERT INTO touch (contact_id, kind, answer, at, time_zone, words)"
                " SELECT id, 'asked', '', '2026-06-01T09:00:00+00:00', 'UTC', '' FROM contact"
            )
            replan_everybody(transaction)
        yield book


def change_cadence(directory: Path) -> Iterator[Book]:
    """The cadence by which all is planned is another, is deleted, and is changed."""
    with Book(directory) as book:
        key = cadences.add(book.store, name="Patient").value
        yield book
        practice.edit(book.store, field="cadence", text=key)
        yield book
        cadences.delete(book.store, key=key)
        yield book
        cadences.edit(book.store, cadence=replace(THREE_B_SEVEN, second_person_days=None, follow_up_days=2))
        yield book


def do_what_is_due(directory: Path) -> Iterator[Book]:
    """What is due is done, put off and skipped, one after the other."""
    with Book(directory) as book:
        for (follow_up_id,) in book.read.rows("SELECT id FROM follow_up ORDER BY id LIMIT ?", (DUE,)):
            one: dict[str, Any] = {"follow_up_id": follow_up_id}
            match follow_up_id % 3:
                case 0:
                    follow_ups.complete(book.store, **one, at=book.clock.now, time_zone="UTC")
                case 1:
                    follow_ups.snooze(book.store, **one, due_on=date(2026, 6, 30))
                case _:
                    follow_ups.skip(book.store, **one, why="met her in the street")
            yield book


def merge_people(directory: Path) -> Iterator[Book]:
    """One person after the other goes into the same one."""
    with Book(directory) as book:
        for other_id in range(2, 2 + MERGES):
            merges.merge(book.store, kept_id=1, other_id=other_id, choices={})
            yield book


def merge_organizations(directory: Path) -> Iterator[Book]:
    """One organization after the other goes into the same one."""
    with Book(directory) as book:
        for organization_id in range(2, 2 + MERGES):
            organizations.merge(book.store, organization_id=organization_id, into_id=1)
            yield book


def import_cards(directory: Path) -> Iterator[Book]:
    """Another address book's people, of whom some are in the book already."""
    with Book(directory) as book:
        write_cards(directory / "people.vcf")
        book.import_file(directory / "people.vcf")
        yield book


def write_cards(path: Path) -> None:
    """Write what another address book gives out."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(CARDS):
            file.write(
                f"BEGIN:VCARD\nVERSION:3.0\nUID:{number}\nFN:Ana {number}\nORG:Firm {number % 90}\n"
                f"EMAIL:person{number}@example.org\nTEL:+1 {number}\nCATEGORIES:alumni\nEND:VCARD\n"
            )


def erase(directory: Path) -> Iterator[Book]:
    """Whoever is in the trash is erased for good."""
    with Book(directory, later()) as book:
        trash.erase_all(book.store)
        yield book


def fill_sample(directory: Path) -> Iterator[Book]:
    with Book(directory) as book:
        yield book
        sample.fill(book.store, folder=paths.resources() / sample.FOLDER, time_zone="UTC")
        yield book


def back_up(directory: Path) -> Iterator[Book]:
    with Book(directory) as book:
        backups.back_up(book.store, path=directory / "copy.sqlite3")
        yield book


def restore(directory: Path) -> Iterator[Book]:
    """The backup from before the import is put back."""
    with Book(directory, later()) as book:
        backups.restore(book.store, path=oldest_backup(directory))
        yield book


def replace_damaged(directory: Path) -> Iterator[Book]:
    """The same, in the place of a book that cannot be opened."""
    backups.replace_damaged(directory, path=oldest_backup(directory), clock=later()).close()
    with Book(directory) as book:
        yield book


def update(directory: Path) -> Iterator[Book]:
    """A newer version of the program opens the book for the first time."""
    next_version.release("ALTER TABLE contact ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")
    with Book(directory, later()) as book:
        yield book


def later() -> Clock:
    clock = Clock()
    clock.advance(minutes=1)
    return clock


def oldest_backup(directory: Path) -> Path:
    return directory / backup.FOLDER / backup.existing(directory)[-1].name


def damage(directory: Path) -> None:
    """Spoil the book's file, and leave a log beside it."""
    (directory / FILE_NAME).write_bytes(b"not a book" * 1_000)
    (directory / f"{FILE_NAME}-wal").write_bytes(b"nor its log" * 1_000)


def main(name: str, directory: str, after: str = "") -> None:
    with watched() as disk:
        if after:
            disk.kill(after=int(after))
        scenario: Scenario = globals()[name]
        for _ in scenario(Path(directory)):
            print("done", flush=True)  # noqa: T201 - to who started it
        print(disk.done)  # noqa: T201 - the same


if __name__ == "__main__":
    main(*sys.argv[1:])
