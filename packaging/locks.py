"""Rewriting the locked requirements from pyproject.toml, for every platform and Python at once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from environment import DEV, ROOT, RUN, VENV, program, set_up
from steps import CannotSetUpError, step

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADER = "# Written by `python3 packaging/dev.py lock` from pyproject.toml: do not edit.\n"

# The tools first, so that what is needed to run is held to the same versions.
SOURCES = (
    (DEV, ["--group", "dev"]),
    (RUN, ["--group", "build", "--constraint", f"packaging/{DEV}"]),
)


def rewrite(arguments: Sequence[str]) -> None:
    """Resolve again, keeping the versions that still fit unless told otherwise (`--upgrade`).

    Raises:
        CannotSetUpError: nothing fits, or an address would be written into a lock file.
    """
    resolve = [_uv(), "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    shape = ["--generate-hashes", "--only-binary", ":all:", "--no-header", *arguments]
    for name, sources in SOURCES:
        lock = f"packaging/{name}"
        command = [*resolve, *shape, "pyproject.toml", *sources, "--output-file", lock]
        step(f"Resolving {lock}", command, cwd=ROOT)
        path = ROOT / lock
        path.write_text(without_address(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def without_address(lock: str) -> str:
    """Drop the options that say where packages were found: whoever installs has an index of their own.

    Raises:
        CannotSetUpError: a package itself is named by an address.
    """
    lines = [line for line in lock.splitlines(keepends=True) if not line.startswith(("--", "# "))]
    text = HEADER + "".join(lines)
    if "://" in text:
        raise CannotSetUpError("A requirement is named by an address; a lock file may hold none.")
    return text


def _uv() -> str:
    """The locked uv, or, where there are no locks yet, the one on the PATH."""
    if (ROOT / "packaging" / DEV).exists() and (ROOT / "packaging" / RUN).exists():
        set_up(DEV)
        return program("uv")
    uv = shutil.which("uv")
    if uv is None:
        raise CannotSetUpError(f"There are no lock files to make {VENV.name} from, and no uv on the PATH.")
    return uv
