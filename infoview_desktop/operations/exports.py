"""The whole book written out, and read back into an empty one."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO, TypeVar, cast

from infoview_desktop.domain import known_error
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.domain.text import clean, clean_text
from infoview_desktop.operations import export_checks, practice
from infoview_desktop.operations.outcome import Outcome, Reach, reaching
from infoview_desktop.operations.planning import replan_everybody
from infoview_desktop.store.reads import cards, meetings, photos, tables
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.recorded import PROSE, RECORDED_TABLES, VERBATIM
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import calendars
from infoview_desktop.store.writes import practice as practice_writes
from infoview_desktop.store.writes import tables as writes
from infoview_desktop.system import contacts_csv, ics_writer, vcard_writer
from infoview_desktop.system.regular_file import UnreadableFile, open_regular
from infoview_desktop.system.whole_file import outgoing, whole_file

_Item = TypeVar("_Item")

_TOLD_EVERY = 500
_MOST_BYTES = 512 * 1024 * 1024
_ALWAYS_THERE = frozenset({"organization", "contact", "email", "phone", "tag", "contact_tag", "imported_contact"})
"""The lists that every export has had since the first; the others are empty where the file is older."""
_NOT_A_BOOK = "This JSON file is not a book that InfoView wrote."


@reaching(Reach.WORLD)
def export(reader: Reader, *, path: Path, file_format: str, progress: Progress) -> Outcome[int]:
    """Write everything to `path` in one of `FORMATS` and return how many people, or interviews, that is.

    Raises:
        KnownError: the file cannot be written there.
        Cancelled: the user stopped it; no file is left behind.
    """
    with outgoing(path, book=reader.file), whole_file(path) as file, reader.snapshot():
        count = FORMATS[file_format](reader, file, progress)
    name = path.name
    if file_format == "ics":
        said = Phrase.counted(
            "{count} interview written to {file}", "{count} interviews written to {file}", count, file=name
        )
    else:
        said = Phrase.counted("{count} person written to {file}", "{count} people written to {file}", count, file=name)
    return Outcome(count, said=said)


class _Steps:
    """Tells the progress now and then, while people or interviews go by."""

    def __init__(self, progress: Progress, count: int) -> None:
        self._progress = progress
        self._count = max(count, 1)

    def following(self, items: Iterable[_Item]) -> Iterator[_Item]:
        for number, item in enumerate(items):
            if number % _TOLD_EVERY == 0:
                self._progress.reached(number / self._count)
            yield item


def _people(reader: Reader) -> int:
    return int(reader.value("SELECT count(*) FROM contact"))


def _write_json(reader: Reader, file: TextIO, progress: Progress) -> int:
    """Write one object with a list for each table; the same data gives the same bytes."""
    people = _people(reader)
    opening = "{"
    for table in RECORDED_TABLES:
        records: Iterable[dict[str, Any]] = tables.records(reader, table)
        if table == "contact":
            records = _Steps(progress, people).following(records)
        file.write(f'{opening}\n"{table}": [')
        file.writelines(
            (",\n" if number else "\n") + json.dumps(record, ensure_ascii=False)
            for number, record in enumerate(records)
        )
        file.write("\n]")
        opening = ","
    file.write("\n}\n")
    return people


def _write_csv(reader: Reader, file: TextIO, progress: Progress) -> int:
    """Write the people who are not in the trash."""
    people = _people(reader)
    contacts = _Steps(progress, people).following(tables.records(reader, "contact"))
    contacts_csv.write(file, (contact for contact in contacts if contact["trashed_at"] is None))
    return people


def _write_vcf(reader: Reader, file: TextIO, progress: Progress) -> int:
    """Write a card of everybody who is not in the trash."""
    people = _people(reader)
    for person in _Steps(progress, people).following(cards.known_people(reader)):
        if not person.trashed:
            photo = photos.photo(reader, person.contact_id) if person.has_photo else None
            vcard_writer.write(file, replace(person.card, uid=person.uid or person.card.uid, photo=photo or b""))
    return people


def _write_ics(reader: Reader, file: TextIO, progress: Progress) -> int:
    """Write every interview that has a time."""
    every = tuple(meetings.meetings(reader))
    ics_writer.write(file, every, _Steps(progress, len(every)).following(every))
    return len(every)


FORMATS: MappingProxyType[str, Callable[[Reader, TextIO, Progress], int]] = MappingProxyType(
    {"json": _write_json, "csv": _write_csv, "vcf": _write_vcf, "ics": _write_ics}
)
"""What can be written, by the ending of its file; each gives how many people, or interviews, it wrote."""


def is_export(path: Path) -> bool:
    """Whether the file is named as an export of a whole book."""
    return path.suffix.lower() == ".json"


@reaching(Reach.UNDOABLE)
def read_json(store: Store, *, path: Path, progress: Progress) -> Outcome[int]:
    """Read an export of a whole book into this empty one and return how many people came in.

    Raises:
        KnownError: this book is not empty, or the file is no such export.
        Cancelled: the user stopped it; nothing is left behind.
    """
    if not tables.is_empty(Reader(store.connection)):
        raise known_error.book_not_empty()
    content = _parsed(path)
    progress.reached(0.3)
    people = len(content["contact"])
    region, days = practice.holidays_told(content.get("practice", ()), year=store.now().year)
    label = Phrase.counted("Import of {count} person", "Import of {count} people", people)
    with store.transaction(label) as transaction, _understood():
        calendars.sweep(transaction)  # what was read for others that had the same numbers
        for table in RECORDED_TABLES:
            writes.fill(transaction, table, map(_safe, content.get(table, ())))
            progress.reached(0.6)
        writes.check_references(transaction)
        practice_writes.remember_holidays(transaction, region, days)
        if "stage" not in content:  # the file is older than the stories of people
            replan_everybody(transaction)
    said = Phrase.counted(
        "Imported {count} person from {file}", "Imported {count} people from {file}", people, file=path.name
    )
    return Outcome(people, transaction.changed, said, undoable=bool(transaction.changed))


def count_people(reader: Reader, *, path: Path) -> int:
    """How many people an export of a whole book would bring into this empty one.

    Raises:
        KnownError: this book is not empty, or the file is no such export.
    """
    if not tables.is_empty(reader):
        raise known_error.book_not_empty()
    return len(_parsed(path)["contact"])


def _parsed(path: Path) -> dict[str, list[dict[str, Any]]]:
    try:
        with open_regular(path) as file, _understood():
            if os.fstat(file.fileno()).st_size > _MOST_BYTES:
                raise known_error.unreadable_file(f"{path.name} is too large to be an InfoView book.")
            content = json.loads(file.read())
            _check(content)
    except UnreadableFile as error:
        raise known_error.unreadable_file(error.reason) from error
    except OSError as error:
        raise known_error.unreadable_file(f"{path.name} cannot be read: {error.strerror}.") from error
    return cast("dict[str, list[dict[str, Any]]]", content)


@contextmanager
def _understood() -> Iterator[None]:
    """Say plainly that a file is not ours, however that came to light."""
    try:
        yield
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise known_error.unreadable_file(_NOT_A_BOOK) from error


def _check(content: Any) -> None:  # noqa: ANN401 - whatever a JSON file holds
    """Make sure of what the tables themselves do not: their names, and what their values mean."""
    if not isinstance(content, dict) or not _ALWAYS_THERE <= content.keys() <= set(RECORDED_TABLES):
        raise TypeError
    for records in content.values():
        if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
            raise TypeError
    export_checks.check(content)


def _safe(record: dict[str, Any]) -> dict[str, Any]:
    """Take out of a record's texts what nobody can see, as on every way in."""
    return {
        name: value
        if not isinstance(value, str) or name in VERBATIM
        else clean_text(value)
        if name in PROSE
        else clean(value)[0]
        for name, value in record.items()
    }
