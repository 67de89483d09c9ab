"""Look through a calendar's file in the window, and show it, with a heartbeat: ics_program.py FILE DIRECTORY."""

import sys
import time
from pathlib import Path
from typing import Any

from tests.bench.drivers.hooks import report, run_program

_file, _directory = map(Path, sys.argv[1:])

_QUIET_SECONDS = 0.5
_IDLE_SECONDS = 1.0


def _watch(window: Any) -> None:
    from tests.bench.drivers.in_window import Telling  # noqa: PLC0415 - the program imports Qt, in its order

    Telling(window, _story(window))


def _story(window: Any) -> Any:
    from PySide6.QtWidgets import QProgressBar  # noqa: PLC0415 - after the program

    from tests.bench.drivers import in_window  # noqa: PLC0415 - the same
    from tests.bench.drivers.heartbeat import Heartbeat  # noqa: PLC0415 - the same

    changes = in_window.Changes(window)
    heart = Heartbeat(window)
    yield _after(_QUIET_SECONDS)
    in_window.three_panes(window)
    yield _after(_QUIET_SECONDS)
    heart.enter("idle")
    yield _after(_IDLE_SECONDS)

    told: list[int] = []
    heart.enter("reading")
    began = time.perf_counter()
    window.offer([_file])
    yield lambda: bool(window.findChildren(QProgressBar))
    window.findChildren(QProgressBar)[0].valueChanged.connect(told.append)
    yield lambda: in_window.primary_button(window, "Show the calendar") is not None
    read = time.perf_counter() - began
    yield _after(_QUIET_SECONDS)

    heart.enter("showing")
    in_window.primary_button(window, "Show the calendar").click()
    yield lambda: changes.count >= 1
    shown = changes.last - began - read
    yield _after(_QUIET_SECONDS)
    heart.leave()
    report(phases=heart.phases, told=len(set(told)), read=read, shown=shown)


def _after(seconds: float) -> Any:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() >= until


run_program(["--data-dir", str(_directory)], _watch)
