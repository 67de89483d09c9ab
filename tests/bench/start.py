"""From nothing to a window with people in it: how long it takes, and how much memory."""

from collections.abc import Iterable
from statistics import median
from typing import Any

from tests.bench.books import Books
from tests.bench.measuring import drive, in_turn
from tests.bench.table import Row, times

JUDGED = 30_000
_RUNS = 9
_UNKNOWN = "the system does not tell a process's share of memory"


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Seconds from before the process to the end of the list's first paint, and MiB at that moment."""
    book = books.book_of(size)
    bare, whole = in_turn(runs or _RUNS, lambda: drive("start_bare.py"), lambda: drive("start_program.py", book))
    judged = size == JUDGED
    yield Row(
        "start",
        size,
        "s",
        _seconds(whole),
        _seconds(bare),
        times(2.0) if judged else None,
        times(1.5) if judged else None,
    )
    known = bare[0]["pss_mib"] is not None
    yield Row(
        "memory",
        size,
        "MiB",
        _mebibytes(whole) if known else None,
        _mebibytes(bare) if known else None,
        times(1.8) if judged else None,
        times(1.6) if judged else None,
        "" if known else _UNKNOWN,
    )


def _seconds(results: list[dict[str, Any]]) -> float:
    return median(result["painted"] - result["began"] for result in results)


def _mebibytes(results: list[dict[str, Any]]) -> float:
    return median(result["pss_mib"] for result in results)
