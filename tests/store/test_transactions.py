"""All writing goes through a transaction: outside one it is refused, and one is stored whole or not at all."""

import apsw
import pytest
from peewee import OperationalError

from infoview_desktop.domain import known_error
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.bound_database import BoundDatabase
from infoview_desktop.store.tables import Contact, Tag
from infoview_desktop.store.writes import contacts

INSERT = "INSERT INTO tag (name) VALUES ('alumni')"
LABEL = Phrase("Something")


class TestOutsideATransaction:
    @pytest.mark.parametrize("sql", [INSERT, "DELETE FROM contact", "DROP TABLE contact", "PRAGMA user_version = 7"])
    def test_sql_cannot_write(self, store, sql):
        with pytest.raises(apsw.ReadOnlyError):
            store.connection.execute(sql).fetchall()

    def test_a_model_cannot_write(self, store):
        database = BoundDatabase(store.connection)
        with pytest.raises(OperationalError):
            Tag.insert(name="alumni").execute(database)

    def test_a_reader_cannot_write(self, book):
        with pytest.raises(KnownError):
            book.read.rows(INSERT)

    def test_what_a_transaction_gave_is_worth_nothing_afterwards(self, book):
        ana = book.add("Ana Ruiz")
        with book.store.transaction(LABEL) as transaction:
            pass
        with pytest.raises(OperationalError):
            contacts.change(transaction, ana, position="Nurse")


class TestATransaction:
    def test_is_stored_when_its_block_ends(self, book):
        with book.store.transaction(LABEL) as transaction:
            Tag.insert(name="alumni").execute(transaction.database)
            assert book.count("tag") == 0
        assert book.count("tag") == 1

    @pytest.mark.parametrize("error", [ZeroDivisionError(), known_error.gone(), KeyboardInterrupt()], ids=type)
    def test_leaves_nothing_when_its_block_fails_and_says_why_as_it_was(self, book, error):
        def fail():
            with book.store.transaction(LABEL) as transaction:
                Tag.insert(name="alumni").execute(transaction.database)
                raise error

        before = book.rows()
        with pytest.raises(type(error)) as raised:
            fail()
        assert raised.value is error
        assert book.rows() == before
        assert book.count("history") == 0
        book.add("Ana Ruiz")

    def test_that_broke_is_not_taken_for_trouble_with_the_disk(self, book):
        with pytest.raises(apsw.SQLError), book.store.transaction(LABEL) as transaction:
            transaction.connection.execute("SELECT nonsense").fetchall()

    def test_names_the_tables_that_changed_and_no_others(self, book):
        ana = book.add("Ana Ruiz")
        with book.store.transaction(LABEL) as transaction:
            contacts.change(transaction, ana, position="Nurse")
            contacts.change_list(transaction, ana, "phones", ["1"])
            contacts.change_list(transaction, ana, "emails", [])
        assert transaction.changed == {"contact", "phone"}

    def test_knows_when_it_began(self, book):
        with book.store.transaction(LABEL) as transaction:
            assert transaction.timestamp == "2026-06-07T12:00:00+00:00"

    def test_that_breaks_a_reference_is_refused(self, book):
        with pytest.raises(apsw.ConstraintError), book.store.transaction(LABEL) as transaction:
            transaction.connection.execute("INSERT INTO contact_tag VALUES (7, 7)").fetchall()

    def test_that_is_not_recorded_is_no_step(self, book):
        with book.store.unrecorded() as transaction:
            Tag.insert(name="alumni").execute(transaction.database)
        assert book.count("tag") == 1
        assert book.count("history") == 0


def test_a_deleted_row_takes_with_it_what_belongs_to_it(book):
    ana = book.add("Ana Ruiz", emails="ana@example.org", tag_names="alumni")
    with book.store.transaction(LABEL) as transaction:
        Contact.delete().where(Contact.id == ana).execute(transaction.database)
    assert book.count("email") == book.count("contact_tag") == 0
    assert book.findings() == []
    book.undo()
    assert book.names("alumni") == ["Ana Ruiz"]
    assert book.findings() == []


def test_reading_sees_what_is_stored_and_one_state_within_a_snapshot(book):
    with book.read.snapshot():
        assert book.count("contact") == 0
        book.add("Ana Ruiz")
        assert book.count("contact") == 0
    assert book.count("contact") == 1
