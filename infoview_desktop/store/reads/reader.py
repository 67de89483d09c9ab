"""A connection that can only ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import apsw

Row = tuple[Any, ...]


class Reader:
    """Answers questions for one thread; `interrupt` alone may be called from another."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def rows(self, query: str, bindings: Sequence[object] | dict[str, object] = ()) -> list[Row]:
        """All rows of the answer."""
        return self._connection.execute(query, bindings).fetchall()  # type: ignore[arg-type]  # plain values

    def value(self, query: str, bindings: Sequence[object] = ()) -> Any:  # noqa: ANN401 - whatever the column holds
        """The single value of the answer, or None."""
        rows = self.rows(query, bindings)
        return rows[0][0] if rows else None

    def interrupt(self) -> None:
        """Make the question that is being answered raise `Interrupted`; harmless when there is none."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


Interrupted = apsw.InterruptError
"""Raised in the thread whose question was interrupted."""
