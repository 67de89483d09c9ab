"""Where things are: the user's data, and what comes with the program."""

from __future__ import annotations

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
