"""Tell the window that what counts has changed, and wait for the short list: short_list_program.py DIRECTORY."""

import sys
from typing import Any

from tests.bench.drivers.hooks import report, run_program


def _watch(window: Any) -> None:
    from tests.bench.drivers.in_window import Telling  # noqa: PLC0415 - the program imports Qt, in its order

    Telling(window, _story(window))


def _story(window: Any) -> Any:
    from PySide6.QtWidgets import QTableView  # noqa: PLC0415 - after the program

    from tests.bench.drivers.asker import Asker  # noqa: PLC0415 - the same
    from tests.bench.drivers.in_window import action  # noqa: PLC0415 - the same

    done: list[Asker] = []
    yield lambda: bool(window.actions())
    action(window, "Short list").trigger()
    view = next(each for each in window.findChildren(QTableView) if each.accessibleName() == "Short list")
    yield lambda: bool(view.model().rowCount())
    Asker(window, view, lambda: window._runner.changed.emit(frozenset({"weight"})), done.append)
    yield lambda: bool(done)
    report(milliseconds=done[0].milliseconds)


run_program(["--data-dir", sys.argv[1]], _watch)
