"""Looking through the whole book for people who are in it twice."""

from collections.abc import Iterable
from statistics import median

from tests.bench.books import Books
from tests.bench.measuring import drive, in_turn
from tests.bench.table import Row, at_most

JUDGED = 30_000
_RUNS = 3


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Seconds until the suggestions are there, in the thread that looks; the floor is to read the same rows."""
    book = books.book_of(size)
    bare, whole = in_turn(
        runs or _RUNS, lambda: drive("duplicates_bare.py", book), lambda: drive("duplicates_program.py", book)
    )
    judged = size == JUDGED
    yield Row(
        "duplicates",
        size,
        "s",
        *(median(result["looked"] for result in results) for results in (whole, bare)),
        at_most(3, "s") if judged else None,
        at_most(1.5, "s") if judged else None,
        f"{whole[0]['found']} pairs",
    )
