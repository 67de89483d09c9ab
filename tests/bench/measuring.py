"""How a measurement is taken: in processes of their own, floor and product in turn, medians."""

import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[2]
DRIVERS = Path(__file__).resolve().parent / "drivers"
PATIENCE_SECONDS = 300
"""How long a process may take; a slow machine with 100,000 people needs a good part of it."""

_TOLD = 800  # characters of what went wrong
_P95 = 0.95

Result = TypeVar("Result")


class CannotMeasureError(Exception):
    """A process failed; the text says which and how."""


def drive(script: str, *arguments: object) -> dict[str, Any]:
    """Run a script of `drivers` and return what it reports, if it does.

    Beside that, `began` is when it was started, in seconds of `time.monotonic`, and `seconds` how long the
    whole process took.
    """
    began, seconds, output = _run(str(DRIVERS / script), *map(str, arguments))
    reported = json.loads(output.splitlines()[-1]) if output else {}
    return {**reported, "began": began, "seconds": seconds}


def program(*arguments: object) -> float:
    """Run `infoview-desktop` with these arguments and return the seconds the whole process took."""
    _, seconds, _ = _run("-m", "infoview_desktop", *map(str, arguments))
    return seconds


def in_turn(runs: int, *measures: Callable[[], Result], warm_up: bool = True) -> list[list[Result]]:
    """Take each measurement `runs` times, one after the other and round again, after a round that does not count."""
    for measure in measures if warm_up else ():
        measure()
    results: list[list[Result]] = [[] for _ in measures]
    for _ in range(runs):
        for measure, list_of_results in zip(measures, results, strict=True):
            list_of_results.append(measure())
    return results


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[math.ceil(len(values) * _P95) - 1]


def _run(*arguments: str) -> tuple[float, float, str]:
    """Run Python; return when that began, in seconds of `time.monotonic`, how many it took, and the output."""
    began = time.monotonic()
    try:
        done = subprocess.run(
            [sys.executable, *arguments],
            env=_environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CannotMeasureError(f"{' '.join(arguments)} took more than {PATIENCE_SECONDS} seconds.") from error
    seconds = time.monotonic() - began
    if done.returncode:
        raise CannotMeasureError(f"{' '.join(arguments)} failed:\n{(done.stderr or done.stdout)[-_TOLD:]}")
    return began, seconds, done.stdout


def _environment() -> dict[str, str]:
    """Nothing that would slow a process down, or show a window."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **environment,
        "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)),
        "PYTHONIOENCODING": "utf-8",
        "QT_QPA_PLATFORM": "offscreen",
    }
