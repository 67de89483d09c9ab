"""A note of a megabyte: from wishing to read it to seeing it, and from a key to its letter."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from infoview_desktop.domain.note import FREE
from infoview_desktop.operations import notes
from infoview_desktop.store import opening
from infoview_desktop.system import clock
from tests.bench.books import Books
from tests.bench.measuring import drive, in_turn, p95
from tests.bench.table import Row, at_most

JUDGED = 30_000
_RUNS = 3
_BYTES = 1_000_000
_LINES = (
    "# What she said, and what I make of it",
    "The team is *four* people; before her there was **nobody** for a year. Write to [the library](https://a.example).",
    "- [ ] Ask how decisions get made without a budget #nonprofit #money",
    "> Begin with one question, not with the data. The data will answer any question badly.",
    "1. Who counted, and what happens to them if the number is bad?",
    "",
)


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Milliseconds, p95; the floors are those of Qt's own editor of plain text."""
    with books.copy_of(size) as book:
        _fill(book)
        bare, whole = in_turn(
            runs or _RUNS, lambda: drive("note_bare.py", book), lambda: drive("note_program.py", book)
        )
    judged = size == JUDGED
    for name, what, most in (("note", "milliseconds", 100), ("note_key", "typed", 16)):
        yield Row(
            name,
            size,
            "ms",
            _p95(whole, what),
            _p95(bare, what),
            at_most(most, "ms") if judged else None,
            at_most(most / 2, "ms") if judged else None,
            f"p50 {median(median(result[what]) for result in whole):.1f} ms, the longest that a key had to wait for"
            f" {median(max(result['held']) for result in whole):.1f} ms"
            if what == "typed"
            else f"p50 {median(median(result[what]) for result in whole):.1f} ms",
        )


def _p95(results: list[dict[str, Any]], what: str) -> float:
    return median(p95(result[what]) for result in results)


def _fill(book: Path) -> None:
    """Write a long note, and after it a short one, which is so the first of the list."""
    lines = [f"{line} ({number})" for number in range(_BYTES // 60) for line in (_LINES[number % len(_LINES)],)]
    with closing(opening.open_store(book, clock=clock.now)) as store:
        for text in ("\n".join(lines)[:_BYTES], "Only a word"):
            notes.write(store, note_id=None, about=FREE, text=text, mentions={})
