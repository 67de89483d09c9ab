"""Backups: through SQLite, proved sound, thinned, put back; a restore keeps the present, and what is damaged."""

import shutil
import stat
from datetime import timedelta

import apsw
import pytest

from infoview_desktop.domain.known_error import Damaged, KnownError
from infoview_desktop.operations import backups
from infoview_desktop.store import backup, opening
from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.store.migrations import SCHEMA_VERSION
from tests import next_version
from tests.book import Book, behind_its_back, connection


def make(book):
    return backup.make(book.store.connection, book.directory, reason="test", now=book.clock())


def restore(book, path):
    return backups.restore(book.store, path=path).value


def names_in(path):
    with behind_its_back(path) as copy:
        return [name for (name,) in copy.execute("SELECT given_name FROM contact WHERE trashed_at IS NULL")]


@pytest.fixture
def ana(book):
    """A book with Ana in it, whose file knows nothing of her yet: she is in the log."""
    book.add("Ana")
    return book


class TestACopy:
    def test_holds_what_is_still_in_the_log(self, ana, tmp_path):
        copied = tmp_path / "copied.sqlite3"
        shutil.copyfile(ana.directory / FILE_NAME, copied)
        with pytest.raises(apsw.SQLError, match="no such table"):
            names_in(copied)
        assert names_in(make(ana)) == ["Ana"]

    def test_is_one_file_for_the_user_alone(self, ana):
        path = make(ana)
        assert [stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()] == [0o600]
        with behind_its_back(path) as copy:
            assert copy.pragma("journal_mode") == "delete"

    def test_is_sound_and_has_all_that_the_book_has(self, ana, tmp_path):
        directory = tmp_path / "other"
        directory.mkdir()
        shutil.copyfile(make(ana), directory / FILE_NAME)
        with Book(directory) as copy:
            assert copy.rows() == ana.rows()
            assert copy.findings() == []
            copy.undo()
            assert copy.names() == []

    def test_of_a_damaged_book_is_not_kept(self, ana):
        ana.close()
        with (ana.directory / FILE_NAME).open("r+b") as file:
            file.seek(8 * 4096)
            file.write(b"\xff" * 4096)
        with Book(ana.directory) as damaged, pytest.raises((KnownError, apsw.CorruptError)):
            make(damaged)
        assert list((ana.directory / backup.FOLDER).iterdir()) == []

    def test_made_where_the_user_wants_it_takes_the_place_of_a_file_there(self, ana, tmp_path):
        path = tmp_path / "my backup.sqlite3"
        path.write_text("an older one")
        said = backups.back_up(ana.store, path=path).said
        assert str(said) == "Backup written to my backup.sqlite3"
        assert names_in(path) == ["Ana"]

    @pytest.mark.parametrize(
        "name", [FILE_NAME, f"{FILE_NAME}-wal", "infoview.lock", "INFOVIEW.sqlite3", "backups", "."]
    )
    def test_never_takes_the_place_of_the_book_or_of_a_folder(self, ana, name):
        make(ana)
        with pytest.raises(KnownError, match="cannot be written"):
            backups.back_up(ana.store, path=ana.directory / name)
        assert ana.names() == ["Ana"]

    def test_cannot_be_written_where_there_is_no_folder(self, ana, tmp_path):
        with pytest.raises(KnownError, match="copy cannot be written: no such file or directory"):
            backups.back_up(ana.store, path=tmp_path / "nowhere" / "copy")


