"""From a key in the list of contacts to the person painted in their pane."""

from collections.abc import Iterable
from statistics import median

from tests.bench.books import Books
from tests.bench.measuring import drive, in_turn, p95
from tests.bench.table import Row, at_most

JUDGED = 30_000
_RUNS = 3


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Milliseconds, p95 of going down the list; the floor is Qt's own list and form with the same people."""
    book = books.search_of(size)
    bare, whole = in_turn(
        runs or _RUNS, lambda: drive("person_bare.py", book), lambda: drive("person_program.py", book)
    )
    judged = size == JUDGED
    yield Row(
        "person",
        size,
        "ms",
        *(median(p95(result["milliseconds"]) for result in results) for results in (whole, bare)),
        at_most(16, "ms") if judged else None,
        at_most(8, "ms") if judged else None,
        f"p50 {median(median(result['milliseconds']) for result in whole):.1f} ms,"
        f" until the key is done with {median(median(result['handled']) for result in whole):.1f} ms",
    )
