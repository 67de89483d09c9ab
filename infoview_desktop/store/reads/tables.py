"""The user's tables, whole, for an export."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.recorded import RECORDED_TABLES

_AT_ONCE = 250

DERIVED = ("organization", "emails", "phones", "tags")
"""What an exported contact carries beside its own columns."""

_CONTACTS = """
    SELECT contact.*, coalesce(organization.name, '') AS organization,
           (SELECT json_group_array(address ORDER BY place)
              FROM email WHERE contact_id = contact.id) AS emails,
           (SELECT json_group_array(number ORDER BY place)
              FROM phone WHERE contact_id = contact.id) AS phones,
           (SELECT json_group_array(tag.name ORDER BY tag.name)
              FROM contact_tag JOIN tag ON tag.id = tag_id WHERE contact_id = contact.id) AS tags
      FROM contact LEFT JOIN organization ON organization.id = contact.organization_id"""


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
        names, select, lists = (*names, *DERIVED), _CONTACTS, 3
    plain = len(names) - lists
    key = "contact_id, tag_id" if table == "contact_tag" else f"{table}.{names[0]}"
    offset = 0
    while rows := reader.rows(f"{select} ORDER BY {key} LIMIT ? OFFSET ?", (_AT_ONCE, offset)):
        for row in rows:
            yield dict(zip(names, (*row[:plain], *map(json.loads, row[plain:])), strict=True))
        offset += len(rows)