class TestTheFolder:
    def test_lists_the_newest_first_and_nothing_else(self, ana):
        first = make(ana)
        ana.clock.advance(hours=1)
        second = make(ana)
        for name in ("notes.txt", "infoview-yesterday-test.sqlite3", "infoview.sqlite3"):
            (first.parent / name).touch()
        assert [found.name for found in backup.existing(ana.directory)] == [second.name, first.name]
        assert backup.existing(ana.directory)[0].made_at == ana.clock()

    def test_is_thinned_when_a_backup_is_made(self, ana):
        for _ in range(72):
            make(ana)
            ana.clock.advance(minutes=30)
        ages = [ana.clock() - found.made_at for found in backup.existing(ana.directory)]
        assert sum(age <= timedelta(hours=2) for age in ages) == 4
        assert len(ages) == 38

    def test_gives_the_newest_that_is_sound(self, ana):
        assert backup.newest_sound(ana.directory) is None
        first = make(ana)
        ana.clock.advance(hours=1)
        make(ana).write_bytes(b"spoilt")
        assert backup.newest_sound(ana.directory).name == first.name

    def test_has_a_backup_from_before_each_import(self, book):
        book.take_in([connection("Ana Ruiz")])
        book.clock.advance(minutes=1)
        book.take_in([connection("Ana Ruiz"), connection("Mei Wang")])
        newest, first = (book.directory / backup.FOLDER / found.name for found in backup.existing(book.directory))
        assert names_in(first) == []
        assert names_in(newest) == ["Ana"]


class TestRestore:
    def test_puts_back_every_row_and_the_history(self, ana):
        before, path = ana.rows(), make(ana)
        ana.clock.advance(minutes=1)
        ana.add("Mei")
        ana.edit(1, "position", "Nurse")
        restore(ana, path)
        assert ana.rows() == before
        assert ana.findings() == []
        ana.undo()
        assert ana.names() == []

    def test_is_itself_taken_back_by_restoring_what_it_kept(self, ana):
        path = make(ana)
        ana.clock.advance(minutes=1)
        ana.add("Mei")
        present = ana.rows()
        kept = restore(ana, path)
        assert kept.name.endswith("-restore.sqlite3")
        ana.clock.advance(minutes=1)
        restore(ana, kept)
        assert ana.rows() == present

    def test_is_there_after_a_restart(self, ana):
        path = make(ana)
        ana.clock.advance(minutes=1)
        ana.add("Mei")
        restore(ana, path)
        ana.close()
        with Book(ana.directory) as again:
            assert again.names() == ["Ana"]
            again.add("Bo")

    def test_takes_in_what_the_backup_still_has_in_a_log(self, ana, tmp_path):
        for file in ana.directory.glob(f"{FILE_NAME}*"):
            shutil.copyfile(file, tmp_path / file.name)
        before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
        ana.add("Mei")
        restore(ana, tmp_path / FILE_NAME)
        assert ana.names() == ["Ana"]
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before

    def test_of_a_book_that_another_window_has_open_takes_what_it_has_stored(self, ana, tmp_path):
        with Book(tmp_path / "other") as other:
            other.add("Bo")
            restore(ana, other.directory / FILE_NAME)
            assert ana.names() == other.names() == ["Bo"]
            other.add("Mei")

    def test_keeps_the_backup_that_the_rules_would_let_go(self, ana):
        older = make(ana)
        ana.clock.advance(minutes=10)
        ana.add("Mei")
        make(ana)
        ana.clock.advance(days=20)
        restore(ana, older)
        assert older.exists()
        assert ana.names() == ["Ana"]

    def test_of_an_older_book_brings_it_up_to_date(self, ana, tmp_path, monkeypatch):
        path = make(ana)
        ana.close()
        next_version.release(
            "ALTER TABLE contact ADD COLUMN nickname TEXT NOT NULL DEFAULT ''", set_attribute=monkeypatch.setattr
        )
        with Book(tmp_path / "newer") as newer:
            restore(newer, path)
            assert newer.names() == ["Ana"]
            assert newer.read.value("PRAGMA user_version") == SCHEMA_VERSION + 1
            assert newer.findings() == []

    @pytest.mark.parametrize("spoilt", [b"", b"hello", b"SQLite format 3\0" + b"x" * 8_000])
    def test_of_what_is_no_book_changes_nothing(self, ana, tmp_path, spoilt):
        path = tmp_path / "odd.sqlite3"
        path.write_bytes(spoilt)
        with pytest.raises(KnownError, match=r"odd\.sqlite3 is not a sound backup of an InfoView book"):
            restore(ana, path)
        assert ana.names() == ["Ana"]

    @pytest.mark.parametrize("name", ["nowhere.sqlite3", "backups", "..", "/"])
    def test_of_what_is_no_file_changes_nothing(self, ana, name):
        make(ana)
        with pytest.raises(KnownError, match="is not a sound backup"):
            restore(ana, ana.directory / name)
        assert ana.names() == ["Ana"]

    def test_of_another_programs_database_changes_nothing(self, ana, tmp_path):
        with behind_its_back(tmp_path / "other.sqlite3") as other:
            other.execute("CREATE TABLE bookmarks (url TEXT)").fetchall()
        with pytest.raises(KnownError, match="is not a sound backup"):
            restore(ana, tmp_path / "other.sqlite3")
        assert ana.names() == ["Ana"]

    def test_of_a_newer_book_changes_nothing_and_names_the_version(self, ana):
        path = make(ana)
        with behind_its_back(path) as newer:
            newer.pragma("user_version", SCHEMA_VERSION + 1)
        ana.clock.advance(minutes=1)
        with pytest.raises(KnownError, match=f"version {SCHEMA_VERSION + 1} of the book"):
            restore(ana, path)
        assert ana.names() == ["Ana"]
        assert ana.findings() == []

    def test_is_refused_where_nothing_may_be_written(self, ana):
        path = make(ana)
        beside = opening.open_beside(ana.directory, clock=ana.clock)
        with pytest.raises(KnownError, match="read but not changed"):
            backups.restore(beside, path=path)
        beside.close()


