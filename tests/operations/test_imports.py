"""A LinkedIn export looked through and taken in: all of it or nothing, and never against the user's own words."""

from itertools import count

import pytest

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.progress import Cancelled, Progress
from infoview_desktop.operations import contact_imports
from infoview_desktop.store import backup, opening
from infoview_desktop.store.reads import contacts as reads
from tests.book import Book, connection
from tests.linkedin_people import write_connections


def counts(accounting):
    return (
        accounting.new,
        accounting.updated,
        accounting.same,
        accounting.hidden,
        accounting.duplicate,
        accounting.broken,
    )


def assert_whole(accounting):
    assert accounting.rows == sum(counts(accounting))


def ana_of(book):
    (ana,) = (row[0] for row in book.rows()["contact"] if row[6] == "ana-ruiz")
    return reads.contact(book.read, ana)


def test_a_preview_says_exactly_what_the_import_then_does_and_stores_nothing(book, tmp_path):
    write_connections(tmp_path / "first.csv", 500)
    book.import_file(tmp_path / "first.csv")
    before = book.rows()
    write_connections(tmp_path / "second.csv", 700, changed=0.3)
    seen = contact_imports.preview(book.read, path=tmp_path / "second.csv", progress=Progress())
    assert book.rows() == before
    done = book.import_file(tmp_path / "second.csv")
    assert seen.accounting == done
    assert_whole(done)
    assert min(done.new, done.updated, done.same, done.hidden) > 0


def test_the_same_file_again_changes_nothing_and_is_no_step(book, tmp_path):
    write_connections(tmp_path / "people.csv", 400)
    first = book.import_file(tmp_path / "people.csv")
    before, steps = book.rows(), book.count("history")
    again = book.import_file(tmp_path / "people.csv")
    assert counts(again) == (0, 0, first.new, first.hidden, 0, 0)
    assert book.rows() == before
    assert book.count("history") == steps


def test_a_newer_export_changes_what_nobody_has_touched(book):
    book.take_in([connection(position="Nurse", organization="Oxfam", email="old@example.org")])
    told = connection(position="Head Nurse", organization="Fjord Labs", email="new@example.org")
    assert counts(book.take_in([told])) == (0, 1, 0, 0, 0, 0)
    ana = ana_of(book)
    assert (ana.position, ana.organization, ana.emails) == ("Head Nurse", "Fjord Labs", ("new@example.org",))
    assert [row[1] for row in book.rows()["organization"]] == ["Fjord Labs"]
    assert book.findings() == []


@pytest.mark.parametrize("mine", ["my own words", ""])
def test_a_newer_export_never_takes_the_place_of_the_users_own_words(book, mine):
    book.take_in([connection(position="Nurse", organization="Oxfam")])
    book.edit(1, "position", mine)
    book.take_in([connection(position="Head Nurse", organization="Fjord Labs")])
    book.take_in([connection(position="Director", organization="Fjord Labs")])
    assert (ana_of(book).position, ana_of(book).organization) == (mine, "Fjord Labs")


def test_who_is_missing_from_a_newer_export_stays(book):
    book.take_in([connection("Ana Ruiz"), connection("Mei Wang")])
    book.take_in([connection("Mei Wang")])
    assert book.names() == ["Ana Ruiz", "Mei Wang"]


def test_who_is_in_the_trash_stays_there(book):
    book.take_in([connection("Ana Ruiz", position="Nurse")])
    book.delete(1)
    accounting = book.take_in([connection("Ana Ruiz", position="Director")])
    assert counts(accounting) == (0, 0, 1, 0, 0, 0)
    assert book.names() == []


def test_who_was_added_by_hand_is_known_again_by_their_address(book):
    mine = book.add("Ana Ruiz", emails="ana@example.org", position="Nurse")
    book.take_in([connection("Ana Ruiz-Lopez", email="ana@example.org", position="Director", linkedin="ana")])
    ana = reads.contact(book.read, mine)
    assert (ana.name, ana.position, ana.linkedin) == ("Ana Ruiz", "Nurse", "ana")
    assert book.count("contact") == 1


def test_an_import_says_what_it_did_and_from_which_file(book, tmp_path):
    write_connections(tmp_path / "Connections.csv", 3_000)
    file = contact_imports.read_file(path=tmp_path / "Connections.csv", progress=Progress())
    outcome = contact_imports.import_people(book.store, file=file, progress=Progress())
    assert str(outcome.said) == f"Imported {outcome.value.new:,} people from Connections.csv"
    assert outcome.undoable
    assert outcome.changed >= {"contact", "organization", "email", "imported_contact"}


