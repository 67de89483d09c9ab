"""A book to test with: opened in a directory of its own, filled and looked at in few words."""

from collections.abc import Iterable
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import apsw

from infoview_desktop.domain import contact_filter
from infoview_desktop.domain.card import Card
from infoview_desktop.domain.connection import Connection
from infoview_desktop.domain.contact import ContactLine
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import contact_imports, contacts, history
from infoview_desktop.operations.contact_imports import Accounting
from infoview_desktop.store import opening
from infoview_desktop.store.all_tables import RECORDED, table_name
from infoview_desktop.store.database import FILE_NAME, connect_to_read, file_uri
from infoview_desktop.store.reads import contacts as lists
from infoview_desktop.store.reads import soundness
from infoview_desktop.store.reads.contacts import Sort
from infoview_desktop.system.linkedin_export import ConnectionsFile
from infoview_desktop.system.vcard import CardsFile

PAGE = 4096
"""Bytes of a page of the book's file."""

Rows = dict[str, list[tuple[Any, ...]]]


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 6, 7, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **time: float) -> None:
        self.now += timedelta(**time)


class Book(AbstractContextManager["Book"]):
    """An open book; `store` is for the verbs, `read` is another connection that only reads."""

    def __init__(self, directory: Path, clock: Clock | None = None) -> None:
        directory.mkdir(mode=0o700, exist_ok=True)
        self.directory = directory
        self.clock = clock or Clock()
        self.store = opening.open_store(directory, clock=self.clock)
        self.read = self.store.reader()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self.read.close()
        self.store.close()

    def add(self, name: str = "Ana Ruiz", **fields: Any) -> int:
        given_name, _, family_name = name.partition(" ")
        return contacts.add(self.store, given_name=given_name, family_name=family_name, **fields).value

    def edit(self, contact_id: int, field: str, text: str) -> None:
        contacts.edit(self.store, contact_id=contact_id, field=field, text=text)

    def delete(self, *contact_ids: int) -> None:
        contacts.delete(self.store, contact_ids=contact_ids)

    def take_in(self, connections: Iterable[Connection]) -> Accounting:
        """Import connections as if a file had told of them."""
        file = ConnectionsFile("Connections.csv", None, tuple(connections), 0, 0, (), 0)
        return contact_imports.import_people(self.store, file=file, progress=Progress()).value

    def take_in_cards(self, cards: Iterable[Card]) -> Accounting:
        """Import cards as if a file had told of them."""
        file = CardsFile("people.vcf", tuple(cards), 0, 0, (), 0)
        return contact_imports.import_people(self.store, file=file, progress=Progress()).value

    def import_file(self, path: Path) -> Accounting:
        file = contact_imports.read_file(path=path, progress=Progress())
        return contact_imports.import_people(self.store, file=file, progress=Progress()).value

    def undo(self) -> Phrase:
        return history.undo(self.store).value

    def redo(self) -> Phrase:
        return history.redo(self.store).value

    def rows(self) -> Rows:
        """Every row of the user's tables, exactly."""
        return {
            name: self.read.rows(f"SELECT * FROM {name} ORDER BY 1, 2")  # noqa: S608 - the book's own tables
            for name in map(table_name, RECORDED)
        }

    def count(self, table: str) -> int:
        return int(self.read.value(f"SELECT count(*) FROM {table}"))  # noqa: S608 - the book's own tables

    def names(self, typed: str = "", sort: Sort | None = None) -> list[str]:
        """Whom a list shows, in its order."""
        return [line.name for line in self.lines(typed, sort)]

    def lines(self, typed: str = "", sort: Sort | None = None) -> list[ContactLine]:
        """What a list shows of each, in its order."""
        listed = lists.listing(self.read, terms=contact_filter.parse(typed), sort=sort)
        return lists.page(self.read, listed, offset=0, limit=listed.total)

    def findings(self) -> list[str]:
        return [str(finding) for finding in soundness.findings(self.read)]


def connection(name: str = "Ana Ruiz", **fields: Any) -> Connection:
    """One person as LinkedIn tells of them."""
    given_name, _, family_name = name.partition(" ")
    told: dict[str, Any] = {
        "line": 1,
        "given_name": given_name,
        "family_name": family_name,
        "credentials": "",
        "linkedin": name.lower().replace(" ", "-"),
        "email": "",
        "organization": "",
        "position": "",
        "connected_on": "2026-06-07",
    }
    return Connection(**(told | fields))


def behind_its_back(file: Path) -> AbstractContextManager[apsw.Connection]:
    """A connection such as any other program might have to a database."""
    return closing(apsw.Connection(str(file)))


def spoil_a_page(directory: Path, table: str = "contact") -> None:
    """Turn over the bits of the first leaf of a table or index, and touch nothing else."""
    with closing(connect_to_read(file_uri(directory / FILE_NAME, "immutable=1"))) as look:
        leaves = "SELECT min(pageno) FROM dbstat WHERE name = ? AND pagetype = 'leaf'"
        page = look.execute(leaves, (table,)).get
    with (directory / FILE_NAME).open("r+b") as file:
        file.seek((page - 1) * PAGE)
        flipped = bytes(byte ^ 0xFF for byte in file.read(PAGE))
        file.seek((page - 1) * PAGE)
        file.write(flipped)