class TestADamagedBook:
    @pytest.fixture
    def damaged(self, ana):
        """Ana is in a backup; the book is damaged, and has a log beside it."""
        path = make(ana)
        ana.close()
        (ana.directory / FILE_NAME).write_bytes(b"not a book")
        (ana.directory / f"{FILE_NAME}-wal").write_bytes(b"nor its log")
        with pytest.raises(Damaged):
            Book(ana.directory)
        return ana.directory, path

    def test_is_replaced_by_a_backup_and_kept_beside_it(self, damaged, clock):
        directory, path = damaged
        backups.replace_damaged(directory, path=path, clock=clock).close()
        with Book(directory) as book:
            assert book.names() == ["Ana"]
            assert book.findings() == []
        kept = {file.read_bytes() for file in directory.glob("damaged-*")}
        assert kept == {b"not a book", b"nor its log"}

    def test_that_was_replaced_twice_is_kept_twice(self, damaged, clock):
        directory, path = damaged
        backups.replace_damaged(directory, path=path, clock=clock).close()
        (directory / FILE_NAME).write_bytes(b"damaged again")
        clock.advance(seconds=0.5)
        backups.replace_damaged(directory, path=path, clock=clock).close()
        assert {file.read_bytes() for file in directory.glob("damaged-*")} == {
            b"not a book",
            b"nor its log",
            b"damaged again",
        }

    def test_that_is_a_folder_is_replaced_as_well(self, damaged, clock):
        directory, path = damaged
        (directory / FILE_NAME).unlink()
        (directory / FILE_NAME).mkdir()
        backups.replace_damaged(directory, path=path, clock=clock).close()
        with Book(directory) as book:
            assert book.names() == ["Ana"]

    def test_stays_as_it_is_when_the_backup_is_none(self, damaged, clock):
        directory, path = damaged
        path.write_bytes(b"spoilt too")
        before = sorted(directory.iterdir())
        with pytest.raises(KnownError, match="is not a sound backup"):
            backups.replace_damaged(directory, path=path, clock=clock)
        assert sorted(directory.iterdir()) == before
        assert (directory / FILE_NAME).read_bytes() == b"not a book"
