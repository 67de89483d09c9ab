"""A calendar file of ten megabytes looked through in the window: how long that takes, and how long it stands still."""

import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any

from infoview_desktop.system import clock
from tests.bench import term_file
from tests.bench.books import Books
from tests.bench.measuring import drive
from tests.bench.table import Row, at_most

JUDGED = 30_000
_RUNS = 3
_BYTES = 10_000_000


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Seconds until one sees what is in the file, and milliseconds of the longest stall meanwhile.

    The floors are those of reading its lines, and of an idle window.
    """
    with books.nowhere() as directory:
        path = directory.with_suffix(".ics")
        term_file.write(path, _BYTES, today=clock.now().date())
        floor = median(_lines_read(path) for _ in range(runs or _RUNS))
        results = [_run(books, size, path) for _ in range(runs or _RUNS)]
    judged = size == JUDGED
    told = min(result["told"] for result in results)
    yield Row(
        "ics",
        size,
        "s",
        median(result["read"] for result in results),
        floor,
        at_most(5, "s") if judged else None,
        at_most(3, "s") if judged else None,
        f"told how far it is at least {told} times; shown after {_median(results, 'shown'):.2f} s more",
    )
    yield Row(
        "ics_stall",
        size,
        "ms",
        median(result["phases"]["reading"]["longest"] for result in results),
        median(result["phases"]["idle"]["longest"] for result in results),
        at_most(50, "ms") if judged else None,
        at_most(16, "ms") if judged else None,
        f"while it is stored {median(result['phases']['showing']['longest'] for result in results):.0f} ms",
    )


def _run(books: Books, size: int, path: Path) -> dict[str, Any]:
    with books.copy_of(size) as book:
        return drive("ics_program.py", path, book)


def _lines_read(path: Path) -> float:
    """Seconds that it takes to go over the lines of a file."""
    began = time.perf_counter()
    with path.open(encoding="utf-8") as file:
        for _ in file:
            pass
    return time.perf_counter() - began


def _median(results: list[dict[str, Any]], what: str) -> float:
    return median(result[what] for result in results)
