"""Exports and books of any size, made once for a run of the benchmarks."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import full_calendar, long_search, measuring
from tests.linkedin_people import write_connections


class Books:
    """Lie in `directory`; what is asked for a second time is there already."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def export_of(self, people: int) -> Path:
        """A LinkedIn export with so many records."""
        path = self._directory / f"Connections-{people}.csv"
        if not path.exists():
            write_connections(path, people)
        return path

    def book_of(self, people: int) -> Path:
        """A data directory into which such an export was imported; to be looked at, not changed."""
        path = self._directory / f"book-{people}"
        if not path.exists():
            measuring.program("import", self.export_of(people), "--data-dir", path)
        return path

    def search_of(self, people: int) -> Path:
        """The same with notes, conversations and follow-ups of a search that has taken ages; not to be changed."""
        path = self._directory / f"search-{people}"
        if not path.exists():
            shutil.copytree(self.book_of(people), path)
            long_search.fill(path, people)
        return path

    def calendar_of(self, people: int) -> Path:
        """The same with calendars of other programs beside what is booked; not to be changed."""
        path = self._directory / f"calendar-{people}"
        if not path.exists():
            shutil.copytree(self.search_of(people), path)
            full_calendar.fill(path, people)
        return path

    @contextmanager
    def copy_of(self, people: int) -> Iterator[Path]:
        """A data directory of the same kind that may be changed; gone afterwards."""
        with self.nowhere() as path:
            shutil.copytree(self.book_of(people), path)
            yield path

    @contextmanager
    def nowhere(self) -> Iterator[Path]:
        """A path where nothing is yet; what comes there is gone afterwards."""
        with TemporaryDirectory(dir=self._directory) as directory:
            yield Path(directory) / "book"
