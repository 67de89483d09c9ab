"""What every import needs that puts thousands of people into the book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

import apsw

_AT_ONCE = 250
"""Rows; the window gets its turn between two such batches."""

_Item = TypeVar("_Item")


def batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Give the items a few at a time."""
    remaining = iter(items)
    while some := list(islice(remaining, _AT_ONCE)):
        yield some


def organization_ids(connection: apsw.Connection, names: set[str]) -> dict[str, int]:
    """The ids of the organizations that are called so, made if they are new."""
    connection.executemany(
        "INSERT INTO organization (name) VALUES (?) ON CONFLICT (name) DO NOTHING",
        [(name,) for name in sorted(names)],
    )
    return {
        name: organization_id
        for name, organization_id in connection.execute("SELECT name, id FROM organization")
        if name in names
    }


def next_contact_id(connection: apsw.Connection) -> int:
    """The id that AUTOINCREMENT would give: one never used before, also not by a row undone since."""
    last: int | None = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'contact'").get
    return (last or 0) + 1
