"""Text from outside, made safe to keep and to show.

What nobody can see is taken out: it spoils search and matching, and it lets one text pose as another. The
joiners U+200C and U+200D stay, because Persian, the scripts of India and many emoji are written with them.
"""

import re
import unicodedata
from collections.abc import Iterator

_HIDDEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls that are not white space
    "\u00ad\u200b\ufeff"  # soft hyphen, zero-width space, byte-order mark
    "\u202a-\u202e\u2060-\u206f"  # embeddings, overrides, isolates; word joiner and its invisible neighbours
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"  # annotations, non-characters, halves of a character
    "\U000e0000-\U000e007f"  # tags, which can carry whole hidden sentences
)
_DIRECTION_MARKS = "\u061c\u200e\u200f"  # of use between words of prose, never in a name
_FLAG = "(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)"  # Scotland's flag and its kind are spelt in tags
_NOT_ON_A_LINE = re.compile(f"{_FLAG}|[{_HIDDEN}{_DIRECTION_MARKS}]+")
_NOT_IN_PROSE = re.compile(f"{_FLAG}|[{_HIDDEN}]+")

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_WORD = re.compile(r"\S+")

_PIECE = 50_000

_LONGEST_WORD = 200
"""Characters; a longer run is no word, and composing a long run of accents takes quadratic time."""


def clean(text: str) -> tuple[str, int]:
    """Give the text as one trimmed line in NFC, and how many hidden characters were removed from it.

    Every run of white space, line breaks and no-break spaces included, becomes one space, uncounted.
    """
    if text.isprintable():  # then the only white space in it is U+0020, and nothing in it is hidden
        line = " ".join(text.split()) if "  " in text else text.strip(" ")
        return (line if text.isascii() else _composed(line)), 0
    visible = _NOT_ON_A_LINE.sub(r"\1", text)
    return _composed(" ".join(visible.split())), len(text) - len(visible)


def clean_text(text: str) -> str:
    r"""Give prose of several lines in NFC without hidden characters; its lines end in \n, tabs stay."""
    return _composed(_NOT_IN_PROSE.sub(r"\1", _LINE_END.sub("\n", text)))


def pieces(text: str) -> Iterator[str]:
    """The text in parts that end with a line, except where a line is longer than any part.

    What one call does with a long text keeps every other thread from its turn; between the parts they get it.
    """
    start = 0
    while start < len(text):
        end = text.rfind("\n", start, start + _PIECE) + 1 or text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def ends_word(text: str, place: int) -> bool:
    """Whether a word that stands before a place of the text ends there."""
    after = text[place : place + 1]
    return not (after.isalnum() or after == "_")


def folded(text: str) -> str:
    """Give the text as names are compared: without case and accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


def _composed(text: str) -> str:
    if len(text) <= _LONGEST_WORD:
        return unicodedata.normalize("NFC", text)
    return _WORD.sub(_composed_word, text)


def _composed_word(match: re.Match[str]) -> str:
    word = match[0]
    return unicodedata.normalize("NFC", word) if len(word) <= _LONGEST_WORD else word
