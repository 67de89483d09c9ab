"""The program as a process of its own, as a shell, a script or a file manager starts it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

ENVIRON = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}} | {
    "PYTHONPATH": str(ROOT)
}

_RIGHTS = "-dac_override,-dac_read_search"
BOUND = ("setpriv", f"--bounding-set={_RIGHTS}", f"--inh-caps={_RIGHTS}") if os.geteuid() == 0 else ()
"""What stands before a command whom permission bits are to bind, even if root starts it."""


def run(
    *command: str | Path, environ: dict[str, str] | None = None, bound: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments to its end."""
    return subprocess.run(
        [*(BOUND if bound else ()), sys.executable, *command],
        capture_output=True,
        encoding="utf-8",
        env=environ or ENVIRON,
        timeout=60,
        check=False,
    )


def infoview(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the program; whatever came of it, it shows no traceback."""
    done = run("-m", "infoview_desktop", *arguments, **options)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def said(*arguments: str | Path, **options: Any) -> str:
    """What a call that succeeds prints."""
    done = infoview(*arguments, **options)
    assert (done.returncode, done.stderr) == (0, ""), done
    return done.stdout


def told(*arguments: str | Path, **options: Any) -> dict[str, Any]:
    """The object that a call with `--json` prints."""
    told: dict[str, Any] = json.loads(said(*arguments, "--json", **options))
    return told


def refused(*arguments: str | Path, code: int = 3, **options: Any) -> str:
    """The sentence with which a call is refused."""
    done = infoview(*arguments, **options)
    assert (done.returncode, done.stdout) == (code, ""), done
    return done.stderr
