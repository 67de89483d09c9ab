"""Go about in the calendar and wait for each of its pictures to be painted: calendar_program.py DIRECTORY."""

import sys
from typing import Any

from tests.bench.drivers.hooks import report, run_program


def _watch(window: Any) -> None:
    from tests.bench.drivers.in_window import Telling  # noqa: PLC0415 - the program imports Qt, in its order

    Telling(window, _story(window))


def _story(window: Any) -> Any:
    from PySide6.QtTest import QTest  # noqa: PLC0415 - after the program

    from tests.bench.drivers.calendar_steps import KEYS, in_kinds  # noqa: PLC0415 - the same
    from tests.bench.drivers.in_window import calendar_pane, three_panes  # noqa: PLC0415 - the same
    from tests.bench.drivers.stepper import Stepper  # noqa: PLC0415 - the same

    done: list[Stepper] = []
    yield lambda: bool(window.actions())
    three_panes(window)
    pane = calendar_pane(window)
    yield pane.isVisible

    def press(number: int) -> None:
        key, modifiers = KEYS[number % len(KEYS)]
        QTest.keyClick(window, key, modifiers)

    Stepper(window, pane, done.append, press)
    yield lambda: bool(done)
    report(**in_kinds(done[0].milliseconds))


run_program(["--data-dir", sys.argv[1]], _watch)
