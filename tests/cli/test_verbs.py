"""The verbs without a window, each as a process of its own, as a script calls it."""

import json
import shlex
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from infoview_desktop import cli
from infoview_desktop.operations import interviews
from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.system import lock
from tests import program
from tests.book import Book, behind_its_back, connection, spoil_a_page
from tests.linkedin_people import write_connections

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
MESSY = HEADER + (
    "Ana,Ruiz,https://www.linkedin.com/in/ana,,Oxfam,Nurse,07 Jun 2026\n"
    "Łukasz,Øberg,https://www.linkedin.com/in/lukasz,,Fjord Labs,Analyst,31 Feb 2026\n"
    ",,,,,,05 May 2026\n"
    "Ana,Ruiz,https://www.linkedin.com/in/ana,,Oxfam,Nurse,07 Jun 2026\n"
    'Mei,"Wang,https://www.linkedin.com/in/mei,,,,01 Jan 2020\n'
    "\n"
    "Bo,Chen,,,,,\n"
)


THREE = HEADER + (
    "Ana,Ruiz,https://www.linkedin.com/in/ana,,Oxfam,Nurse,07 Jun 2026\n"
    "Łukasz,Øberg,https://www.linkedin.com/in/lukasz,,Fjord Labs,Analyst,06 Jun 2026\n"
    "Bo,Chen,,,,,\n"
)
BOOK = Path("book")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A directory to work in, with exports in it; the book is in `book` below it."""
    monkeypatch.chdir(tmp_path)
    Path("messy.csv").write_text(MESSY, "utf-8")
    Path("three.csv").write_text(THREE, "utf-8")
    Path("header.csv").write_text(HEADER, "utf-8")
    write_connections(Path("people.csv"), 300)


@pytest.fixture
def three():
    """Three people are in the book already."""
    with Book(BOOK) as book:
        book.import_file(Path("three.csv"))


def said(*arguments, **options):
    return program.said(*arguments, "--data-dir", "book", **options)


def told(*arguments, **options):
    return program.told(*arguments, "--data-dir", "book", **options)


def refused(*arguments, **options):
    return program.refused(*arguments, "--data-dir", "book", **options)


def infoview(*arguments, **options):
    return program.infoview(*arguments, "--data-dir", "book", **options)


def assert_every_record_is_in_exactly_one_count(accounting):
    counts = ("new", "updated", "same", "hidden", "duplicate", "broken")
    assert accounting["rows"] == sum(accounting[count] for count in counts)


class TestImport:
    def test_accounts_for_every_record(self):
        accounting = told("import", "messy.csv")
        assert {name: count for name, count in accounting.items() if name != "problems"} == {
            "rows": 6,
            "new": 3,
            "updated": 0,
            "same": 0,
            "hidden": 1,
            "duplicate": 1,
            "broken": 1,
        }
        assert_every_record_is_in_exactly_one_count(accounting)
        assert [problem["line"] for problem in accounting["problems"]] == [3, 6]
        assert all({"line", "why"} <= set(problem) for problem in accounting["problems"])

    def test_of_a_newer_file_counts_what_changed(self):
        told("import", "people.csv")
        write_connections(Path("newer.csv"), 320, changed=0.5)
        accounting = told("import", "newer.csv")
        assert min(accounting[count] for count in ("new", "updated", "same", "hidden")) > 0
        assert_every_record_is_in_exactly_one_count(accounting)

    def test_tells_it_in_words_too(self):
        done = infoview("import", "messy.csv")
        assert done.returncode == 0
        assert done.stdout.splitlines()[:2] == ["messy.csv: 6 records", "        3 new"]
        assert done.stderr.splitlines()[0].startswith("line 3: ")

    def test_of_a_header_alone_is_no_trouble(self):
        accounting = told("import", "header.csv")
        assert not any(accounting.values())

    def test_that_is_only_tried_stores_nothing(self):
        tried = told("import", "people.csv", "--dry-run")
        assert told("import", "people.csv", "--dry-run") == tried == told("import", "people.csv")
        assert told("import", "people.csv", "--dry-run")["same"] == tried["new"]

    def test_reads_the_archive(self):
        with ZipFile(Path("Basic_LinkedInDataExport_06-07-2026.zip"), "w") as archive:
            archive.write(Path("people.csv"), "Connections.csv")
        assert told("import", "Basic_LinkedInDataExport_06-07-2026.zip")["rows"] == 300

    def test_reads_back_what_was_exported(self):
        said("import", "people.csv")
        said("export", "--format", "json", "first.json")
        people = len(json.loads(Path("first.json").read_text("utf-8"))["contact"])
        tried = program.told("import", "first.json", "--dry-run", "--data-dir", "other")
        accounting = program.told("import", "first.json", "--data-dir", "other")
        assert accounting == tried
        assert (accounting["rows"], accounting["new"]) == (people, people)
        assert_every_record_is_in_exactly_one_count(accounting)
        program.said("export", "--format", "json", "second.json", "--data-dir", "other")
        assert Path("first.json").read_bytes() == Path("second.json").read_bytes()

    @pytest.mark.usefixtures("three")
    @pytest.mark.parametrize("tried", [[], ["--dry-run"]], ids=["done", "tried"])
    def test_of_a_whole_book_is_refused_where_there_are_people(self, tried):
        said("export", "--format", "json", "book.json")
        assert "this book already has people" in refused("import", "book.json", *tried)

    def test_of_a_calendar_is_left_to_the_window(self):
        Path("term.ics").write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "utf-8")
        assert "Open it with InfoView's window." in refused("import", "term.ics")

    @pytest.mark.parametrize("name", ["nowhere.csv", ".", "/dev/null", "empty.csv", "nowhere.json", "empty.json"])
    def test_of_what_is_no_export_is_refused_by_name(self, name):
        Path("empty.csv").touch()
        Path("empty.json").touch()
        assert len(refused("import", name, "--json").splitlines()) == 1
        assert not (BOOK / FILE_NAME).exists() or told("check")["sound"]


class TestExport:
    def test_writes_csv_and_says_so(self):
        said("import", "three.csv")
        assert said("export", "--format", "csv", "out.csv") == "3 people written to out.csv.\n"
        assert "Łukasz,Øberg" in Path("out.csv").read_text("utf-8")

    @pytest.mark.usefixtures("three")
    def test_writes_the_interviews_for_other_calendars(self):
        with Book(BOOK) as book:
            at = datetime(2026, 7, 25, 13, tzinfo=UTC)
            interviews.add(book.store, contact_ids=[1], starts_at=at, time_zone="America/Lima")
        assert said("export", "--format", "ics", "out.ics") == "1 interview written to out.ics.\n"
        assert "DTSTART;TZID=America/Lima:20260725T080000" in Path("out.ics").read_text("utf-8").splitlines()

    def test_of_the_same_book_is_the_same_to_the_byte(self):
        said("import", "people.csv")
        said("export", "--format=json", "first.json")
        said("export", "--format=json", "second.json")
        assert Path("first.json").read_bytes() == Path("second.json").read_bytes()

    @pytest.mark.parametrize("place", ["nowhere/out.csv", ".", "/dev/full", "book/infoview.sqlite3"])
    @pytest.mark.usefixtures("three")
    def test_says_where_it_cannot_write(self, place):
        assert "cannot be written" in refused("export", "--format=csv", place)
        assert told("check")["sound"]


class TestUndo:
    def test_takes_steps_back_and_redo_makes_them_again(self):
        said("import", "people.csv")
        said("import", "three.csv")
        assert said("undo") == "Undone: Import of 3 people.\n"
        assert told("undo")["step"].startswith("Import of 29")
        assert refused("undo") == "There is nothing to undo.\n"
        assert told("redo")["changed"] == ["contact", "email", "imported_contact", "organization"]
        assert said("redo") == "Done again: Import of 3 people.\n"
        assert refused("redo") == "There is nothing to redo.\n"
        assert told("check")["sound"]


class TestBackup:
    def test_is_put_back_after_the_present_was_backed_up(self):
        said("import", "three.csv")
        assert said("backup", "copy.sqlite3") == "Backup written to copy.sqlite3.\n"
        said("import", "people.csv")
        assert said("restore", "copy.sqlite3").startswith("copy.sqlite3 was put back; the book as it was is kept as ")
        assert told("import", "three.csv")["same"] == 3
        (kept,) = (BOOK / "backups").glob("*-restore.sqlite3")
        said("restore", kept)
        assert told("import", "people.csv", "--dry-run")["new"] == 0

    @pytest.mark.parametrize("file", ["three.csv", "nowhere", ".", "/"])
    @pytest.mark.usefixtures("three")
    def test_is_not_what_any_file_is(self, file):
        assert "is not a sound backup" in refused("restore", file)
        assert told("import", "three.csv")["same"] == 3


class TestCheck:
    def test_says_that_a_book_is_sound(self):
        assert said("check") == "The book is sound.\n"
        assert told("check") == {"sound": True, "findings": []}

    @pytest.fixture
    def damaged(self):
        """A book with a sound backup, and one page turned over since."""
        with Book(BOOK) as book:
            book.import_file(Path("people.csv"))
            book.clock.advance(minutes=1)
            book.import_file(Path("three.csv"))
        spoil_a_page(BOOK)

    @pytest.mark.usefixtures("damaged")
    def test_says_what_is_wrong_and_where_the_newest_sound_backup_is(self):
        said = refused("check").splitlines()
        newest = max((BOOK / "backups").iterdir())
        assert said[-1] == f"To put it back: infoview-desktop restore --data-dir 'book' 'book/backups/{newest.name}'"

    @pytest.mark.usefixtures("damaged")
    def test_says_it_to_a_script_as_well(self):
        done = infoview("check", "--json")
        assert done.returncode == 3
        result = json.loads(done.stdout)
        assert not result["sound"]
        assert result["findings"]

    @pytest.mark.parametrize(
        "verb", [["import", "three.csv"], ["undo"], ["backup", "out"], ["export", "--format=csv", "o"]]
    )
    @pytest.mark.usefixtures("damaged")
    def test_finds_what_every_verb_stumbles_over_in_plain_words(self, verb):
        before = (BOOK / FILE_NAME).read_bytes()
        assert refused(*verb).startswith("infoview.sqlite3 is damaged")
        assert (BOOK / FILE_NAME).read_bytes() == before

    @pytest.mark.usefixtures("damaged")
    def test_is_content_again_after_the_backup_was_put_back(self):
        before = (BOOK / FILE_NAME).read_bytes()
        newest = max((BOOK / "backups").iterdir())
        assert "the damaged files are kept in book" in said("restore", newest)
        assert told("check")["sound"]
        assert [path.read_bytes() for path in BOOK.glob("damaged-*")] == [before]


class TestTheBook:
    def test_is_where_data_dir_says_before_or_after_the_verb(self):
        program.said("--data-dir", "one", "import", "three.csv")
        program.said("import", "three.csv", "--data-dir=two")
        program.said("import", "--data-dir", "three", "three.csv")
        assert {path.parent.name for path in Path().glob(f"*/{FILE_NAME}")} == {"one", "two", "three"}
        assert program.told("--data-dir", "one", "import", "three.csv", "--data-dir", "four")["new"] == 3

    def test_is_where_the_system_has_it_without_data_dir(self):
        environ = program.ENVIRON | {
            "XDG_DATA_HOME": str(Path("home").absolute()),
            "HOME": str(Path("home").absolute()),
        }
        program.said("import", "three.csv", environ=environ)
        assert [path.name for path in Path().rglob(FILE_NAME)] == [FILE_NAME]

    def test_that_a_newer_version_wrote_is_refused_by_every_verb(self):
        said("import", "three.csv")
        shutil.copy("three.csv", "copy")
        with behind_its_back(BOOK / FILE_NAME) as newer:
            newer.pragma("user_version", 99)
        before = (BOOK / FILE_NAME).read_bytes()
        for verb in (["check"], ["undo"], ["import", "three.csv"], ["backup", "out"], ["restore", "copy"]):
            assert refused(*verb).startswith("This book was written by a newer InfoView (version 99 of the book;")
        assert (BOOK / FILE_NAME).read_bytes() == before


class TestBesideAWindow:
    """The book is open to write in another process: the one of this test."""

    @pytest.fixture
    def window(self):
        held = lock.claim(BOOK)
        with Book(BOOK) as book:
            book.take_in([connection("Ana Ruiz", linkedin="ana")])
            yield book
        held.release()

    @pytest.mark.parametrize("verb", [["undo"], ["redo"], ["import", "three.csv"], ["restore", "copy"]])
    def test_a_verb_that_writes_says_that_the_window_is_open(self, window, verb):
        before = window.rows()
        assert refused(*verb).startswith("The InfoView window is open and has this book in use.")
        assert window.rows() == before

    def test_a_verb_that_reads_sees_what_the_window_has_stored(self, window):
        assert said("check") == "The book is sound.\n"
        assert said("export", "--format=csv", "out.csv") == "1 person written to out.csv.\n"
        assert said("backup", "copy.sqlite3") == "Backup written to copy.sqlite3.\n"
        assert told("import", "three.csv", "--dry-run")["new"] == 2
        window.add("Mei Wang")
        assert said("export", "--format=csv", "out.csv") == "2 people written to out.csv.\n"

    def test_a_verb_that_reads_waits_for_nobody_and_sees_only_what_is_stored(self, window):
        with window.store.unrecorded() as transaction:
            transaction.connection.execute("DELETE FROM contact").fetchall()
            assert said("export", "--format=csv", "out.csv") == "1 person written to out.csv.\n"


class TestTheShell:
    def test_names_are_no_reason_to_fail_where_there_are_no_letters_for_them(self):
        environ = program.ENVIRON | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
        shutil.copy("three.csv", "Łukasz 🌍.csv")
        assert told("import", "Łukasz 🌍.csv", environ=environ)["new"] == 3
        assert infoview("import", "Łukasz 🌍.csv", environ=environ).returncode == 0
        assert infoview("export", "--format=csv", "Łukasz.out", environ=environ).returncode == 0
        assert Path("Łukasz.out").exists()

    def test_ctrl_c_is_no_bug(self, monkeypatch, capsys):
        def interrupted(**_):
            raise KeyboardInterrupt

        monkeypatch.setattr(cli.contact_imports, "read_file", interrupted)
        assert cli.run(["import", "people.csv"]) == 3
        assert capsys.readouterr().err == "Cancelled.\n"

    def test_one_who_stops_reading_breaks_nothing(self):
        shell = subprocess.run(
            ["sh", "-c", f"{shlex.quote(sys.executable)} -m infoview_desktop import three.csv --data-dir book | true"],
            capture_output=True,
            encoding="utf-8",
            env=program.ENVIRON,
            timeout=60,
            check=True,
        )
        assert shell.stderr == ""
        with Book(BOOK) as book:
            assert book.read.value("SELECT count(*) FROM contact") == 3


class TestImportOfCards:
    CARDS = "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\n{lines}\r\nEND:VCARD\r\n"
        for lines in ("FN:Ana Ruiz\r\nTEL:+34 600 111 222", "FN:Ana Ruiz\r\nTEL:600111222", "ORG:Oxfam", "nothing")
    )

    def test_prints_the_same_accounting_as_of_any_other_file(self):
        Path("people.vcf").write_text(self.CARDS, "utf-8")
        problem = {"line": 15, "why": "a card that cannot be read; it is left out", "left_out": True}
        counts = {"rows": 4, "new": 1, "updated": 0, "same": 0, "hidden": 1, "duplicate": 1, "broken": 1}
        told = counts | {"problems": [problem]}
        assert json.loads(said("import", "people.vcf", "--json", "--dry-run")) == told
        assert json.loads(said("import", "people.vcf", "--json")) == told
        again = {"new": 0, "same": 1}
        assert json.loads(said("import", "people.vcf", "--json")) == told | again
