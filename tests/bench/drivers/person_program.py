"""Go down the list of contacts and wait for each person to be painted: person_program.py DIRECTORY [calendar]."""

import sys
from typing import Any

from tests.bench.drivers.hooks import report, run_program


def _watch(window: Any) -> None:
    from tests.bench.drivers.in_window import Telling  # noqa: PLC0415 - the program imports Qt, in its order

    Telling(window, _story(window))


def _story(window: Any) -> Any:
    from tests.bench.drivers import in_window  # noqa: PLC0415 - after the program
    from tests.bench.drivers.stepper import Stepper  # noqa: PLC0415 - the same

    done: list[Stepper] = []
    yield lambda: bool(window.actions())
    in_window.three_panes(window)
    pane = in_window.calendar_pane(window)
    yield pane.isVisible
    pane.set_alone("calendar" in sys.argv[2:])
    contacts = in_window.contact_list(window)
    contacts.setCurrentIndex(contacts.model().index(0, 0))
    Stepper(window, contacts, done.append)
    yield lambda: bool(done)
    # The book is left as it was.
    pane.set_alone(False)
    report(milliseconds=done[0].milliseconds, handled=done[0].handled)


run_program(["--data-dir", sys.argv[1]], _watch)
