"""Undo and redo: exact, both ways, after a restart too, and refused rather than half done."""

import pytest

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations import put_aside, settings
from infoview_desktop.store import history, search
from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.store.reads.history import next_redo, next_undo
from tests.book import Book, behind_its_back, connection
from tests.linkedin_people import write_connections


def people(count):
    return [connection(f"Ana {number}", organization=f"Firm {number % 20}") for number in range(count)]


def labels(book):
    return [label and str(label) for label in (next_undo(book.read), next_redo(book.read))]


class TestAStep:
    def test_is_called_what_was_done(self, book):
        ana = book.add("Ana Ruiz")
        assert labels(book) == ["New contact Ana Ruiz", None]
        book.edit(ana, "position", "Nurse")
        assert labels(book) == ["Edit position of Ana Ruiz", None]
        assert str(book.undo()) == "Edit position of Ana Ruiz"
        assert labels(book) == ["New contact Ana Ruiz", "Edit position of Ana Ruiz"]

    def test_is_named_with_its_count(self, book):
        book.take_in(people(1_500))
        assert labels(book) == ["Import of 1,500 people", None]

    def test_is_dropped_for_redo_by_the_next_change(self, book):
        book.add("Ana Ruiz")
        book.undo()
        book.add("Mei Wang")
        assert labels(book) == ["New contact Mei Wang", None]
        with pytest.raises(KnownError, match="There is nothing to redo"):
            book.redo()

    def test_is_none_where_nothing_changed(self, book):
        ana = book.add("Ana Ruiz", position="Nurse")
        book.undo()
        book.redo()
        book.edit(ana, "position", "Nurse")
        book.edit(ana, "tags", "")
        assert labels(book) == ["New contact Ana Ruiz", None]

    def test_is_none_for_settings_and_what_is_being_typed(self, book):
        book.add("Ana Ruiz")
        book.undo()
        settings.remember(book.store, values={"scheme": "dark"})
        put_aside.put(book.store, place="contact/1/position", text="Nur")
        put_aside.take_away(book.store, place="contact/1/position")
        assert labels(book) == [None, "New contact Ana Ruiz"]
        book.redo()
        assert book.read.rows("SELECT * FROM setting") == [("scheme", '"dark"')]


def test_nothing_to_undo_is_said_plainly(book):
    with pytest.raises(KnownError, match=r"^There is nothing to undo\.$"):
        book.undo()


def test_a_thousand_steps_are_undone_and_redone_after_a_restart(tmp_path):
    with Book(tmp_path) as book:
        ana = book.add("Ana Ruiz")
        first = book.rows()
        for number in range(1_000):
            book.edit(ana, "position", f"Nurse {number}")
        last = book.rows()
    with Book(tmp_path) as book:
        for _ in range(1_000):
            book.undo()
        assert book.rows() == first
    with Book(tmp_path) as book:
        for _ in range(1_000):
            book.redo()
        assert book.rows() == last
        assert book.findings() == []


class TestTheOldest:
    @pytest.fixture(autouse=True)
    def few(self, monkeypatch):
        assert history.STEPS_KEPT >= 1_000
        monkeypatch.setattr(history, "STEPS_KEPT", 5)

    def test_are_let_go(self, book):
        for number in range(9):
            book.add(f"Ana {number}")
        assert book.count("history") == 5

    def test_are_not_let_go_for_what_was_done_and_undone_meanwhile(self, book):
        for number in range(5):
            book.add(f"Ana {number}")
        for number in range(10):
            book.add(f"Mei {number}")
            book.undo()
        for _ in range(4):
            book.undo()
        assert book.names() == ["Ana 0"]


@pytest.mark.parametrize("count", [1, 300, 3_000])
def test_an_import_is_undone_and_redone_to_the_row(book, tmp_path, count):
    mine = book.add("Mei Wang", organization="Fjord Labs", tag_names="friend")
    book.edit(mine, "phones", "+34 600")
    before = book.rows()
    write_connections(tmp_path / "first.csv", count)
    book.import_file(tmp_path / "first.csv")
    first = book.rows()
    write_connections(tmp_path / "second.csv", count, changed=0.5)
    book.import_file(tmp_path / "second.csv")
    second = book.rows()
    for step, expected in (
        (book.undo, first),
        (book.undo, before),
        (book.redo, first),
        (book.redo, second),
        (book.undo, first),
    ):
        step()
        assert book.rows() == expected
        assert book.findings() == []


