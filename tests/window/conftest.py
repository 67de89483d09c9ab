"""The program in a real window, used as a person does: with keys, with a mouse, and through a screen reader's eyes."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.window.desktop import ROOT, SYSTEM_PYTHON, Desktop, missing, running, until

_HERE = Path(__file__).parent


class ScreenReader:
    """Asks what a screen reader is told; the answer is waited for."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, program: int, verb: str, *arguments: str) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([program, verb, *arguments]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


class Program:
    """A running InfoView."""

    def __init__(self, process: subprocess.Popen[str], desktop: Desktop, reader: ScreenReader, said: Path) -> None:
        self.process = process
        self.desktop = desktop
        self._reader = reader
        self._said = said
        self._heard: list[str] = []

    @property
    def names(self) -> list[str]:
        """What everything in sight is called."""
        return [name for _, name in self._ask("names") or () if name]

    @property
    def unnamed(self) -> list[str]:
        """The roles of what can take the focus and is called nothing."""
        answers: list[list[str] | None] = []
        until(lambda: answers.append(self._ask("unnamed")) or answers[-1] is not None, what=lambda: "an answer")
        return answers[-1] or []

    @property
    def checked(self) -> list[str]:
        return self._ask("checked") or []

    def wait_to_hear(self, text: str) -> None:
        """Wait until a screen reader is asked to say something that begins so."""
        until(
            lambda: (
                self._heard.extend(self._ask("announced") or ()) or any(each.startswith(text) for each in self._heard)
            ),
            what=lambda: f"{text}, not {self._heard}",
        )
        self._heard.clear()

    def rows(self, name: str) -> list[str]:
        """What the rows of a list are called."""
        return self._ask("rows", name) or []

    @property
    def focused(self) -> list[str]:
        """What has the focus, and what has it within that."""
        return self._ask("focused") or []

    @property
    def errors(self) -> str:
        """What it wrote on standard error."""
        return self._said.read_text(encoding="utf-8")

    def wait_for(self, name: str) -> None:
        """Wait until something is in sight whose name begins so."""
        until(lambda: any(each.startswith(name) for each in self.names), what=lambda: f"{name} in {self.names}")

    def wait_for_gone(self, name: str) -> None:
        until(lambda: not any(each.startswith(name) for each in self.names), what=lambda: f"no {name} in {self.names}")

    def press(self, name: str) -> None:
        """Press what is called so, as soon as it can be pressed."""
        until(lambda: self._ask("press", name), what=lambda: f"{name} in {self.names}")

    def wait_for_text(self, field: str, text: str) -> None:
        """Wait until a field has this text."""
        until(
            lambda: self._ask("text", field) == text, what=lambda: f"{text!r} in {field}: {self._ask('text', field)!r}"
        )

    def wait_for_focus(self, name: str) -> None:
        until(lambda: name in (self._ask("focused") or ()), what=lambda: f"{name}, not {self._ask('focused')}")

    def import_people(self) -> int:
        """Press the preview's button, and wait until the people are stored; returns how many it said."""
        wanted = until(lambda: self._named(r"Import (\d[\d,]*) (people|person)"), what=lambda: f"{self.names}")
        self.press(wanted[0])
        self.wait_for(f"Undo Imported {wanted[1]} ")
        return int(wanted[1].replace(",", ""))

    def place(self, name: str) -> tuple[int, int]:
        """Where something stands on the screen."""
        x, y = until(lambda: self._ask("place", name), what=lambda: name)
        return x, y

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def quit(self) -> int:
        """Close it with the keyboard and return its exit code."""
        self.desktop.keys("ctrl+q")
        return self.process.wait(10)

    def _named(self, pattern: str) -> re.Match[str] | None:
        return next(filter(None, (re.fullmatch(pattern, name) for name in self.names)), None)

    def _ask(self, verb: str, *arguments: str) -> Any:
        assert self.process.poll() is None, self.errors
        return self._reader.ask(self.process.pid, verb, *arguments)


Start = Callable[..., Program]


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    lacking = missing()
    if lacking and "CI" in os.environ:
        pytest.fail(f"not installed: {', '.join(lacking)}")
    if lacking:
        pytest.skip(f"needs {', '.join(lacking)}")
    with Desktop() as desktop:
        yield desktop


@pytest.fixture(scope="session")
def reader(desktop: Desktop) -> Iterator[ScreenReader]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with running([SYSTEM_PYTHON, _HERE / "screen_reader.py"], desktop.environ, **pipes) as process:
        yield ScreenReader(process)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.stash.setdefault(_FAILED, []).append(report.failed)
    return report


_FAILED = pytest.StashKey[list[bool]]()


@pytest.fixture
def start(desktop: Desktop, reader: ScreenReader, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Start]:
    """Starts the program on the same book each time; it is ended with the test, which saves a picture if it failed."""
    with ExitStack() as stack:

        def start(*files: Path, **environ: str) -> Program:
            said = tmp_path / "said.txt"
            output = stack.enter_context(said.open("w", encoding="utf-8"))
            command = [sys.executable, "-m", "infoview_desktop", "--data-dir", tmp_path / "book", *files]
            options = {"stdout": output, "stderr": output, "cwd": ROOT}
            process = stack.enter_context(running(command, desktop.environ | environ, **options))
            program = Program(process, desktop, reader, said)
            program.wait_for("People")
            until(lambda: desktop.active_process == process.pid, what=lambda: "the window in front")
            return program

        yield start
        if any(request.node.stash.get(_FAILED, [])):
            desktop.picture(tmp_path / "screen.png")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The data directory that `start` uses."""
    return tmp_path / "book"
