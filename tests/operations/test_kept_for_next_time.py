"""What is being typed and how the window is left: kept, and none of undo's business."""

import pytest

from infoview_desktop.operations import put_aside, settings
from infoview_desktop.store import opening
from infoview_desktop.store.reads.put_aside import interrupted_contact
from infoview_desktop.store.reads.put_aside import put_aside as read_put_aside
from infoview_desktop.store.reads.settings import all_settings
from tests.book import Book


def put(book, place, text):
    put_aside.put(book.store, place=place, text=text)


class TestTextPutAside:
    def test_is_there_after_a_restart_as_it_was_last_typed(self, book):
        put(book, "contact/1/position", "Nur")
        put(book, "contact/1/position", "Nurse\n🌍 ")
        book.close()
        with Book(book.directory) as again:
            assert read_put_aside(again.read, prefix="contact/1/") == {"position": "Nurse\n🌍 "}

    def test_is_asked_for_by_where_it_was_typed(self, book):
        for place in ("contact/1/position", "contact/1/tags", "contact/11/tags", "note/1"):
            put(book, place, place)
        assert read_put_aside(book.read, prefix="contact/1/") == {
            "position": "contact/1/position",
            "tags": "contact/1/tags",
        }
        assert read_put_aside(book.read, prefix="contact/%/") == {}

    def test_is_forgotten_when_its_field_was_left(self, book):
        put(book, "contact/1/position", "Nurse")
        put_aside.take_away(book.store, place="contact/1/position")
        put_aside.take_away(book.store, place="contact/1/position")
        assert read_put_aside(book.read, prefix="") == {}


class TestSettings:
    @pytest.mark.parametrize("value", ["dark", 7, 1.5, None, True, [1, [2]], {"a": "🌍"}], ids=repr)
    def test_come_back_as_they_were_left(self, book, value):
        settings.remember(book.store, values={"one": "other", "two": value})
        settings.remember(book.store, values={"one": value})
        assert all_settings(book.read) == {"one": value, "two": value}

    def test_stay_as_they_were_where_nothing_can_be_written(self, book):
        settings.remember(book.store, values={"scheme": "dark"})
        beside = opening.open_beside(book.directory, clock=book.clock)
        settings.remember(beside, values={"scheme": "light"})
        beside.close()
        assert all_settings(book.read) == {"scheme": "dark"}


def test_what_was_typed_about_somebody_in_the_trash_is_not_what_was_interrupted(book):
    ana, bo = book.add("Ana Ruiz"), book.add("Bo Chen")
    put_aside.put(book.store, place=f"contact/{ana}/remarks", text="a thought")
    book.delete(ana)
    assert interrupted_contact(book.read) is None
    put_aside.put(book.store, place=f"contact/{bo}/remarks", text="another")
    assert interrupted_contact(book.read) == bo
