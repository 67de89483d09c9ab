"""The books in the pictures, and a window on one of them, put together as the program does."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import contact_imports, contacts
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store import opening
from infoview_desktop.store.reads import contacts as contact_reads
from infoview_desktop.store.store import Store
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.main_window import MainWindow
from tests.bench.shown_people import PEOPLE, write_earlier_export, write_first_export, write_later_export

_NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
_KEPT = {"Grace": "Product Lead, Payments"}
"""The user's own wording, which LinkedIn's newer one does not overwrite."""


class ShownBooks:
    """Lie in `directory`, beside the files that the pictures need.

    There are three: "people", "earlier", made of an older export of the same people, and "empty".
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self.later_export = directory / "LinkedInDataExport_11-21-2026" / "Connections.csv"
        self.other_file = directory / "Messages.csv"
        write_later_export(self.later_export)
        self.other_file.write_text("CONVERSATION ID,FROM,TO,DATE\n1,Ana Ruiz,Me,2026-11-19\n", encoding="utf-8")
        self._imported: dict[str, Outcome[Any]] = {}
        for name in ("people", "earlier", "empty"):
            (directory / name).mkdir(mode=0o700)
        export = directory / "Connections.csv"
        write_first_export(export)
        self._fill("people", export)
        write_earlier_export(export)
        self._fill("earlier", export, **_KEPT)

    @contextmanager
    def window(self, theme: Theme, *, book: str, left: dict[str, Any]) -> Iterator[MainWindow]:
        """A window on one of the books, as it stands after the import; `left` is how it was left."""
        with closing(self._open(book)) as store:
            runner = Runner(store)
            window = MainWindow(theme, runner, directory=store.directory, read_only=None, left=left)
            try:
                window.start()
                window.complete()
                if book in self._imported:
                    runner.said.emit(self._imported[book])
                yield window
            finally:
                runner.close()
                window.deleteLater()

    def _fill(self, name: str, export: Path, **positions: str) -> None:
        """Import, add the tags, and change the position of some, each by the given name."""
        with closing(self._open(name)) as store:
            file = contact_imports.read_file(path=export, progress=Progress())
            self._imported[name] = contact_imports.import_connections(store, file=file, progress=Progress())
            ids = _ids(store)
            for person in PEOPLE:
                if person.tags:
                    contacts.edit(store, contact_id=ids[person.given_name], field="tags", text=person.tags)
            for given_name, position in positions.items():
                contacts.edit(store, contact_id=ids[given_name], field="position", text=position)

    def _open(self, name: str) -> Store:
        return opening.open_store(self._directory / name, clock=lambda: _NOW)


def _ids(store: Store) -> dict[str, int]:
    """Everybody's id by their given name, which only one has."""
    with closing(store.reader()) as reader:
        listing = contact_reads.listing(reader)
        lines = contact_reads.page(reader, listing, offset=0, limit=listing.total)
    return {line.given_name: line.id for line in lines}
