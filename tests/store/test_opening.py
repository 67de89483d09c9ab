"""How a book is opened, whatever lies where it should be: nothing that is not ours, sound and known is touched."""

import os
import shutil
import stat
import subprocess
import sys

import pytest

from infoview_desktop.domain.known_error import Damaged, KnownError
from infoview_desktop.store import database, opening
from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.store.migrations import APPLICATION_ID, SCHEMA_VERSION
from tests.book import PAGE, Book, behind_its_back, connection, spoil_a_page

FRAME_HEADER = 24


@pytest.fixture
def directory(tmp_path):
    """A closed book with a few hundred people."""
    with Book(tmp_path) as book:
        book.take_in(connection(f"Ana {number}", organization=f"Firm {number}") for number in range(300))
    return tmp_path


@pytest.fixture
def left_behind(directory, tmp_path_factory):
    """The same book as a killed program leaves it, with its last change only in the log."""
    copy = tmp_path_factory.mktemp("killed")
    with Book(directory) as book:
        book.add("Łukasz Øberg")
        for file in directory.glob(f"{FILE_NAME}*"):
            shutil.copyfile(file, copy / file.name)
    (copy / f"{FILE_NAME}-shm").unlink()
    return copy


def contents(directory):
    return {path.name: path.read_bytes() for path in directory.iterdir() if path.is_file()}


def assert_refused_untouched(directory, kind, words):
    before = contents(directory)
    with pytest.raises(kind, match=words):
        Book(directory)
    assert contents(directory) == before


def test_a_book_that_is_not_there_is_made(tmp_path):
    with Book(tmp_path) as book:
        assert book.store.writable
        assert (tmp_path / FILE_NAME).exists()


def test_a_closed_book_leaves_no_log(directory):
    assert sorted(contents(directory)) == [FILE_NAME]


def test_what_was_stored_is_there_again(directory):
    with Book(directory) as book:
        assert book.count("contact") == 300


def test_an_empty_file_becomes_a_new_book(tmp_path):
    (tmp_path / FILE_NAME).touch()
    with Book(tmp_path) as book:
        book.add("Ana Ruiz")
        assert book.names() == ["Ana Ruiz"]


def test_a_database_nobody_has_put_anything_into_becomes_a_new_book(tmp_path):
    with behind_its_back(tmp_path / FILE_NAME) as other:
        other.pragma("journal_mode", "wal")
    with Book(tmp_path) as book:
        assert book.findings() == []


class TestNewerSchema:
    WORDS = rf"newer InfoView \(version {SCHEMA_VERSION + 1} of the book; this one knows {SCHEMA_VERSION}\)"

    def test_is_refused_and_stays_as_it_is_to_the_byte(self, directory):
        with behind_its_back(directory / FILE_NAME) as newer:
            newer.pragma("user_version", SCHEMA_VERSION + 1)
        assert_refused_untouched(directory, KnownError, self.WORDS)

    def test_is_seen_where_only_the_log_tells_of_it(self, directory, tmp_path_factory):
        copy = tmp_path_factory.mktemp("newer")
        with behind_its_back(directory / FILE_NAME) as newer:
            newer.pragma("wal_autocheckpoint", 0)
            newer.pragma("user_version", SCHEMA_VERSION + 1)
            for file in directory.glob(f"{FILE_NAME}*"):
                shutil.copyfile(file, copy / file.name)
        header = (copy / FILE_NAME).read_bytes()[:100]
        assert int.from_bytes(header[60:64]) == SCHEMA_VERSION  # the file itself still has the old version
        assert_refused_untouched(copy, KnownError, self.WORDS)

    def test_is_refused_beside_a_window_too(self, directory, clock):
        with behind_its_back(directory / FILE_NAME) as newer:
            newer.pragma("user_version", SCHEMA_VERSION + 1)
        with pytest.raises(KnownError, match=self.WORDS):
            opening.open_beside(directory, clock=clock)


class TestWhatIsNoBook:
    def test_another_programs_database_is_left_alone(self, tmp_path):
        with behind_its_back(tmp_path / FILE_NAME) as other:
            other.execute("CREATE TABLE bookmarks (url TEXT)").fetchall()
        assert_refused_untouched(tmp_path, Damaged, "belongs to another program")

    def test_a_database_with_another_programs_mark_is_left_alone(self, tmp_path):
        with behind_its_back(tmp_path / FILE_NAME) as other:
            other.pragma("application_id", APPLICATION_ID + 1)
        assert_refused_untouched(tmp_path, Damaged, "belongs to another program")

    def test_a_book_that_says_it_has_no_schema_is_left_alone(self, directory):
        with behind_its_back(directory / FILE_NAME) as odd:
            odd.pragma("user_version", 0)
        assert_refused_untouched(directory, Damaged, "is damaged")

    @pytest.mark.parametrize(
        "bytes_in_it", [b"hello", b"\0" * PAGE, b"SQLite format 3\0", os.urandom(2 * PAGE)], ids=len
    )
    def test_a_file_that_is_no_database_is_left_alone(self, tmp_path, bytes_in_it):
        (tmp_path / FILE_NAME).write_bytes(bytes_in_it)
        assert_refused_untouched(tmp_path, Damaged, f"{FILE_NAME} is damaged or is not InfoView's book")

    def test_a_folder_in_its_place_is_left_alone(self, tmp_path):
        (tmp_path / FILE_NAME).mkdir()
        assert_refused_untouched(tmp_path, Damaged, "is damaged or is not InfoView's book")

    def test_a_pipe_in_its_place_does_not_keep_anybody_waiting(self, tmp_path):
        os.mkfifo(tmp_path / FILE_NAME)
        assert_refused_untouched(tmp_path, Damaged, "is damaged or is not InfoView's book")


