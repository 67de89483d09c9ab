"""Type into the filter over all notes and wait for each answer to be painted: notes_program.py DIRECTORY."""

import sys
from typing import Any

from tests.bench.drivers.hooks import report, run_program


def _watch(window: Any) -> None:
    from tests.bench.drivers.in_window import Telling  # noqa: PLC0415 - the program imports Qt, in its order

    Telling(window, _story(window))


def _story(window: Any) -> Any:
    from tests.bench.drivers.in_window import action, field, note_list  # noqa: PLC0415 - after the program
    from tests.bench.drivers.typist import Typist  # noqa: PLC0415 - the same
    from tests.bench.typing_keys import NOTES  # noqa: PLC0415 - the same

    done: list[Typist] = []
    yield lambda: bool(window.actions())
    action(window, "All notes").trigger()
    yield lambda: note_list(window).model().rowCount() > 0
    Typist(window, field(window, "Filter notes"), note_list(window), done.append, NOTES)
    yield lambda: bool(done)
    report(milliseconds=done[0].milliseconds, unanswered=done[0].unanswered)


run_program(["--data-dir", sys.argv[1]], _watch)
