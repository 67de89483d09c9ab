"""The program's entry: a verb goes to `cli`, everything else opens the window."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from pathlib import Path

from infoview_desktop import __version__
from infoview_desktop.domain import known_error
from infoview_desktop.domain.known_error import HeldElsewhere, KnownError
from infoview_desktop.system import lock, paths

VERBS = ("import", "export", "undo", "redo", "backup", "restore", "check")

_CANNOT = 3
_PATIENCE_SECONDS = 5.0
_RETRY_SECONDS = 0.05


def main() -> int:
    """Run the program and return its exit code: 0 done, 2 wrong arguments, 3 it cannot be done."""
    # A verb is over before garbage matters, and a window collects it once it is painted: a tenth of the time.
    gc.disable()
    arguments = sys.argv[1:]
    if not set(VERBS).isdisjoint(arguments) and _names_a_verb(arguments):
        from infoview_desktop import cli  # noqa: PLC0415 - a window needs none of it

        return cli.run(arguments)
    parser = _options(add_help=True)
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="offered for import")
    options = parser.parse_args(arguments)
    if options.sample and options.data_dir:
        parser.error("--sample keeps nothing, so it takes no --data-dir")
    try:
        if not _has_display():
            raise known_error.no_display()
        if options.sample:
            return _open_sample(options.files)
        return _open_window(options.data_dir or paths.data_directory(), options.files)
    except KnownError as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return _CANNOT


def _names_a_verb(arguments: list[str]) -> bool:
    """Whether the first that is no option is a verb."""
    _, rest = _options(add_help=False).parse_known_args(arguments)
    return bool(rest) and rest[0] in VERBS


def _options(*, add_help: bool) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "infoview-desktop",
        description="Informational interviews: ask, listen, thank, and learn from all of them together.",
        epilog=f"Without a window: {', '.join(VERBS)}; each explains itself with --help.",
        allow_abbrev=False,
        add_help=add_help,
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep everything under DIR")
    parser.add_argument("--sample", action="store_true", help="a throw-away copy with sample data")
    parser.add_argument("--version", action="version", version=f"InfoView {__version__}")
    return parser


def _open_sample(files: list[Path]) -> int:
    from infoview_desktop.system import throw_away  # noqa: PLC0415 - a window on the user's own data needs it not

    with throw_away.directory() as directory:
        return _open_window(directory, files, sample=True)


def _open_window(directory: Path, files: list[Path], *, sample: bool = False) -> int:
    held = _claim_or_hand_over(directory, files)
    if held is None:
        return 0
    try:
        from infoview_desktop import app  # noqa: PLC0415 - Qt takes most of the start; a second one needs none

        return app.run(directory, files, sample=sample)
    finally:
        held.release()


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _claim_or_hand_over(directory: Path, files: list[Path]) -> lock.DirectoryLock | None:
    """Take the data directory's lock; None where the window that has it took the files over.

    Raises:
        KnownError: somebody has the lock and does not answer.
    """
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            return lock.claim(directory)
        except HeldElsewhere as error:
            from infoview_desktop.system import instance  # noqa: PLC0415 - only a second start needs it

            if instance.hand_over(directory, files):
                return None
            if time.monotonic() > deadline:
                raise known_error.does_not_answer() from error
            time.sleep(_RETRY_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
