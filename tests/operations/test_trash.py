"""The trash: who is in it, who comes back, and who is erased after thirty days."""

from types import SimpleNamespace

import pytest

from infoview_desktop.domain import trash as rule
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations import put_aside, trash
from infoview_desktop.store.reads import trash as reads


def in_trash(book):
    return [one.name for one in reads.trashed(book.read, limit=reads.ALL)]


@pytest.fixture
def three(book):
    """Ana, Bo and Mei; Ana went into the trash first, Bo forty days later."""
    ana, bo = (
        book.add("Ana Ruiz", organization="Oxfam", tag_names="alumni"),
        book.add("Bo Chen", emails="b@example.org"),
    )
    book.add("Mei Wang", organization="Fjord Labs")
    book.delete(ana)
    book.clock.advance(days=40)
    book.delete(bo)
    return book


def test_who_was_deleted_last_comes_first(three):
    assert in_trash(three) == ["Bo Chen", "Ana Ruiz"]
    assert reads.count(three.read) == 2


def test_who_is_put_back_is_found_again_with_everything(three):
    outcome = trash.put_back(three.store, contact_ids=[1, 2])
    assert str(outcome.said) == "2 people put back"
    assert three.names("tag:alumni") == ["Ana Ruiz"]
    assert three.names("b@example") == ["Bo Chen"]
    three.undo()
    assert three.names() == ["Mei Wang"]
    assert three.findings() == []


def test_putting_back_who_is_not_in_the_trash_changes_nothing(three):
    outcome = trash.put_back(three.store, contact_ids=[3])
    assert (outcome.said, outcome.undoable) == (None, False)


def test_only_who_has_been_there_for_longer_than_thirty_days_is_erased(three):
    assert trash.erase_old(three.store).value == 1
    assert in_trash(three) == ["Bo Chen"]
    assert [row[1] for row in three.rows()["organization"]] == ["Fjord Labs"]
    assert three.rows()["tag"] == []
    assert three.findings() == []


def test_what_was_done_since_can_still_be_undone(three):
    trash.erase_old(three.store)
    assert str(three.undo()) == "Delete Bo Chen"
    with pytest.raises(KnownError, match="nothing to undo"):
        three.undo()


def test_nothing_of_who_was_erased_stays_in_the_file(three):
    trash.erase_all(three.store)
    assert in_trash(three) == []
    assert three.count("history") == 0
    assert three.count("email") == 0
    assert three.findings() == []


def test_an_empty_trash_is_left_alone_and_so_is_what_can_be_undone(book):
    book.add("Ana")
    assert trash.erase_old(book.store).value == trash.erase_all(book.store).value == 0
    assert str(book.undo()) == "New contact Ana"


@pytest.mark.parametrize(("days", "left"), [(0, 30), (1, 29), (29.5, 0), (31, 0)])
def test_the_days_that_are_left_are_counted(clock, days, left):
    then = clock()
    clock.advance(days=days)
    assert rule.days_left(then, clock()) == left


def test_forty_thousand_people_are_erased_at_once(three, monkeypatch):
    monkeypatch.setattr(reads, "trashed", lambda _reader, *, limit: [SimpleNamespace(id=1)] * 40_000)  # noqa: ARG005
    trash.erase_all(three.store)
    assert three.count("contact") == 2


def test_nothing_that_was_typed_about_them_stays(three):
    for place in ("contact/1/remarks", "short_list/1/reason", "contact/3/remarks", "organization/1/mission"):
        put_aside.put(three.store, place=place, text="between us")
    trash.erase_all(three.store)
    left = [place for (place,) in three.read.rows("SELECT place FROM put_aside")]
    assert left == ["contact/3/remarks", "organization/1/mission"]
