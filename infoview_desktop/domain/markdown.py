"""Markdown that stays text: what a line of it means, so that it can be styled where it stands.

A line is understood by itself, but for whether it stands in a block of code, which others begin and end. Nothing
is ever loaded or run. All of it takes time in proportion to the text, whatever stands in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain, islice
from urllib.parse import SplitResult, parse_qsl, urlsplit

from infoview_desktop.domain.text import ends_word, pieces

LONGEST_STYLED = 4_000
"""Characters of one line; what comes after is shown plain, so that a key is answered at once."""

LONGEST_TAG = 100
MOST_TAGS = 10_000
_NO_LINE = 2**62
"""After any that a text can have."""

MOST_FENCES = 5_000
"""So many lines of a text can begin or end blocks of code."""


class Kind(Enum):
    """What a part of a line is."""

    HEADING_1 = auto()
    HEADING_2 = auto()
    HEADING_3 = auto()
    SIGN = auto()
    """A sign of Markdown itself: it says how the rest is meant."""
    BULLET = auto()
    QUOTE = auto()
    STRONG = auto()
    EMPHASIS = auto()
    STRUCK = auto()
    MARKED = auto()
    CODE = auto()
    LINK = auto()
    TAG = auto()
    MENTION = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a line, from `start` up to `end`; the parts of a line may lie in each other.

    `target` is the address of a link, the name of a tag without its `#`, the words of a mention without the `@`.
    """

    start: int
    end: int
    kind: Kind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Fence:
    """A line of so many ticks: it begins a block of code, or ends it if it is `bare`, with nothing after them."""

    ticks: int
    bare: bool


Blocks = Sequence[tuple[int, int]]
"""The first and the last line of each block of code, fences included; a block without an end has no last line."""

_TICKS = "```"
_FENCE = re.compile(r" {0,3}(?P<ticks>`{3,}+)(?P<after>[^`]*)")
_START = re.compile(
    r"(?P<heading>#{1,6})(?=[ \t]|$)"
    r"|[ \t]{0,200}(?:(?P<quote>>)|(?P<bullet>(?:[-*+]|\d{1,9}[.)])(?:[ \t]{1,9}\[[ xX]\])?)(?=[ \t]|$))"
)
_CODE, _URL, _TAG = (
    r"(?P<code>(?P<ticks>`{1,3})(?!`)[^`\n]{1,2000}(?P=ticks)(?!`))",
    r"(?P<url>(?:https?://|mailto:)[^\s<>\"`]+)",
    rf"(?<![\w#&/@])\#(?P<tag>\d{{0,99}}[^\W\d][\w/-]{{0,{LONGEST_TAG}}})",
)
_PARTS = re.compile(
    rf"\\[!-/:-@\[-`{{-~]|{_CODE}|!?\[(?P<words>[^\[\]]{{1,500}})\]\((?P<address>[^()\s]{{1,2000}})\)|{_URL}|{_TAG}"
    r"|(?<![\w@./])@(?=\w)|(?P<pair>\*{1,3}|_{1,3}|~~|==)"
)
_TAGS = re.compile(rf"{_CODE}|{_URL}|{_TAG}")
_URL_END = ".,;:!?'\")]}*_~"
_PAIRS = {
    "*": (Kind.EMPHASIS,),
    "_": (Kind.EMPHASIS,),
    "**": (Kind.STRONG,),
    "__": (Kind.STRONG,),
    "***": (Kind.STRONG, Kind.EMPHASIS),
    "___": (Kind.STRONG, Kind.EMPHASIS),
    "~~": (Kind.STRUCK,),
    "==": (Kind.MARKED,),
}
_HEADINGS = (Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3)
_ITEM = re.compile(
    r"(?P<indent>[ \t]{0,200})(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})(?P<dot>[.)]))(?P<gap>[ \t]{1,4})"
    r"(?P<box>\[[ xX]\][ \t]{1,4})?"
)
_INDENT = "  "
_ONE_ADDRESS = re.compile(r"[^\s@,;:%<>\"]{1,200}@[^\s@,;:%<>\"]{1,200}")


def spans(line: str, people: Collection[str] = (), *, in_code: bool = False) -> list[Span]:
    """What stands in one line, outer parts before those within; `people` are the words that mean somebody after an `@`.

    In a block of code all of it is code. Only the first `LONGEST_STYLED` characters are looked at.
    """
    line = line[:LONGEST_STYLED]
    if in_code:
        return [Span(0, len(line), Kind.SIGN if fence(line) else Kind.CODE)] if line else []
    found = list(_at_start(line))
    start = found[-1].end if found and found[-1].kind is not Kind.QUOTE else 0
    return found + sorted(_within(line, start, people), key=lambda span: (span.start, -span.end))


def tags(text: str) -> set[str]:
    """The `#tags` of a text, without the sign and as they are written, none in code; at most `MOST_TAGS` of them."""
    found: set[str] = set()
    prose = _prose(text) if _TICKS in text else text
    for match in chain.from_iterable(_TAGS.finditer(piece) for piece in pieces(prose) if "#" in piece):
        if match["tag"]:
            found.add(match["tag"])
            if len(found) == MOST_TAGS:
                break
    return found


def fence(line: str) -> Fence | None:
    """What a line does to blocks of code; None for nothing."""
    match = _FENCE.fullmatch(line)
    return Fence(len(match["ticks"]), not match["after"].strip()) if match else None


def fences(text: str) -> Iterator[tuple[int, Fence]]:
    """The lines of a text that can begin or end a block of code, with their numbers from 0."""
    number = counted = 0
    place = text.find(_TICKS)
    while place >= 0:
        start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
        end = len(text) if end < 0 else end
        number += text.count("\n", counted, start)
        counted = start
        one = fence(text[start:end])
        if one is not None:
            yield number, one
        place = text.find(_TICKS, end)


