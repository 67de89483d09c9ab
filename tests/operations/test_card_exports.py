"""People written for other programs, and read back: as vCards with every field, as a table as the same people."""

from dataclasses import replace

import pytest

from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import exports
from infoview_desktop.operations import photos as photo_verbs
from infoview_desktop.operations.contact_fields import EDITABLE
from infoview_desktop.store.reads import contacts as contact_reads
from infoview_desktop.store.reads import photos
from tests.book import Book, connection
from tests.pictures import picture

EVERY_FIELD = {
    "middle_name": "María",
    "suffix": "III",
    "credentials": "PhD, MBA",
    "pronouns": "she/her",
    "position": "Analyst; senior, of \\ maps",
    "seniority": "senior",
    "organization": "Oxfam, Ltd",
    "location": "Madrid, Spain",
    "time_zone": "Europe/Madrid",
    "emails": "one@example.org, two@example.org",
    "phones": "+34 600 111 222, 091",
    "links": "https://a.example/?b=c#d, e.example",
    "schools": "Universidad de Madrid",
    "past_employers": "Acme, Initech",
    "tags": "choir, école",
    "source": "event",
    "in_touch_on": "2026-05-04",
    "remarks": "Likes maps,\n  and; trains\n",
}


def fill_in(book, contact_id):
    """Let somebody have every field that one can edit."""
    for field, text in EVERY_FIELD.items():
        book.edit(contact_id, field, text)
    book.edit(contact_id, "referrer", "Bo Chen")


@pytest.fixture
def full(tmp_path):
    """A book in which one has every field, one comes from LinkedIn, and one is in the trash."""
    with Book(tmp_path / "full") as book:
        book.take_in([connection("Łukasz Øberg", position="Nurse", organization="Oxfam")])
        book.add("Bo Chen", emails="bo@example.org")
        ana = book.add("Ana Ruiz")
        fill_in(book, ana)
        file = tmp_path / "ana.png"
        file.write_bytes(picture())
        photo_verbs.choose(book.store, contact_id=ana, path=file)
        book.delete(book.add("Mei Wang"))
        yield book


def export(book, path):
    exports.export(book.read, path=path, file_format=path.suffix[1:], progress=Progress())


def people_of(book):
    """Everybody who is listed, with their photos and without ids."""
    listing = contact_reads.listing(book.read)
    lines = contact_reads.page(book.read, listing, offset=0, limit=listing.total)
    return [
        (
            replace(contact_reads.contact(book.read, line.id), id=0, organization_id=None, referrer_id=None),
            photos.photo(book.read, line.id) is not None,
        )
        for line in lines
    ]


def test_cards_read_into_an_empty_book_give_the_same_people_with_every_field(full, book, tmp_path):
    assert set(EDITABLE) == {*EVERY_FIELD, "given_name", "family_name", "referrer"}
    export(full, tmp_path / "people.vcf")
    accounting = book.import_file(tmp_path / "people.vcf")
    assert (accounting.new, accounting.problems) == (3, ())
    assert people_of(book) == people_of(full)


def test_cards_of_this_very_book_are_nothing_new(full, tmp_path):
    export(full, tmp_path / "people.vcf")
    again = full.import_file(tmp_path / "people.vcf")
    assert (again.new, again.updated, again.same) == (0, 0, 3)
    before = full.rows()
    full.import_file(tmp_path / "people.vcf")
    assert full.rows() == before


def test_cards_are_the_same_each_time_and_from_the_book_that_read_them(full, book, tmp_path):
    for name in ("one.vcf", "two.vcf"):
        export(full, tmp_path / name)
    first = (tmp_path / "one.vcf").read_bytes()
    assert (tmp_path / "two.vcf").read_bytes() == first
    book.import_file(tmp_path / "one.vcf")
    export(book, tmp_path / "three.vcf")
    third = (tmp_path / "three.vcf").read_bytes()
    assert [line for line in third.splitlines() if b":" in line and b"PHOTO" not in line] == [
        line for line in first.splitlines() if b":" in line and b"PHOTO" not in line
    ]


def test_a_table_of_this_very_book_is_nothing_new(full, tmp_path):
    export(full, tmp_path / "people.csv")
    before = full.rows()["contact"]
    full.import_file(tmp_path / "people.csv")
    assert full.rows()["contact"] == before
