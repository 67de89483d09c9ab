"""An export into an empty book, without a window."""

from collections.abc import Iterable
from statistics import median

from tests.bench.books import Books
from tests.bench.measuring import drive, in_turn, program
from tests.bench.table import Row, times

JUDGED = 30_000
_LARGE = 50_000
_RUNS, _RUNS_WITH_MANY = 5, 3


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Seconds that the whole process takes, file to commit."""
    export = books.export_of(size)

    def raw() -> float:
        with books.nowhere() as directory:
            seconds: float = drive("raw_import.py", export, directory)["seconds"]
            return seconds

    def whole() -> float:
        with books.nowhere() as directory:
            return program("import", export, "--data-dir", directory)

    floor, measured = in_turn(runs or (_RUNS_WITH_MANY if size > _LARGE else _RUNS), raw, whole)
    judged = size == JUDGED
    yield Row(
        "import",
        size,
        "s",
        median(measured),
        median(floor),
        times(7) if judged else None,
        times(4) if judged else None,
    )
