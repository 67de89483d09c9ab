"""From nothing to a window with people in it: how long it takes, and how much memory."""

from collections.abc import Iterable
from statistics import median
from typing import Any

from tests.bench.books import Books
from tests.bench.measuring import drive, in_turn
from tests.bench.table import Row, times

JUDGED = 30_000
_RUNS = 7


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Seconds from before the process to the end of the list's first paint, and MiB at that moment.

    The details tell the same of the moment when the window had come to rest.
    """
    book = books.search_of(size)
    bare, whole = in_turn(runs or _RUNS, lambda: drive("start_bare.py"), lambda: drive("start_program.py", book))
    judged = size == JUDGED
    yield Row(
        "start",
        size,
        "s",
        _seconds(whole, "painted"),
        _seconds(bare, "painted"),
        times(2.0) if judged else None,
        times(1.5) if judged else None,
        f"at rest after {_seconds(whole, 'rested'):.2f} s, floor {_seconds(bare, 'rested'):.2f} s;"
        f" processor time to the paint {_median(whole, 'cpu'):.2f} s, floor {_median(bare, 'cpu'):.2f} s",
    )
    if bare[0]["pss_mib"] is None:
        yield Row("memory", size, "MiB", None, detail="the system does not tell a process's share of memory")
        return
    yield Row(
        "memory",
        size,
        "MiB",
        _median(whole, "pss_mib"),
        _median(bare, "pss_mib"),
        times(1.8) if judged else None,
        times(1.6) if judged else None,
        f"at rest {_median(whole, 'rested_pss_mib'):.0f} MiB, floor {_median(bare, 'rested_pss_mib'):.0f} MiB",
    )


def _seconds(results: list[dict[str, Any]], moment: str) -> float:
    """From before the process to a moment."""
    return median(result[moment] - result["began"] for result in results)


def _median(results: list[dict[str, Any]], what: str) -> float:
    return median(result[what] for result in results)
