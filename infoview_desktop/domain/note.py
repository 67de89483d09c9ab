"""A note: what the user wrote, as Markdown that stays text, and whom or what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, zip_longest

from infoview_desktop.domain.text import clean_text, ends_word, pieces

LONGEST_NOTE = 2_000_000
"""Characters; about 300,000 words. Everything that is done with a note at each key stays quick."""

LONGEST_LINE = 5_000
"""Characters; laying out a longer paragraph anew at each key cannot be quick."""

MOST_VERSIONS = 100
MOST_VERSION_BYTES = 10_000_000
"""Of what a note said before, so many stay, and no more bytes of them together; the newest always stays."""

_LONGEST_TITLE = 200
_LONGEST_SHOWN = 60
_SIGNS_BEFORE = re.compile(
    r"(?:[ \t]{0,200}(?:#{1,6}|>|[-*+]|\d{1,9}[.)])(?=[ \t]|$)(?:[ \t]{1,9}\[[ xX]\](?=[ \t]|$))?){0,9}"
)
_SIGNS_WITHIN = re.compile(r"\*{1,3}|~~|==|`+|(?<!\w)_{1,3}|_{1,3}(?!\w)")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}\)")
_LONGEST_NAME, _MOST_NAME_WORDS, _MOST_NAMED = 120, 6, 1_000
_NAMED = re.compile(rf"(?<![\w@./])@(\w[^\n@,;:!?()\[\]{{}}\"<>|*`#=~]{{0,{_LONGEST_NAME}}})")
_AFTER_A_NAME = ".'\u2019-_/"
_NAME_WORD = re.compile(r"\S+")
_RULE = re.compile(r"[-*_= \t]+")


@dataclass(frozen=True, slots=True)
class About:
    """Whom or what a note is about, by the one id that is given; where none is, the note is free."""

    contact_id: int | None = None
    organization_id: int | None = None
    interview_id: int | None = None


FREE = About()


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is stored.

    Attributes:
        id: its key.
        about: whom or what it is about.
        text: what it says.
        created_at: when it was begun (UTC).
        changed_at: when it was last changed (UTC).
        mentions: whom it names, the contact's id by the words that stand after an `@`.
    """

    id: int
    about: About
    text: str
    created_at: datetime
    changed_at: datetime
    mentions: Mapping[str, int] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Its first line in plain words."""
        return title(self.text)


def title(text: str) -> str:
    """The first line that says something, without the signs of Markdown; at most 200 characters, "" for none."""
    for line in _lines(text):
        words = plain(line[: 2 * _LONGEST_TITLE])
        if words:
            return words[:_LONGEST_TITLE].rstrip()
    return ""


def plain(line: str) -> str:
    """One line without the signs of Markdown: of a link its words stay, `#tags` and `@people` as they are."""
    if _RULE.fullmatch(line):
        return ""
    line = line[_SIGNS_BEFORE.match(line).end() :]  # type: ignore[union-attr]  # it matches even nothing
    return " ".join(_SIGNS_WITHIN.sub("", _LINK.sub(r"\1", line)).split())


def cleaned(text: str) -> str:
    """The text as a note keeps it: `clean_text`, and no line of more than `LONGEST_LINE` characters.

    A longer line is broken at a space, where Markdown does not mind.
    """
    return "".join("".join(_broken(clean_text(piece))) for piece in pieces(text))


def first_difference(before: str, now: str) -> tuple[int, str]:
    """The number of the first line, from 1, that is another now, and how it begins now; 0 where none is."""
    for number, (old, new) in enumerate(zip_longest(_lines(before), _lines(now), fillvalue=""), start=1):
        if old != new:
            return number, new[:_LONGEST_SHOWN]
    return 0, ""


def still_mentioned(text: str, mentions: Mapping[str, int]) -> dict[str, int]:
    """Those of the mentions whose words still stand in the text after an `@`."""
    return {words: contact_id for words, contact_id in mentions.items() if words and _stands(text, f"@{words}")}


def perhaps_named(text: str) -> list[tuple[str, ...]]:
    """What follows each `@`, as names of people it may be, the longest first; the first thousand different ones."""
    found: dict[tuple[str, ...], None] = {}
    for match in chain.from_iterable(_NAMED.finditer(piece) for piece in pieces(text) if "@" in piece):
        ends = [word.end() for word in _NAME_WORD.finditer(match[1])][:_MOST_NAME_WORDS]
        names = {match[1][:end].rstrip(_AFTER_A_NAME): None for end in reversed(ends)}
        whole = {match[1][:end]: None for end in reversed(ends)}
        found[tuple(sorted(whole | names, key=len, reverse=True))] = None
        if len(found) == _MOST_NAMED:
            break
    return list(found)


def _stands(text: str, words: str) -> bool:
    place = text.find(words)
    while place >= 0:
        if ends_word(text, place + len(words)):
            return True
        place = text.find(words, place + 1)
    return False


def _lines(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1


def _broken(piece: str) -> Iterator[str]:
    for line in piece.splitlines(keepends=True) if len(piece) > LONGEST_LINE else [piece]:
        start = 0
        while len(line) - start > LONGEST_LINE:
            end = line.rfind(" ", start + 1, start + LONGEST_LINE) + 1 or start + LONGEST_LINE
            yield line[start:end].rstrip(" ") + "\n"
            start = end
        yield line[start:]
