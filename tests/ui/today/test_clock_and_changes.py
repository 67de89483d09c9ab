"""Today is true whatever the clock does, and whatever happens to people who stand in it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from infoview_desktop.domain import known_error
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.operations import contacts, follow_ups, interviews, merges
from infoview_desktop.ui.wall_clock import WallClock
from tests.ui import hand, painted
from tests.ui.today.conftest import NOW, chosen, day_list, titles


def look(window):
    """Let the clock on the wall be looked at, as it is every few seconds."""
    for clock in window.findChildren(WallClock):
        clock.look()


def badge(window):
    return hand.name_of(next(each for each in window.findChildren(QToolButton) if each.text() == "Today"))


@pytest.mark.usefixtures("grace")
def test_the_rail_tells_how_many_are_due_also_while_another_view_is_open(day, rosa, open_window, runner):
    window = open_window()
    assert badge(window) == "Today, 2 due"
    runner.do(follow_ups.add, contact_id=rosa, due_on=day.now.date(), reason="")
    assert badge(window) == "Today, 3 due"


@pytest.mark.usefixtures("rosa")
def test_the_number_goes_with_what_is_done(open_today):
    window = open_today()
    assert badge(window) == "Today, 1 due"
    hand.press(window, "Done: Follow up with Rosa Sato")
    assert badge(window) == "Today"
    hand.press(window, "Undo Follow-up with Rosa Sato done")
    assert badge(window) == "Today, 1 due"


@pytest.mark.parametrize("ahead", [timedelta(days=1), timedelta(days=400)])
def test_another_day_begins_while_the_window_is_open(day, rosa, open_today, ahead):
    day.remind(rosa, reason="tomorrow", days=1)
    window = open_today()
    day.set(NOW + ahead)
    look(window)
    assert titles(window)[1:3] == ["Follow up with Rosa Sato", "Follow up with Rosa Sato"]
    assert badge(window) == "Today, 2 due"
    assert day.now.strftime("%A") in painted.text(window)


@pytest.mark.usefixtures("rosa")
@pytest.mark.usefixtures("rosa")
def test_another_day_begins_with_what_is_most_urgent_then(day, grace, open_today):
    day.meet(grace, NOW + timedelta(days=2))
    window = open_today()
    hand.press_key(Qt.Key.Key_End)
    assert chosen(window).startswith("Grace López, 20 minutes")
    day.set(NOW + timedelta(days=1))
    look(window)
    assert chosen(window) == titles(window)[1] != "Grace López, 20 minutes, video"


@pytest.mark.usefixtures("rosa")
def test_a_clock_that_is_set_back_takes_a_day_away_again(day, open_today):
    window = open_today()
    day.set(NOW - timedelta(days=1))
    look(window)
    assert "Monday 23 November" in painted.text(window)
    assert titles(window) == ["[Later this week]", "Follow up with Rosa Sato"]
    assert badge(window) == "Today"


@pytest.mark.usefixtures("rosa")
def test_in_another_time_zone_it_is_another_day(day, open_today):
    window = open_today()
    day.set(NOW.replace(hour=22).astimezone(ZoneInfo("Pacific/Auckland")))
    look(window)
    assert "Wednesday 25 November" in painted.text(window)


@pytest.mark.usefixtures("chloe")
def test_the_hours_left_go_down_and_then_it_is_late(day, open_today):
    window = open_today()
    for later, told in (
        (timedelta(hours=1), "2 h left"),
        (timedelta(hours=3), "20 min left"),
        (timedelta(hours=5), "2 h late"),
        (timedelta(days=2), "1 day late"),
    ):
        day.set(NOW + later)
        look(window)
        assert told in painted.rows(day_list(window))[1]


def test_once_a_conversation_is_over_it_asks_how_it_was(day, open_today):
    day.meet(day.book.add("Bo Chen"), NOW + timedelta(hours=1))
    window = open_today()
    assert titles(window) == ["[Conversations]", "Bo Chen, 20 minutes, video"]
    day.set(NOW + timedelta(minutes=81))
    look(window)
    assert titles(window) == ["[Now]", "How was it with Bo Chen?"]
    assert badge(window) == "Today, 1 due"


@pytest.mark.usefixtures("rosa", "grace")
def test_the_choice_stays_while_the_clock_goes_on(day, open_today):
    window = open_today()
    day_list(window).setFocus()
    hand.press_key(Qt.Key.Key_Down)
    assert chosen(window) == "Follow up with Grace López"
    day.set(NOW + timedelta(minutes=1))
    look(window)
    assert chosen(window) == "Follow up with Grace López"


@pytest.mark.usefixtures("grace")
def test_who_is_deleted_while_listed_goes_and_comes_back_with_undo(rosa, open_today, runner):
    window = open_today()
    runner.do(contacts.delete, contact_ids=[rosa])
    assert titles(window) == ["[Now]", "Follow up with Grace López"]
    hand.press(window, "Undo Rosa Sato deleted")
    assert titles(window) == ["[Now]", "Follow up with Rosa Sato", "Follow up with Grace López"]


def test_a_conversation_called_off_elsewhere_goes(day, open_today, runner):
    interview_id = day.meet(day.book.add("Bo Chen"), NOW + timedelta(hours=1))
    window = open_today()
    runner.do(interviews.change_state, interview_id=interview_id, state=InterviewState.CANCELLED)
    assert "[Conversations]" not in titles(window)


@pytest.mark.usefixtures("rosa")
def test_a_book_that_cannot_be_written_shows_the_day_and_changes_nothing(day, open_today):
    window = open_today(read_only=known_error.read_only())
    before = day.book.rows()
    for key in ("d", "l", "s", "r"):
        QTest.keyClicks(day_list(window), key)
    assert titles(window) == ["[Now]", "Follow up with Rosa Sato"]
    assert day.book.rows() == before


def test_five_thousand_things_are_one_list_of_which_only_what_is_in_sight_is_read(day, rosa, open_today):
    with day.book.store.unrecorded() as transaction:
        transaction.connection.execute(
            "WITH RECURSIVE counted (number) AS (SELECT 2 UNION ALL SELECT number + 1 FROM counted LIMIT 4999)"
            " INSERT INTO follow_up (contact_id, rule, due_on, moved_from, reason, state, ended_why, created_at)"
            " SELECT ?, 'own', ?, NULL, 'number ' || number, 'open', '', '' FROM counted",
            (rosa, day.now.date().isoformat()),
        )
    window = open_today()
    assert badge(window) == "Today, 5,000 due"
    assert "5,000 things for today." in painted.text(window)
    assert "number 11" in "\n".join(painted.rows(day_list(window)))
    QTest.keyClick(day_list(window), Qt.Key.Key_End)
    assert "number 5000" in "\n".join(painted.rows(day_list(window)))
    QTest.keyClicks(day_list(window), "d")
    assert badge(window) == "Today, 4,999 due"
    assert "number 4999" in "\n".join(painted.rows(day_list(window)))


def test_who_is_merged_while_listed_is_listed_as_who_is_left(day, rosa, open_today, runner):
    other = day.book.add("Rosa Sato-Kim")
    window = open_today()
    runner.do(merges.merge, kept_id=other, other_id=rosa, choices={})
    assert titles(window)[1] == "Follow up with Rosa Sato-Kim"
