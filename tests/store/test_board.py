"""The board: who is in which column, in which order, page by page."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.operations import follow_ups, interviews, merges, touches
from infoview_desktop.store.reads import board as reads
from infoview_desktop.store.reads import contacts
from infoview_desktop.store.reads.board import Board, BoardLine
from infoview_desktop.store.reads.reader import Reader
from tests.book import Book
from tests.stages import bring_to, days_ago

TODAY = days_ago(0).date()


def shown(book: Book, about: str = "", today: date = TODAY) -> Board:
    return reads.board(book.read, about=about, today=today)


def counts(board: Board) -> dict[str, tuple[int, int]]:
    return {column.stage: (column.people, column.due) for column in board.columns if column.people}


def lines(book: Book, stage: Stage, about: str = "", today: date = TODAY, size: int = 99) -> list[BoardLine]:
    board = shown(book, about, today)
    column = board.columns[stage.level - 1]
    pages = [
        reads.page(book.read, board, column, offset=start, limit=size) for start in range(0, column.people + 1, size)
    ]
    return [line for page in pages for line in page]


def talk(book: Book, contact_id: int, days: float | None) -> None:
    """Agree on a conversation in so many days, or at a time to be found."""
    at = None if days is None else days_from_now(days)
    interviews.add(book.store, contact_ids=[contact_id], starts_at=at, time_zone="UTC")


def days_from_now(days: float) -> datetime:
    return datetime.combine(TODAY, time(12), UTC) + timedelta(days=days)


def names(book: Book, stage: Stage, about: str = "", today: date = TODAY) -> list[str]:
    return [line.name for line in lines(book, stage, about, today)]


def test_a_new_book_has_a_column_for_each_stage_and_nobody_in_them(book):
    board = shown(book)
    assert [column.stage for column in board.columns] == list(Stage)
    assert (counts(board), board.people, board.directions) == ({}, 0, {})


@pytest.mark.parametrize("stage", Stage)
def test_everybody_stands_at_their_stage(book, stage):
    bring_to(book, book.add("Ana Ruiz", position="Analyst", organization="Oxfam"), stage, days=3)
    (line,) = lines(book, stage)
    assert (line.name, line.position, line.organization, line.stage) == ("Ana Ruiz", "Analyst", "Oxfam", stage)
    assert sum(column.people for column in shown(book).columns) == 1


def test_who_has_no_stage_and_who_is_in_the_trash_is_not_on_the_board(book):
    book.add("Ana Ruiz")
    bo = book.add("Bo Chen")
    bring_to(book, bo, Stage.ASKED, days=30)
    assert counts(shown(book)) == {"asked": (1, 1)}
    book.delete(bo)
    assert counts(shown(book)) == {}
    assert lines(book, Stage.ASKED) == []
    book.undo()
    assert names(book, Stage.ASKED) == ["Bo Chen"]


def test_what_is_due_comes_first_and_then_who_has_been_there_longest(book):
    for name, days in (("Ana", 0.2), ("Bo", 30), ("Chloé", 0.1), ("Dmitri", 60)):
        bring_to(book, book.add(name), Stage.ASKED, days=days)
    assert names(book, Stage.ASKED) == ["Dmitri", "Bo", "Ana", "Chloé"]
    assert counts(shown(book)) == {"asked": (4, 2)}


def test_what_the_user_wants_to_do_today_counts_as_due(book):
    for name, days in (("Ana", 3), ("Bo", 1)):
        bring_to(book, book.add(name), Stage.TO_ASK, days=days)
    assert names(book, Stage.TO_ASK) == ["Ana", "Bo"]
    follow_ups.add(book.store, contact_id=2, due_on=TODAY, reason="")
    assert names(book, Stage.TO_ASK) == ["Bo", "Ana"]
    (bo, ana) = lines(book, Stage.TO_ASK)
    assert (bo.rule, bo.due_on) == (Rule.OWN, TODAY)
    assert (ana.rule, ana.due_on) == (None, None)


def test_another_day_makes_due_what_was_to_come(book):
    bring_to(book, book.add(), Stage.ASKED, days=0)
    assert counts(shown(book)) == {"asked": (1, 0)}
    assert counts(shown(book, today=TODAY + timedelta(days=30))) == {"asked": (1, 1)}


def test_a_line_tells_when_one_talks(book):
    bring_to(book, book.add(), Stage.SCHEDULED)
    (line,) = lines(book, Stage.SCHEDULED)
    assert line.starts_at is not None
    assert abs(line.starts_at - days_ago(-7)) < timedelta(minutes=5)


def test_conversations_stand_by_their_time_whatever_is_due_and_however_long_they_are_agreed(book):
    for name, agreed, days in (("Ana", 5, 20), ("Bo", 1, 3), ("Chloé", 9, 11), ("Dmitri", 2, -1)):
        book.clock.now = days_ago(agreed)
        talk(book, book.add(name), days)
    follow_ups.add(book.store, contact_id=1, due_on=TODAY, reason="")
    assert names(book, Stage.SCHEDULED) == ["Dmitri", "Bo", "Chloé", "Ana"]


def test_of_several_conversations_with_somebody_the_first_to_come_counts(book):
    ana, bo = book.add("Ana"), book.add("Bo")
    for contact_id, days in ((ana, 8), (bo, 5), (ana, 2), (ana, None)):
        talk(book, contact_id, days)
    assert names(book, Stage.SCHEDULED) == ["Ana", "Bo"]
    (first, _) = lines(book, Stage.SCHEDULED)
    assert first.starts_at == days_from_now(2)


def test_who_is_agreed_with_at_no_time_yet_stands_last(book):
    ana, bo = book.add("Ana"), book.add("Bo")
    talk(book, ana, None)
    talk(book, bo, 5)
    assert names(book, Stage.SCHEDULED) == ["Bo", "Ana"]


def test_a_direction_leaves_only_its_people(book):
    bring_to(book, book.add("Ana"), Stage.TO_ASK, direction="Nursing")
    bring_to(book, book.add("Bo"), Stage.ASKED, direction="Nursing")
    bring_to(book, book.add("Chloé"), Stage.ASKED, direction="Data")
    bring_to(book, book.add("Dmitri"), Stage.ASKED)
    board = shown(book, "Nursing")
    assert counts(board) == {"to_ask": (1, 0), "asked": (1, 0)}
    assert (dict(board.directions), board.people, board.about) == ({"Nursing": 2, "Data": 1}, 4, "Nursing")
    assert names(book, Stage.ASKED, "Nursing") == ["Bo"]
    assert reads.place(book.read, board, 2) == (Stage.ASKED, 0)
    assert reads.place(book.read, board, 3) is None


def test_a_direction_that_nobody_has_any_more_shows_everybody(book):
    bring_to(book, book.add("Ana"), Stage.TO_ASK, direction="Nursing")
    assert shown(book, "Data").about == ""


def test_two_people_made_one_are_one_card_until_that_is_undone(book):
    ana, bo = book.add("Ana Ruiz"), book.add("Ana Ruis")
    bring_to(book, ana, Stage.TO_ASK)
    bring_to(book, bo, Stage.ASKED, days=2)
    merges.merge(book.store, kept_id=ana, other_id=bo, choices={})
    assert sum(column.people for column in shown(book).columns) == 1
    book.undo()
    assert (names(book, Stage.TO_ASK), names(book, Stage.ASKED)) == (["Ana Ruiz"], ["Ana Ruis"])


def test_to_log_something_moves_them_and_undo_moves_them_back(book):
    ana = book.add()
    bring_to(book, ana, Stage.TO_ASK)
    touches.log(book.store, contact_id=ana, kind=TouchKind.ASKED, at=days_ago(0), time_zone="UTC")
    assert reads.place(book.read, shown(book), ana) == (Stage.ASKED, 0)
    book.undo()
    assert reads.place(book.read, shown(book), ana) == (Stage.TO_ASK, 0)
    book.redo()
    assert reads.place(book.read, shown(book), ana) == (Stage.ASKED, 0)


@settings(max_examples=20, deadline=None)
@given(
    people=st.lists(
        st.tuples(st.sampled_from([Stage.TO_ASK, Stage.ASKED, Stage.SCHEDULED]), st.integers(0, 20), st.booleans()),
        max_size=9,
    ),
    size=st.integers(1, 4),
    about=st.sampled_from(["", "Nursing"]),
    gone=st.sets(st.integers(1, 9), max_size=2),
)
def test_pages_and_places_agree_however_large_they_are(people, size, about, gone):
    with TemporaryDirectory() as folder, Book(Path(folder)) as book:
        for stage, days, nursing in people:
            bring_to(book, book.add(), stage, days=days, direction="Nursing" if nursing else "")
        book.delete(*(number for number in gone if number <= len(people)))
        board = shown(book, about)
        for column in board.columns:
            whole = [line.id for line in lines(book, column.stage, board.about)]
            assert len(whole) == len(set(whole)) == column.people
            assert [line.id for line in lines(book, column.stage, board.about, size=size)] == whole
            places = [reads.place(book.read, board, contact_id) for contact_id in whole]
            assert places == [(column.stage, number) for number in range(len(whole))]


class Explained(Reader):
    """A reader that also keeps how SQLite goes about each question."""

    def __init__(self, connection):
        super().__init__(connection)
        self.plans = []

    def rows(self, query, bindings=()):
        self.plans.append([step for *_, step in super().rows(f"EXPLAIN QUERY PLAN {query}", bindings)])
        return super().rows(query, bindings)


def test_a_page_is_read_along_the_indexes(book):
    """So that a page of thousands in one column is there within a frame."""
    bring_to(book, book.add(), Stage.ASKED)
    reader = Explained(book.store.connection)
    board = reads.board(reader, about="", today=TODAY)
    reader.plans.clear()
    reads.page(reader, board, board.columns[1], offset=0, limit=64)
    walk, _lines = reader.plans
    assert "SEARCH stage USING COVERING INDEX stage_since (stage=?)" in walk
    assert not any(step.startswith("SCAN") or "ORDER BY" in step for step in walk)


def test_what_has_hours_left_is_late_only_after_its_last_day(book):
    """A talk of yesterday noon asks for thanks since yesterday, and until noon today."""
    ana = book.add("Ana Ruiz")
    bring_to(book, ana, Stage.HELD, days=0.5)
    (line,) = lines(book, Stage.HELD)
    (told,) = contacts.lines(book.read, [ana])
    assert line.due_on is not None
    assert line.due_by == line.due_on + timedelta(days=1)
    assert told.due_on == line.due_by.isoformat()
