"""The schema: what a new book has, what the models say of it, and how an older one is brought up to date."""

from contextlib import closing
from functools import partial

import apsw
import pytest
from peewee import AutoField, BlobField, ForeignKeyField, TextField

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.store import backup
from infoview_desktop.store.all_tables import RECORDED, UNRECORDED, table_name
from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.store.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from infoview_desktop.store.recorded import RECORDED_TABLES
from tests import next_version
from tests.book import Book, behind_its_back, connection
from tests.data import released

MODELS = (*RECORDED, *UNRECORDED)


def test_a_new_book_says_in_its_header_whose_it_is_and_of_which_version(book):
    assert book.read.value("PRAGMA application_id") == APPLICATION_ID
    assert book.read.value("PRAGMA user_version") == SCHEMA_VERSION == len(MIGRATIONS)
    assert book.read.value("PRAGMA journal_mode") == "wal"


def test_the_connection_that_writes_has_every_safeguard_on(store):
    pragmas = {"synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "query_only": 1}
    assert {name: store.connection.pragma(name) for name in pragmas} == pragmas


def test_a_new_book_is_empty_and_sound(book):
    assert not any(book.rows().values())
    assert book.findings() == []


def test_steps_are_numbered_from_one_without_a_gap():
    assert [step.number for step in MIGRATIONS] == list(range(1, SCHEMA_VERSION + 1))


def test_every_table_is_one_that_undo_records_or_one_that_it_does_not(book):
    tables = {name for (name,) in book.read.rows("SELECT name FROM pragma_table_list WHERE schema = 'main'")}
    index = {name for name in tables if "_fts" in name or name.endswith("_search")}
    assert tables - index - {"sqlite_schema", "sqlite_sequence"} == set(map(table_name, MODELS))


def test_the_recorded_tables_are_those_of_the_recorded_models_parents_first():
    assert tuple(map(table_name, RECORDED)) == RECORDED_TABLES
    for place, model in enumerate(RECORDED):
        parents = [field.rel_model for field in model._meta.sorted_fields if isinstance(field, ForeignKeyField)]
        assert set(parents) - {model} <= set(RECORDED[:place])


@pytest.mark.parametrize("model", MODELS, ids=table_name)
def test_a_model_has_exactly_the_columns_of_its_table(book, model):
    kinds = {AutoField: "INTEGER", TextField: "TEXT", BlobField: "BLOB"}
    told = [
        (
            field.column_name,
            kinds.get(type(field), "INTEGER"),
            field.null or field.primary_key,
            field.primary_key,
        )
        for field in model._meta.sorted_fields
    ]
    query = "SELECT name, type, NOT [notnull] OR pk, pk > 0 FROM pragma_table_info(?)"
    found = [
        (name, kind, bool(may_be_null), bool(is_key) and bool(model._meta.primary_key))
        for name, kind, may_be_null, is_key in book.read.rows(query, (table_name(model),))
    ]
    if not model._meta.primary_key:  # a key of two columns, which peewee is not told of
        query = "SELECT name FROM pragma_table_info(?) WHERE pk"
        keys = {name for (name,) in book.read.rows(query, (table_name(model),))}
        told = [(name, kind, null or name in keys, is_key) for name, kind, null, is_key in told]
    assert told == found


@pytest.mark.parametrize("model", MODELS, ids=table_name)
def test_a_model_refers_to_what_its_table_refers_to(book, model):
    told = {
        (field.column_name, table_name(field.rel_model), field.on_delete)
        for field in model._meta.sorted_fields
        if isinstance(field, ForeignKeyField)
    }
    query = 'SELECT "from", "table", on_delete FROM pragma_foreign_key_list(?)'
    assert told == set(book.read.rows(query, (table_name(model),)))


@pytest.mark.parametrize("model", [each for each in RECORDED if isinstance(each._meta.primary_key, AutoField)])
def test_an_id_is_never_used_again(book, model):
    sql = book.read.value("SELECT sql FROM sqlite_schema WHERE name = ?", (table_name(model),))
    assert "id INTEGER PRIMARY KEY AUTOINCREMENT" in sql


@pytest.mark.parametrize("schema", range(1, SCHEMA_VERSION + 1))
class TestAnyRelease:
    """Books as the releases left them, each with something of everything, and one step undone."""

    @pytest.fixture
    def old(self, schema, tmp_path, clock):
        released.unpack(schema, tmp_path)
        with Book(tmp_path, clock) as book:
            yield book

    def test_opens_sound(self, old):
        assert old.findings() == []

    def test_steps_forward_and_back_to_its_beginning_and_forward_again(self, old):
        old.redo()
        newest = old.rows()
        steps = old.count("history")
        for _ in range(steps):
            old.undo()
        assert not any(old.rows().values())
        for _ in range(steps):
            old.redo()
        assert old.rows() == newest
        assert old.findings() == []

    def test_is_what_the_migrations_make(self, schema, tmp_path):
        tables = (
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
            " AND name NOT LIKE '%\\_search' ESCAPE '\\' AND name NOT LIKE '%\\_fts%' ESCAPE '\\'"
        )
        with closing(apsw.Connection(":memory:")) as new, behind_its_back(released.unpack(schema, tmp_path)) as old:
            for migration in MIGRATIONS[:schema]:
                migration.apply(new)
            assert set(old.execute(tables)) == set(new.execute(tables))

    def test_had_something_in_every_table(self, schema, tmp_path):
        with behind_its_back(released.unpack(schema, tmp_path)) as old:
            tables = set(RECORDED_TABLES) & {name for (name,) in old.execute("SELECT name FROM sqlite_schema")}
            assert all(old.execute(f"SELECT count(*) FROM {table}").get for table in tables)  # noqa: S608 - own tables


class TestSchema1:
    """A book that was left by the release of the first schema."""

    @pytest.fixture
    def old(self, tmp_path, clock):
        released.unpack(1, tmp_path)
        with Book(tmp_path, clock) as book:
            yield book

    def test_opens_sound_with_everything_in_it(self, old):
        assert old.findings() == []
        assert old.names() == ["Ana Ruiz", "Ivan Петров", "Łukasz Øberg"]
        assert {name: len(rows) for name, rows in old.rows().items() if rows} == {
            "organization": 3,
            "contact": 4,
            "email": 3,
            "phone": 1,
            "tag": 1,
            "contact_tag": 1,
            "imported_contact": 3,
        }

    def test_is_found_in_as_before(self, old):
        assert old.names("lukasz company:fjord") == ["Łukasz Øberg"]

    def test_can_be_redone_and_undone_to_its_beginning(self, old):
        assert str(old.redo()) == "Edit tags of Ana Ruiz"
        labels = [str(old.undo()) for _ in range(6)]
        assert labels[-1] == "Import of 3 people"
        assert not any(old.rows().values())
        assert old.findings() == []


@pytest.fixture
def release(monkeypatch):
    """Let a next version of the program be released, for this test only."""
    return partial(next_version.release, set_attribute=monkeypatch.setattr)


@pytest.fixture
def directory(tmp_path):
    """A book with two people, one of them in the trash, closed by the present version."""
    with Book(tmp_path) as book:
        book.take_in([connection("Ana Ruiz", organization="Oxfam"), connection("Łukasz Øberg")])
        book.edit(1, "tags", "alumni")
        book.delete(2)
    return tmp_path


def test_an_older_book_is_backed_up_and_brought_up_to_date(directory, release):
    release("ALTER TABLE contact ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")
    with Book(directory) as book:
        assert book.read.value("PRAGMA user_version") == SCHEMA_VERSION + 1
        assert book.names() == ["Ana Ruiz"]
        assert book.findings() == []
    (kept,) = [found for found in backup.existing(directory) if found.name.endswith("-update.sqlite3")]
    with behind_its_back(directory / backup.FOLDER / kept.name) as copy:
        assert copy.pragma("user_version") == SCHEMA_VERSION


def test_what_was_done_before_a_column_was_added_can_still_be_undone(directory, release):
    release("ALTER TABLE contact ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")
    with Book(directory) as book:
        book.undo()
        assert book.names() == ["Ana Ruiz", "Łukasz Øberg"]
        book.undo()
        book.undo()
        assert book.count("contact") == 0
        assert book.findings() == []


REBUILT = """
    CREATE TABLE name (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE);
    INSERT INTO name SELECT id, upper(name) FROM tag;
    DROP TABLE tag;
    ALTER TABLE name RENAME TO tag;
"""


def test_a_rebuilt_table_keeps_what_refers_to_it(directory, release):
    release(REBUILT, closes_history=True, rewrites={"tag"})
    with Book(directory) as book:
        assert book.rows()["tag"] == [(1, "ALUMNI")]
        assert book.names("tag:alumni") == ["Ana Ruiz"]
        assert book.findings() == []


def test_a_history_that_a_migration_has_closed_says_so_and_changes_nothing(directory, release):
    release(REBUILT, closes_history=True, rewrites={"tag"})
    with Book(directory) as book:
        before = book.rows()
        with pytest.raises(KnownError, match="was made before the last update and can no longer be undone"):
            book.undo()
        assert book.rows() == before
        book.add("Mei Wang")
        book.undo()


@pytest.mark.parametrize(
    "careless",
    [
        "DELETE FROM contact WHERE trashed_at IS NOT NULL",
        "UPDATE contact SET given_name = ''",
        "INSERT INTO tag (name) VALUES ('new')",
        "DELETE FROM history",
        "DROP TABLE phone",
        "ALTER TABLE email DROP COLUMN place",
        "NOT SQL",
    ],
)
def test_a_careless_migration_leaves_the_book_as_it_was(directory, release, careless):
    with Book(directory) as book:
        before = book.rows()
    release(careless)
    with pytest.raises((RuntimeError, apsw.SQLError)):
        Book(directory)
    _assert_as_before(directory, before)


def test_a_migration_that_cuts_a_reference_leaves_the_book_as_it_was(directory, release):
    with Book(directory) as book:
        before = book.rows()
    release("DELETE FROM organization", rewrites={"organization"})
    with pytest.raises(RuntimeError, match="leads nowhere"):
        Book(directory)
    _assert_as_before(directory, before)


def _assert_as_before(directory, rows):
    with behind_its_back(directory / FILE_NAME) as connection:
        assert connection.pragma("user_version") == SCHEMA_VERSION
        for table, expected in rows.items():
            query = f"SELECT * FROM {table} ORDER BY 1, 2"  # noqa: S608 - the book's own tables
            assert connection.execute(query).fetchall() == expected
