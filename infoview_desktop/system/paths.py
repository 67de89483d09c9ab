"""Where things are: the user's data, what comes with the program, and the program itself."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def data_directory() -> Path:
    """The directory for this application's data, as the operating system has it for this user."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed where the user names a directory

    return user_data_path("InfoView", appauthor=False)


def resources() -> Path:
    """Icons and other files that come with the program: in the package, or beside it in a checkout."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def program() -> list[str]:
    """The command that starts this program again, as it was started itself: frozen into one file, or by Python."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", _PACKAGE.name]
