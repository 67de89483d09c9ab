"""From a key in the list of contacts to the person painted in their pane, the calendar beside it."""

from collections.abc import Iterable
from statistics import median

from tests.bench.books import Books
from tests.bench.measuring import drive, in_turn, p95
from tests.bench.table import Row, at_most

JUDGED = 30_000
_RUNS = 3


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Milliseconds, p95 of going down the list; the floor is Qt's own list and form with the same people.

    Once more with a calendar that is about whoever is selected, and so another with each.
    """
    book = books.calendar_of(size)
    bare, whole, about = in_turn(
        runs or _RUNS,
        lambda: drive("person_bare.py", book),
        lambda: drive("person_program.py", book),
        lambda: drive("person_program.py", book, "calendar"),
    )
    judged = size == JUDGED
    for name, measured in (("person", whole), ("person_calendar", about)):
        yield Row(
            name,
            size,
            "ms",
            *(median(p95(result["milliseconds"]) for result in results) for results in (measured, bare)),
            at_most(16, "ms") if judged else None,
            at_most(8, "ms") if judged else None,
            f"p50 {median(median(result['milliseconds']) for result in measured):.1f} ms,"
            f" until the key is done with {median(median(result['handled']) for result in measured):.1f} ms",
        )
