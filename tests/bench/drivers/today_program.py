"""Open Today, again and again, and let it read anew while it is open: today_program.py DIRECTORY."""

import sys
from typing import Any

from tests.bench.drivers.hooks import report, run_program


def _watch(window: Any) -> None:
    from tests.bench.drivers.in_window import Telling  # noqa: PLC0415 - the program imports Qt, in its order

    Telling(window, _story(window))


def _story(window: Any) -> Any:
    from tests.bench.drivers.in_window import action  # noqa: PLC0415 - after the program
    from tests.bench.drivers.stepper import Stepper  # noqa: PLC0415 - the same

    done: list[Stepper] = []
    follow_ups = frozenset({"follow_up"})
    views = [action(window, "People"), action(window, "Today")]

    def open_the_other(number: int) -> None:
        if number % 2 == 0:
            window._runner.changed.emit(follow_ups)
        views[number % 2].trigger()

    yield lambda: bool(window.actions())
    views[1].trigger()
    Stepper(window, window, done.append, open_the_other)
    yield lambda: bool(done)
    views[1].trigger()
    Stepper(window, window, done.append, lambda _number: window._runner.changed.emit(follow_ups))
    yield lambda: len(done) > 1
    opened, refreshed = done
    report(milliseconds=opened.milliseconds[1::2], refreshed=refreshed.milliseconds)


run_program(["--data-dir", sys.argv[1]], _watch)