def blocks_of_code(found: Iterable[tuple[int, Fence]]) -> Blocks:
    """The blocks that fences make, of which at most `MOST_FENCES` count; the last may go on to the end of the text."""
    blocks: list[tuple[int, int]] = []
    begun: tuple[int, int] | None = None
    for number, one in islice(found, MOST_FENCES):
        if begun is None:
            begun = number, one.ticks
        elif one.bare and one.ticks >= begun[1]:
            blocks.append((begun[0], number))
            begun = None
    if begun is not None:
        blocks.append((begun[0], _NO_LINE))
    return blocks


def stands_in(blocks: Blocks, number: int) -> bool:
    """Whether the line of this number stands in one of the blocks."""
    place = bisect_right(blocks, (number, _NO_LINE))
    return place > 0 and number <= blocks[place - 1][1]


def safe_address(address: str) -> str | None:
    """The address of a link that may be opened, one of the web or of mail; None for every other.

    None also for one of the web that poses as another's before an `@`, and for one of mail that would write to
    others than the one it names, or bring more with it than a subject and a text.
    """
    visible = "".join(letter for letter in address if letter.isprintable() and letter != "\\").strip()
    if visible != address.strip():
        return None
    try:
        parts = urlsplit(visible)
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme == "mailto":
        return visible if _is_to_one(parts) else None
    return visible if scheme in {"http", "https"} and parts.netloc and "@" not in parts.netloc else None


def _is_to_one(mail: SplitResult) -> bool:
    fields = parse_qsl(mail.query, keep_blank_values=True)
    return _ONE_ADDRESS.fullmatch(mail.path) is not None and all(
        name.lower() == "body" or (name.lower() == "subject" and value.isprintable()) for name, value in fields
    )


def continued(line: str) -> str | None:
    """What the line after this one of a list begins with; "" where this one is empty and ends it, None in no list."""
    item = _ITEM.match(line)
    if item is None:
        return None
    if not line[item.end() :].strip():
        return ""
    sign = item["bullet"] or f"{int(item['number']) + 1}{item['dot']}"
    return f"{item['indent']}{sign}{item['gap']}{'[ ] ' if item['box'] else ''}"


def is_item(line: str) -> bool:
    """Whether the line is one of a list."""
    return _ITEM.match(line) is not None


def indented(line: str, *, deeper: bool) -> str:
    """A line of a list one step further in, or out."""
    if deeper:
        return _INDENT + line
    return line[1:] if line.startswith("\t") else line[min(len(_INDENT), len(line) - len(line.lstrip(" "))) :]


def _prose(text: str) -> str:
    """The text without its blocks of code."""
    blocks = blocks_of_code(fences(text))
    return "\n".join(line for number, line in enumerate(text.split("\n")) if not stands_in(blocks, number))


def _at_start(line: str) -> Iterator[Span]:
    match = _START.match(line)
    if match is None:
        return
    if match["heading"]:
        level = len(match["heading"])
        yield Span(0, len(line), _HEADINGS[min(level, len(_HEADINGS)) - 1])
        yield Span(0, level, Kind.SIGN)
    elif match["quote"]:
        yield Span(match.start("quote"), match.end("quote"), Kind.SIGN)
        if match.end() < len(line):
            yield Span(match.end(), len(line), Kind.QUOTE)
    else:
        yield Span(match.start("bullet"), match.end("bullet"), Kind.BULLET)


def _within(line: str, start: int, people: Collection[str]) -> Iterator[Span]:
    opened: dict[str, int] = {}
    longest = sorted(people, key=len, reverse=True)
    for match in _PARTS.finditer(line, start):
        if match["pair"]:
            yield from _paired(line, match, opened)
        elif match["code"]:
            ticks = len(match["ticks"])
            yield from _signed(match.start(), match.end(), ticks, Kind.CODE)
        elif match["words"]:
            yield Span(match.start(), match.end(), Kind.LINK, match["address"])
            yield Span(match.start(), match.start("words"), Kind.SIGN)
            yield Span(match.end("words"), match.end(), Kind.SIGN)
        elif match["url"]:
            address = match["url"].rstrip(_URL_END)
            yield Span(match.start(), match.start() + len(address), Kind.LINK, address)
        elif match["tag"]:
            yield Span(match.start(), match.end(), Kind.TAG, match["tag"])
        elif match[0] == "@":
            beginning = (each for each in longest if line.startswith(each, match.end()))
            words = next((each for each in beginning if ends_word(line, match.end() + len(each))), None)
            if words:
                yield Span(match.start(), match.end() + len(words), Kind.MENTION, words)


def _paired(line: str, match: re.Match[str], opened: dict[str, int]) -> Iterator[Span]:
    """The sign that closes what the last one like it opened, or opens something itself."""
    sign, place = match[0], match.start()
    before, after = line[place - 1 : place], line[match.end() : match.end() + 1]
    inside_a_word = sign[0] == "_" and (before.isalnum() and after.isalnum())
    if inside_a_word:
        return
    if sign in opened and before.strip():
        start = opened.pop(sign)
        for kind in _PAIRS[sign]:
            yield Span(start, match.end(), kind)
        yield Span(start, start + len(sign), Kind.SIGN)
        yield Span(place, match.end(), Kind.SIGN)
    elif after.strip():
        opened[sign] = place


def _signed(start: int, end: int, sign: int, kind: Kind) -> Iterator[Span]:
    yield Span(start, end, kind)
    yield Span(start, start + sign, Kind.SIGN)
    yield Span(end - sign, end, Kind.SIGN)
