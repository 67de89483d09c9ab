"""The open book: every change goes through a transaction of it, and a transaction is the undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from infoview_desktop.domain import known_error
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.database import connect_to_read
from infoview_desktop.store.faults import told_plainly
from infoview_desktop.store.reads.reader import Reader

if TYPE_CHECKING:
    from infoview_desktop.store.bound_database import BoundDatabase

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Transaction:
    """The right to write, until the block ends that opened it.

    `now` is when it began (UTC). After the block, `changed` names the tables whose rows are other than
    before.
    """

    connection: apsw.Connection
    database: BoundDatabase
    now: datetime
    changed: frozenset[str] = field(default=frozenset())

    @property
    def timestamp(self) -> str:
        """`now` as it is stored: UTC, ISO 8601, to the second."""
        return self.now.isoformat(timespec="seconds")


class Store:
    """One book, opened by `opening.open_store`; all writes come from one thread.

    `connection` writes, or only reads where `writable` is false; `uri` is what readers open.
    """

    def __init__(self, path: Path, connection: apsw.Connection, *, uri: str, writable: bool, clock: Clock) -> None:
        self.path = path
        self.writable = writable
        self.connection = connection
        self._uri = uri
        self._clock = clock
        self._sound = False

    @cached_property
    def _database(self) -> BoundDatabase:
        from infoview_desktop.store.bound_database import BoundDatabase  # noqa: PLC0415 - reading needs no peewee

        return BoundDatabase(self.connection)

    @property
    def directory(self) -> Path:
        """The data directory."""
        return self.path.parent

    def now(self) -> datetime:
        """The time, UTC."""
        return self._clock().astimezone(UTC)

    def reader(self) -> Reader:
        """Open another connection that only reads, for the thread that calls."""
        with told_plainly(self.path.name):
            return Reader(connect_to_read(self._uri))

    def verify(self) -> None:
        """Look for damage; once, and always before the first write.

        Raises:
            Damaged: SQLite's check found something.
        """
        if not self._sound:
            with told_plainly(self.path.name):
                if self.connection.execute("PRAGMA quick_check(1)").get != "ok":
                    raise known_error.damaged_book(self.path.name)
            self._sound = True

    @contextmanager
    def transaction(self, label: Phrase) -> Iterator[Transaction]:
        """Open a transaction that becomes one step of undo, called `label`.

        All of it is stored when the block ends, or nothing if the block raises.
        """
        from infoview_desktop.store import history  # noqa: PLC0415 - nothing is written before the first picture

        with self.unrecorded() as transaction, history.recorded(self.connection) as session:
            yield transaction
            transaction.changed = history.keep(self.connection, session, label, transaction.now)

    @contextmanager
    def unrecorded(self) -> Iterator[Transaction]:
        """Open a transaction that undo does not know: settings, text put aside, undo itself."""
        if not self.writable:
            raise known_error.read_only()
        self.verify()
        connection = self.connection
        with told_plainly(self.path.name):
            connection.pragma("query_only", False)
            try:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield Transaction(connection, self._database, self.now())
                    connection.execute("COMMIT")
                finally:
                    # Also a commit that failed for want of room leaves the transaction open.
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
            finally:
                connection.pragma("query_only", True)

    def close(self) -> None:
        """Close the book; the last connection writes the log back into the file."""
        self.connection.close()
