"""A field that is edited where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.store import Transaction

Record = TypeVar("Record")

Write = Callable[[Transaction, Record, str], None]
"""Stores what was typed into a field of a record as it was before; raises a KnownError for what it cannot hold."""


@dataclass(frozen=True, slots=True)
class EditableField(Generic[Record]):
    """One field: the label of its step of undo, which names the record as {name}; its text; how a text is stored."""

    label: Phrase
    as_text: Callable[[Record], str]
    write: Write[Record]
