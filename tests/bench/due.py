"""From one's wish to see what is due to the day painted."""

from collections.abc import Iterable
from statistics import median

from tests.bench.books import Books
from tests.bench.measuring import drive, in_turn, p95
from tests.bench.table import Row, at_most

JUDGED = 30_000
_RUNS = 3


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Milliseconds, p95 of opening Today with all of it read anew; the floor is as many lines in Qt's own list."""
    book = books.search_of(size)
    bare, whole = in_turn(runs or _RUNS, lambda: drive("today_bare.py", book), lambda: drive("today_program.py", book))
    judged = size == JUDGED
    refreshed = median(p95(result["refreshed"]) for result in whole)
    yield Row(
        "today",
        size,
        "ms",
        *(median(p95(result["milliseconds"]) for result in results) for results in (whole, bare)),
        at_most(16, "ms") if judged else None,
        at_most(8, "ms") if judged else None,
        f"p50 {median(median(result['milliseconds']) for result in whole):.1f} ms,"
        f" refreshed while it is open {refreshed:.1f} ms",
    )
