"""The whole application, put together as for a user, with its threads and on files of its own."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from infoview_desktop import app
from infoview_desktop.store import opening
from infoview_desktop.system import bug_log, clock
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.main_window import MainWindow
from tests.quiet import nothing_is_logged, pytest_runtest_teardown
from tests.ui.conftest import _locale
from tests.ui.theme.conftest import _dressed, icons, theme

__all__ = ["_dressed", "_locale", "icons", "nothing_is_logged", "pytest_runtest_teardown", "theme"]

Story = Callable[[MainWindow], None]
Tell = Callable[..., None]
Until = Callable[[Callable[[], Any]], None]


class Stage:
    """Stands where the application's event loop would run, and lets a story happen there instead."""

    def __init__(self, story: Story, qtbot: Any) -> None:
        self._story = story
        self._qtbot = qtbot

    def quit(self) -> None:
        """Nothing runs on behind a story."""

    def exec(self) -> int:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()]
        assert len(windows) == 1
        window = windows[0]
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow)
        try:
            self._story(window)
        finally:
            window.close()
        return 0


class Calendar:
    """What time it is in a story, where its user is: for the book and for the window."""

    def __init__(self) -> None:
        self.zone = ZoneInfo(wall_clock.time_zone())
        self.set("2026-11-02 09:00")

    def set(self, moment: str) -> None:
        """Let it be another moment on the user's clock, given as `2026-11-02 09:00`."""
        self.now = datetime.fromisoformat(moment).replace(tzinfo=self.zone)

    def today(self) -> date:
        """The day it is."""
        return self.now.date()


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    calendar = Calendar()
    monkeypatch.setattr(clock, "now", lambda: calendar.now.astimezone(UTC))
    monkeypatch.setattr(wall_clock, "now", lambda: calendar.now)
    monkeypatch.setattr(wall_clock, "today", calendar.today)
    return calendar


@pytest.fixture
def until(qtbot: Any) -> Until:
    """Waits until something is so."""
    return lambda condition: qtbot.waitUntil(condition, timeout=10_000)


@pytest.fixture
def tell(theme: Theme, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Tell:
    """Starts the application on the same book each time, tells a story in it, and closes the window."""
    directory = tmp_path / "book"
    directory.mkdir(mode=0o700)

    def tell(story: Story, *files: Path) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(sys, "excepthook", sys.excepthook)  # to be put back: the application has its own
            store = opening.open_store(directory, clock=clock.now)
            try:
                assert (
                    app._show(cast("QApplication", Stage(story, qtbot)), theme, store, list(files), sample=False) == 0
                )
            finally:
                store.close()
                for window in QApplication.topLevelWidgets():
                    # What pops up belongs to a window, and is deleted by what it belongs to.
                    if isinstance(window, MainWindow):
                        window.deleteLater()
        assert not (directory / bug_log.FILE_NAME).exists(), (directory / bug_log.FILE_NAME).read_text("utf-8")

    return tell
