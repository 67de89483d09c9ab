"""Which parts of a text somebody looked for, letter by letter as it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from infoview_desktop.domain.contact_filter import Term
from infoview_desktop.store.folding import fold

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text; `parts` are the beginnings and ends of what was looked for in it, in their order."""

    text: str
    parts: tuple[tuple[int, int], ...] = ()


def words(typed: str) -> list[str]:
    """The words of what was typed, as the index has them."""
    return _WORD.findall(fold(typed))


def looked_for(terms: Iterable[Term], *columns: str) -> tuple[str, ...]:
    """The words one looked for in these columns of an index, or anywhere."""
    return tuple(word for term in terms if term.column in {None, *columns} for word in words(term.text))


def marked(text: str, beginnings: Iterable[str]) -> Marked:
    """Mark the words of `text` that begin with one of the folded `beginnings`, as far as they do."""
    wanted = sorted(set(beginnings), key=len, reverse=True)
    if not wanted:
        return Marked(text)
    parts = []
    for word in _WORD.finditer(text):
        folded = fold(word[0])
        fitting = next((beginning for beginning in wanted if folded.startswith(beginning)), None)
        if fitting:
            parts.append((word.start(), word.start() + _reach(word[0], len(fitting))))
    return Marked(text, tuple(parts))


def begins_a_word(text: str, beginning: str) -> bool:
    """Whether a word of `text` begins so; `beginning` is folded."""
    return any(word.startswith(beginning) for word in _WORD.findall(fold(text)))


def _reach(word: str, folded_length: int) -> int:
    """How many letters of a word are written with so many folded ones: one is enough for the two of `ss`."""
    return next(
        (count for count in range(1, len(word)) if len(fold(word[:count])) >= folded_length),
        len(word),
    )
