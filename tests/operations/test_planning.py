"""What is due moves with the user's habits; what the user moved stays."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from infoview_desktop.domain.cadence import THREE_B_SEVEN
from infoview_desktop.domain.follow_up import FollowUpState, Rule
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.practice import Practice
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import (
    cadences,
    follow_ups,
    interviews,
    keep_in_touch,
    practice,
    selections,
    short_list,
    touches,
)
from infoview_desktop.store.reads import contacts, stories
from infoview_desktop.store.reads import follow_ups as due
from infoview_desktop.store.reads import practice as habits
from infoview_desktop.store.reads.reasons import reasons, too_early_to_ask

ZONE = "Europe/Berlin"
MONDAY = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)


@pytest.fixture
def ana(book):
    book.clock.now = MONDAY
    return book.add("Ana Ruiz", organization="Oxfam", tag_names="friends")


@pytest.fixture
def bo(book, ana):  # noqa: ARG001 - after her
    return book.add("Bo Chen", organization="Oxfam")


def log(book, contact_id, kind=TouchKind.ASKED, **fields):
    fields = {"at": book.clock.now, "time_zone": ZONE} | fields
    return touches.log(book.store, contact_id=contact_id, kind=kind, **fields).value


def open_days(book, contact_id):
    found = due.of_contact(book.read, contact_id)
    return {one.rule: one.due_on.isoformat() for one in found if one.state is FollowUpState.OPEN}


def open_one(book, contact_id, rule):
    found = due.of_contact(book.read, contact_id)
    return next(one for one in found if one.rule is rule and one.state is FollowUpState.OPEN)


class TestHabits:
    def test_a_cadence_that_is_edited_moves_what_is_due_but_not_what_the_user_moved(self, book, ana, bo):
        log(book, ana)
        log(book, bo)
        moved = open_one(book, bo, Rule.FOLLOW_UP)
        follow_ups.snooze(book.store, follow_up_id=moved.id, due_on=date(2026, 11, 30))
        before = book.rows()
        cadences.edit(book.store, cadence=replace(THREE_B_SEVEN, second_person_days=None, follow_up_days=5))
        assert open_days(book, ana) == {Rule.FOLLOW_UP: "2026-11-16"}
        assert open_days(book, bo) == {Rule.FOLLOW_UP: "2026-11-30"}
        book.undo()
        assert book.rows() == before
        cadences.edit(book.store, cadence=THREE_B_SEVEN)
        assert book.rows() == before, "as at first is no change"

    def test_holidays_of_the_region_do_not_count_and_are_named(self, book, ana):
        log(book, ana)
        assert open_days(book, ana)[Rule.FOLLOW_UP] == "2026-11-18"
        practice.edit(book.store, field="region", text="US")
        assert open_days(book, ana)[Rule.FOLLOW_UP] == "2026-11-19"
        one = open_one(book, ana, Rule.FOLLOW_UP)
        (reason,) = reasons(book.read, [one], today=date(2026, 11, 19)).values()
        assert reason.parts[0].times == {"day": date(2026, 11, 11)}
        book.undo()
        assert open_days(book, ana)[Rule.FOLLOW_UP] == "2026-11-18"
        book.redo()
        assert open_days(book, ana)[Rule.FOLLOW_UP] == "2026-11-19"

    def test_holidays_are_looked_up_ahead_at_the_turn_of_the_year_and_nothing_moves(self, book, ana):
        log(book, ana)
        practice.edit(book.store, field="region", text="DE-BY")
        rows, years = book.rows(), habits.holiday_years(book.read, "DE-BY")
        assert practice.top_up_holidays(book.store).changed == frozenset()
        book.clock.advance(days=365)
        assert practice.top_up_holidays(book.store).changed == {"holiday"}
        assert habits.holiday_years(book.read, "DE-BY") == years | {max(years) + 1}
        assert book.rows() == rows

    @pytest.mark.parametrize(
        ("field", "text"),
        [
            ("cadence", "none"),
            ("working_days", ""),
            ("working_days", "8"),
            ("day_starts", "17:00"),
            ("day_ends", "24:00"),
            ("region", "XX"),
            ("region", "DE-XX"),
            ("keep_in_touch_days", "29"),
            ("keep_in_touch_days", "366"),
            ("keep_in_touch_days", "often"),
            ("keep_in_touch_days", "9" * 5000),
        ],
    )
    def test_what_makes_no_sense_is_refused_in_plain_words(self, book, field, text):
        with pytest.raises(KnownError, match=r"Nothing was changed\."):
            practice.edit(book.store, field=field, text=text)
        assert habits.practice(book.read) == Practice()

    @pytest.mark.parametrize(
        "figures", [{"follow_up_days": 0}, {"close_days": 91}, {"second_person_days": 0}, {"name": " "}]
    )
    def test_a_cadence_keeps_to_days_that_make_sense_and_has_a_name(self, book, figures):
        with pytest.raises(KnownError, match=r"Nothing was changed\."):
            cadences.edit(book.store, cadence=replace(THREE_B_SEVEN, **figures))

    def test_whoever_goes_by_a_cadence_that_is_deleted_goes_by_3b7_again(self, book, ana):
        key = cadences.add(book.store, name="Mine").value
        cadences.edit(book.store, cadence=replace(THREE_B_SEVEN, key=key, name="Mine", follow_up_days=2))
        practice.edit(book.store, field="cadence", text=key)
        log(book, ana)
        assert open_days(book, ana)[Rule.FOLLOW_UP] == "2026-11-11"
        cadences.delete(book.store, key=key)
        assert habits.practice(book.read).cadence == THREE_B_SEVEN.key
        assert open_days(book, ana)[Rule.FOLLOW_UP] == "2026-11-18"


class TestKeepingInTouch:
    def test_a_tag_says_so_for_all_who_have_it_and_get_it_and_no_longer_for_whom_it_is_taken_off(self, book, ana, bo):
        keep_in_touch.choose_for_tag(book.store, tag_name="Friends", days=30)
        assert open_days(book, ana) == {Rule.KEEP_IN_TOUCH: "2026-12-09"}
        selections.put_tags_on(book.store, contact_ids=[bo], tag_names="friends")
        assert open_days(book, bo) == {Rule.KEEP_IN_TOUCH: "2026-12-09"}
        book.edit(ana, "tags", "")
        assert open_days(book, ana) == {}

    def test_of_several_tags_the_shortest_time_counts_and_the_person_before_them(self, book, ana):
        book.edit(ana, "tags", "friends, mentors, old")
        for tag, days in (("friends", 90), ("mentors", 60), ("old", 0)):
            keep_in_touch.choose_for_tag(book.store, tag_name=tag, days=days)
        assert open_days(book, ana) == {Rule.KEEP_IN_TOUCH: "2027-01-08"}
        keep_in_touch.choose(book.store, contact_ids=[ana], days=0)
        assert open_days(book, ana) == {}
        keep_in_touch.reset(book.store, contact_ids=[ana])
        assert open_days(book, ana) == {Rule.KEEP_IN_TOUCH: "2027-01-08"}

    def test_any_contact_resets_it_also_where_it_had_been_put_off(self, book, ana):
        keep_in_touch.choose(book.store, contact_ids=[ana], days=30)
        one = open_one(book, ana, Rule.KEEP_IN_TOUCH)
        follow_ups.snooze(book.store, follow_up_id=one.id, due_on=date(2026, 12, 14))
        book.clock.advance(days=1)
        book.edit(ana, "in_touch_on", "2026-12-01")
        assert open_days(book, ana) == {Rule.KEEP_IN_TOUCH: "2026-12-31"}

    def test_what_was_written_down_by_mistake_leaves_the_day_one_remembers(self, book, ana):
        book.edit(ana, "in_touch_on", "2026-01-02")
        wrong = log(book, ana, TouchKind.MET)
        assert contacts.contact(book.read, ana).in_touch_on == "2026-11-09"
        earlier = MONDAY - timedelta(days=4)
        touches.mend(
            book.store, touch_id=wrong, kind=TouchKind.MET, at=earlier, answer=Answer.NONE, until=None, words=""
        )
        assert contacts.contact(book.read, ana).in_touch_on == "2026-11-05"
        touches.delete(book.store, touch_id=wrong)
        assert contacts.contact(book.read, ana).in_touch_on == "2026-01-02"


class TestWhatIsDone:
    def test_a_message_deleted_after_all_is_to_be_written_again(self, book, ana):
        log(book, ana)
        one = open_one(book, ana, Rule.FOLLOW_UP)
        follow_ups.complete(book.store, follow_up_id=one.id, at=book.clock.now, time_zone=ZONE)
        assert open_days(book, ana).keys() == {Rule.CLOSE}
        touches.delete(book.store, touch_id=stories.story(book.read, ana).touches[-1].id)
        assert open_days(book, ana)[Rule.FOLLOW_UP] == "2026-11-18"

    @pytest.mark.parametrize("rule", [Rule.SECOND_PERSON, Rule.FOLLOW_UP])
    def test_what_was_skipped_is_not_asked_for_again(self, book, ana, rule):
        log(book, ana)
        follow_ups.skip(book.store, follow_up_id=open_one(book, ana, rule).id, why="no")
        assert rule not in open_days(book, ana)
        book.edit(ana, "in_touch_on", "2026-11-08")
        assert rule not in open_days(book, ana)

    def test_whoever_is_asked_is_the_second_person_and_the_one_whom_somebody_named(self, book, ana, bo):
        log(book, ana)
        named_by = book.add("Mei Wang")
        log(book, named_by, TouchKind.REPLIED, answer=Answer.SOMEONE_ELSE)
        book.edit(bo, "referrer", "Mei Wang")
        log(book, bo)
        assert open_days(book, ana).keys() == {Rule.FOLLOW_UP}
        assert open_days(book, named_by) == {}

    def test_what_goes_back_to_its_own_day_is_as_if_it_had_not_been_moved(self, book, ana):
        interviews.add(
            book.store, contact_ids=[ana], starts_at=MONDAY - timedelta(days=1), time_zone=ZONE, state="held"
        )
        first = open_one(book, ana, Rule.THANK)
        follow_ups.snooze(book.store, follow_up_id=first.id, due_on=date(2026, 11, 10))
        assert open_one(book, ana, Rule.THANK).due_at is None
        follow_ups.edit(book.store, follow_up_id=first.id, due_on=first.due_on, reason="")
        assert open_one(book, ana, Rule.THANK) == first

    def test_what_is_still_to_come_did_not_happen(self, book, ana):
        with pytest.raises(KnownError, match="still to come"):
            log(book, ana, at=MONDAY + timedelta(days=3))

    @pytest.mark.parametrize("day", [date.min, date.max])
    def test_days_of_other_times_are_refused(self, book, ana, day):
        with pytest.raises(KnownError, match="too far away"):
            follow_ups.add(book.store, contact_id=ana, due_on=day, reason="")
        with pytest.raises(KnownError, match="too far away"):
            log(book, ana, TouchKind.REPLIED, answer=Answer.LATER, until=day)

    def test_a_day_at_the_end_of_the_calendar_breaks_nothing(self, book, ana):
        keep_in_touch.choose(book.store, contact_ids=[ana], days=365)
        for day in ("9999-12-31", "0001-01-01"):
            book.edit(ana, "in_touch_on", day)
            assert open_days(book, ana).keys() == {Rule.KEEP_IN_TOUCH}


def test_a_second_person_at_an_organization_is_warned_of_until_it_is_right(book, ana, bo):
    organization_id = contacts.contact(book.read, ana).organization_id
    log(book, ana)
    day = MONDAY.date()
    warning = too_early_to_ask(book.read, organization_id, contact_id=bo, today=day)
    assert warning.times == {"asked": day, "day": date(2026, 11, 12)}
    assert too_early_to_ask(book.read, organization_id, contact_id=ana, today=day) is None
    assert too_early_to_ask(book.read, organization_id, contact_id=bo, today=date(2026, 11, 12)) is None
    book.delete(ana)
    assert too_early_to_ask(book.read, organization_id, contact_id=bo, today=day) is None


def test_a_whole_short_list_is_planned_and_nobody_else(book, ana, bo):
    short_list.want_to_talk_to(book.store, contact_ids=[ana, bo])
    assert book.count("stage") == 2
    assert book.count("follow_up") == 0


def test_a_word_that_was_a_request_after_all_is_the_second_person_there(book, ana, bo):
    log(book, ana)
    touch_id = log(book, bo, TouchKind.WROTE)
    assert Rule.SECOND_PERSON in open_days(book, ana)
    touches.mend(
        book.store,
        touch_id=touch_id,
        kind=TouchKind.ASKED,
        at=book.clock.now,
        answer=Answer.NONE,
        until=None,
        words="",
    )
    assert Rule.SECOND_PERSON not in open_days(book, ana)


def test_what_is_done_is_told_as_what_it_was(book, ana):
    log(book, ana)
    one = open_one(book, ana, Rule.FOLLOW_UP)
    outcome = follow_ups.complete(book.store, follow_up_id=one.id, at=book.clock.now, time_zone=ZONE)
    assert outcome.said.text.format(**outcome.said.values) == "Wrote to Ana Ruiz again"
