"""What is wrong with a record of a file that is imported."""

from __future__ import annotations

from dataclasses import dataclass

_QUOTED_AT_MOST = 60  # characters


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a physical line, from 1; `why` is the fragment of a sentence.

    `left_out` tells a record that could not be read at all from one that was read without some part of it.
    """

    line: int
    why: str
    left_out: bool

    @classmethod
    def missing(cls, line: int, text: str, wanted: str) -> Problem:
        """A part of a record that is not what it should be."""
        shown = text if len(text) <= _QUOTED_AT_MOST else f"{text[:_QUOTED_AT_MOST]}…"
        return cls(line, f"“{shown}” is not {wanted}; the person is imported without it", left_out=False)
