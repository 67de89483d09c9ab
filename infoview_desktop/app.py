"""The composition root: builds the parts of the window and connects them."""

from __future__ import annotations

import gc
import sys
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from infoview_desktop import __version__
from infoview_desktop.domain import known_error
from infoview_desktop.domain.known_error import Damaged, KnownError
from infoview_desktop.store import opening
from infoview_desktop.store.reads import settings
from infoview_desktop.store.store import Store
from infoview_desktop.system import bug_log, clock, paths

# isort: split
# PySide6 hooks every import that comes after it, so it comes after the pure Python ones.
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialog

from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import STYLE, Scheme, Theme
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.wording import moment_text, told

_CANNOT = 3
_SWITCH_SECONDS = 0.001
"""How long a working thread keeps the interpreter while the main one waits to paint; Python's own is 5 ms."""


def run(directory: Path, files: list[Path], *, sample: bool = False) -> int:
    """Open the window on the book in `directory`, whose lock the caller holds, and return the exit code.

    Where it is a `sample`, the book is filled first.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    application = QApplication([*sys.argv[:1], *STYLE])
    application.setApplicationName("InfoView")
    application.setDesktopFileName("org.infoview.InfoView")
    if QLocale().language() == QLocale.Language.C:
        # A system without a language writes 2026-11-22 as "22 11 2026" and 29703 without a separator.
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.World))
    theme = Theme(icons=paths.resources() / "icons", application=application)
    application.setWindowIcon(theme.icon("org.infoview.InfoView"))
    store = _open(directory, theme)
    if store is None:
        return _CANNOT
    try:
        if sample:
            _fill(store)
        return _show(application, theme, store, files, sample=sample)
    finally:
        store.close()


def _open(directory: Path, theme: Theme) -> Store | None:
    """Open the book; where that cannot be, say why, and offer the newest backup if one would help."""
    try:
        return opening.open_store(directory, clock=clock.now)
    except KnownError as error:
        from infoview_desktop.operations import backups  # noqa: PLC0415 - nearly always the book can be opened
        from infoview_desktop.store import backup  # noqa: PLC0415 - the same
        from infoview_desktop.ui.window.trouble_dialog import TroubleDialog  # noqa: PLC0415 - the same

        newest = backup.newest_sound(directory) if isinstance(error, Damaged) else None
        moment = moment_text(newest.made_at) if newest else None
        theme.dress()
        print(error, file=sys.stderr)  # noqa: T201 - for who started it from a terminal
        answer = TroubleDialog(theme, told(error), backup_of=moment).exec()
        if newest is None or answer != QDialog.DialogCode.Accepted:
            return None
        path = directory / backup.FOLDER / newest.name
        return backups.replace_damaged(directory, path=path, clock=clock.now)


def _fill(store: Store) -> None:
    from infoview_desktop.operations import sample  # noqa: PLC0415 - one's own book is not filled

    sample.fill(store, folder=paths.resources() / sample.FOLDER, time_zone=wall_clock.time_zone())


def _try_sample() -> bool:
    """Open a window on sample data beside this one; False where that cannot be."""
    from PySide6.QtCore import QProcess  # noqa: PLC0415 - after the first picture

    program, *arguments = paths.program()
    started, _process_id = QProcess.startDetached(program, [*arguments, "--sample"])
    return bool(started)


def _show(application: QApplication, theme: Theme, store: Store, files: list[Path], *, sample: bool) -> int:
    runner = Runner(store)
    left = settings.all_settings(runner.read)
    if left.get("scheme") in list(Scheme):
        theme.set_scheme(Scheme(left["scheme"]))
    read_only = None if store.writable else known_error.read_only()
    window = MainWindow(
        theme,
        runner,
        directory=store.directory,
        read_only=read_only,
        left=left,
        sample=sample,
        try_sample=_try_sample,
    )

    def report(error: BaseException) -> None:
        bug_log.write_down(store.directory, error, version=__version__, now=clock.now())
        window.say(window.tr("InfoView made a mistake, and nothing was stored of it. A note is in bugs.log."))

    def on_uncaught(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        report(error)

    sys.excepthook = on_uncaught
    runner.broke.connect(report)
    with ExitStack() as closing_later:
        closing_later.callback(runner.close)

        def on_painted() -> None:
            from infoview_desktop.operations import practice, trash  # noqa: PLC0415 - after the first picture
            from infoview_desktop.system.instance import Reception  # noqa: PLC0415 - after the first picture
            from infoview_desktop.ui.window.ending import Ending  # noqa: PLC0415 - after the first picture

            window.complete()
            ending = Ending(window)
            ending.wished.connect(window.close)
            # Also from a file dialog, which has an event loop of its own.
            ending.wished.connect(application.quit)
            runner.do(trash.erase_old)
            runner.do(practice.top_up_holidays)
            if store.writable:
                closing_later.callback(Reception(store.directory, window.files_arrived.emit).close)
            window.offer(files)
            gc.freeze()
            gc.enable()

        window.painted.connect(on_painted)
        window.start()
        theme.dress()
        window.show()
        return application.exec()
