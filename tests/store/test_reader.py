"""A connection that only asks: stopped from outside, and asked again."""

from threading import Thread

import pytest

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.store.reads.reader import Interrupted

ENDLESS = "WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count) SELECT max(n) FROM count"


def test_a_question_is_stopped_from_another_thread_and_the_next_one_answered(book):
    raised = []

    def ask():
        with pytest.raises(Interrupted) as error:
            book.read.rows(ENDLESS)
        raised.append(error.value)

    asking = Thread(target=ask)
    asking.start()
    while asking.is_alive():
        book.read.interrupt()
        asking.join(0.01)
    assert len(raised) == 1
    assert book.read.value("SELECT 1") == 1


def test_an_interrupt_that_comes_too_late_does_no_harm(book):
    book.read.interrupt()
    assert book.count("contact") == 0


def test_a_snapshot_ends_with_its_block_whatever_happens_in_it(book):
    with pytest.raises(KnownError), book.read.snapshot():
        book.read.rows("DELETE FROM contact")
    book.add("Ana Ruiz")
    assert book.count("contact") == 1


def test_a_value_that_is_not_there_is_none(book):
    assert book.read.value("SELECT id FROM contact") is None


def test_a_copy_is_a_book_of_its_own(book):
    book.add("Ana Ruiz")
    copy = book.read.copy()
    copy.rows("DELETE FROM contact")
    assert book.count("contact") == 1
    copy.close()
