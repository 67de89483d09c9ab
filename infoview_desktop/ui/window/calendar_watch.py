"""Keeps up with the files of other programs' calendars."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from infoview_desktop.domain.calendar import is_on_this_machine
from infoview_desktop.operations import calendars
from infoview_desktop.operations.calendars import Look
from infoview_desktop.store.reads import calendars as reads
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.wall_clock import WallClock

_SETTLED_MILLISECONDS = 400
"""Who writes a file tells of it several times."""


class CalendarWatch(QObject):
    """Has a calendar's file read again when it changes, is put in the place of another, or goes away.

    Files that tell nothing of their changes, as on a drive of another machine, are looked at once a minute.
    """

    def __init__(self, runner: Runner, clock: WallClock, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._clock = clock
        self._files = QFileSystemWatcher(self)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MILLISECONDS)
        self._settled.timeout.connect(self.look)
        for told in (self._files.fileChanged, self._files.directoryChanged):
            told.connect(lambda _path: self._settled.start())
        clock.ticked.connect(self.look)
        runner.changed.connect(self._on_changed)
        runner.do(calendars.sweep)
        self.look()

    def look(self) -> None:
        """Look at every file that is watched, or was never read, and read those that are new."""
        now = self._clock.now()
        wanted = [
            one
            for one in reads.calendars(self._runner.read)
            if is_on_this_machine(one.path) and (one.watched or not one.stamp)
        ]
        self._watch([Path(one.path) for one in wanted])
        for one in wanted:
            self._runner.ask(
                calendars.look,
                then=self._on_looked,
                key=f"calendar {one.id}",
                calendar_id=one.id,
                today=now.date(),
                time_zone=str(now.tzinfo),
            )

    def _watch(self, paths: list[Path]) -> None:
        """Watch these files and no others; and their folders, as one that is put in a file's place is another file."""
        wanted = {str(path) for each in paths for path in (each, each.parent) if path.exists()}
        watched = {*self._files.files(), *self._files.directories()}
        if gone := watched - wanted:
            self._files.removePaths(sorted(gone))
        if new := wanted - watched:
            self._files.addPaths(sorted(new))

    def _on_looked(self, found: tuple[int, Look] | None) -> None:
        if found is not None:
            calendar_id, look = found
            self._runner.do(calendars.keep, calendar_id=calendar_id, look=look)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if "calendar" in tables:
            self.look()
