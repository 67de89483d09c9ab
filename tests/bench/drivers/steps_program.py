"""Undo and redo an import in the window: steps_program.py DIRECTORY."""

import sys
import time
from typing import Any

from tests.bench.drivers.hooks import report, run_program


def _watch(window: Any) -> None:
    from tests.bench.drivers.in_window import Telling  # noqa: PLC0415 - the program imports Qt, in its order

    Telling(window, _story(window))


def _story(window: Any) -> Any:
    from tests.bench.drivers.in_window import Changes, action  # noqa: PLC0415 - after the program

    changes = Changes(window)
    seconds: dict[str, float] = {}
    for count, step in enumerate(("Undo", "Redo"), 1):
        yield action(window, step).isEnabled
        began = time.perf_counter()
        action(window, step).trigger()
        yield lambda count=count: changes.count == count
        seconds[step.lower()] = changes.last - began
    report(**seconds)


run_program(["--data-dir", sys.argv[1]], _watch)
