"""A field of a form, as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from infoview_desktop.domain.known_error import NOTHING
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads.reader import Reader


class Kind(Enum):
    """How a field is edited."""

    LINE = auto()
    PROSE = auto()
    CHOICE = auto()


def _as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a record.

    Attributes:
        name: the operation's name for it.
        label: what stands before it.
        hint: what to write in it, shown while it is empty.
        kind: how it is edited.
        choices: of a `Kind.CHOICE`, each value with its words; asked when the form is built.
        offers: completes what is typed from the book: a question of `store.reads` with `beginning` and `limit`.
        shown: a stored text as the user reads it.
        typed: what the user typed as it is stored.
        verb: stores it, where that is not the form's own verb, with the same arguments.
    """

    name: str
    label: Phrase
    hint: Phrase = NOTHING
    kind: Kind = Kind.LINE
    choices: Callable[[], list[tuple[str, str]]] | None = None
    offers: Callable[..., list[str]] | None = None
    shown: Callable[[str], str] = _as_it_is
    typed: Callable[[str], str] = _as_it_is
    verb: Callable[..., Outcome[None]] | None = None

    def offered(self, reader: Reader, beginning: str, limit: int) -> list[str]:
        """What could be meant by a beginning; nothing where there is none yet."""
        return self.offers(reader, beginning=beginning, limit=limit) if self.offers and beginning else []


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together, under a heading."""

    heading: Phrase
    fields: tuple[FormField, ...]
