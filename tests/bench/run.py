"""The benchmarks: `python3 packaging/dev.py bench [NAME…] [--json] [--size N …] [--runs N]`.

Prints one table: each measurement beside its floor, at three sizes. Limits hold at the sizes they name.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import (
    calendar_files,
    due,
    duplicates,
    filtering,
    going_about,
    imports,
    selecting,
    short_listing,
    stall,
    start,
    steps,
    writing,
)
from tests.bench.books import Books
from tests.bench.measuring import CannotMeasureError
from tests.bench.table import Row, render

SIZES = (3_000, 30_000, 100_000)

Measure = Callable[[Books, int, int | None], Iterable[Row]]

MEASURES: Mapping[str, Measure] = {
    "start": start.measure,
    "memory": start.measure,
    "import": imports.measure,
    "stall": stall.measure,
    "filter": filtering.measure,
    "finder": filtering.measure_finder,
    "notes": filtering.measure_notes,
    "person": selecting.measure,
    "person_calendar": selecting.measure,
    "calendar": going_about.measure,
    "drag": going_about.measure_drag,
    "ics": calendar_files.measure,
    "ics_stall": calendar_files.measure,
    "today": due.measure,
    "note": writing.measure,
    "note_key": writing.measure,
    "duplicates": duplicates.measure,
    "short_list": short_listing.measure,
    "undo": steps.measure,
    "redo": steps.measure,
}
"""By the names of the rows; what is measured together gives both."""


def main() -> int:
    """Measure, print, and return the exit code: 0 done, 1 something could not be measured."""
    options = _options()
    names = options.names or list(MEASURES)
    measures = dict.fromkeys(MEASURES[name] for name in names)
    rows: list[Row] = []
    failed = 0
    with TemporaryDirectory(prefix="infoview-bench-") as directory:
        books = Books(Path(directory))
        for measure in measures:
            for size in options.size or SIZES:
                _say(f"{measure.__module__.rpartition('.')[2]}, {size:,} people …")
                try:
                    rows += (row for row in measure(books, size, options.runs) if row.name in names)
                except CannotMeasureError as error:
                    _say(str(error))
                    failed = 1
    text = json.dumps([row.as_object() for row in rows], indent=1) if options.json else render(rows)
    sys.stdout.write(f"{text}\n")
    return failed


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("dev.py bench", description="The benchmarks, each beside its floor.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--json", action="store_true", help="print a list of objects, for a machine")
    parser.add_argument("--size", type=int, action="append", help="so many people, instead of all three sizes")
    parser.add_argument("--runs", type=int, help="repeat each measurement so often")
    options = parser.parse_args()
    for name in options.names:
        if name not in MEASURES:
            parser.error(f"there is no {name}; there are {', '.join(MEASURES)}.")
    return options


def _say(text: str) -> None:
    """Tell, beside the table, what is going on: it takes minutes."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
