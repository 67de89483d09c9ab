"""Exports of other releases, and of all that a book can hold, read back."""

import json

import pytest

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import exports, short_list
from tests.book import Book, connection


def export(book, path):
    exports.export(book.read, path=path, file_format="json", progress=Progress())


def exported(book, path):
    export(book, path)
    return json.loads(path.read_text("utf-8"))


def read_json(book, path):
    return exports.read_json(book.store, path=path, progress=Progress())


@pytest.fixture
def full(book):
    """A book with something in every list that the first release knew."""
    book.take_in([connection("Mei Wang", organization="Oxfam", email="mei@example.org"), connection("Bo Chen")])
    ana = book.add("Ana Ruiz", emails="a@example.org", tag_names="alumni")
    book.edit(ana, "phones", "091")
    book.delete(2)
    return book


class TestAnOlderExport:
    """What the first release wrote has fewer lists, and contacts and organizations fewer fields."""

    LISTS = ("organization", "contact", "email", "phone", "tag", "contact_tag", "imported_contact")
    FIELDS = {  # noqa: RUF012 - read only
        "organization": ("id", "name"),
        "contact": (
            *("id", "given_name", "family_name", "credentials", "position", "organization_id", "linkedin"),
            *("connected_on", "source", "created_at", "trashed_at", "organization", "emails", "phones", "tags"),
        ),
    }

    @pytest.fixture
    def older(self, full, tmp_path):
        content = exported(full, tmp_path / "book.json")
        old = {
            name: [{key: record[key] for key in self.FIELDS.get(name, record)} for record in content[name]]
            for name in self.LISTS
        }
        path = tmp_path / "older.json"
        path.write_text(json.dumps(old), encoding="utf-8")
        return path

    def test_is_read_back_whole(self, older, full, tmp_path):
        with Book(tmp_path / "new") as new:
            read_json(new, older)
            assert new.names() == full.names()
            assert new.findings() == []
            assert [row[:2] for row in new.rows()["organization"]] == [row[:2] for row in full.rows()["organization"]]

    def test_without_one_of_its_first_lists_is_none(self, older, tmp_path):
        content = json.loads(older.read_text("utf-8"))
        del content["tag"]
        older.write_text(json.dumps(content), encoding="utf-8")
        with Book(tmp_path / "new") as new, pytest.raises(KnownError, match="not a book that InfoView wrote"):
            read_json(new, older)


def test_remarks_keep_their_lines_and_photos_their_bytes(book, tmp_path):
    ana, bo = book.add("Ana"), book.add("Bo")
    book.edit(ana, "remarks", "one\ntwo\n\nfour")
    book.edit(ana, "referrer", "Bo")
    short_list.want_to_talk_to(book.store, contact_ids=[ana], reason="one\ntwo")
    with book.store.transaction(Phrase("photo")) as transaction:
        transaction.connection.execute("INSERT INTO photo VALUES (?, ?)", (bo, bytes(range(256))))
    export(book, tmp_path / "book.json")
    with Book(tmp_path / "new") as new:
        read_json(new, tmp_path / "book.json")
        assert new.rows() == book.rows()
        export(new, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "book.json").read_bytes()


def test_a_reference_that_leads_nowhere_is_no_book(book, tmp_path):
    book.add("Ana")
    content = exported(book, tmp_path / "book.json")
    content["contact"][0]["referrer_id"] = 99
    (tmp_path / "book.json").write_text(json.dumps(content), encoding="utf-8")
    with Book(tmp_path / "new") as new:
        with pytest.raises(KnownError, match="not a book that InfoView wrote"):
            read_json(new, tmp_path / "book.json")
        assert not any(new.rows().values())
