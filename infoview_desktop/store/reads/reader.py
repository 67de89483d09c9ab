"""A connection that can only ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from infoview_desktop.store.faults import told_plainly
from infoview_desktop.store.folding import offer_fold

Row = tuple[Any, ...]


class Reader:
    """Answers questions for one thread; `interrupt` alone may be called from another."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self.file = Path(connection.filename)

    def rows(self, query: str, bindings: Sequence[object] | dict[str, object] = ()) -> list[Row]:
        """All rows of the answer.

        Raises:
            KnownError: the book is damaged, or the disk fails.
            Interrupted: somebody called `interrupt`.
        """
        with told_plainly(self.file.name):
            return self._connection.execute(query, bindings).fetchall()

    def value(self, query: str, bindings: Sequence[object] | dict[str, object] = ()) -> Any:  # noqa: ANN401 - whatever the column holds
        """The single value of the answer, or None."""
        rows = self.rows(query, bindings)
        return rows[0][0] if rows else None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Answer all questions within the block from one state of the book, whoever writes meanwhile."""
        self.rows("BEGIN")
        try:
            yield
        finally:
            self.rows("ROLLBACK")

    def copy(self) -> Reader:
        """The whole book as it is now, page by page in memory, where a question may also write."""
        copy = apsw.Connection(":memory:")
        offer_fold(copy)
        with told_plainly(self.file.name), copy.backup("main", self._connection, "main") as copying:
            copying.step()
        return Reader(copy)

    def interrupt(self) -> None:
        """Make the question that is being answered raise `Interrupted`; harmless when there is none."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


Interrupted = apsw.InterruptError
"""Raised in the thread whose question was interrupted."""
