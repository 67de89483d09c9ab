"""The beginning of a note for its card: plain words, and which of them stand out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from infoview_desktop.domain.markdown import Kind, Span, blocks_of_code, fence, fences, spans, stands_in
from infoview_desktop.domain.note import plain

_LINES = 5
_LONGEST = 360
"""Characters of a line; more are not seen on a card."""
_STANDS_OUT = frozenset({Kind.TAG, Kind.MENTION, Kind.MARKED, Kind.STRONG, Kind.LINK})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`title` in plain words, "" where there is only one line; `lines` below it with the parts that stand out."""

    title: str
    lines: tuple[tuple[str, tuple[Span, ...]], ...]

    @property
    def plain(self) -> str:
        """The lines below the title, as they are read aloud."""
        return " ".join(text for text, _ in self.lines)


def excerpt(text: str, people: Collection[str]) -> Excerpt:
    """How a note begins, without the signs of Markdown; `people` are the words that mean somebody after an `@`."""
    lines = list(islice(_said(text), _LINES + 1))
    title = plain(lines[0][0]) if len(lines) > 1 else ""
    rest = lines[1:] if title else lines
    return Excerpt(
        title, tuple(_without_signs(line[:_LONGEST], people, in_code=in_code) for line, in_code in rest[:_LINES])
    )


def _said(text: str) -> Iterator[tuple[str, bool]]:
    """The lines that say something, each with whether it is code."""
    blocks = blocks_of_code(fences(text))
    for number, line in enumerate(text.split("\n")):
        in_code = stands_in(blocks, number)
        if (line.strip() and fence(line) is None) if in_code else plain(line):
            yield line, in_code


def _without_signs(line: str, people: Collection[str], *, in_code: bool) -> tuple[str, tuple[Span, ...]]:
    """The line as one reads it, and the parts that stand out where they are then."""
    line = line.lstrip() if in_code else line
    found = spans(line, people, in_code=in_code)
    if all(span.kind is not Kind.SIGN for span in found) and not line[:1].isspace():
        return line, tuple(span for span in found if span.kind in _STANDS_OUT)
    kept = [True] * len(line)
    for span in found:
        if span.kind is Kind.SIGN:
            kept[span.start : span.end] = [False] * (span.end - span.start)
    blank = next((place for place, stays in enumerate(kept) if stays and not line[place].isspace()), len(line))
    places = list(_places(kept, blank))
    shown = "".join(letter for place, letter in enumerate(line) if kept[place] and place >= blank)
    parts = tuple(
        Span(places[span.start], places[span.end], span.kind, span.target)
        for span in found
        if span.kind in _STANDS_OUT and places[span.start] < places[span.end]
    )
    return shown, parts


def _places(kept: list[bool], blank: int) -> Iterator[int]:
    """Where each letter of a line stands once the signs are left out; also the end of the line."""
    place = 0
    for number, stays in enumerate(kept):
        yield place
        place += stays and number >= blank
    yield place
