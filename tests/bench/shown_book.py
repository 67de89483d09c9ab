"""The books in the pictures, and a window on one of them, put together as the program does."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent

from infoview_desktop.domain import contact_filter
from infoview_desktop.operations import calendars, contacts, sample
from infoview_desktop.store import backup, opening
from infoview_desktop.store.reads import contacts as contact_reads
from infoview_desktop.store.store import Store
from infoview_desktop.system import paths
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.main_window import MainWindow
from tests.bench.shown_export import KEPT, write_later_export

_NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)

_CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Elsewhere//EN
X-WR-CALNAME:Everything else
BEGIN:VEVENT
UID:gym@elsewhere.example
DTSTAMP:20261101T080000Z
DTSTART:20261102T180000Z
DTEND:20261102T190000Z
RRULE:FREQ=WEEKLY;BYDAY=MO,TH
SUMMARY:Climbing
END:VEVENT
BEGIN:VEVENT
UID:bo@elsewhere.example
DTSTAMP:20261101T080000Z
DTSTART:20261203T150000Z
DTEND:20261203T153000Z
SUMMARY:Bo Chen: data teams
LOCATION:https://meet.example/bo
END:VEVENT
BEGIN:VEVENT
UID:grace@elsewhere.example
DTSTAMP:20261101T080000Z
DTSTART:20261208T133000Z
DTEND:20261208T140000Z
SUMMARY:Coffee with Grace López
LOCATION:Café Mirabel
END:VEVENT
END:VCALENDAR
"""


class _StandingStill(datetime):
    """The time of the pictures, whoever asks."""

    @classmethod
    def now(cls, _zone: tzinfo | None = None) -> datetime:
        return _NOW


class ShownBooks:
    """Lie in `directory`, beside the files that the pictures need: "people", which is the sample, and "empty"."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self.later_export = directory / "LinkedInDataExport_11-21-2026" / "Connections.csv"
        self.other_file = directory / "Messages.csv"
        self.calendar = directory / "from-another-program.ics"
        self.calendar.write_text(_CALENDAR, encoding="utf-8")
        self.other_file.write_text("CONVERSATION ID,FROM,TO,DATE\n1,Ana Ruiz,Me,2026-11-19\n", encoding="utf-8")
        for book in ("people", "empty"):
            (directory / book).mkdir(mode=0o700)
        with closing(self._open("people")) as store, closing(store.reader()) as reader:
            sample.fill(store, folder=paths.resources() / sample.FOLDER, time_zone="UTC")
            found = calendars.look(reader, calendar_id=1, today=_NOW.date(), time_zone="UTC")
            if found is not None:
                calendars.keep(store, calendar_id=found[0], look=found[1])
            name, position = KEPT
            listed = contact_reads.listing(reader, terms=contact_filter.parse(name))
            (line,) = contact_reads.page(reader, listed, offset=0, limit=2)
            contacts.edit(store, contact_id=line.id, field="position", text=position)
            write_later_export(reader, self.later_export)
            backup.make(store.connection, store.directory, reason="import", now=_NOW)

    @contextmanager
    def window(self, theme: Theme, *, book: str, left: dict[str, Any]) -> Iterator[MainWindow]:
        """A window on one of the books; `left` is how it was left."""
        with closing(self._open(book)) as store, patch.object(wall_clock, "datetime", _StandingStill):
            runner = Runner(store)
            window = MainWindow(theme, runner, directory=store.directory, read_only=None, left=left)
            try:
                window.start()
                window.complete()
                yield window
            finally:
                # At once: a window that is left over is laid out anew by the next, and reads what is closed.
                window.deleteLater()
                QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
                runner.close()

    def _open(self, name: str) -> Store:
        return opening.open_store(self._directory / name, clock=lambda: _NOW)
