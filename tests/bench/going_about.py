"""From a key in the calendar to the days painted, and from a move of the mouse to what is dragged being there."""

from collections.abc import Iterable
from statistics import median
from typing import Any

from tests.bench.books import Books
from tests.bench.measuring import drive, in_turn, p95
from tests.bench.table import Row, at_most

JUDGED = 30_000
_RUNS = 3


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Milliseconds, p95 of weeks and months; the floor is as much from SQLite, and in a bare widget."""
    bare, whole = _measured(books, size, runs, "calendar")
    told = (f"{kind} p50 {_p50(whole, kind):.1f} ms, p95 {_p95(whole, kind):.1f} ms" for kind in ("week", "month"))
    yield _row("calendar", size, whole, bare, ", ".join(told))


def measure_drag(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Milliseconds, p95 of the frames of a drag over a week; the floor is that of a rectangle over as many others."""
    bare, whole = _measured(books, size, runs, "drag")
    frames = min(len(result["milliseconds"]) for result in whole)
    yield _row("drag", size, whole, bare, f"{frames} frames, p50 {_p50(whole):.1f} ms")


def _measured(books: Books, size: int, runs: int | None, name: str) -> list[list[dict[str, Any]]]:
    book = books.calendar_of(size)
    return in_turn(runs or _RUNS, lambda: drive(f"{name}_bare.py", book), lambda: drive(f"{name}_program.py", book))


def _row(name: str, size: int, whole: list[dict[str, Any]], bare: list[dict[str, Any]], detail: str) -> Row:
    judged = size == JUDGED
    return Row(
        name,
        size,
        "ms",
        _p95(whole),
        _p95(bare),
        at_most(16, "ms") if judged else None,
        at_most(8, "ms") if judged else None,
        detail,
    )


def _p50(results: list[dict[str, Any]], kind: str = "milliseconds") -> float:
    return median(median(result[kind]) for result in results)


def _p95(results: list[dict[str, Any]], kind: str = "milliseconds") -> float:
    return median(p95(result[kind]) for result in results)
