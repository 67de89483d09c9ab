"""Preview, import, undo, redo and export in the window, with a heartbeat: stall_program.py FILE DIRECTORY."""

import sys
import time
from pathlib import Path
from typing import Any

from tests.bench.drivers.hooks import report, run_program

_export, _directory = map(Path, sys.argv[1:])

_QUIET_SECONDS = 0.5
_IDLE_SECONDS = 1.0


def _watch(window: Any) -> None:
    from tests.bench.drivers.in_window import Telling  # noqa: PLC0415 - the program imports Qt, in its order

    Telling(window, _story(window))


def _story(window: Any) -> Any:
    from infoview_desktop.domain.progress import Progress  # noqa: PLC0415 - after the program
    from infoview_desktop.operations import exports  # noqa: PLC0415 - the same
    from tests.bench.drivers.heartbeat import Heartbeat  # noqa: PLC0415 - the same
    from tests.bench.drivers.in_window import Changes, accept_button, action  # noqa: PLC0415 - the same

    changes = Changes(window)
    heart = Heartbeat(window)
    yield _after(_QUIET_SECONDS)
    heart.enter("idle")
    yield _after(_IDLE_SECONDS)

    heart.enter("preview")
    window.offer([_export])
    yield lambda: accept_button(window) is not None
    yield _after(_QUIET_SECONDS)

    heart.enter("import")
    accept_button(window).click()
    yield lambda: changes.count == 1
    yield _after(_QUIET_SECONDS)

    for count, step in enumerate(("Undo", "Redo"), 2):
        heart.leave()
        yield action(window, step).isEnabled
        heart.enter(step.lower())
        action(window, step).trigger()
        yield lambda count=count: changes.count == count
        yield _after(_QUIET_SECONDS)

    heart.enter("export")
    written: list[object] = []
    path = _directory.with_suffix(".json")
    changes.runner.ask(exports.export, path=path, file_format="json", progress=Progress(), then=written.append)
    yield lambda: bool(written)
    yield _after(_QUIET_SECONDS)
    heart.leave()
    report(phases=heart.phases)


def _after(seconds: float) -> Any:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() >= until


run_program(["--data-dir", str(_directory)], _watch)
