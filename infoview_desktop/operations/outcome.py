"""What a verb returns, and how far it reaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from infoview_desktop.domain.phrase import Phrase

Value = TypeVar("Value")
Verb = TypeVar("Verb", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """What came of a verb.

    `changed` names the tables whose rows are other than before; `said` is the line for the status bar, if
    there is something to say; `undoable` tells whether Undo takes exactly this back.
    """

    value: Value
    changed: frozenset[str] = frozenset()
    said: Phrase | None = None
    undoable: bool = False


def step(changed: frozenset[str], said: Phrase) -> Outcome[None]:
    """What came of something that can be undone; where nothing changed there is nothing to say."""
    return Outcome(None, changed, said, undoable=True) if changed else Outcome(None)


class Reach(Enum):
    """How far a verb reaches, and so whether it can be taken back."""

    UNDOABLE = "undoable"
    UNRECORDED = "unrecorded"
    """It changes nothing that a person would want to undo: settings, text put aside, history itself."""
    WORLD = "of the world"
    """It writes a file or a draft outside the book."""
    IRREVERSIBLE = "irreversible"


def reaching(reach: Reach) -> Callable[[Verb], Verb]:
    """Declare how far a verb reaches; every verb does."""

    def declare(verb: Verb) -> Verb:
        verb.reach = reach  # type: ignore[attr-defined]  # a mark on the function itself
        return verb

    return declare
