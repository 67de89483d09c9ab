"""The whole import undone and done again, in the window."""

from collections.abc import Iterable
from statistics import median
from typing import Any

from tests.bench.books import Books
from tests.bench.measuring import drive
from tests.bench.table import Row, at_most

JUDGED = 30_000
_LARGE = 50_000
_RUNS, _RUNS_WITH_MANY = 3, 1


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Seconds from the command to the moment when every part of the window knows what has changed."""
    results = [_run(books, size) for _ in range(runs or (_RUNS_WITH_MANY if size > _LARGE else _RUNS))]
    judged = size == JUDGED
    for name in ("undo", "redo"):
        yield Row(
            name,
            size,
            "s",
            median(seconds[name] for seconds in results),
            must=at_most(1.5, "s") if judged else None,
            aim=at_most(1.0, "s") if judged else None,
        )


def _run(books: Books, size: int) -> dict[str, Any]:
    with books.copy_of(size) as directory:
        return drive("steps_program.py", directory)
