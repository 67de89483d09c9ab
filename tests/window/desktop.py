"""A desktop of its own for the tests: a screen in memory, a window manager, and a bus for screen readers."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self, TypeVar

Result = TypeVar("Result")

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = Path("/usr/bin/python3")
"""Debian's own, for which it has its screen readers' library."""

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PATIENCE = 15.0
_PAUSE = 0.02
_GRACE = 5.0
_STEPS = 10
_SIZE = "1280x900x24"


def missing() -> list[str]:
    """What of this is not installed."""
    commands = [name for name in ("Xvfb", "openbox", "xdotool", "dbus-daemon") if shutil.which(name) is None]
    if not LAUNCHER.exists():
        commands.append(str(LAUNCHER))
    has_library = (
        SYSTEM_PYTHON.exists()
        and not subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode
    )
    return commands if has_library else [*commands, "python3-pyatspi"]


def until(condition: Callable[[], Result | None], *, what: Callable[[], str], patience: float = PATIENCE) -> Result:
    """Wait until a condition holds, and return what it gives; `what` tells what one waits for.

    Raises:
        TimeoutError: It does not hold in time.
    """
    deadline = time.monotonic() + patience
    while not (result := condition()):
        if time.monotonic() > deadline:
            raise TimeoutError(what())
        time.sleep(_PAUSE)
    return result


@contextmanager
def running(
    command: Sequence[str | Path], environ: Mapping[str, str], **options: object
) -> Iterator[subprocess.Popen[str]]:
    """Keep a process for as long as the block lasts, and end it, and only it, after that."""
    process = subprocess.Popen(command, env=dict(environ), encoding="utf-8", **options)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(_GRACE)
            except subprocess.TimeoutExpired:
                process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()


class Desktop(AbstractContextManager["Desktop"]):
    """Everything a window needs around it; `environ` is for programs that are to open one on it."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self.environ: dict[str, str] = {}

    def __enter__(self) -> Self:
        home = Path(self._stack.enter_context(TemporaryDirectory(prefix="infoview-", ignore_cleanup_errors=True)))
        home.chmod(0o700)
        self.environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_LOGGING_RULES": "qt.accessibility.atspi.warning=false",  # an older bus asks for what Qt does not know
        }
        try:
            self._open()
        except BaseException:
            self._stack.close()
            raise
        return self

    def _open(self) -> None:
        # Without -noreset it begins anew whenever the last program that shows something has gone.
        self.environ["DISPLAY"] = f":{self._told('Xvfb', '-displayfd', '1', '-noreset', '-screen', '0', _SIZE)}"
        self.environ["DBUS_SESSION_BUS_ADDRESS"] = self._told("dbus-daemon", "--session", "--nofork", "--print-address")
        self._keep("openbox", "--sm-disable")
        self._keep(LAUNCHER, "--launch-immediately")
        until(lambda: self.xdotool("get_desktop") is not None, what=lambda: "a window manager")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def xdotool(self, *arguments: str | float) -> str | None:
        """Do something with mouse or keyboard, or ask where windows are; None where that does not work."""
        done = subprocess.run(
            ["xdotool", *map(str, arguments)],
            env=self.environ,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        return None if done.returncode else done.stdout.strip() or "done"

    @property
    def active_process(self) -> int | None:
        """Whose window takes the keys."""
        told = self.xdotool("getactivewindow", "getwindowpid")
        return int(told) if told and told.isdigit() else None

    def keys(self, *names: str) -> None:
        """Press keys, such as `ctrl+f`, wherever the focus is."""
        assert self.xdotool("key", "--clearmodifiers", *names)

    def type(self, text: str) -> None:
        """Type text wherever the focus is."""
        assert self.xdotool("type", "--delay", "15", text)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Take something with the mouse and hold it over another place; as slowly as a hand, or Qt loses its drop."""
        steps: list[str | float] = []
        for step in range(1, _STEPS + 1):
            way = (there + (then - there) * step // _STEPS for there, then in zip(start, end, strict=True))
            steps += ["mousemove", *way, "sleep", 0.02]
        assert self.xdotool("mousemove", *start, "mousedown", 1, *steps)

    def let_go(self) -> None:
        """Let go of what is held."""
        assert self.xdotool("mousemove_relative", 1, 1, "sleep", 0.05, "mouseup", 1)

    def picture(self, path: Path) -> None:
        """Save what is on the screen."""
        grab = "import sys; from PySide6.QtGui import QGuiApplication as A; a = A([]); p = a.primaryScreen()"
        subprocess.run(
            [sys.executable, "-c", f"{grab}; sys.exit(not p.grabWindow(0).save(sys.argv[1]))", path],
            env=self.environ,
            check=True,
            timeout=PATIENCE,
        )

    def _told(self, *command: str) -> str:
        """Keep a process that says in its first line where it is to be found."""
        process = self._stack.enter_context(
            running(command, self.environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        )
        assert process.stdout is not None
        return process.stdout.readline().strip()

    def _keep(self, *command: str | Path) -> None:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._stack.enter_context(running(command, self.environ, **quiet))
