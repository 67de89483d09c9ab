"""What somebody types into a filter: names, facets, second thoughts; one key after the other."""

from collections.abc import Iterator, Sequence

BACKSPACE = "\b"

REST_SECONDS = 0.015
"""Between an answer and the next key: enough for the window to come to rest, far less than anybody takes."""

PEOPLE = (
    "maria garcia",
    "lukasz",
    "a",
    "company:cedar nurse",
    "chen",
    "s",
    "position:analyst",
    "wang",
    "tag:alumni",
    "oberg",
    "jo",
)
NOTES = (
    "the question about data",
    "statistics",
    "a",
    "tag:sql budget",
    "on:maria field",
    "policy sal",
    "s",
    "at:cedar week",
    "is:free report",
    "lodz",
    "sao paulo",
)
_SECOND_THOUGHT = 3
"""So many letters are taken back and typed again before a filter is given up."""


def keys(texts: Sequence[str] = PEOPLE) -> Iterator[tuple[str, str]]:
    """Each key, a letter or `BACKSPACE`, and what stands in the field after it.

    Every text is typed, its end is typed again, and then it is taken back letter by letter: on the way there
    are the broad answers to a single letter, and those to a whole name.
    """
    for text in texts:
        yield from _written(text, 0)
        kept = max(0, len(text) - _SECOND_THOUGHT)
        yield from _taken_back(text, kept)
        yield from _written(text, kept)
        yield from _taken_back(text, 0)


def _written(text: str, start: int) -> Iterator[tuple[str, str]]:
    for end in range(start + 1, len(text) + 1):
        yield text[end - 1], text[:end]


def _taken_back(text: str, start: int) -> Iterator[tuple[str, str]]:
    for end in range(len(text) - 1, start - 1, -1):
        yield BACKSPACE, text[:end]
