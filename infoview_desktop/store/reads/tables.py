"""The user's tables, whole, for an export."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from typing import Any

from infoview_desktop.domain.contact import LISTS
from infoview_desktop.store.contact_sql import json_list
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.recorded import RECORDED_TABLES

_AT_ONCE = 250

DERIVED = ("organization", *LISTS)
"""What an exported contact carries beside its own columns."""

_CONTACTS = f"""
    SELECT contact.*, coalesce(organization.name, ''), {", ".join(map(json_list, LISTS))}
      FROM contact LEFT JOIN organization ON organization.id = contact.organization_id"""  # noqa: S608 - constant text


def columns(reader: Reader, table: str) -> tuple[str, ...]:
    """The names of a table's own columns, in their order."""
    return tuple(name for (name,) in reader.rows("SELECT name FROM pragma_table_info(?)", (table,)))


def is_empty(reader: Reader) -> bool:
    """Whether nothing at all has been stored."""
    return not any(reader.value(f"SELECT EXISTS (SELECT 1 FROM {table})") for table in RECORDED_TABLES)  # noqa: S608 - own tables


def records(reader: Reader, table: str) -> Iterator[dict[str, Any]]:
    """Yield every row of one of `RECORDED_TABLES` as a record, always in the same order.

    A contact also has `DERIVED`: the name of the organization, and lists of the others.
    """
    names = columns(reader, table)
    select, lists = f"SELECT * FROM {table}", 0  # noqa: S608 - one of the book's own tables
    if table == "contact":
        names, select, lists = (*names, *DERIVED), _CONTACTS, len(DERIVED) - 1
    plain = len(names) - lists
    key = ", ".join(f"{table}.{name}" for name in names[:2])
    offset = 0
    while rows := reader.rows(f"{select} ORDER BY {key} LIMIT ? OFFSET ?", (_AT_ONCE, offset)):
        for row in rows:
            texts = (b64encode(value).decode() if isinstance(value, bytes) else value for value in row[:plain])
            yield dict(zip(names, (*texts, *map(json.loads, row[plain:])), strict=True))
        offset += len(rows)
