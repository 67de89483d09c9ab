"""The book written out and read back: to the byte, whole or not at all, and nothing odd taken in."""

import csv
import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.progress import Cancelled, Progress
from infoview_desktop.domain.text import clean
from infoview_desktop.operations import contact_imports, exports
from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.store.recorded import RECORDED_TABLES
from tests.book import Book, connection
from tests.linkedin_people import write_connections


def export(book, path, file_format="json", progress=None):
    return exports.export(book.read, path=path, file_format=file_format, progress=progress or Progress())


def exported(book, path):
    export(book, path)
    return json.loads(path.read_text("utf-8"))


def read_json(book, path, progress=None):
    return exports.read_json(book.store, path=path, progress=progress or Progress())


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The directory of a book with something in every table, people in the trash among it."""
    directory = tmp_path_factory.mktemp("filled")
    with Book(directory) as book:
        write_connections(directory / "people.csv", 200)
        book.import_file(directory / "people.csv")
        ana = book.add("Ana Ruiz", emails="b@example.org, a@example.org", tag_names="école, alumni, 🌍")
        book.edit(ana, "phones", "+34 600, 091")
        book.edit(ana, "given_name", "=Ana")
        book.delete(1, 2, 3)
    return directory


@pytest.fixture
def full(filled, tmp_path):
    """That book, open."""
    with Book(Path(shutil.copytree(filled, tmp_path / "full"))) as book:
        yield book


class TestJson:
    def test_read_back_and_written_again_is_the_same_to_the_byte(self, full, book, tmp_path):
        first, second = tmp_path / "first.json", tmp_path / "second.json"
        export(full, first)
        outcome = read_json(book, first)
        export(book, second)
        assert first.read_bytes() == second.read_bytes()
        assert book.rows() == full.rows()
        assert book.findings() == []
        assert outcome.value == book.count("contact") > len(book.names())

    def test_read_back_is_one_step_that_can_be_undone_and_redone(self, full, book, tmp_path):
        export(full, tmp_path / "book.json")
        assert read_json(book, tmp_path / "book.json").undoable
        assert book.undo().text == "Import of {count} people"
        assert not any(book.rows().values())
        book.redo()
        assert book.rows() == full.rows()
        assert book.findings() == []

    def test_has_a_list_for_each_table_and_nothing_else(self, full, tmp_path):
        content = exported(full, tmp_path / "book.json")
        assert list(content) == list(RECORDED_TABLES)
        assert {name: len(rows) for name, rows in content.items()} == {
            name: len(rows) for name, rows in full.rows().items()
        }

    def test_tells_of_a_contact_what_scripts_rely_on(self, full, tmp_path):
        ana = exported(full, tmp_path / "book.json")["contact"][-1]
        assert ana | {"created_at": ..., "id": ...} == {
            "id": ...,
            "given_name": "=Ana",
            "family_name": "Ruiz",
            "credentials": "",
            "position": "",
            "organization_id": None,
            "linkedin": None,
            "connected_on": None,
            "source": "",
            "created_at": ...,
            "trashed_at": None,
            "contact_on": None,
            "organization": "",
            "middle_name": "",
            "suffix": "",
            "pronouns": "",
            "seniority": "",
            "location": "",
            "time_zone": "",
            "remarks": "",
            "in_touch_on": None,
            "referrer_id": None,
            "merged_into_id": None,
            "card_uid": None,
            "emails": ["b@example.org", "a@example.org"],
            "phones": ["+34 600", "091"],
            "links": [],
            "schools": [],
            "past_employers": [],
            "tags": ["alumni", "école", "🌍"],
        }

    def test_is_read_only_into_an_empty_book(self, full, book, tmp_path):
        export(full, tmp_path / "book.json")
        book.add("Mei Wang")
        before = book.rows()
        with pytest.raises(KnownError, match="this book already has people"):
            read_json(book, tmp_path / "book.json")
        assert book.rows() == before

    def test_of_an_empty_book_is_read_back_too(self, book, tmp_path):
        export(book, tmp_path / "book.json")
        outcome = read_json(book, tmp_path / "book.json")
        assert (outcome.value, outcome.changed, outcome.undoable) == (0, frozenset(), False)

    def test_can_be_tried_before(self, full, book, tmp_path):
        export(full, tmp_path / "book.json")
        assert exports.count_people(book.read, path=tmp_path / "book.json") == full.count("contact")
        assert not any(book.rows().values())
        with pytest.raises(KnownError, match="this book already has people"):
            exports.count_people(full.read, path=tmp_path / "book.json")

    @pytest.mark.parametrize("looks", range(4))
    def test_that_is_cancelled_leaves_nothing_behind(self, full, book, tmp_path, looks):
        export(full, tmp_path / "book.json")
        left = iter([False] * looks)
        with pytest.raises(Cancelled):
            read_json(book, tmp_path / "book.json", Progress(cancelled=lambda: next(left, True)))
        assert not any(book.rows().values())


texts = st.text(max_size=6) | st.sampled_from(
    ["", "Ana", "O'Neil", '"', "\\", "a, b", "=1+1", "Ł\u0301", "e\u0301", "\u2028"]
)


read = texts.map(lambda text: clean(text)[0])  # as every reader of a file gives them
told = st.builds(connection, st.just("Ana"), organization=read, position=read, credentials=read, linkedin=st.none())
fields = st.sampled_from(["given_name", "emails", "phones", "tags", "organization"])


@settings(max_examples=40)
@given(people=st.lists(told, max_size=3), edits=st.lists(st.tuples(st.integers(1, 3), fields, texts), max_size=6))
def test_whatever_was_typed_comes_back_to_the_byte(people, edits):
    with TemporaryDirectory() as folder, Book(Path(folder, "one")) as one, Book(Path(folder, "two")) as two:
        one.take_in(people)
        for number in range(1, 4):
            one.add(f"Ana {number}")
        for contact_id, field, text in edits:
            with suppress(KnownError):  # nobody is left without a name
                one.edit(contact_id, field, text)
        export(one, Path(folder, "first.json"))
        read_json(two, Path(folder, "first.json"))
        export(two, Path(folder, "second.json"))
        assert Path(folder, "first.json").read_bytes() == Path(folder, "second.json").read_bytes()
        assert two.findings() == []


def refused(book, path):
    """The sentence with which a file is refused; nothing of it is kept."""
    with pytest.raises(KnownError) as error:
        read_json(book, path)
    assert not any(book.rows().values())
    assert book.count("history") == 0
    return str(error.value)


NOT_A_BOOK = "This JSON file is not a book that InfoView wrote. Nothing was changed."


class TestOddJson:
    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"hello",
            b"{",
            b"[]",
            b"{}",
            b"null",
            b"7",
            b'"text"',
            b'{"contact": []}',
            b"\xff\xfe\x00",
            b"\x00" * 100,
            b"[" * 100_000,
            b'{"contact": ' * 5_000,
            b"NaN",
            "{}".encode("utf-16"),
        ],
        ids=range(15),
    )
    def test_is_refused_in_one_sentence(self, book, tmp_path, content):
        path = tmp_path / "odd.json"
        path.write_bytes(content)
        assert refused(book, path) == NOT_A_BOOK
        with pytest.raises(KnownError):
            exports.count_people(book.read, path=path)

    @pytest.mark.parametrize(
        ("table", "changes"),
        [
            ("contact", {"id": "one"}),
            ("contact", {"id": None}),
            ("contact", {"id": 10**30}),
            ("contact", {"id": 2**63}),
            ("contact", {"id": -1}),
            ("contact", {"id": 1.5}),
            ("contact", {"id": True}),
            ("contact", {"id": [1]}),
            ("contact", {"given_name": None}),
            ("contact", {"given_name": 7}),
            ("contact", {"given_name": {"$oid": 1}}),
            ("contact", {"position": ...}),
            ("contact", {"organization_id": 999}),
            ("contact", {"source": "nowhere"}),
            ("contact", {"source": None}),
            ("contact", {"connected_on": "yesterday"}),
            ("contact", {"connected_on": "20260607"}),
            ("contact", {"connected_on": 20_260_607}),
            ("contact", {"created_at": "now"}),
            ("contact", {"created_at": "2026-06-07T12:00:00"}),
            ("contact", {"trashed_at": "'; DROP TABLE contact; --"}),
            ("contact", {"linkedin": 7}),
            ("email", {"place": "first"}),
            ("email", {"contact_id": 999}),
            ("email", {"id": 2}),
            ("contact_tag", {"tag_id": None}),
            ("imported_contact", {"contact_id": 999}),
            ("organization", {"name": "Fjord Labs"}),
        ],
        ids=str,
    )
    def test_with_one_value_that_makes_no_sense_is_refused(self, full, book, tmp_path, table, changes):
        content = exported(full, tmp_path / "book.json")
        content["organization"][1]["name"] = "Fjord Labs"
        row = {name: value for name, value in (content[table][0] | changes).items() if value is not ...}
        content[table][0] = row
        path = tmp_path / "odd.json"
        path.write_text(json.dumps(content), "utf-8")
        assert refused(book, path) == NOT_A_BOOK

    @pytest.mark.parametrize("rows", [None, {}, 7, "text", [None], [[]], [7], ["text"], [{}]], ids=str)
    @pytest.mark.parametrize("table", ["contact", "email"])
    def test_with_something_else_for_a_table_is_refused(self, full, book, tmp_path, table, rows):
        content = exported(full, tmp_path / "book.json")
        path = tmp_path / "odd.json"
        path.write_text(json.dumps(content | {table: rows}), "utf-8")
        assert refused(book, path) == NOT_A_BOOK

    def test_with_a_table_too_many_is_refused(self, full, book, tmp_path):
        path = tmp_path / "odd.json"
        path.write_text(json.dumps(exported(full, tmp_path / "book.json") | {"history": []}), "utf-8")
        assert refused(book, path) == NOT_A_BOOK

    def test_loses_on_the_way_in_what_nobody_can_see(self, full, book, tmp_path):
        content = exported(full, tmp_path / "book.json")
        content["contact"][0]["given_name"] = "Ana\u202e\u200b\0"
        content["tag"][0]["name"] = "\ud800mentor\n"
        path = tmp_path / "odd.json"
        path.write_text(json.dumps(content), "utf-8")
        read_json(book, path)
        assert book.rows()["contact"][0][1] == "Ana"
        assert book.rows()["tag"][0][1] == "mentor"
        assert book.findings() == []

    def test_of_half_a_gigabyte_is_refused_by_name(self, book, tmp_path):
        path = tmp_path / "huge.json"
        with path.open("wb") as file:
            file.truncate(600 * 1024 * 1024)
        assert refused(book, path).startswith("huge.json is too large to be an InfoView book.")

    @pytest.mark.parametrize("make", [Path.exists, Path.mkdir, os.mkfifo], ids=["nothing", "folder", "pipe"])
    def test_that_is_no_file_is_refused_at_once(self, book, tmp_path, make):
        path = tmp_path / "odd.json"
        make(path)
        assert "odd.json" in refused(book, path)


class TestCsv:
    def rows(self, book, path):
        export(book, path, "csv")
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def test_has_everybody_who_is_not_in_the_trash(self, full, tmp_path):
        rows = self.rows(full, tmp_path / "people.csv")
        assert len(rows) == len(full.names())
        assert {heading: cell for heading, cell in rows[-1].items() if cell} == {
            "First Name": "'=Ana",
            "Last Name": "Ruiz",
            "Email Address": "b@example.org",
            "Phone": "'+34 600; 091",
            "Tags": "alumni; école; 🌍",
            "Other Emails": "a@example.org",
        }

    def test_has_no_cell_that_a_spreadsheet_would_compute(self, full, tmp_path):
        for field, sign in zip(("given_name", "position", "organization", "credentials"), "=+-@", strict=True):
            full.edit(10, field, f"{sign}cmd|'/c calc'!A1")
        for row in self.rows(full, tmp_path / "people.csv"):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())

    def test_is_read_by_the_import_as_the_same_people(self, full, book, tmp_path):
        export(full, tmp_path / "people.csv", "csv")
        accounting = book.import_file(tmp_path / "people.csv")
        assert accounting.new == len(full.names())
        again = contact_imports.preview(full.read, path=tmp_path / "people.csv", progress=Progress()).accounting
        assert (again.new, again.broken) == (0, 0)


@pytest.mark.parametrize("file_format", ["json", "csv", "vcf"])
class TestTheFile:
    def test_takes_its_name_only_when_it_is_whole(self, full, tmp_path, file_format, monkeypatch):
        path = tmp_path / "out"
        path.write_text("what was there before")
        monkeypatch.setattr(exports, "_TOLD_EVERY", 50)
        left = iter([False, False])
        with pytest.raises(Cancelled):
            export(full, path, file_format, Progress(cancelled=lambda: next(left, True)))
        assert path.read_text() == "what was there before"
        assert not list(tmp_path.glob("*.part")) + list(tmp_path.glob(".*.part"))
        assert str(export(full, path, file_format).said) == f"{full.count('contact')} people written to out"
        assert path.read_text("utf-8") != "what was there before"

    def test_cannot_be_written_where_there_is_no_folder(self, full, tmp_path, file_format):
        with pytest.raises(KnownError, match="out cannot be written: no such file or directory"):
            export(full, tmp_path / "nowhere" / "out", file_format)

    @pytest.mark.parametrize("name", [FILE_NAME, f"{FILE_NAME}-wal", "infoview.lock", "INFOVIEW.SQLITE3"])
    def test_never_takes_the_place_of_the_book(self, full, file_format, name):
        with pytest.raises(KnownError, match="cannot be written"):
            export(full, full.directory / name, file_format)
        assert full.findings() == []

    @pytest.mark.parametrize("place", [".", "/", "/dev/null"])
    def test_is_no_folder_and_no_device(self, full, file_format, place):
        with pytest.raises(KnownError, match="cannot be written: it is a"):
            export(full, Path(place), file_format)

    def test_tells_of_one_state_of_the_book_whoever_writes_meanwhile(self, full, tmp_path, file_format):
        export(full, tmp_path / "before", file_format)
        export(full, tmp_path / "during", file_format, Progress(lambda _: full.add("Mei Wang", organization="New")))
        assert full.names("mei wang") == ["Mei Wang"]
        assert (tmp_path / "during").read_bytes() == (tmp_path / "before").read_bytes()
