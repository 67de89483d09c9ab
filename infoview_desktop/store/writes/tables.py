"""Whole tables written back from an export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import apsw

from infoview_desktop.store.store import Transaction


def fill(transaction: Transaction, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows, with their ids, into a table that is empty.

    Raises:
        ValueError: the rows contradict each other or the tables before them.
    """
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    insert = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - the table's own columns
    try:
        transaction.connection.executemany(insert, rows)
    except apsw.ConstraintError as error:
        raise ValueError(table) from error
