"""From a key in a filter, or in the search, to the painted answer."""

from collections.abc import Iterable
from statistics import median
from typing import Any

from tests.bench.books import Books
from tests.bench.measuring import drive, in_turn, p95
from tests.bench.table import Limit, Row, above_floor, at_most

_LIMITS: dict[int, tuple[Limit, Limit]] = {
    30_000: (at_most(16, "ms"), at_most(8, "ms")),
    100_000: (above_floor(8, "ms"), above_floor(4, "ms")),
}
_RUNS = 3


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Milliseconds, p95 of all keys; the floor is that of the same questions to SQLite, without a window."""
    return _measured(books, size, runs, "filter")


def measure_finder(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """The same of the search from anywhere."""
    return _measured(books, size, runs, "finder")


def measure_notes(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """The same of the filter over all notes, of which there are ten for three people."""
    return _measured(books, size, runs, "notes")


def _measured(books: Books, size: int, runs: int | None, name: str) -> Iterable[Row]:
    book = books.book_of(size) if name == "filter" else books.search_of(size)
    bare, whole = in_turn(
        runs or _RUNS, lambda: drive(f"{name}_bare.py", book), lambda: drive(f"{name}_program.py", book)
    )
    unanswered = max(len(result["unanswered"]) for result in whole)
    keys = len(whole[0]["milliseconds"])
    detail = f"{keys} keys, p50 {_p50(whole):.1f} ms of which the queries {_p50(bare):.1f} ms"
    must, aim = _LIMITS.get(size, (None, None))
    yield Row(
        name,
        size,
        "ms",
        _p95(whole),
        _p95(bare),
        must,
        aim,
        f"{detail}; {unanswered} keys without an answer" if unanswered else detail,
    )


def _p50(results: list[dict[str, Any]]) -> float:
    return median(median(result["milliseconds"]) for result in results)


def _p95(results: list[dict[str, Any]]) -> float:
    return median(p95(result["milliseconds"]) for result in results)
