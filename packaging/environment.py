"""The virtual environment in `.venv`: made from the locked requirements, with the project in it, editable.

What `.venv` was made from is written down last, in a stamp inside it. No stamp, or one from another place or
Python, and it is made afresh: so a set-up that was interrupted repairs itself at the next call.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from steps import CannotSetUpError, say, step

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "infoview-stamp.json"

RUN = "requirements.txt"
DEV = "requirements-dev.txt"  # everything in RUN, at the same versions, and the tools


@dataclass(frozen=True)
class Plan:
    """What stands between `.venv` as it is and as it is wanted."""

    afresh: bool
    lock: str | None
    project: bool

    def __bool__(self) -> bool:
        return self.afresh or self.lock is not None or self.project


def set_up(lock: str) -> None:
    """Bring `.venv` to what the lock file (`RUN` or `DEV`) and pyproject.toml say.

    Raises:
        CannotSetUpError: a step failed, or a lock file is missing.
    """
    wanted = fingerprints(ROOT)
    if not plan(read_stamp(STAMP), wanted, lock):
        return
    with _alone():
        todo = plan(read_stamp(STAMP), wanted, lock)
        if todo:
            STAMP.unlink(missing_ok=True)
            _carry_out(todo)
            stamp = {name: value for name, value in wanted.items() if name != DEV or lock == DEV}
            _write_stamp(stamp)


def fingerprints(root: Path) -> dict[str, str]:
    """What an environment depends on, by name; equal values mean an equal environment."""
    locks = {lock: _digest(root / "packaging" / lock) for lock in (RUN, DEV)}
    base = f"{sys.implementation.cache_tag} {sys.base_prefix} {root / '.venv'}"
    project = _digest(root / "pyproject.toml", root / "infoview_desktop" / "__init__.py")
    return {"base": base, "project": project, **locks}


def plan(stamp: Mapping[str, str], wanted: Mapping[str, str], lock: str) -> Plan:
    """Decide what to do so that an environment with this stamp serves for `lock`."""
    same_base = stamp.get("base") == wanted["base"]
    if same_base and stamp.get(lock) == wanted[lock]:
        return Plan(afresh=False, lock=None, project=stamp.get("project") != wanted["project"])
    if same_base and DEV not in stamp and stamp.get(RUN) == wanted[RUN]:
        return Plan(afresh=False, lock=lock, project=True)
    return Plan(afresh=True, lock=lock, project=True)


def read_stamp(path: Path) -> dict[str, str]:
    """Read a stamp; one that is absent or cannot be read is empty, and so matches nothing."""
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def program(name: str) -> str:
    """The path of a program in `.venv`."""
    return str(VENV / "Scripts" / f"{name}.exe" if sys.platform == "win32" else VENV / "bin" / name)


def _carry_out(todo: Plan) -> None:
    pip = [program("python"), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    if todo.afresh:
        step(f"Making {VENV.name}", [sys.executable, "-m", "venv", "--clear", str(VENV)])
    if todo.lock:
        requirements = str(ROOT / "packaging" / todo.lock)
        locked = ["--require-hashes", "--only-binary=:all:", "--requirement", requirements]
        step(f"Installing what packaging/{todo.lock} lists", [*pip, *locked])
    if todo.project:
        editable = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
        step(f"Installing the project into {VENV.name}", [*pip, *editable])


def _write_stamp(stamp: Mapping[str, str]) -> None:
    draft = STAMP.with_suffix(".new")
    draft.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    draft.replace(STAMP)


def _digest(*paths: Path) -> str:
    total = hashlib.sha256()
    for path in paths:
        try:
            total.update(hashlib.sha256(path.read_bytes()).digest())
        except FileNotFoundError:
            raise CannotSetUpError(f"{path} is missing from this checkout.") from None
    return total.hexdigest()


@contextmanager
def _alone() -> Iterator[None]:
    """Hold off others who set up the same checkout; the system lets go of it when this process ends."""
    with Path(__file__).open("rb") as held:
        held.seek(1 << 30)  # Windows keeps others from reading the byte that is locked: one past the end
        if not _locked(held.fileno()):
            say("Waiting for another set-up of this checkout …")
            while not _locked(held.fileno()):
                time.sleep(0.2)
        yield


def _locked(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
