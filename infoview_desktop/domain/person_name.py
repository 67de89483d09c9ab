"""A person's name as it is compared with another's: whether two names may be of one person, and how."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from rapidfuzz.distance import JaroWinkler

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ALIKE = 0.88
"""From here on two words are taken for spellings of one: Jon and John (0.93), Steven and Stephen (0.89)."""

_SHORT_FORMS = (
    "alexander alex sasha", "alexandra alex sasha", "andrew andy", "anthony tony", "benjamin ben",
    "catherine katherine kate katie kathy cathy", "charles charlie chuck", "christopher chris", "christina chris tina",
    "daniel dan danny", "david dave", "deborah debbie", "edward ed eddie ted", "elizabeth liz beth betty eliza",
    "francisco paco", "frederick fred", "gregory greg", "james jim jimmy", "jennifer jen jenny", "jessica jess",
    "johannes hans", "john jack johnny", "jose pepe", "joseph joe", "joshua josh", "kenneth ken", "lawrence larry",
    "margaret maggie meg peggy", "matthew matt", "michael mike mick", "nicholas nick", "nicole nicky",
    "patricia pat patty trish", "patrick pat paddy", "peter pete", "philip phil", "rebecca becky", "richard rick dick",
    "robert bob rob bobby", "ronald ron", "samuel sam", "samantha sam", "stephen steve", "steven steve",
    "susan sue", "theodore ted theo", "thomas tom tommy", "timothy tim", "victoria vicky", "william bill will billy",
)  # fmt: skip
_FORMAL = {
    name: frozenset(group.split()[0] for group in _SHORT_FORMS if name in group.split())
    for line in _SHORT_FORMS
    for name in line.split()
}


class Likeness(Enum):
    """How two names are those of one person, perhaps."""

    SAME = auto()
    TURNED = auto()
    SHORT_FORM = auto()
    LONGER = auto()
    SPELLING = auto()
    INITIAL = auto()


class _Plain(dict[int, str]):
    """What each character of a name is compared as: letters and figures stay, ornaments are gaps."""

    def __missing__(self, character: int) -> str:
        letter = chr(character)
        if unicodedata.category(letter)[0] in "LMN":
            self[character] = letter
        else:
            self[character] = "" if letter in "'’ʼ‘`\u200c\u200d" else " "  # noqa: RUF001 - kinds of apostrophe
        return self[character]


_PLAIN = _Plain()


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a name, folded, in their order."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, name: str, fold: Callable[[str], str]) -> PersonName:
        """The words of a name as it is written; what is in brackets is not part of it.

        Args:
            name: the whole name.
            fold: writes letters of all scripts in lower-case ASCII.
        """
        plain = (_ASIDE.sub(" ", name) if "(" in name or "[" in name else name).translate(_PLAIN)
        return cls(tuple(fold(plain).split()))

    def likeness(self, other: PersonName) -> Likeness | None:
        """How they may be names of one person; None where they are of two."""
        ours, theirs = self.words, other.words
        if ours == theirs:
            return Likeness.SAME if ours else None
        if not ours or not theirs or min(len(ours), len(theirs)) == 1:
            return None  # of people with one name, only the same is alike
        if len(ours) == len(theirs) and sorted(ours) == sorted(theirs):
            return Likeness.TURNED
        if ours[0][0] == theirs[0][0] or ours[-1] == theirs[-1]:
            return _likeness(ours, theirs)
        return None


def _likeness(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Likeness | None:
    """How two names of several words are alike, of which one end begins alike."""
    if ours[0] == theirs[0] and (set(ours) < set(theirs) or set(theirs) < set(ours)):
        return Likeness.LONGER
    if not _go_together(ours[1:-1], theirs[1:-1]):
        return None
    given, family = _word_likeness(ours[0], theirs[0]), _word_likeness(ours[-1], theirs[-1])
    if given is None or family is None or family is Likeness.SHORT_FORM:
        return None
    if Likeness.SAME not in {given, family} and Likeness.INITIAL in {given, family}:
        return None  # an initial tells nothing beside another spelling
    found = {given, family} - {Likeness.SAME}
    return found.pop() if len(found) == 1 else Likeness.LONGER if not found else Likeness.SPELLING


def _go_together(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the words in the middle do not contradict each other."""
    return (
        not ours
        or not theirs
        or all(
            one[0] == other[0] and (one == other or 1 in {len(one), len(other)})
            for one, other in zip(ours, theirs, strict=False)
        )
    )


def _word_likeness(one: str, other: str) -> Likeness | None:
    if one == other:
        return Likeness.SAME
    if 1 in {len(one), len(other)}:
        return Likeness.INITIAL if one[0] == other[0] else None
    if _FORMAL.get(one, frozenset()) & _FORMAL.get(other, frozenset()):
        return Likeness.SHORT_FORM
    alike = JaroWinkler.similarity(one, other, score_cutoff=_ALIKE) >= _ALIKE
    return Likeness.SPELLING if alike else None
