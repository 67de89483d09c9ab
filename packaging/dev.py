"""What one does with a checkout: `python3 packaging/dev.py run`, `test`, `check` …; `--help` lists it.

Needs Python 3.11 or newer and nothing else. What is missing is set up first.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

import debian
import locks
from environment import DEV, ROOT, RUN, program, set_up
from steps import CannotSetUpError, attempt, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

DONE, WRONG_ARGUMENTS, CANNOT = 0, 2, 3

# The whole suite in two processes; tests that share something outside are kept together by `xdist_group`.
WHOLE_SUITE = ("-n", "2", "--dist", "loadgroup")

CHECKS: Mapping[str, Sequence[str]] = {
    "format": ("ruff", "format", "--check", "--output-format", "concise", "."),
    "lint": ("ruff", "check", "--output-format", "concise", "."),
    "types": ("mypy",),
    "architecture": ("pytest", "tests/test_architecture.py"),
}


@dataclass(frozen=True)
class Command:
    """A sub-command: what may follow it, what it does in a line, and the function that does it."""

    arguments: str
    does: str
    act: Callable[[Sequence[str]], int]


def run(arguments: Sequence[str]) -> int:
    """Start the program in the folder one is in, in place of this process."""
    _ready(RUN)
    return _become([program("infoview-desktop"), *arguments], os.environ)


def test(arguments: Sequence[str]) -> int:
    """Run pytest, which needs no display, in place of this process: its summary is the last line."""
    _ready(DEV, for_tests=True)
    os.chdir(ROOT)
    return _become(pytest_command(arguments), without_display(os.environ))


def check(arguments: Sequence[str]) -> int:
    """Run every check to its end, whatever the others say, and the whole suite last."""
    if arguments:
        raise UsageError("check takes no arguments.")
    _ready(DEV, for_tests=True)
    os.chdir(ROOT)
    environ = without_display(os.environ)
    failed = [name for name, command in CHECKS.items() if not _passes(name, command, environ)]
    if subprocess.call(pytest_command(()), env=environ):
        failed.append("tests")
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return int(bool(failed))


def bench(arguments: Sequence[str]) -> int:
    """Run the benchmarks, all or those named."""
    return _script("bench/run.py", arguments)


def shots(arguments: Sequence[str]) -> int:
    """Take a picture of every view."""
    if len(arguments) != 1:
        raise UsageError("shots takes the folder to write to, and nothing else.")
    return _script("bench/shots.py", arguments)


def lock(arguments: Sequence[str]) -> int:
    """Rewrite the lock files."""
    locks.rewrite(arguments)
    return DONE


COMMANDS: Mapping[str, Command] = {
    "run": Command("[ARGS…]", "start infoview-desktop with these arguments", run),
    "test": Command("[ARGS…]", "the whole test suite, or pytest with these arguments", test),
    "check": Command("", "format, lint, types, architecture, tests", check),
    "bench": Command("[NAME…] [--json]", "the benchmarks, as a table", bench),
    "shots": Command("DIR", "every view as PNG, light and dark", shots),
    "lock": Command("[--upgrade]", "rewrite the locked requirements from pyproject.toml", lock),
}


class UsageError(Exception):
    """The arguments make no sense; the text is a plain sentence."""


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code, those of the program included."""
    if sys.version_info < (3, 11):  # noqa: UP036  the checkout may meet any Python
        say(f"InfoView needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return CANNOT
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(usage())
        return DONE if arguments else WRONG_ARGUMENTS
    try:
        return _command(arguments[0]).act(arguments[1:])
    except UsageError as wrong:
        say(str(wrong))
        return WRONG_ARGUMENTS
    except (CannotSetUpError, OSError) as why:
        say(str(why))
        return CANNOT
    except KeyboardInterrupt:
        say("Interrupted.")
        return 130


def usage() -> str:
    """The list of sub-commands."""
    calls = {f"{name} {command.arguments}": command.does for name, command in COMMANDS.items()}
    lines = [f"  {call:<24}{does}" for call, does in calls.items()]
    return "\n".join(["Usage: python3 packaging/dev.py COMMAND", *lines])


def pytest_command(arguments: Sequence[str]) -> list[str]:
    """Pytest on what the arguments say, or on everything, in parallel."""
    return [program("python"), "-m", "pytest", *(arguments or WHOLE_SUITE)]


def without_display(environ: Mapping[str, str]) -> dict[str, str]:
    """Let Qt paint into memory: no display is needed, and no window appears on one that is there."""
    return {**environ, "QT_QPA_PLATFORM": "offscreen"}


def _command(name: str) -> Command:
    try:
        return COMMANDS[name]
    except KeyError:
        raise UsageError(f"There is no {name}; there are {', '.join(COMMANDS)}.") from None


def _ready(lock_file: str, *, for_tests: bool = False) -> None:
    if sys.platform == "linux":
        debian.ensure(for_tests=for_tests)
    set_up(lock_file)


def _script(name: str, arguments: Sequence[str]) -> int:
    """Run a script of the tests in the folder one is in, where relative paths mean what one expects."""
    _ready(DEV)
    return _become([program("python"), str(ROOT / "tests" / name), *arguments], without_display(os.environ))


def _passes(name: str, command: Sequence[str], environ: Mapping[str, str]) -> bool:
    done = attempt([program("python"), "-m", *command], env=environ)
    print(f"{name:<14}{'FAILED' if done.returncode else 'ok'}", flush=True)
    if done.returncode:
        print(done.stdout.rstrip(), flush=True)
    return not done.returncode


def _become(command: list[str], environ: Mapping[str, str]) -> NoReturn:
    """Give this process over to a command, or, on Windows, which cannot, wait and pass its exit code on."""
    if sys.platform == "win32":
        sys.exit(subprocess.call(command, env=environ))
    else:
        os.execve(command[0], command, environ)  # noqa: S606  no shell is wanted


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
