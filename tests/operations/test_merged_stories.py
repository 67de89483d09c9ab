"""What happened with two people who are one, and with those who are erased."""

from datetime import timedelta

import pytest

from infoview_desktop.domain.follow_up import FollowUpState, Rule
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import follow_ups, interviews, keep_in_touch, merges, notes, touches, trash
from infoview_desktop.store.reads import follow_ups as due
from infoview_desktop.store.reads import stories

ZONE = "Europe/Madrid"


@pytest.fixture
def ana(book):
    return book.add("Ana Ruiz", organization="Oxfam")


@pytest.fixture
def anna(book):
    return book.add("Anna Ruiz", organization="Oxfam")


def log(book, contact_id, kind, **fields):
    fields = {"at": book.clock.now, "time_zone": ZONE} | fields
    return touches.log(book.store, contact_id=contact_id, kind=kind, **fields).value


def talk(book, *contact_ids, **fields):
    starts_at = book.clock.now + timedelta(days=3)
    return interviews.add(book.store, contact_ids=contact_ids, starts_at=starts_at, time_zone=ZONE, **fields).value


def open_rules(book, contact_id):
    return [one.rule for one in due.of_contact(book.read, contact_id) if one.state is FollowUpState.OPEN]


def merge(book, kept, other):
    merges.merge(book.store, kept_id=kept, other_id=other, choices={})


class TestMerged:
    def test_who_was_asked_under_one_name_and_answered_under_the_other_waits_for_nothing(self, book, ana, anna):
        log(book, ana, TouchKind.ASKED)
        book.clock.advance(hours=3)
        log(book, anna, TouchKind.REPLIED, answer=Answer.YES)
        merge(book, ana, anna)
        assert open_rules(book, ana) == [Rule.OFFER_TIMES]
        assert due.of_contact(book.read, anna) == []
        assert [touch.kind for touch in stories.story(book.read, ana).touches] == [TouchKind.ASKED, TouchKind.REPLIED]
        assert due.stages(book.read, [ana, anna]).keys() == {ana}
        assert due.stages(book.read, [ana])[ana].stage is Stage.REPLIED

    def test_takes_part_once_in_an_interview_with_both(self, book, ana, anna):
        both = talk(book, ana, anna)
        alone = talk(book, anna)
        merge(book, ana, anna)
        assert stories.interview(book.read, both).contact_ids == (ana,)
        assert stories.interview(book.read, alone).contact_ids == (ana,)

    def test_keeps_follow_ups_of_ones_own_and_those_that_ended_and_where_they_were_moved(self, book, ana, anna):
        own = follow_ups.add(book.store, contact_id=anna, due_on=book.clock.now.date(), reason="the book").value
        log(book, anna, TouchKind.ASKED)
        (second, again) = [one for one in due.of_contact(book.read, anna) if one.rule is not Rule.OWN]
        follow_ups.skip(book.store, follow_up_id=second.id, why="nobody else there")
        follow_ups.snooze(book.store, follow_up_id=again.id, due_on=again.due_on + timedelta(days=4))
        merge(book, ana, anna)
        found = {one.id: one for one in due.of_contact(book.read, ana)}
        assert found.keys() == {own, second.id, again.id}
        assert found[second.id].state is FollowUpState.SKIPPED
        assert found[again.id].moved_from == again.due_on

    def test_is_kept_in_touch_with_as_was_chosen_for_the_kept_one_else_for_the_other(self, book, ana, anna):
        keep_in_touch.choose(book.store, contact_ids=[anna], days=60)
        merge(book, ana, anna)
        assert stories.story(book.read, ana).keep_in_touch.days == 60
        third = book.add("A. Ruiz")
        keep_in_touch.choose(book.store, contact_ids=[third], days=90)
        merge(book, ana, third)
        assert stories.story(book.read, ana).keep_in_touch.days == 60

    def test_is_undone_exactly(self, book, ana, anna):
        talk(book, ana, anna)
        log(book, anna, TouchKind.WROTE)
        keep_in_touch.choose(book.store, contact_ids=[anna], days=60)
        before = book.rows()
        merge(book, ana, anna)
        book.undo()
        assert book.rows() == before


class TestErased:
    def test_takes_interviews_along_in_which_nobody_else_takes_part_with_their_notes(self, book, ana, anna):
        alone, both = talk(book, ana, direction="Health"), talk(book, ana, anna, direction="Law")
        for interview_id in (alone, both):
            notes.write(
                book.store,
                note_id=None,
                about=notes.About(interview_id=interview_id),
                text=f"said in {interview_id}",
                mentions={},
            )
        book.delete(ana)
        trash.erase_all(book.store)
        assert stories.interview(book.read, alone) is None
        assert stories.interview(book.read, both).contact_ids == (anna,)
        assert [text for (text,) in book.read.rows("SELECT text FROM note")] == [f"said in {both}"]
        assert [name for (name,) in book.read.rows("SELECT name FROM direction")] == ["Law"]
        assert book.findings() == []

    def test_leaves_nothing_of_a_story_behind(self, book, ana):
        log(book, ana, TouchKind.ASKED)
        keep_in_touch.choose(book.store, contact_ids=[ana], days=60)
        follow_ups.add(book.store, contact_id=ana, due_on=book.clock.now.date(), reason="call")
        book.delete(ana)
        trash.erase_all(book.store)
        assert not any(book.count(table) for table in ("touch", "follow_up", "stage", "keep_in_touch", "interview"))


def test_whoever_is_in_the_trash_keeps_taking_part_while_an_interview_is_changed(book, ana, anna):
    both = talk(book, ana, anna)
    book.delete(anna)
    one = stories.interview(book.read, both)
    interviews.edit(
        book.store,
        interview_id=both,
        contact_ids=[ana],
        starts_at=one.starts_at,
        time_zone=ZONE,
        minutes=30,
        medium=one.medium,
        place="",
        state=one.state,
        direction="",
    )
    trash.put_back(book.store, contact_ids=[anna])
    assert stories.interview(book.read, both).contact_ids == (ana, anna)
