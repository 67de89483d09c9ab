"""The books in the pictures, and a window on one of them, put together as the program does."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any
from unittest.mock import patch

from infoview_desktop.domain import contact_filter
from infoview_desktop.operations import contacts, sample
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
        self.other_file.write_text("CONVERSATION ID,FROM,TO,DATE\n1,Ana Ruiz,Me,2026-11-19\n", encoding="utf-8")
        for book in ("people", "empty"):
            (directory / book).mkdir(mode=0o700)
        with closing(self._open("people")) as store, closing(store.reader()) as reader:
            sample.fill(store, folder=paths.resources() / sample.FOLDER, time_zone="UTC")
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
                runner.close()
                window.deleteLater()

    def _open(self, name: str) -> Store:
        return opening.open_store(self._directory / name, clock=lambda: _NOW)
