"""How many people a press on a chip would leave."""

import pytest

from infoview_desktop.domain.stage import Stage
from infoview_desktop.operations import short_list
from infoview_desktop.store.reads.facet_counts import facet_counts
from tests.book import connection
from tests.stages import bring_to


def test_in_a_new_book_there_is_nobody_to_count(book):
    counts = facet_counts(book.read)
    assert (counts.stages, counts.short_list, counts.new_jobs) == ({}, 0, 0)


def test_each_stage_is_counted_without_the_trash(book):
    ana, bo, mei, gone = (book.add(name) for name in ("Ana Ruiz", "Bo Chen", "Mei Wang", "Ole Lund"))
    for contact_id in (ana, gone):
        bring_to(book, contact_id, Stage.ASKED)
    bring_to(book, bo, Stage.HELD)
    bring_to(book, mei, Stage.TO_ASK)
    book.delete(gone)
    counts = facet_counts(book.read)
    assert list(counts.stages.items()) == [(Stage.TO_ASK, 1), (Stage.ASKED, 1), (Stage.HELD, 1)]
    assert counts.short_list == 1


def test_a_change_of_job_counts_until_it_is_looked_at(book):
    book.take_in([connection("Ana Ruiz", position="Analyst")])
    book.take_in([connection("Ana Ruiz", position="Head of Data")])
    assert facet_counts(book.read).new_jobs == 1


@pytest.mark.parametrize("stage", Stage)
def test_a_line_tells_the_stage_and_since_when(book, stage):
    bring_to(book, book.add(), stage)
    (line,) = book.lines()
    assert line.stage == stage
    assert line.since


def test_who_has_no_stage_has_none_in_the_list(book):
    book.add()
    (line,) = book.lines()
    assert (line.stage, line.since, line.due_on) == ("", "", "")


def test_a_line_tells_the_day_of_what_is_to_do_with_them_next_and_not_with_somebody_else(book):
    bring_to(book, book.add("Ana Ruiz", organization="Oxfam"), Stage.ASKED)
    rules = dict(book.read.rows("SELECT rule, due_on FROM follow_up"))
    assert rules["second_person"] < rules["follow_up"]
    (line,) = book.lines()
    assert line.due_on == rules["follow_up"]


def test_to_leave_the_short_list_before_anything_happened_is_to_have_no_stage(book):
    ana = book.add()
    bring_to(book, ana, Stage.TO_ASK)
    short_list.take_off(book.store, contact_ids=[ana])
    assert facet_counts(book.read).stages == {}
    book.undo()
    assert facet_counts(book.read).stages == {Stage.TO_ASK: 1}