@pytest.mark.parametrize("count", [search.BULK - 1, search.BULK])
def test_the_index_follows_whether_it_is_built_anew_or_row_by_row(book, count):
    book.take_in(people(count))
    for step in (book.undo, book.redo):
        step()
        assert book.findings() == []
    assert len(book.names("ana")) == count


@pytest.mark.parametrize("table", ["contact", "organization", "email", "phone", "tag"], ids=lambda table: f"of {table}")
def test_an_id_is_never_used_again(book, table):
    def fill(number):
        contact_id = book.add(f"Ana {number}", organization=f"O{number}", emails="a@x.org", tag_names=f"t{number}")
        book.edit(contact_id, "phones", "1")
        return book.read.value(f"SELECT max(id) FROM {table}")  # noqa: S608 - one of the names above

    first = fill(1)
    book.undo()
    book.undo()
    assert fill(2) > first


def test_an_id_of_an_import_that_was_undone_is_never_used_again(book):
    book.take_in(people(10))
    book.undo()
    book.take_in(people(10))
    assert min(row[0] for row in book.rows()["contact"]) == 11


class TestAConflict:
    """Somebody has changed the rows of a step, past the history."""

    @pytest.fixture
    def changed(self, book):
        """Do a step, change the book by SQL, and try to undo or redo: it is refused, and nothing changes."""
        ana = book.add("Ana Ruiz", position="Nurse", organization="Oxfam", emails="ana@example.org")
        book.edit(ana, "position", "Analyst")

        def changed(sql, *, again=False):
            if again:
                book.undo()
            with book.store.unrecorded() as transaction:
                transaction.connection.execute(sql).fetchall()
                search.rebuild(transaction.connection)
            before, next_ones = book.rows(), labels(book)
            with pytest.raises(KnownError, match="cannot be undone or redone: the book has changed since"):
                book.redo() if again else book.undo()
            assert book.rows() == before
            assert labels(book) == next_ones
            assert book.findings() == []

        return changed

    @pytest.mark.parametrize("again", [False, True], ids=["undo", "redo"])
    def test_is_a_value_that_is_another(self, changed, again):
        changed("UPDATE contact SET position = 'Teacher'", again=again)

    @pytest.mark.parametrize("again", [False, True], ids=["undo", "redo"])
    def test_is_a_row_that_is_gone(self, changed, again):
        changed("DELETE FROM contact", again=again)

    def test_is_a_row_in_the_place_of_one_that_comes_back(self, book):
        book.take_in([connection("Ana Ruiz")])
        book.undo()
        with book.store.unrecorded() as transaction:
            transaction.connection.execute(
                "INSERT INTO contact (id, given_name, family_name, credentials, position, linkedin, source, created_at)"
                " VALUES (1, '', '', '', '', 'somebody', '', '')"
            ).fetchall()
            search.rebuild(transaction.connection)
        before = book.rows()
        with pytest.raises(KnownError, match="cannot be undone or redone"):
            book.redo()
        assert book.rows() == before

    def test_is_a_slug_that_somebody_else_has_taken(self, book):
        book.take_in([connection("Ana Ruiz")])
        book.undo()
        with book.store.unrecorded() as transaction:
            transaction.connection.execute(
                "INSERT INTO contact (id, given_name, family_name, credentials, position, linkedin, source, created_at)"
                " VALUES (99, '', '', '', '', 'ana-ruiz', '', '')"
            ).fetchall()
            search.rebuild(transaction.connection)
        before = book.rows()
        with pytest.raises(KnownError, match="cannot be undone or redone"):
            book.redo()
        assert book.rows() == before


@pytest.mark.parametrize(
    "changed_table",
    [
        "ALTER TABLE email DROP COLUMN place",
        "ALTER TABLE email RENAME TO other",
        "CREATE TABLE copy AS SELECT * FROM email; DROP TABLE email; ALTER TABLE copy RENAME TO email",
    ],
)
def test_a_step_that_would_apply_to_nothing_is_noticed(tmp_path, changed_table):
    with Book(tmp_path) as book:
        ana = book.add("Ana Ruiz")
        book.edit(ana, "emails", "ana@example.org")
    with behind_its_back(tmp_path / FILE_NAME) as other:
        other.execute(changed_table).fetchall()
    with Book(tmp_path) as book:
        with pytest.raises(KnownError, match="cannot be undone or redone"):
            book.undo()
        assert labels(book) == ["Edit e-mail of Ana Ruiz", None]
