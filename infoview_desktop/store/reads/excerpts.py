"""What is shown of a long text: the sentence in which something was found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from infoview_desktop.domain.note import plain
from infoview_desktop.store.folding import fold
from infoview_desktop.store.reads.marked import Marked, marked

_LONGEST_TITLE = 200
_LONGEST = 240
_BEFORE = 32
"""Letters shown before what was found, unless its sentence begins nearer: so it is in sight in a narrow list."""
_AT_ONCE = 4_000
_CANDIDATES = 32
_LONGEST_CLUSTER = 32
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।]\s+|\n")  # noqa: RUF001 - as sentences end in other scripts, too
_ITEM = re.compile(r"\s*(?:[-*+>]|#{1,6}|\d{1,9}[.)])\s")
_CLOSING = tuple(".!?:;,…。！？؟।")  # noqa: RUF001 - the same
_JOINER = "\u200d"
_BELONGS_TO_WHAT_IS_BEFORE = re.compile("[\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_FLAG_LETTER = re.compile("[\U0001f1e6-\U0001f1ff]")


def excerpt(text: str, beginnings: Sequence[str] = ()) -> Marked:
    """What is found after the title, from the beginning of its sentence on; otherwise what follows the title.

    Of several places the one is taken that has most of the words near it; `beginnings` are folded.
    """
    line = _LINE.search(text)
    after = 0 if line is None else min(line.end(), line.start() + _LONGEST_TITLE)
    found = list(islice(_found(text, after, beginnings), 1 if len(beginnings) == 1 else _CANDIDATES))
    if not found:
        return Marked(_shown(text[after : after + 2 * _LONGEST], _LONGEST))

    def near(place: int) -> int:
        return len({word for at, word in found if place <= at < place + _LONGEST})

    return _around(text, max((at for at, _ in found), key=near), after, beginnings)


def _found(text: str, after: int, beginnings: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where words begin so, and how they do: of a long text no more is folded than until enough has been found."""
    if not beginnings:
        return
    looked_for = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, beginnings))})")
    start = after
    while start < len(text):
        end = start + _AT_ONCE
        space = text.find(" ", end, end + _AT_ONCE)
        end = min(len(text), end if space < 0 else space)
        piece = text[start:end]
        folded = fold(piece)
        if len(folded) == len(piece):
            yield from ((start + match.start(), match[0]) for match in looked_for.finditer(folded))
        elif looked_for.search(folded):
            yield from ((start + first, fold(piece[first:last])) for first, last in marked(piece, beginnings).parts)
        start = end


def _around(text: str, at: int, after: int, beginnings: Sequence[str]) -> Marked:
    """The text from the beginning of the sentence on, or from shortly before the place."""
    earliest = max(after, at - _BEFORE)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, earliest, at)]
    start, lead = (ends[-1], "") if ends else (earliest, "")
    if not ends and earliest > after:
        space = text.find(" ", earliest, at)
        start, lead = (space + 1 if space >= 0 else _whole(text, earliest)), "… "
    piece, longest = text[start : at + _LONGEST + _LONGEST_CLUSTER], at - start + _LONGEST
    found = marked(lead + _shown(piece, longest), beginnings)
    # What was looked for may be a part of an address, of which only the link's words are shown otherwise.
    return found if found.parts else marked(lead + _cut(" ".join(piece.split()), longest), beginnings)


def _shown(text: str, longest: int) -> str:
    """The text on one line, without the signs of Markdown, and not much longer than that."""
    shown = ""
    for line in text.split("\n"):
        words = plain(line)
        if shown and words:
            shown += " · " if _ITEM.match(line) and not shown.endswith(_CLOSING) else " "
        shown += words
        if len(shown) > longest:
            break
    return _cut(shown, longest)


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: _whole(words, longest)].rstrip()} …"


def _whole(text: str, at: int) -> int:
    """The first place from there on at which the text can be cut without parting what is seen as one sign."""
    for place in range(at, min(len(text), at + _LONGEST_CLUSTER)):
        if place == 0 or not _parts_a_sign(text, place):
            return place
    return min(len(text), at + _LONGEST_CLUSTER)


def _parts_a_sign(text: str, place: int) -> bool:
    sign = text[place]
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Mn", "Me", "Mc"}:
        return True
    if _BELONGS_TO_WHAT_IS_BEFORE.match(sign) or text[place - 1] == _JOINER:
        return True
    letters = 0
    while letters < place and _FLAG_LETTER.match(text[place - 1 - letters]):
        letters += 1
    return letters % 2 == 1 and bool(_FLAG_LETTER.match(sign))
