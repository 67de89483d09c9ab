"""Bugs written down for a report: what kind and where in the code, never what was in the book."""

from __future__ import annotations

import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path

FILE_NAME = "bugs.log"
_MOST_BYTES = 256 * 1024


def write_down(directory: Path, error: BaseException, *, version: str, now: datetime) -> None:
    """Append one bug to the data directory's log; the message is left out, it may quote the book."""
    lines = [f"{now:%Y-%m-%dT%H:%M:%SZ} InfoView {version}"]
    for cause in _causes(error):
        lines.append(type(cause).__qualname__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        ]
    path = directory / FILE_NAME
    with suppress(OSError):
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        path.chmod(0o600)


def _causes(error: BaseException) -> list[BaseException]:
    """The error, what it came from, and so on, each once."""
    causes: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in causes:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    return causes