class TestDamage:
    def test_a_file_cut_short_is_found_at_once(self, directory):
        with (directory / FILE_NAME).open("r+b") as file:
            file.truncate(10 * PAGE)
        assert_refused_untouched(directory, Damaged, f"{FILE_NAME} is damaged")

    def test_a_file_cut_to_nothing_beside_its_log_is_not_taken_for_a_new_book(self, left_behind):
        (left_behind / FILE_NAME).write_bytes(b"")
        assert_refused_untouched(left_behind, Damaged, f"{FILE_NAME} is damaged")

    @pytest.mark.parametrize("table", ["contact", "contact_linkedin", "history", "contact_fts_data"])
    def test_a_flipped_page_is_found_before_the_first_write(self, directory, table):
        spoil_a_page(directory, table)
        before = contents(directory)[FILE_NAME]
        with Book(directory) as book:
            for write in (lambda: book.add("Mei Wang"), lambda: book.delete(1), book.undo):
                with pytest.raises(Damaged, match="nothing was deleted"):
                    write()
        assert contents(directory) == {FILE_NAME: before}

    def test_a_flipped_page_is_found_before_an_import_and_no_backup_of_it_is_kept(self, directory):
        spoil_a_page(directory)
        with Book(directory) as book, pytest.raises(Damaged):
            book.take_in([connection("Mei Wang")])
        assert len(list((directory / "backups").iterdir())) == 1  # the one of the import before

    def test_a_flipped_page_is_told_plainly_to_who_reads(self, directory):
        spoil_a_page(directory)
        with Book(directory) as book:
            with pytest.raises(Damaged):
                book.rows()
            assert book.findings() != []

    def test_a_page_flipped_beside_a_log_left_behind_is_found_at_once(self, left_behind):
        spoil_a_page(left_behind)
        assert_refused_untouched(left_behind, Damaged, f"{FILE_NAME} is damaged")


def test_a_log_left_behind_by_a_killed_program_is_read_without_anybodys_help(left_behind):
    with Book(left_behind) as book:
        assert book.names("lukasz") == ["Łukasz Øberg"]
        assert book.count("contact") == 301
        assert book.findings() == []


def test_a_log_cut_in_the_middle_of_a_transaction_gives_the_book_before_it(left_behind):
    log = left_behind / f"{FILE_NAME}-wal"
    with log.open("r+b") as file:
        file.truncate(log.stat().st_size - PAGE - FRAME_HEADER)
    with Book(left_behind) as book:
        assert book.count("contact") == 300
        assert book.findings() == []


def test_only_the_user_has_any_right_to_what_is_kept(directory):
    with Book(directory) as book:
        book.take_in([connection("Mei Wang")])
        files = [path for path in directory.rglob("*") if path.is_file()]
        assert {path.suffix for path in files} >= {".sqlite3", ".sqlite3-wal", ".sqlite3-shm"}
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
        assert stat.S_IMODE((directory / "backups").stat().st_mode) == 0o700


def test_rights_that_others_were_given_are_taken_back(directory):
    (directory / FILE_NAME).chmod(0o644)
    with Book(directory):
        assert stat.S_IMODE((directory / FILE_NAME).stat().st_mode) == 0o600


@pytest.fixture
def held(directory):
    """The book while another program, in a process of its own, has it for itself."""
    code = (
        "import sys, apsw; other = apsw.Connection(sys.argv[1]);"
        " other.pragma('journal_mode', sys.argv[2]); other.pragma('locking_mode', 'exclusive');"
        " other.execute('BEGIN EXCLUSIVE'); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, directory / FILE_NAME, "delete"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        other.stdout.readline()
        yield directory


class TestHeldByAnotherProgram:
    @pytest.fixture(autouse=True)
    def impatient(self, monkeypatch):
        monkeypatch.setattr(database, "BUSY_MILLISECONDS", 50)

    def test_opening_says_so(self, held):
        with pytest.raises(KnownError, match="Another program is using the book's file"):
            Book(held)

    def test_writing_says_so_and_works_again_afterwards(self, directory):
        with Book(directory) as book, behind_its_back(directory / FILE_NAME) as other:
            other.execute("BEGIN IMMEDIATE").fetchall()
            with pytest.raises(KnownError, match="Another program is using the book's file"):
                book.add("Mei Wang")
            assert book.count("contact") == 300
            other.execute("ROLLBACK").fetchall()
            book.add("Mei Wang")
            assert book.count("contact") == 301


def test_another_program_is_waited_for_five_seconds(store):
    assert database.BUSY_MILLISECONDS == 5_000
    assert store.connection.pragma("busy_timeout") == database.BUSY_MILLISECONDS


class TestBesideAWindow:
    @pytest.fixture
    def beside(self, book):
        book.add("Ana Ruiz")
        store = opening.open_beside(book.directory, clock=book.clock)
        yield store
        store.close()

    def test_what_the_window_has_stored_is_seen(self, book, beside):
        book.add("Mei Wang")
        assert beside.reader().value("SELECT count(*) FROM contact") == 2

    def test_nothing_can_be_written(self, beside):
        with pytest.raises(KnownError, match="read but not changed"), beside.unrecorded():
            pass

    def test_a_book_that_is_only_being_made_is_not_read_yet(self, tmp_path, clock):
        with pytest.raises(KnownError, match="does not answer"):
            opening.open_beside(tmp_path, clock=clock)
        (tmp_path / FILE_NAME).touch()
        with pytest.raises(KnownError, match="does not answer"):
            opening.open_beside(tmp_path, clock=clock)
