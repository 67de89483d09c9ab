"""Lists of people: sorted both ways with blanks last, page by page, and each person at their place."""

from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_desktop.domain import contact_filter
from infoview_desktop.operations import short_list
from infoview_desktop.store.reads import contacts as lists
from infoview_desktop.store.reads.contacts import Sort
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.search import SORTED_COLUMNS
from tests.book import Book, connection

SORTS = [Sort(column, descending) for column in SORTED_COLUMNS for descending in (False, True)]


@pytest.fixture
def people(book):
    book.take_in(
        [
            connection("Łukasz Øberg", organization="Ørsted", position="nurse", connected_on="2020-05-01"),
            connection("Mei Wang", organization="Oxfam", position="Analyst", connected_on="2026-06-07"),
            connection("Ana Ruiz", organization="Oxfam", connected_on=None),
        ]
    )
    maria = book.add("ana maria", position="Teacher", tag_names="mentor, alumni", emails="am@example.org")
    book.edit(maria, "location", "Lima")
    book.edit(maria, "seniority", "senior")
    book.edit(maria, "in_touch_on", "2026-01-02")
    short_list.want_to_talk_to(book.store, contact_ids=[maria])
    return book


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        (Sort("name"), ["ana maria", "Ana Ruiz", "Łukasz Øberg", "Mei Wang"]),
        (Sort("name", descending=True), ["Mei Wang", "Łukasz Øberg", "Ana Ruiz", "ana maria"]),
        (Sort("position"), ["Mei Wang", "Łukasz Øberg", "ana maria", "Ana Ruiz"]),
        (Sort("position", descending=True), ["ana maria", "Łukasz Øberg", "Mei Wang", "Ana Ruiz"]),
        (Sort("organization"), ["Łukasz Øberg", "Ana Ruiz", "Mei Wang", "ana maria"]),
        (Sort("organization", descending=True), ["Mei Wang", "Ana Ruiz", "Łukasz Øberg", "ana maria"]),
        (Sort("tags"), ["ana maria", "Ana Ruiz", "Łukasz Øberg", "Mei Wang"]),
        (Sort("connected_on"), ["Łukasz Øberg", "Mei Wang", "ana maria", "Ana Ruiz"]),
        (Sort("connected_on", descending=True), ["Mei Wang", "Łukasz Øberg", "ana maria", "Ana Ruiz"]),
        (Sort("source"), ["Ana Ruiz", "Łukasz Øberg", "Mei Wang", "ana maria"]),
    ],
    ids=str,
)
def test_people_are_sorted_without_regard_to_accents_and_blanks_come_last(people, sort, names):
    assert people.names(sort=sort) == names


def test_a_line_says_what_a_list_shows(people):
    listed = lists.listing(people.read, terms=contact_filter.parse("maria"))
    (line,) = lists.page(people.read, listed, offset=0, limit=9)
    assert (line.name, line.position, line.organization, line.tags, line.connected_on, line.source) == (
        "ana maria",
        "Teacher",
        "",
        "alumni, mentor",
        "",
        "",
    )


def test_a_person_is_told_of_in_full(people):
    people.edit(1, "emails", "b@example.org, a@example.org")
    people.edit(1, "phones", "2, 1")
    person = lists.contact(people.read, 1)
    assert (person.name, person.emails, person.phones, person.tags, person.linkedin, person.connected_on) == (
        "Łukasz Øberg",
        ("b@example.org", "a@example.org"),
        ("2", "1"),
        (),
        "łukasz-øberg",
        "2020-05-01",
    )


@pytest.mark.parametrize("nobody", [0, 99])
def test_nobody_is_told_of_who_is_not_there(people, nobody):
    listed = lists.listing(people.read)
    assert lists.contact(people.read, nobody) is None
    assert lists.place(people.read, listed, nobody) is None


def test_a_page_of_a_list_that_has_become_shorter_is_shorter(people):
    listed = lists.listing(people.read)
    people.delete(1, 2)
    assert [line.name for line in lists.page(people.read, listed, offset=0, limit=9)] == ["ana maria", "Ana Ruiz"]


def assert_pages_and_places_agree(book, listed):
    """Pages of any size make up the whole list, and everybody stands at their place in it."""
    whole = [line.id for line in lists.page(book.read, listed, offset=0, limit=listed.total + 1)]
    assert len(set(whole)) == len(whole) == listed.total
    for size in (1, 3, 7):
        pages = [
            [line.id for line in lists.page(book.read, listed, offset=start, limit=size)]
            for start in range(0, listed.total + size, size)
        ]
        assert list(chain.from_iterable(pages)) == whole
        assert all(len(page) == size for page in pages[: listed.total // size])
    places = {row[0]: lists.place(book.read, listed, row[0]) for row in book.rows()["contact"]}
    assert places == {contact_id: whole.index(contact_id) if contact_id in whole else None for contact_id in places}


names = st.sampled_from(["Ana", "ana", "Ána", "Bo", "Łukasz", "王"])
values = st.sampled_from(["", "Oxfam", "oxfam", "Øxfam", "Zephyr", "🌍", "ŁÓDŹ"])
books = st.lists(
    st.builds(
        connection,
        names,
        organization=values,
        position=values,
        linkedin=st.none(),
        email=st.uuids().map(str),
        connected_on=st.sampled_from([None, "2020-01-01", "2026-06-07"]),
    ),
    max_size=12,
)


@settings(max_examples=40)
@given(people=books, trashed=st.sets(st.integers(1, 12)), typed=st.sampled_from(["", "ox", "a", "company:ox", "bo z"]))
def test_however_a_list_is_sorted_its_pages_and_places_agree(people, trashed, typed):
    with TemporaryDirectory() as folder, Book(Path(folder)) as book:
        book.take_in(people)
        book.delete(*trashed.intersection(row[0] for row in book.rows()["contact"]))
        for sort in SORTS:
            listed = lists.listing(book.read, terms=contact_filter.parse(typed), sort=sort)
            assert_pages_and_places_agree(book, listed)


@pytest.mark.parametrize("broad", [0, 1_000_000], ids=["walked", "sorted"])
def test_a_broad_list_is_the_same_as_a_narrow_one(people, monkeypatch, broad):
    monkeypatch.setattr(lists, "_BROAD", broad)
    for sort in SORTS:
        listed = lists.listing(people.read, terms=contact_filter.parse("a"), sort=sort)
        assert_pages_and_places_agree(people, listed)
    assert people.names("a", Sort("organization")) == ["Ana Ruiz", "Mei Wang", "ana maria"]


class Explained(Reader):
    """A reader that also keeps how SQLite goes about each page of a list."""

    def __init__(self, connection):
        super().__init__(connection)
        self.steps = []

    def rows(self, query, bindings=()):
        if query.startswith("SELECT contact_id FROM contact_search"):
            plan = super().rows(f"EXPLAIN QUERY PLAN {query}", bindings)
            self.steps += [step for *_, step in plan]
        return super().rows(query, bindings)


@pytest.mark.parametrize("sort", SORTS, ids=str)
@pytest.mark.parametrize("typed", ["", "a"])
def test_a_page_of_a_broad_list_is_read_along_its_index(people, monkeypatch, sort, typed):
    """So that a page of tens of thousands is there within a frame."""
    monkeypatch.setattr(lists, "_BROAD", 0)
    reader = Explained(people.store.connection)
    listed = lists.listing(reader, terms=contact_filter.parse(typed), sort=sort)
    lists.page(reader, listed, offset=0, limit=9)
    assert any(f"contact_search_{sort.column}" in step for step in reader.steps)
    assert not any("TEMP B-TREE" in step for step in reader.steps)
