"""Lists of organizations: filtered by words and facets, page by page, each at its place."""

from itertools import chain

import pytest

from infoview_desktop.domain.contact_filter import parse
from infoview_desktop.domain.organization import FACETS
from infoview_desktop.operations import organizations as verbs
from infoview_desktop.store.reads import organization_spellings
from infoview_desktop.store.reads import organizations as lists
from infoview_desktop.store.reads.organization_spellings import Suggestions
from tests.book import Book, connection


@pytest.fixture
def filled(book: Book) -> Book:
    book.take_in(
        [
            connection("Ana Ruiz", organization="Ørsted", position="Nurse"),
            connection("Łukasz Øberg", organization="Ørsted"),
            connection("Mei Wang", organization="100 % Kind"),
        ]
    )
    verbs.add(book.store, names="Agua Clara\na_b\nÉcole de Lima", kind="university", city="Łódź")
    verbs.edit(book.store, organization_id=id_of(book, "Agua Clara"), field="industry", text="Water supply")
    return book


def id_of(book: Book, name: str) -> int:
    return lists.called(book.read, name=name) or 0


def found(book: Book, typed: str) -> list[str]:
    listed = lists.listing(book.read, terms=parse(typed, FACETS))
    lines = lists.page(book.read, listed, offset=0, limit=99)
    assert len(lines) == listed.total
    return [line.name for line in lines]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["100 % Kind", "a_b", "Agua Clara", "École de Lima", "Ørsted"]),
        ("orsted", ["Ørsted"]),
        ("ØRST", ["Ørsted"]),
        ("sted", []),
        ("lima ecole", ["École de Lima"]),
        ("a_", ["a_b"]),
        ("100%", []),
        ("100 kind", ["100 % Kind"]),
        ("lodz", ["a_b", "Agua Clara", "École de Lima"]),
        ("city:lodz ecole", ["École de Lima"]),
        ("in:lodz name:a", ["a_b", "Agua Clara"]),
        ("kind:university", ["a_b", "Agua Clara", "École de Lima"]),
        ("kind:company", []),
        ("industry:supply", ["Agua Clara"]),
        ('industry:"water sup"', ["Agua Clara"]),
        ("water", ["Agua Clara"]),
        ("tag:alumni", []),
        ("city:", ["100 % Kind", "a_b", "Agua Clara", "École de Lima", "Ørsted"]),
    ],
)
def test_a_filter_finds_beginnings_of_words(filled, typed, names):
    assert found(filled, typed) == names


@pytest.mark.parametrize("typed", ["", "name:a"])
@pytest.mark.parametrize("few", [0, 2_000])
def test_pages_are_the_list_in_parts_and_each_stands_in_its_place(filled, monkeypatch, typed, few):
    monkeypatch.setattr(lists, "_FEW", few)
    listed = lists.listing(filled.read, terms=parse(typed, FACETS))
    whole = lists.page(filled.read, listed, offset=0, limit=99)
    parts = [lists.page(filled.read, listed, offset=offset, limit=2) for offset in range(0, listed.total, 2)]
    assert list(chain(*parts)) == whole
    assert [lists.place(filled.read, listed, line.id) for line in whole] == list(range(listed.total))
    others = set(range(99)) - {line.id for line in whole}
    assert {lists.place(filled.read, listed, other) for other in others} == {None}


def test_a_list_of_some_is_narrowed_in_its_own_order(filled):
    ids = tuple(id_of(filled, name) for name in ("Ørsted", "Agua Clara", "a_b"))
    listed = lists.listing_of(filled.read, terms=parse("in:lodz", FACETS), ids=ids)
    assert listed.ids == ids[1:]
    assert lists.listing_of(filled.read, terms=(), ids=ids).ids == ids
    assert lists.place(filled.read, listed, ids[2]) == 1


def test_nobody_is_known_where_only_the_trash_works(filled):
    filled.delete(3)
    names = [line.name for line in lists.lines(filled.read, lists.nobody_known(filled.read))]
    assert names == ["100 % Kind", "a_b", "Agua Clara", "École de Lima"]
    assert lists.counts(filled.read) == lists.Counts(5, 0, 4, 1)


def test_people_there_come_by_name_and_in_parts(filled):
    orsted = id_of(filled, "ørsted")
    filled.edit(1, "tags", "lima, alumni")
    ana, lukasz = lists.people_known(filled.read, orsted, offset=0, limit=9)
    assert (ana.name, ana.position, ana.source, ana.tags) == ("Ana Ruiz", "Nurse", "linkedin", "alumni, lima")
    assert lists.people_known(filled.read, orsted, offset=1, limit=1) == [lukasz]


def test_a_name_is_found_whatever_its_capitals_and_spaces_are_but_not_without_its_accents(filled):
    assert id_of(filled, " ÉCOLE  de lima ") == id_of(filled, "École de Lima") != 0
    assert id_of(filled, "Ecole de Lima") == 0
    assert lists.names(filled.read, beginning="a_", limit=9) == ["a_b"]


def test_what_was_found_holds_until_a_name_changes(filled):
    verbs.add(filled.store, names="Agua Clara Ltd")
    found = organization_spellings.suggested(filled.read, before=Suggestions())
    assert set(found.by_organization) == {id_of(filled, "Agua Clara"), id_of(filled, "Agua Clara Ltd")}
    verbs.set_target(filled.store, organization_id=id_of(filled, "a_b"), target=True)
    assert organization_spellings.suggested(filled.read, before=found) is found
    verbs.delete(filled.store, organization_id=id_of(filled, "Agua Clara"))
    assert organization_spellings.suggested(filled.read, before=found).by_organization == {}


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("orst", ["Ørsted"]), ("ÉCOLE de l", ["École de Lima"]), ("100 %", ["100 % Kind"]), ("a_", ["a_b"]), ("lima", [])],
)
def test_names_are_completed_whatever_their_letters(filled: Book, typed: str, offered: list[str]):
    assert lists.names(filled.read, beginning=typed, limit=9) == offered
