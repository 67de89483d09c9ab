"""Spellings of organizations' names that may mean the same one, each pair with its reason.

Nothing is joined by it: these are suggestions. Names that are equal in what tells names apart come first, found
by a key; names that are only alike are compared within blocks of the same beginning, never all with all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from rapidfuzz import fuzz, process

from infoview_desktop.domain.cancelled import until_cancelled
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import never
from infoview_desktop.domain.text import folded

Pair = tuple[int, int]
"""Two organizations' ids, the lower one first."""

_LEGAL_FORMS = frozenset(
    {"inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "lp", "plc"}
    | {"pty", "pvt", "pte", "gmbh", "ggmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "ev", "se", "sa", "sas", "sarl"}
    | {"sl", "slu", "srl", "spa", "cv", "bv", "nv", "ab", "as", "asa", "aps", "oy", "oyj", "kk", "kft", "ltda", "eirl"}
)
"""What a name ends in without being called so."""

_CONNECTING = frozenset(
    {"the", "and", "of", "for", "de", "la", "le", "les", "el", "los", "das", "der", "die", "y", "et"}
)
"""Too frequent to tell names apart by; the sign `&` is no word at all."""

_ALIKE = 90
"""Of 100: from here on two names may be a spelling of each other."""
_LARGEST_BLOCK = 200
_LONGEST_BEGINNING = 40
"""Letters; a block whose names begin with so many of the same is compared as far as it goes."""
_FEWEST_LETTERS = 5
"""Words that are shorter differ by a letter and are still others: IBM and IBN."""
_FEW = 8
"""A first word that no more names have is telling; of more (“University …”) none is the other cut short."""
_MOST_WORDS_MORE = 2
_MOST_PAIRED = 5

_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"\b(\w)\.(?=\w\b|\s|$)")
"""The dots of S.A. and U.S., which belong to one word."""

_APOSTROPHES = {ord("'"): None, 0x2019: None}

_EQUAL, _CUT_SHORT = 100, 80


@dataclass(frozen=True, slots=True)
class Spelling:
    """A pair of organizations that may be the same, their names, why, and how alike they are, up to 100."""

    pair: Pair
    names: tuple[str, str]
    why: Phrase
    likeness: int


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it is compared: its words, and those of them that tell it from others."""

    organization_id: int
    name: str
    words: tuple[str, ...]
    telling: tuple[str, ...]
    spoken: str


def spellings(
    names: Iterable[tuple[int, str]],
    *,
    distinct: Collection[Pair] = frozenset(),
    cancelled: Callable[[], bool] = never,
) -> list[Spelling]:
    """Suggest which organizations may be the same, the most alike first.

    Args:
        names: each organization's id and name.
        distinct: the pairs that the user said are not the same.
        cancelled: asked now and then.

    Raises:
        Cancelled: once `cancelled` says so.
    """
    read = [_read(organization_id, name) for organization_id, name in until_cancelled(names, cancelled)]
    found: dict[Pair, Spelling] = {}
    for spelling in chain(_equal(read), _alike(read, cancelled), _cut_short(read)):
        if spelling.pair not in distinct:
            found.setdefault(spelling.pair, spelling)
    return sorted(found.values(), key=lambda one: (-one.likeness, one.pair))


def _read(organization_id: int, name: str) -> _Name:
    words = _words(name)
    telling = tuple(word for word in words if word not in _CONNECTING)
    end = len(telling)
    while end > 1 and telling[end - 1] in _LEGAL_FORMS:
        end -= 1
    telling = telling[:end] or words
    return _Name(organization_id, name, words, telling, " ".join(telling))


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_INITIALS.sub(r"\1", folded(name)).translate(_APOSTROPHES)))


def _equal(names: Sequence[_Name]) -> Iterator[Spelling]:
    """Names that are the same but for what does not tell them apart."""
    by_key: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        if name.telling:
            by_key["".join(name.telling)].append(name)
    for same in by_key.values():
        # Where many are equal each is set beside the first: a list of all pairs helps nobody.
        pairs = combinations(same, 2) if len(same) <= _MOST_PAIRED else ((same[0], each) for each in same[1:])
        for one, other in pairs:
            yield _spelling(one, other, _why_equal(one, other), _EQUAL)


def _why_equal(one: _Name, other: _Name) -> Phrase:
    if one.name.casefold() == other.name.casefold():
        return Phrase("same but for capitals")
    if one.words == other.words:
        return Phrase("same but for accents or punctuation")
    more = [
        word
        for name, others in ((one, other.words), (other, one.words))
        for part in name.name.split()
        if not set(_words(part)) <= set(others) and (word := part.strip(",;:()"))
    ]
    if one.telling != other.telling or not more:
        return Phrase("same but for spaces")
    return Phrase("same but for {words}", {"words": ", ".join(dict.fromkeys(more))})


def _alike(names: Sequence[_Name], cancelled: Callable[[], bool]) -> Iterator[Spelling]:
    """Names that differ by a letter or two."""
    blocks = list(_blocks([name for name in names if len(name.spoken) >= _FEWEST_LETTERS], 3))
    for block in until_cancelled(blocks, cancelled):
        spoken = [name.spoken for name in block]
        for place, one in enumerate(block[:-1]):
            for _, likeness, further in process.extract_iter(
                spoken[place], spoken[place + 1 :], scorer=fuzz.ratio, score_cutoff=_ALIKE
            ):
                other = block[place + 1 + further]
                if likeness < _EQUAL and _may_be_misspelt(one, other):
                    yield _spelling(one, other, Phrase("almost the same letters"), round(likeness))


def _blocks(names: list[_Name], letters: int) -> Iterator[list[_Name]]:
    """Names that begin with the same letters, with so many of them that few names do."""
    by_beginning: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        by_beginning[name.spoken[:letters]].append(name)
    for block in by_beginning.values():
        if len(block) > _LARGEST_BLOCK and letters < _LONGEST_BEGINNING:
            yield from _blocks(block, letters + 3)
        elif len(block) > 1:
            yield block[:_LARGEST_BLOCK]


def _may_be_misspelt(one: _Name, other: _Name) -> bool:
    """Whether what differs are long words: a number, a country's letters or initials are meant as they are."""
    return all(
        len(word) >= _FEWEST_LETTERS and not any(letter.isdigit() for letter in word)
        for word in set(one.telling) ^ set(other.telling)
    )


def _cut_short(names: Sequence[_Name]) -> Iterator[Spelling]:
    """Names of which one goes on where the other ends: Oxfam and Oxfam GB."""
    by_first: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        if name.telling:
            by_first[name.telling[0]].append(name)
    for block in by_first.values():
        if len(block) <= _FEW:
            for one, other in combinations(sorted(block, key=lambda name: len(name.telling)), 2):
                length = len(one.telling)
                more = other.telling[length:]
                if 0 < len(more) <= _MOST_WORDS_MORE and other.telling[:length] == one.telling:
                    words = {"words": " ".join(part for part in other.name.split() if set(_words(part)) & set(more))}
                    yield _spelling(one, other, Phrase("the same with {words}", words), _CUT_SHORT)


def _spelling(one: _Name, other: _Name, why: Phrase, likeness: int) -> Spelling:
    if one.organization_id > other.organization_id:
        one, other = other, one
    return Spelling((one.organization_id, other.organization_id), (one.name, other.name), why, likeness)
