"""How long the window stands still while it has a lot to do."""

from collections.abc import Iterable
from statistics import median
from typing import Any

from tests.bench.books import Books
from tests.bench.measuring import drive
from tests.bench.table import Row, at_most

JUDGED = 30_000
_LARGE = 50_000
_RUNS, _RUNS_WITH_MANY = 3, 1
_IDLE = "idle"


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Milliseconds of the longest stall of a run, from preview to export; its floor is that of an idle window."""
    results = [_run(books, size) for _ in range(runs or (_RUNS_WITH_MANY if size > _LARGE else _RUNS))]
    busy = [name for name in results[0] if name != _IDLE]
    judged = size == JUDGED
    yield Row(
        "stall",
        size,
        "ms",
        median(max(phases[name]["longest"] for name in busy) for phases in results),
        median(phases[_IDLE]["longest"] for phases in results),
        at_most(50, "ms") if judged else None,
        at_most(16, "ms") if judged else None,
        " · ".join(_told(name, [phases[name] for phases in results]) for name in busy),
    )


def _run(books: Books, size: int) -> dict[str, Any]:
    with books.nowhere() as directory:
        phases: dict[str, Any] = drive("stall_program.py", books.export_of(size), directory)["phases"]
    return phases


def _told(name: str, phases: list[dict[str, Any]]) -> str:
    worst = max(phases, key=lambda phase: phase["longest"])
    usual = median(phase["longest"] for phase in phases)
    return f"{name} {usual:.0f} ms, at most {worst['longest']:.0f} ({worst['at']:.2f} s of {worst['seconds']:.2f} s)"
