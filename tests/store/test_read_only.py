"""Where nothing may be written, the book opens to be read, and says why it cannot be changed."""

import shutil
import sys

import pytest

from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.system import lock
from tests import program
from tests.book import Book, connection

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="takes root's rights away with setpriv")


@pytest.fixture
def directory(tmp_path):
    """A directory with a book of two people, whose rights a test then takes away."""
    directory = tmp_path / "book"
    lock.claim(directory).release()
    with Book(directory) as book:
        book.take_in([connection("Ana Ruiz", organization="Oxfam"), connection("Łukasz Øberg")])
    yield directory
    directory.chmod(0o700)


@pytest.fixture
def with_log(directory, tmp_path):
    """The same as a killed program leaves it: Mei is in its log only."""
    copy = tmp_path / "killed"
    with Book(directory) as book:
        book.add("Mei Wang")
        shutil.copytree(directory, copy)
    (copy / f"{FILE_NAME}-shm").unlink()
    yield copy
    copy.chmod(0o700)


@pytest.fixture(params=["the folder", "the file"])
def locked(request, directory):
    """The book when either its folder or its file is read-only."""
    if request.param == "the folder":
        directory.chmod(0o500)
    else:
        (directory / FILE_NAME).chmod(0o400)
    return directory


def test_permission_bits_bind_the_processes_of_these_tests(tmp_path):
    tmp_path.chmod(0o500)
    assert program.run("-c", f"open({str(tmp_path / 'probe')!r}, 'w')", bound=True).returncode == 1
    assert not (tmp_path / "probe").exists()


LOOK = """
import sys
from pathlib import Path
from infoview_desktop.domain import contact_filter
from infoview_desktop.store.opening import open_store
from infoview_desktop.store.reads import contacts, soundness
from infoview_desktop.system import clock, lock
held = lock.claim(Path(sys.argv[1]))
store = open_store(Path(sys.argv[1]), clock=clock.now)
reader = store.reader()
listed = contacts.listing(reader, terms=contact_filter.parse(sys.argv[2]))
print(store.writable, [line.name for line in contacts.page(reader, listed, offset=0, limit=9)])
print(soundness.findings(reader))
"""


def look(directory, typed=""):
    done = program.run("-c", LOOK, directory, typed, bound=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_it_can_be_listed_and_searched(locked):
    assert look(locked) == ["False ['Ana Ruiz', 'Łukasz Øberg']", "[]"]
    assert look(locked, "lukasz")[0] == "False ['Łukasz Øberg']"


def test_it_can_be_exported_checked_and_backed_up(locked, tmp_path):
    program.said("export", "--format=csv", tmp_path / "out.csv", "--data-dir", locked, bound=True)
    assert "Łukasz" in (tmp_path / "out.csv").read_text("utf-8")
    program.said("backup", tmp_path / "copy.sqlite3", "--data-dir", locked, bound=True)
    assert (tmp_path / "copy.sqlite3").stat().st_size
    assert program.told("check", "--data-dir", locked, bound=True) == {"sound": True, "findings": []}


def test_it_can_be_checked_beside_a_window_that_shows_it(locked):
    held = lock.claim(locked)
    assert program.told("check", "--data-dir", locked, bound=True)["sound"]
    held.release()


@pytest.mark.parametrize("verb", [["undo"], ["import", "new.csv"], ["restore", "copy.sqlite3"]], ids=" ".join)
def test_a_verb_that_writes_says_why_it_cannot(locked, verb, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.csv").write_text("First Name,Last Name,URL\nMei,Wang,\n", "utf-8")
    said = program.refused(*verb, "--data-dir", locked, bound=True)
    assert said.startswith("The book can be read but not changed: its folder or file is read-only.")


def test_not_a_byte_is_written_there(with_log):
    before = {path.name: path.read_bytes() for path in with_log.iterdir() if path.is_file()}
    with_log.chmod(0o500)
    look(with_log)
    program.said("check", "--data-dir", with_log, bound=True)
    with_log.chmod(0o700)
    assert {path.name: path.read_bytes() for path in with_log.iterdir() if path.is_file()} == before


def test_what_a_killed_program_left_in_the_log_is_seen(with_log):
    with_log.chmod(0o500)
    assert look(with_log) == ["False ['Ana Ruiz', 'Łukasz Øberg', 'Mei Wang']", "[]"]


def test_a_file_nobody_has_put_anything_into_is_read_as_an_empty_book(tmp_path):
    directory = tmp_path / "book"
    directory.mkdir()
    (directory / FILE_NAME).touch()
    directory.chmod(0o500)
    assert look(directory) == ["False []", "[]"]


def test_an_empty_folder_is_no_book_and_says_so(tmp_path):
    directory = tmp_path / "book"
    directory.mkdir(mode=0o500)
    said = program.refused("check", "--data-dir", directory, bound=True)
    assert said.startswith(f"InfoView cannot use the folder {directory}.")


@pytest.mark.parametrize("mode", [0o000, 0o200, 0o600])
def test_a_folder_that_cannot_be_entered_says_so(directory, mode):
    directory.chmod(mode)
    said = program.refused("check", "--data-dir", directory, bound=True)
    assert said.startswith(f"InfoView cannot use the folder {directory}.")


def test_a_file_that_cannot_be_read_says_so(directory):
    (directory / FILE_NAME).chmod(0o000)
    said = program.refused("export", "--format=csv", "out.csv", "--data-dir", directory, bound=True)
    assert said.startswith(f"InfoView cannot use the folder {directory}.")


def test_a_backup_folder_that_cannot_be_written_stops_an_import_before_it_begins(directory, tmp_path):
    (directory / "backups").chmod(0o500)
    (tmp_path / "new.csv").write_text("First Name,Last Name,URL\nMei,Wang,\n", "utf-8")
    said = program.refused("import", tmp_path / "new.csv", "--data-dir", directory, bound=True)
    (directory / "backups").chmod(0o700)
    assert "read-only" in said
    with Book(directory) as book:
        assert book.names() == ["Ana Ruiz", "Łukasz Øberg"]
