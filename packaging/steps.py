"""How a set-up step is done: one line says what, and the tool's own output is shown only if it fails."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


class CannotSetUpError(Exception):
    """Something needed cannot be had; the text is a plain sentence for the person at the keyboard."""


def say(line: str) -> None:
    """Write one line to standard error, so that standard output stays the program's own."""
    print(line, file=sys.stderr, flush=True)


def attempt(
    command: Sequence[str], *, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end without a word, its two outputs kept together in `stdout`."""
    return subprocess.run(
        command,
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def step(what: str, command: Sequence[str], *, cwd: Path | None = None) -> None:
    """Say `what` is being done and run the command that does it.

    Raises:
        CannotSetUpError: it failed; what it printed has been shown.
    """
    say(f"{what} …")
    done = attempt(command, cwd=cwd)
    if done.returncode:
        say(done.stdout.rstrip())
        raise CannotSetUpError(f"{what}: that failed; what the tool said is above.")
