"""Whole tables written back from an export."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable, Mapping
from typing import Any, cast

import apsw
from peewee import BlobField, Field, TextField

from infoview_desktop.store.all_tables import RECORDED, table_name
from infoview_desktop.store.store import Transaction

_MODELS = {table_name(model): model for model in RECORDED}
_LARGEST_NUMBER = 2**53 - 1
"""Beyond it JSON's numbers are no longer exact everywhere; no id comes near."""


def fill(transaction: Transaction, table: str, records: Iterable[Mapping[str, Any]]) -> None:
    """Insert records, with their ids, into a table that is empty.

    Raises:
        ValueError: they are no rows of this table, or contradict each other or the tables before it.
    """
    fields: list[Field] = _MODELS[table]._meta.sorted_fields  # noqa: SLF001 - peewee's documented place for them
    names, places = ", ".join(field.column_name for field in fields), ", ".join("?" * len(fields))
    insert = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - the table's own columns
    rows = [[_value(field, record) for field in fields] for record in records]
    # A person may have been referred by one who comes later in the list.
    transaction.connection.pragma("defer_foreign_keys", True)
    try:
        transaction.connection.executemany(insert, rows)
    except apsw.ConstraintError as error:
        raise ValueError(table) from error


def check_references(transaction: Transaction) -> None:
    """Make sure that what was filled in refers only to what is there.

    Raises:
        ValueError: something does not.
    """
    for table, *_ in transaction.connection.execute("PRAGMA foreign_key_check"):
        raise ValueError(table)


def _value(field: Field, record: Mapping[str, Any]) -> str | bytes | int | None:
    """Take the field's value out of a record that may hold anything."""
    value = record.get(field.column_name, ...)
    if value is ... and (field.null or field.default is not None):
        return cast("str | int | None", field.default)  # the file is older than the column
    if value is None and field.null:
        return None
    if isinstance(value, str) and isinstance(field, BlobField):
        return b64decode(value, validate=True)
    if isinstance(value, str) and isinstance(field, TextField):
        return value
    if type(value) is int and not isinstance(field, TextField | BlobField) and 0 <= value <= _LARGEST_NUMBER:
        return value
    raise ValueError(field.column_name)
