"""Commands that ask for a file: import, export, backups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from infoview_desktop.operations import backups, exports
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.long_work import LongWork


class FileCommands(QObject):
    """Opens the system's file dialog and hands on what is chosen."""

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, offer: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(window)
        self._theme = theme
        self._runner = runner
        self._window = window
        self._offer = offer

    def choose_import(self) -> None:
        """Choose files to look at."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import"),
            "",
            self.tr(
                "LinkedIn exports, vCards, calendars and InfoView books "
                "(*.csv *.zip *.vcf *.vcard *.ics *.ical *.json);;All files (*)"
            ),
        )
        self._offer([Path(name) for name in names])

    def choose_calendar(self) -> None:
        """Choose the file of another program's calendar to look at."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Show another calendar"),
            "",
            self.tr("Calendars (*.ics *.ical *.icalendar);;All files (*)"),
        )
        self._offer([Path(name) for name in names])

    def export(self) -> None:
        """Write everything out, in the format that the file's ending says."""
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export"),
            "infoview.json",
            self.tr(
                "Everything, to be read back (*.json);;People, for a spreadsheet (*.csv);;"
                "People, for other address books (*.vcf);;Interviews, for other calendars (*.ics)"
            ),
        )
        if name:
            path = Path(name)
            file_format = path.suffix.lower().removeprefix(".")
            if file_format not in exports.FORMATS:
                file_format = next((known for known in exports.FORMATS if f"*.{known}" in chosen), "json")
            work = LongWork(
                self._theme, self._runner, self._window, name=path.name, doing=self.tr("Writing everything out")
            )
            work.ask(exports.export, path=path, file_format=file_format)

    def back_up(self) -> None:
        """Write a copy of the book."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Write a backup"), "infoview-backup.sqlite3", self.tr("Backups (*.sqlite3)")
        )
        if name:
            self._runner.do(backups.back_up, path=Path(name))

    def restore(self) -> None:
        """Put a backup in the place of the book."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Put a backup back"), "", self.tr("Backups (*.sqlite3)")
        )
        if name:
            self._runner.do(backups.restore, path=Path(name))