def test_cancel_leaves_nothing_behind_whenever_it_is_pressed(book):
    book.add("Mei Wang", organization="Oxfam")
    before, steps = book.rows(), book.count("history")
    people = [connection(f"Ana {number}", organization=f"Firm {number}") for number in range(2_500)]
    file = contact_imports.ConnectionsFile("a.csv", None, tuple(people), 0, 0, (), 0)
    looks = 0
    while was_cancelled_at(looks, book, file):
        assert book.rows() == before
        assert book.count("history") == steps
        looks += 1
    assert looks > 10
    assert book.count("contact") == 2_501
    assert book.findings() == []


def was_cancelled_at(look, book, file):
    """Press Cancel so that the import sees it when it looks for the time `look`."""
    looks = count()
    progress = Progress(cancelled=lambda: next(looks) >= look)
    try:
        contact_imports.import_people(book.store, file=file, progress=progress)
    except Cancelled:
        return True
    return False


def test_progress_goes_from_nothing_to_all_and_never_back(book, tmp_path):
    write_connections(tmp_path / "people.csv", 3_000)
    told = []
    preview = contact_imports.preview(book.read, path=tmp_path / "people.csv", progress=Progress(told.append))
    assert told == sorted(told)
    assert (told[-1], told[0] >= 0) == (1.0, True)
    told.clear()
    contact_imports.import_people(book.store, file=preview.file, progress=Progress(told.append))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_backup_is_made_before(book):
    book.add("Mei Wang")
    book.take_in([connection("Ana Ruiz")])
    (made,) = backup.existing(book.directory)
    assert made.name.endswith("-import.sqlite3")


@pytest.mark.parametrize("content", ["", "hello", "First Name,Last Name\n", "PK\x03\x04"])
def test_what_is_no_export_is_refused_with_one_sentence(tmp_path, content):
    (tmp_path / "odd.csv").write_text(content, "utf-8")
    with pytest.raises(KnownError, match=r"odd\.csv"):
        contact_imports.read_file(path=tmp_path / "odd.csv", progress=Progress())


def test_an_import_into_a_book_that_cannot_be_written_is_refused(book):
    beside = opening.open_beside(book.directory, clock=book.clock)
    file = contact_imports.ConnectionsFile("a.csv", None, (connection(),), 0, 0, (), 0)
    with pytest.raises(KnownError, match="read but not changed"):
        contact_imports.import_people(beside, file=file, progress=Progress())
    beside.close()


def test_two_books_in_one_process_are_two(tmp_path):
    with Book(tmp_path / "one") as one, Book(tmp_path / "two") as two:
        one.take_in([connection("Ana Ruiz")])
        two.take_in([connection("Mei Wang")])
        one.undo()
        assert (one.names(), two.names()) == ([], ["Mei Wang"])


def job_changes(book):
    return book.read.rows(
        "SELECT contact_id, old_position, old_organization, new_position, new_organization, looked_at FROM job_change"
    )


def test_a_change_of_job_is_remembered(book):
    book.take_in([connection(position="Nurse", organization="Oxfam"), connection("Mei Wang", position="Analyst")])
    assert job_changes(book) == []
    book.take_in(
        [
            connection(position="Head Nurse", organization="Oxfam", email="new@example.org"),
            connection("Mei Wang", position="Analyst", email="mei@example.org"),
        ]
    )
    assert job_changes(book) == [(1, "Nurse", "Oxfam", "Head Nurse", "Oxfam", 0)]
    assert book.names("is:newjob") == ["Ana Ruiz"]
    book.undo()
    assert job_changes(book) == []
    assert book.names("is:newjob") == []


def test_the_next_change_of_job_takes_the_place_of_the_last_as_news(book):
    book.take_in([connection(position="Nurse"), connection("Mei Wang", position="Analyst")])
    book.take_in([connection(position="Doctor"), connection("Mei Wang", position="Analyst")])
    book.take_in([connection(position="Doctor"), connection("Mei Wang", position="Director")])
    assert book.names("is:newjob") == ["Mei Wang"]
    assert [looked_at for *_, looked_at in job_changes(book)] == [1, 0]
    assert book.findings() == []


def test_a_first_position_is_no_change_of_job(book):
    book.take_in([connection(position="")])
    book.take_in([connection(position="Nurse")])
    assert job_changes(book) == []


def test_of_a_job_one_keeps_in_ones_own_words_only_the_rest_changes(book):
    book.take_in([connection(position="Nurse", organization="Oxfam")])
    book.edit(1, "position", "Carer")
    book.take_in([connection(position="Doctor", organization="Fjord Labs")])
    assert job_changes(book) == [(1, "Carer", "Oxfam", "Carer", "Fjord Labs", 0)]
