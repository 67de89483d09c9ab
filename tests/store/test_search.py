"""Finding people: without accents, by beginnings, by facets, whatever is typed, and after every change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain import contact_filter
from infoview_desktop.domain.contact import Source
from infoview_desktop.store.folding import fold
from infoview_desktop.store.reads import contacts as lists
from infoview_desktop.store.reads import tags
from infoview_desktop.store.reads.organizations import names as organization_names
from tests.book import Book, connection


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Łukasz Øberg", "lukasz oberg"),
        ("Đorđe Straße", "dorde strasse"),
        ("José ÑANDÚ", "jose nandu"),
        ("王", "wang"),
        ("Σωκράτης", "sokratis"),
        ("O'Neil", "o'neil"),
        ("", ""),
    ],
)
def test_text_is_folded_to_plain_lower_case_letters(written, folded):
    assert fold(written).strip() == folded


@given(st.text())
def test_any_text_folds_to_lower_case_ascii(text):
    folded = fold(text)
    assert folded.isascii()
    assert folded == folded.lower() == fold(folded)


@pytest.fixture
def people(book):
    """Four people of many letters."""
    book.take_in(
        [
            connection("Łukasz Øberg", organization="Fjord Labs", position="Data Analyst", email="lo@fjord.example"),
            connection("Ana Ruiz", organization="Oxfam GB", position="Nurse", credentials="PhD"),
            connection("美咲 鈴木", organization="S.A. Große Häuser", position="Analyst | Public Policy"),
        ]
    )
    book.add("Bo O'Neil", organization="Oxfam", tag_names="alumni, école", source=Source.ALUMNI)
    return book


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Ana Ruiz, PhD", "Bo O'Neil", "Łukasz Øberg", "美咲 鈴木"]),
        ("lukasz oberg", ["Łukasz Øberg"]),
        ("ŁUK", ["Łukasz Øberg"]),
        ("øb luk", ["Łukasz Øberg"]),
        ("a", ["Ana Ruiz, PhD", "Bo O'Neil", "Łukasz Øberg", "美咲 鈴木"]),
        ("oxfam", ["Ana Ruiz, PhD", "Bo O'Neil"]),
        ("analyst", ["Łukasz Øberg", "美咲 鈴木"]),
        ("analyst fjord", ["Łukasz Øberg"]),
        ("analyst oxfam", []),
        ("grosse hauser", ["美咲 鈴木"]),
        ("phd", ["Ana Ruiz, PhD"]),
        ("o'neil", ["Bo O'Neil"]),
        ("lo@fjord", ["Łukasz Øberg"]),
        ("company:oxfam tag:alumni", ["Bo O'Neil"]),
        ("company:ox", ["Ana Ruiz, PhD", "Bo O'Neil"]),
        ('company:"oxfam gb"', ["Ana Ruiz, PhD"]),
        ('at:"oxfam g', ["Ana Ruiz, PhD"]),
        ("position:oxfam", []),
        ("title:nurse", ["Ana Ruiz, PhD"]),
        ("tag:ecole", ["Bo O'Neil"]),
        ("found:linkedin analyst", ["Łukasz Øberg", "美咲 鈴木"]),
        ("source:alumni", ["Bo O'Neil"]),
        ("email:example", ["Łukasz Øberg"]),
        ("company:", ["Ana Ruiz, PhD", "Bo O'Neil", "Łukasz Øberg", "美咲 鈴木"]),
        ("kasz", []),
        ("nobody", []),
    ],
)
def test_people_are_found_by_what_is_typed(people, typed, found):
    assert sorted(people.names(typed)) == sorted(found)


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    with Book(tmp_path_factory.mktemp("one")) as book:
        book.take_in([connection("Ana Ruiz")])
        yield book


@given(st.text() | st.from_regex(r'(?:[a-z]+:)?"?[*^"():{}+-]*[a-z\0]*(?: (?:AND|OR|NOT|NEAR) ?)*"?'))
def test_nothing_that_can_be_typed_breaks_the_search(one, typed):
    listed = lists.listing(one.read, terms=contact_filter.parse(typed))
    found = lists.page(one.read, listed, offset=0, limit=10)
    assert len(found) == listed.total
    assert lists.place(one.read, listed, 1) == (0 if found else None)


@pytest.mark.parametrize("word", ["AND", "or", "NOT", "near", "null", "name", "rowid"])
def test_a_word_of_the_query_language_is_an_ordinary_word(book, word):
    book.add(word, position="Nurse")
    assert book.names(f"{word} nurse") == [word]


def test_the_index_follows_every_change(book):
    ana = book.add("Ana Ruiz", organization="Oxfam", emails="ana@example.org", tag_names="alumni")
    changes = [
        (lambda: book.edit(ana, "given_name", "Łucja"), "lucja", "name:ana"),
        (lambda: book.edit(ana, "family_name", "Øberg"), "oberg", "ruiz"),
        (lambda: book.edit(ana, "credentials", "MBA"), "mba", None),
        (lambda: book.edit(ana, "position", "Nurse"), "position:nurse", None),
        (lambda: book.edit(ana, "organization", "Fjord Labs"), "company:fjord", "oxfam"),
        (lambda: book.edit(ana, "emails", "new@example.org"), "email:new", "email:ana"),
        (lambda: book.edit(ana, "tags", "mentor"), "tag:mentor", "tag:alumni"),
        (lambda: book.delete(ana), None, "lucja"),
    ]
    for change, found, lost in changes:
        for step in (change, book.undo, book.redo):
            step()
            assert book.findings() == []
        assert not found or len(book.names(found)) == 1
        assert not lost or book.names(lost) == []


def test_who_is_in_the_trash_is_not_found_until_undo_brings_them_back(people):
    people.delete(1)
    assert people.names("lukasz") == []
    people.undo()
    assert people.names("lukasz") == ["Łukasz Øberg"]


def test_organizations_are_offered_as_their_name_is_typed(people):
    assert organization_names(people.read, beginning="ox", limit=9) == ["Oxfam", "Oxfam GB"]
    assert organization_names(people.read, beginning="ox", limit=1) == ["Oxfam"]
    assert organization_names(people.read, beginning="%", limit=9) == []
    assert organization_names(people.read, beginning="_", limit=9) == []


def test_tags_are_counted_without_the_trash(people):
    people.add("Mei Wang", tag_names="Alumni")
    mei = people.add("Mei Mei", tag_names="alumni, mentor")
    assert [(one.name, one.people) for one in tags.most_used(people.read, limit=2)] == [("alumni", 3), ("mentor", 1)]
    people.delete(mei)
    assert [(one.name, one.people) for one in tags.most_used(people.read, limit=9)] == [("alumni", 2), ("école", 1)]
