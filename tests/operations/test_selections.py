"""What is done with several people at once: one step, and nobody else is touched."""

import pytest

from infoview_desktop.domain.contact import Source
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations import selections
from infoview_desktop.store.reads import contacts


@pytest.fixture
def three(book):
    book.add("Ana", tag_names="alumni")
    book.add("Bo")
    book.add("Mei", tag_names="lima")
    return book


def tags_of(book):
    return [contacts.contact(book.read, contact_id).tags for contact_id in (1, 2, 3)]


def test_tags_are_put_on_beside_those_they_have(three):
    outcome = selections.put_tags_on(three.store, contact_ids=[1, 2], tag_names="Alumni, data")
    assert str(outcome.said) == "2 people changed"
    assert tags_of(three) == [("alumni", "data"), ("alumni", "data"), ("lima",)]
    assert str(three.undo()) == "Tag 2 people with Alumni, data"
    assert tags_of(three) == [("alumni",), (), ("lima",)]


def test_a_tag_is_taken_off_and_let_go_with_the_last_who_had_it(three):
    selections.take_tags_off(three.store, contact_ids=[1, 2, 3], tag_names="ALUMNI")
    assert tags_of(three) == [(), (), ("lima",)]
    assert [name for _, name in three.rows()["tag"]] == ["lima"]


def test_of_several_it_is_said_how_they_were_found(three):
    selections.change_source(three.store, contact_ids=[1, 3], source=Source.EVENT)
    assert three.names("found:event") == ["Ana", "Mei"]
    assert str(three.undo()) == "Edit how you found 2 people"


@pytest.mark.parametrize("nothing", ["", " , "])
def test_a_tag_needs_a_name(three, nothing):
    with pytest.raises(KnownError, match="A tag needs a name"):
        selections.put_tags_on(three.store, contact_ids=[1], tag_names=nothing)


def test_what_changes_nothing_is_no_step(three):
    steps = three.count("history")
    outcome = selections.put_tags_on(three.store, contact_ids=[1], tag_names="alumni")
    assert (outcome.said, outcome.undoable, three.count("history")) == (None, False, steps)


def test_thousands_at_once(three):
    ids = [three.add(f"Person {number}") for number in range(1_200)]
    selections.put_tags_on(three.store, contact_ids=ids, tag_names="all")
    assert len(three.names("tag:all")) == 1_200
    three.delete(*ids)
    three.undo()
    assert len(three.names("tag:all")) == 1_200
    assert three.findings() == []
