"""Finding notes: by words, #tags and whom they are about, whatever is typed, and after every change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.note_filter import parse_notes
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import exports, trash
from infoview_desktop.store import history, note_search, search
from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.store.folding import offer_fold
from infoview_desktop.store.reads import note_lists
from tests.book import Book, behind_its_back
from tests.notes import change_note, hold_interview, titles, write_note


@pytest.fixture
def notes(book):
    """A note of every kind."""
    ana = book.add("Ana Ruiz", organization="Oxfam GB")
    lukasz = book.add("Łukasz Øberg", organization="Fjord Labs")
    oxfam = book.read.value("SELECT organization_id FROM contact WHERE id = ?", (ana,))
    write_note(book, "Free\nThe library has a #SQL course, große Straße.")
    write_note(book, "Ana\nMoved from consulting to #nonprofit work.", contact_id=ana)
    write_note(book, "Firm\nWhat Oxfam pays for cash transfers #nonprofit #cash-transfers", organization_id=oxfam)
    write_note(book, "Talk\nŁódź is where she began, zażółć #sql", interview_id=hold_interview(book, ana, lukasz))
    return book


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Talk", "Firm", "Ana", "Free"]),
        ("library", ["Free"]),
        ("LIBR", ["Free"]),
        ("grosse strasse", ["Free"]),
        ("GROßE", ["Free"]),
        ("lodz zazolc", ["Talk"]),
        ("nonprofit", ["Firm", "Ana"]),
        ("tag:nonprofit", ["Firm", "Ana"]),
        ("tag:sql", ["Talk", "Free"]),
        ("tag:cash-transfers", ["Firm"]),
        ("tag:consulting", []),
        ("ruiz", ["Talk", "Ana"]),
        ("on:ana", ["Talk", "Ana"]),
        ("with:oberg", ["Talk"]),
        ('on:"ana ruiz" sql', ["Talk"]),
        ("at:oxfam", ["Talk", "Firm", "Ana"]),
        ("at:fjord", ["Talk"]),
        ("is:free", ["Free"]),
        ("is:person", ["Ana"]),
        ("is:organization", ["Firm"]),
        ("is:interview", ["Talk"]),
        ("person", []),
        ("brary", []),
    ],
)
def test_notes_are_found_by_what_is_typed_the_newest_change_first(notes, typed, found):
    assert titles(notes, typed) == found


def test_a_note_that_is_changed_comes_first_until_that_is_undone(notes):
    first = notes.read.value("SELECT min(id) FROM note")
    change_note(notes, first, "Free\nNow about statistics")
    assert titles(notes) == ["Free", "Talk", "Firm", "Ana"]
    assert titles(notes, "statistics") == ["Free"]
    assert titles(notes, "library") == []
    notes.undo()
    assert titles(notes) == ["Talk", "Firm", "Ana", "Free"]
    assert titles(notes, "library") == ["Free"]
    assert titles(notes, "statistics") == []


def test_the_index_follows_every_change_and_every_step_back(notes):
    ana, lukasz, talk = 1, 2, 4

    def sql(statement, *values):
        with notes.store.transaction(Phrase("Change")) as transaction:
            transaction.connection.execute(statement, values).fetchall()

    changes = [
        (lambda: change_note(notes, talk, "Talk\nabout rivers"), "rivers", "tag:sql talk"),
        (lambda: sql("UPDATE note SET text = 'Talk about brooks' WHERE id = 4"), "brooks", "rivers"),
        (lambda: notes.edit(ana, "given_name", "Łucja"), "on:lucja", "on:ana"),
        (lambda: notes.edit(ana, "organization", "Acme"), "at:acme", None),
        (lambda: sql("UPDATE organization SET name = 'Médecins' WHERE name = 'Oxfam GB'"), "at:medecins", "at:oxfam"),
        (lambda: sql("DELETE FROM interview_person WHERE contact_id = ?", lukasz), None, "with:lukasz"),
        (lambda: sql("UPDATE note SET contact_id = ? WHERE id = 2", lukasz), "on:lukasz", None),
        (lambda: sql("DELETE FROM note WHERE id = 1"), None, "library"),
        (lambda: write_note(notes, "Another #thing"), "tag:thing", None),
        (lambda: notes.delete(lukasz), None, "on:lukasz"),
    ]
    for change, found, lost in changes:
        for step in (change, notes.undo, notes.redo):
            step()
            assert notes.findings() == []
        assert not found or len(titles(notes, found)) >= 1
        assert not lost or titles(notes, lost) == []


class TestTheTrash:
    def test_hides_the_notes_of_who_is_in_it(self, notes):
        notes.delete(1)
        assert titles(notes) == ["Talk", "Firm", "Free"]
        assert titles(notes, "consulting") == []
        notes.undo()
        assert titles(notes, "consulting") == ["Ana"]

    def test_hides_those_of_an_interview_once_all_of_its_people_are_there(self, notes):
        notes.delete(1)
        assert "Talk" in titles(notes)
        notes.delete(2)
        assert titles(notes) == ["Firm", "Free"]

    def test_takes_them_along_when_it_is_emptied(self, notes):
        notes.delete(1, 2)
        trash.erase_all(notes.store)
        assert notes.findings() == []
        assert "Ana" not in titles(notes)


def test_tags_are_counted_without_the_trash_and_whatever_their_case(notes):
    def tags():
        return [(tag.name, tag.notes) for tag in note_lists.most_used_tags(notes.read, limit=9)]

    assert tags() == [("nonprofit", 2), ("sql", 2), ("cash-transfers", 1)]
    notes.delete(1)
    assert tags() == [("sql", 2), ("cash-transfers", 1), ("nonprofit", 1)]


@pytest.mark.parametrize("many", [0, 10**9])
def test_a_change_of_more_than_can_be_named_leaves_it_right(notes, monkeypatch, many):
    """The index is then not followed row by row."""
    monkeypatch.setattr(history, "_MANY_BYTES", many)
    monkeypatch.setattr(history, "_MANY_ROWS", 1)
    monkeypatch.setattr(search, "BULK", 1)
    for step in (
        lambda: notes.edit(1, "given_name", "Łucja"),
        lambda: write_note(notes, "Another #thing", contact_id=1),
        lambda: change_note(notes, 4, "Talk\nof rivers and brooks"),
        lambda: notes.delete(1, 2),
        notes.undo,
        notes.undo,
        notes.undo,
        notes.redo,
    ):
        step()
        assert notes.findings() == []


def test_what_an_export_brings_back_is_found(notes, tmp_path):
    exports.export(notes.read, path=tmp_path / "book.json", file_format="json", progress=Progress())
    with Book(tmp_path / "other") as other:
        exports.read_json(other.store, path=tmp_path / "book.json", progress=Progress())
        assert titles(other) == titles(notes)
        assert titles(other, "tag:nonprofit") == ["Firm", "Ana"]
        assert other.findings() == []


def test_times_that_mean_nothing_and_huge_ids_do_no_harm(book):
    for note_id, moment in ((5, ""), (2**52, "soon"), (6, "9999-12-31T23:59:59+00:00"), (7, "1066-10-14")):
        with book.store.transaction(Phrase("Import")) as transaction:
            transaction.connection.execute(
                "INSERT INTO note (id, text, created_at, changed_at) VALUES (?, ?, '', ?)",
                (note_id, f"Note {note_id}", moment),
            )
    assert titles(book)[0] == "Note 6"
    assert sorted(titles(book, "note")) == sorted(titles(book))
    assert len(titles(book)) == 4
    assert book.findings() == []


def test_bulk_is_put_in_order_afterwards(book, monkeypatch):
    monkeypatch.setattr(note_search, "_MANY", 3)
    for number in range(4):
        write_note(book, f"Note {number}")
    with book.store.unrecorded() as transaction:
        note_search.create(transaction.connection)
        note_search.catch_up(transaction.connection)
    assert titles(book) == ["Note 3", "Note 2", "Note 1", "Note 0"]
    assert book.findings() == []


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    with Book(tmp_path_factory.mktemp("one")) as book:
        write_note(book, "Ana Ruiz #sql")
        yield book


@given(st.text() | st.from_regex(r'(?:[a-z]+:)?"?[*^"():{}+-]*[a-z\0]*(?: (?:AND|OR|NOT|NEAR) ?)*"?'))
def test_nothing_that_can_be_typed_breaks_the_search(one, typed):
    listed = note_lists.listing(one.read, terms=parse_notes(typed))
    found = note_lists.page(one.read, listed, offset=0, limit=10)
    assert len(found) == listed.total
    assert note_lists.place(one.read, listed, 1) == (0 if found else None)


def test_a_note_stands_where_the_pages_show_it(book):
    ids = [write_note(book, f"Note {number}" + " #even" * (number % 2 == 0)) for number in range(10)]
    for typed in ("", "tag:even"):
        listed = note_lists.listing(book.read, terms=parse_notes(typed))
        shown = [
            line.id
            for offset in range(0, listed.total, 3)
            for line in note_lists.page(book.read, listed, offset=offset, limit=3)
        ]
        assert [note_lists.place(book.read, listed, one) for one in shown] == list(range(len(shown)))
        assert len(shown) == (5 if typed else 10)
        assert note_lists.place(book.read, listed, 77) is None
        assert note_lists.place(book.read, listed, ids[1]) == (None if typed else 8)


class TestHostileNotes:
    def test_one_word_of_a_megabyte_is_found_by_its_beginning(self, book):
        write_note(book, "b" + "a" * 1_000_000)
        write_note(book, "ø" * 1_000_000)
        assert len(titles(book, "baaa")) == len(titles(book, "oooo")) == 1
        assert book.findings() == []

    def test_ten_thousand_tags_are_all_found(self, book):
        write_note(book, " ".join(f"#tag{number}" for number in range(10_000)))
        assert len(titles(book, "tag:tag9999")) == 1
        assert len(note_lists.most_used_tags(book.read, limit=20_000)) == 10_000
        assert book.findings() == []

    def test_many_words_are_looked_for_at_once(self, book):
        write_note(book, "ab " * 500)
        assert len(titles(book, "a " * 500)) == 1


@pytest.fixture
def spoil(notes):
    def spoil(sql):
        with behind_its_back(notes.directory / FILE_NAME) as other:
            offer_fold(other)
            other.execute(sql).fetchall()
        return notes.findings()

    return spoil


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        ("UPDATE note SET changed_at = '2030-01-01T00:00:00+00:00' WHERE id = 1", "wrong for 1 note."),
        ("UPDATE contact SET trashed_at = created_at WHERE id = 1", "wrong for 1 note."),
        ("UPDATE contact SET given_name = 'Mia' WHERE id = 1", "wrong for 2 notes."),
        ("DELETE FROM note_search", "wrong for 4 notes."),
        ("UPDATE note SET text = replace(text, 'library', 'brewery')", "does not find all words."),
        ("INSERT INTO note_fts (note_fts) VALUES ('delete-all')", "does not find all words."),
        ("DELETE FROM note_fts WHERE rowid = (SELECT min(place) FROM note_search)", "does not find all words."),
        ("INSERT INTO note_fts (rowid, text) VALUES (1, 'nobody')", "does not find all words."),
        ("DELETE FROM note_tag_search WHERE note_id = 1", "does not find all words."),
    ],
)
def test_the_check_finds_what_was_spoilt(spoil, sql, finding):
    assert any(finding in found for found in spoil(sql))
