"""Words as they are compared: without case, accents and endings, so that a nurse is found for Nursing."""

from __future__ import annotations

import re
from functools import lru_cache

from infoview_desktop.domain.text import folded

_WORD = re.compile(r"\w+")
_ENDINGS = (
    ("abilities", ""),
    ("ability", ""),
    ("able", ""),
    ("ations", ""),
    ("ation", ""),
    ("ators", ""),
    ("ator", ""),
    ("logies", "log"),
    ("logy", "log"),
    ("ments", ""),
    ("ment", ""),
    ("ants", ""),
    ("ant", ""),
    ("ysts", ""),
    ("yst", ""),
    ("ysis", ""),
    ("ytics", ""),
    ("ytic", ""),
    ("ings", ""),
    ("ing", ""),
    ("ists", ""),
    ("ist", ""),
    ("ism", ""),
    ("ics", ""),
    ("ic", ""),
    ("ies", "y"),
    ("ers", ""),
    ("er", ""),
    ("ors", ""),
    ("or", ""),
    ("es", ""),
    ("ss", "ss"),
    ("s", ""),
    ("ed", ""),
    ("e", ""),
)
"""What words of one family end in, the longer before the shorter, and what stays of the ending."""

_SHORTEST_STEM = 4
_SMALL_WORDS = (
    "a al an and at das de del der des di die do du e en et f for fur in into la le les los of on para pour"
    " the to un und une with y zu"
)
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that say nothing by themselves, in the languages that titles and schools are most often written in."""


@lru_cache(maxsize=4096)
@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Its words, folded, in their order."""
    return tuple(_WORD.findall(folded(text)))


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """What a folded word has in common with the others of its family: `nurs` of nurse, nurses and nursing."""
    for ending, kept in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(kept) >= _SHORTEST_STEM:
            if ending == kept:
                return word
            rest = word.removesuffix(ending) + kept
            if not kept and rest[-1] == rest[-2] and len(rest) > _SHORTEST_STEM:
                rest = rest[:-1]  # programm-ing
            return stem(rest)
    return word


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that say something."""
    return frozenset(stem(word) for word in words(text) if word not in _SMALL)
