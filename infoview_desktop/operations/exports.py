"""The whole book written out, and read back into an empty one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

from infoview_desktop.domain import known_error
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations.outcome import Outcome, Reach, reaching
from infoview_desktop.store.reads import tables
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import tables as writes
from infoview_desktop.system import contacts_csv
from infoview_desktop.system.whole_file import whole_file

_TOLD_EVERY = 500
_MOST_BYTES = 512 * 1024 * 1024
_NOT_A_BOOK = "This JSON file is not a book that InfoView wrote."


@reaching(Reach.WORLD)
def export(reader: Reader, *, path: Path, file_format: str, progress: Progress) -> Outcome[int]:
    """Write everything to `path` in one of `FORMATS` and return how many people that is.

    Raises:
        KnownError: the file cannot be written there.
        Cancelled: the user stopped it; no file is left behind.
    """
    people = int(reader.value("SELECT count(*) FROM contact"))
    with _written(path) as file:
        FORMATS[file_format](reader, file, _Steps(progress, people))
    said = Phrase.counted("{count} person written to {file}", "{count} people written to {file}", people, file=path.name)
    return Outcome(people, said=said)


class _Steps:
    """Tells the progress now and then, while contacts go by."""

    def __init__(self, progress: Progress, people: int) -> None:
        self._progress = progress
        self._people = max(people, 1)

    def following(self, contacts: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for number, contact in enumerate(contacts):
            if number % _TOLD_EVERY == 0:
                self._progress.reached(number / self._people)
            yield contact


def _write_json(reader: Reader, file: TextIO, steps: _Steps) -> None:
    """Write one object with a list for each table; the same data gives the same bytes."""
    opening = "{"
    for table in tables.TABLE_NAMES:
        records: Iterable[dict[str, Any]] = tables.records(reader, table)
        if table == "contact":
            records = steps.following(records)
        file.write(f'{opening}\n"{table}": [')
        for number, record in enumerate(records):
            file.write((",\n" if number else "\n") + json.dumps(record, ensure_ascii=False))
        file.write("\n]")
        opening = ","
    file.write("\n}\n")


def _write_csv(reader: Reader, file: TextIO, steps: _Steps) -> None:
    """Write the people who are not in the trash."""
    contacts = steps.following(tables.records(reader, "contact"))
    contacts_csv.write(file, (contact for contact in contacts if contact["trashed_at"] is None))


FORMATS: MappingProxyType[str, Callable[[Reader, TextIO, _Steps], None]] = MappingProxyType(
    {"json": _write_json, "csv": _write_csv}
)
"""What can be written, by the ending of its file."""


def is_export(path: Path) -> bool:
    """Whether the file is named as an export of a whole book."""
    return path.suffix.lower() == ".json"


@reaching(Reach.UNDOABLE)
def read_json(store: Store, *, path: Path, progress: Progress) -> Outcome[int]:
    """Read an export of a whole book into this empty one and return how many people came in.

    Raises:
        KnownError: this book is not empty, or the file is no such export.
    """
    reader = Reader(store.connection)
    if not tables.is_empty(reader):
        raise known_error.book_not_empty()
    content = _parsed(path)
    progress.reached(0.3)
    people = len(content["contact"])
    label = Phrase.counted("Import of {count} person", "Import of {count} people", people)
    with store.transaction(label) as transaction:
        for table in tables.TABLE_NAMES:
            columns = tables.columns(reader, table)
            rows = [_row(record, columns) for record in content[table]]
            try:
                writes.fill(transaction, table, columns, rows)
            except ValueError as error:
                raise known_error.unreadable_file(_NOT_A_BOOK) from error
            progress.reached(0.6)
    said = Phrase.counted(
        "Imported {count} person from {file}", "Imported {count} people from {file}", people, file=path.name
    )
    return Outcome(people, transaction.changed, said, undoable=True)


def count_people(path: Path) -> int:
    """How many people are in an export of a whole book.

    Raises:
        KnownError: the file is no such export.
    """
    return len(_parsed(path)["contact"])


def _parsed(path: Path) -> dict[str, list[dict[str, Any]]]:
    try:
        if not path.is_file():
            raise known_error.unreadable_file(f"{path.name} is not there, or is not a file.")
        if path.stat().st_size > _MOST_BYTES:
            raise known_error.unreadable_file(f"{path.name} is too large to be an InfoView book.")
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise known_error.unreadable_file(f"{path.name} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise known_error.unreadable_file(_NOT_A_BOOK) from error
    if not isinstance(content, dict) or set(content) != set(tables.TABLE_NAMES):
        raise known_error.unreadable_file(_NOT_A_BOOK)
    if not all(isinstance(rows, list) and all(isinstance(row, dict) for row in rows) for rows in content.values()):
        raise known_error.unreadable_file(_NOT_A_BOOK)
    return content


def _row(record: dict[str, Any], columns: tuple[str, ...]) -> tuple[Any, ...]:
    try:
        row = tuple(record[column] for column in columns)
    except KeyError as error:
        raise known_error.unreadable_file(_NOT_A_BOOK) from error
    if not all(value is None or isinstance(value, str | int) for value in row):
        raise known_error.unreadable_file(_NOT_A_BOOK)
    return row


@contextmanager
def _written(path: Path) -> Iterator[TextIO]:
    try:
        with whole_file(path) as file:
            yield file
    except OSError as error:
        raise known_error.cannot_write_file(path.name, (error.strerror or str(error)).lower()) from error
