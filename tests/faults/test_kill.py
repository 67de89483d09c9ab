"""Killed at any moment: the next start needs nobody, a step is whole or absent, what was acknowledged is there."""

import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest

from infoview_desktop.domain.known_error import Damaged
from infoview_desktop.operations import backups
from infoview_desktop.store import backup
from infoview_desktop.store.database import FILE_NAME
from tests import next_version, program
from tests.book import Book, Rows

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SQLite's system calls are Unix's here")

if sys.platform != "win32":
    from tests.faults import scenarios

POINTS = 6
CANNOT_BE_UNDONE = frozenset({"undo", "restore", "erase", "fill_sample"})
KILLED = -signal.SIGKILL


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """Books to begin with: an empty directory, the people in, their import undone, all asked, a damaged file."""
    root = tmp_path_factory.mktemp("books")
    for name, before, scenario in (
        ("nothing", None, None),
        ("people", "nothing", scenarios.import_people),
        ("undone", "people", scenarios.undo),
        ("trashed", "people", scenarios.delete),
        ("asked", "people", scenarios.ask_everybody),
    ):
        directory = root / name
        shutil.copytree(root / before, directory) if before else directory.mkdir()
        for _ in scenario(directory) if scenario else ():
            pass
    shutil.copytree(root / "people", root / "damaged")
    scenarios.damage(root / "damaged")
    return root


@pytest.fixture
def kill(books, tmp_path) -> Callable[[str, str], Iterator[tuple[int, Path]]]:
    """Kill a scenario at many points; give how many steps each had acknowledged, and what it left."""
    numbers = count()

    def started(before: str) -> Path:
        directory = tmp_path / str(next(numbers))
        shutil.copytree(books / before, directory)
        return directory

    def die(name: str, before: str, after: int) -> tuple[int, Path]:
        directory = started(before)
        done = program.run("-m", "tests.faults.scenarios", name, directory, str(after))
        assert done.returncode == KILLED, done.stderr
        return done.stdout.count("done"), directory

    def kill(name: str, before: str) -> Iterator[tuple[int, Path]]:
        whole = program.run("-m", "tests.faults.scenarios", name, started(before))
        assert whole.returncode == 0, whole.stderr
        writes = int(whole.stdout.split()[-1])
        points = sorted({0, 1, writes - 2, writes - 1, *(writes * part // POINTS for part in range(POINTS))})
        with ThreadPoolExecutor(2) as pool:
            yield from pool.map(lambda after: die(name, before, after), points)

    return kill


def states(name: str, directory: Path) -> list[Rows]:
    """What the book says at first and after each step."""
    with Book(directory) as book:
        rows = [book.rows()]
    return rows + [book.rows() for book in getattr(scenarios, name)(directory)]


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("make", "nothing"),
        ("import_people", "nothing"),
        ("import_again", "people"),
        ("edit", "people"),
        ("delete", "people"),
        ("undo", "people"),
        ("redo", "undone"),
        ("merge_people", "people"),
        ("change_cadence", "asked"),
        ("do_what_is_due", "asked"),
        ("write_notes", "people"),
        ("merge_organizations", "people"),
        ("import_cards", "people"),
        ("erase", "trashed"),
        ("fill_sample", "nothing"),
        ("back_up", "people"),
        ("restore", "people"),
    ],
)
def test_a_step_is_whole_or_absent(kill, books, tmp_path, name, before):
    expected = states(name, Path(shutil.copytree(books / before, tmp_path / "states")))
    for acknowledged, directory in kill(name, before):
        with Book(directory) as book:
            rows = book.rows()
            assert rows in expected[acknowledged : acknowledged + 2]
            assert book.findings() == []
            if rows == expected[1] != expected[0] and name not in CANNOT_BE_UNDONE:
                book.undo()
                assert book.rows() == expected[0]
        assert all(map(backup.is_sound, directory.rglob("*.sqlite3")))
        shutil.rmtree(directory)


def test_what_a_killed_backup_left_is_cleared_away_by_the_next(kill):
    for _, directory in kill("restore", "people"):
        with Book(directory, scenarios.later()) as book:
            backups.restore(book.store, path=scenarios.oldest_backup(directory))
        assert {path.suffix for path in (directory / backup.FOLDER).iterdir()} == {".sqlite3"}
        shutil.rmtree(directory)


def test_a_damaged_book_is_still_there_until_the_backup_is_in_its_place(kill, books):
    damaged = {path.name: path.read_bytes() for path in (books / "damaged").glob(f"{FILE_NAME}*")}
    for _, directory in kill("replace_damaged", "damaged"):
        assert (directory / FILE_NAME).exists()
        try:
            Book(directory).close()
        except Damaged:
            source = scenarios.oldest_backup(directory)
            backups.replace_damaged(directory, path=source, clock=scenarios.later()).close()
        with Book(directory) as book:
            assert book.count("contact") == 0  # as before the import
            assert book.findings() == []
        kept = [path.read_bytes() for path in directory.glob("damaged-*")]
        assert set(damaged.values()) <= set(kept)
        shutil.rmtree(directory)


def test_an_update_is_whole_or_absent(kill, books, tmp_path, monkeypatch):
    with Book(Path(shutil.copytree(books / "people", tmp_path / "states"))) as book:
        contacts = book.rows()["contact"]
    next_version.release(
        "ALTER TABLE contact ADD COLUMN nickname TEXT NOT NULL DEFAULT ''", set_attribute=monkeypatch.setattr
    )
    for _, directory in kill("update", "people"):
        with Book(directory, scenarios.later()) as book:
            assert book.rows()["contact"] == [(*row, "") for row in contacts]
            assert book.findings() == []
        shutil.rmtree(directory)
