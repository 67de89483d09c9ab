"""What is being done while the process is killed; started by `test_kill` as a process of its own.

A scenario yields the book after each step that was acknowledged: `python -m tests.faults.scenarios NAME DIRECTORY
AFTER` prints a line for each, and is killed in the midst of SQLite's write number AFTER. Without AFTER it lives,
and prints last how many writes there were.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from infoview_desktop.operations import backups
from infoview_desktop.store import backup
from infoview_desktop.store.database import FILE_NAME
from tests import next_version
from tests.book import Book, Clock
from tests.faults.disk import watched
from tests.linkedin_people import write_connections

PEOPLE = 3_000
EDITS = 25

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
