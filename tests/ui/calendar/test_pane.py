"""The Calendar pane: what it shows, where one goes in it, and what is done there."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton

from infoview_desktop.domain import known_error
from infoview_desktop.domain.calendar_days import CalendarMode
from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import practice
from infoview_desktop.store.reads import follow_ups, settings, stories
from infoview_desktop.store.writes import calendars
from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.story.follow_up_sheet import FollowUpSheet
from infoview_desktop.ui.story.interview_sheet import InterviewSheet
from infoview_desktop.ui.wall_clock import WallClock
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.calendar.in_calendar import (
    ALT,
    Day,
    OpenCalendar,
    at,
    calendar,
    day,
    days,
    meetings,
    open_calendar,
    stand_on,
    starts_at,
    words,
)

__all__ = ["day", "meetings", "open_calendar"]


def press(keys: str) -> None:
    combination = QKeySequence(keys)[0]
    hand.press_key(combination.key(), combination.keyboardModifiers())


def undo() -> None:
    press("Ctrl+Z")


@pytest.mark.usefixtures("meetings")
def test_a_week_shows_what_is_booked_and_what_is_due(open_calendar: OpenCalendar):
    read = words(open_calendar())
    assert "23 – 27 November" in read  # noqa: RUF001 - a dash
    assert "Ana Ruiz" in read
    assert read.count("Łukasz") == 2  # to talk with, and to confirm it before
    assert "Bo" in read


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("Ctrl+1", "Tuesday, 24 November"),
        ("Ctrl+2", "23 – 27 November"),  # noqa: RUF001 - a dash
        ("Ctrl+3", "November 2026"),
        ("Ctrl+4", "24 November – 21 December"),  # noqa: RUF001 - a dash
    ],
)
def test_each_way_to_show_days_has_its_keys_and_comes_back(
    keys: str, told: str, open_calendar: OpenCalendar, book: Book
):
    window = open_calendar("agenda" if keys == "Ctrl+2" else "week")
    press(keys)
    assert told in words(window)
    window.close()
    again = open_calendar(settings.all_settings(book.read)["calendar_mode"])
    assert told in words(again)


def test_the_button_offers_the_same(open_calendar: OpenCalendar):
    window = open_calendar()
    button = hand.find(window, "Week, way to show the days", kind=QPushButton)
    assert isinstance(button, QPushButton)
    assert hand.shown_in(button.menu()) == ["Day", "Week", "Month", "Agenda", "Everyone", "Ana Ruiz"]
    hand.menu_action(button.menu(), "Month").trigger()
    assert "November 2026" in words(window)
    assert hand.find(window, "Month, way to show the days").isVisible()


def test_one_goes_to_other_days_and_back_to_today(open_calendar: OpenCalendar):
    window = open_calendar()
    hand.press(window, "Later days", kind=QToolButton)
    assert days(window) == (date(2026, 11, 30), date(2026, 12, 4))
    hand.press(window, "Today in the calendar", kind=QPushButton)
    assert days(window) == (date(2026, 11, 23), date(2026, 11, 27))
    press("Ctrl+PgUp")
    assert days(window) == (date(2026, 11, 16), date(2026, 11, 20))
    press("Ctrl+0")
    assert days(window) == (date(2026, 11, 23), date(2026, 11, 27))


def test_one_goes_to_any_day_by_its_date(open_calendar: OpenCalendar):
    window = open_calendar("day")
    press("Ctrl+Shift+G")
    hand.type_into(window, "Day", "2027-02-28")
    hand.press_key(Qt.Key.Key_Return)
    assert days(window) == (date(2027, 2, 28), date(2027, 2, 28))


@pytest.mark.usefixtures("meetings")
def test_it_can_be_about_the_selected_person_alone(open_calendar: OpenCalendar, people: dict[str, int], book: Book):
    window = open_calendar()
    press("Ctrl+Shift+E")
    assert "Łukasz" not in words(window)
    assert "Ana Ruiz · 20 min" in words(window).replace("\n", " ")
    window._people.select(people["Łukasz"])
    assert "Łukasz" in words(window)
    assert "Follow up: Bo" not in words(window)
    window._people.select(people["Chloé"])
    assert "Nothing is booked or due with Chloé Dubois on these days." in words(window).replace("\n", " ")
    window.close()
    again = open_calendar(calendar_alone=settings.all_settings(book.read)["calendar_alone"])
    assert calendar(again).is_about_one
    press("Ctrl+Shift+E")
    assert "Łukasz" in words(again)


def test_who_one_stands_on_is_selected_where_it_is_about_everyone(
    open_calendar: OpenCalendar, meetings: dict[str, int], people: dict[str, int]
):
    window = open_calendar("agenda")
    stand_on(window, BlockKind.BOOKED, meetings["Ana"])
    selected = []
    for _ in range(3):
        hand.press_key(Qt.Key.Key_Down)
        selected.append(window._people.selected)
    assert selected == [people["Łukasz"], people["Bo"], people["Łukasz"]]
    assert calendar(window).isAncestorOf(window.focusWidget())


def test_an_interview_is_moved_by_key_and_undone(open_calendar: OpenCalendar, meetings: dict[str, int], book: Book):
    window = open_calendar()
    stand_on(window, BlockKind.BOOKED, meetings["Ana"])
    hand.press_key(Qt.Key.Key_Right, ALT)
    assert starts_at(book, meetings["Ana"]) == at(25)
    assert "Interview with Ana Ruiz moved" in painted.text(window._status)
    undo()
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_a_follow_up_is_moved_to_another_day_and_undone(
    open_calendar: OpenCalendar, meetings: dict[str, int], book: Book
):
    window = open_calendar()
    stand_on(window, BlockKind.DUE, meetings["Bo"])
    hand.press_key(Qt.Key.Key_Right, ALT)
    moved = follow_ups.follow_up(book.read, meetings["Bo"])
    assert moved is not None
    assert moved.due_on == date(2026, 11, 26)
    undo()
    back = follow_ups.follow_up(book.read, meetings["Bo"])
    assert back is not None
    assert back.due_on == date(2026, 11, 25)


def test_delete_takes_an_interview_out_and_undo_brings_it_back(
    open_calendar: OpenCalendar, meetings: dict[str, int], book: Book
):
    window = open_calendar()
    stand_on(window, BlockKind.BOOKED, meetings["Ana"])
    hand.press_key(Qt.Key.Key_Delete)
    assert starts_at(book, meetings["Ana"]) is None
    assert "Ana Ruiz · " not in words(window)
    undo()
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_enter_opens_an_interview_in_its_sheet(open_calendar: OpenCalendar, meetings: dict[str, int]):
    window = open_calendar()
    stand_on(window, BlockKind.BOOKED, meetings["Ana"])
    hand.press_key(Qt.Key.Key_Return)
    assert hand.find(window, "Interview", kind=InterviewSheet)
    assert hand.field(window, "Time").text().replace("\u202f", " ") == "2:00 pm"


def test_enter_opens_a_follow_up_in_its_sheet(open_calendar: OpenCalendar, meetings: dict[str, int]):
    window = open_calendar()
    stand_on(window, BlockKind.DUE, meetings["Bo"])
    hand.press_key(Qt.Key.Key_Return)
    assert hand.find(window, "Follow-up", kind=FollowUpSheet)


def test_a_free_time_opens_a_new_interview_with_the_time_and_who_is_selected(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int], book: Book
):
    assert day
    window = open_calendar(selected=people["Chloé"])
    calendar(window)
    hand.press_key(Qt.Key.Key_Return)
    sheet = hand.find(window, "New interview", kind=InterviewSheet)
    assert hand.field(sheet, "Time").text()
    hand.press(sheet, "Add")
    found = stories.interview(book.read, 1)
    assert found is not None
    assert found.contact_ids == (people["Chloé"],)
    assert found.starts_at is not None


def test_what_can_be_done_with_an_interview_is_in_its_menu(
    open_calendar: OpenCalendar, meetings: dict[str, int], book: Book
):
    window = open_calendar()
    block = stand_on(window, BlockKind.BOOKED, meetings["Ana"])
    calendar(window).view.menu_wanted.emit(block, window.mapToGlobal(window.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert {"Change …", "Held", "Called off", "Follow up …", "Delete"} <= set(hand.shown_in(menu))
    hand.menu_action(menu, "Called off").trigger()
    menu.close()
    called_off = stories.interview(book.read, meetings["Ana"])
    assert called_off is not None
    assert called_off.state is InterviewState.CANCELLED


def test_a_book_that_cannot_be_changed_can_be_looked_at_but_nothing_moves(
    open_calendar: OpenCalendar, meetings: dict[str, int], book: Book
):
    book.store.writable = False
    window = open_calendar(read_only=known_error.read_only())
    stand_on(window, BlockKind.BOOKED, meetings["Ana"])
    hand.press_key(Qt.Key.Key_Right, ALT)
    hand.press_key(Qt.Key.Key_Delete)
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_what_is_booked_elsewhere_is_seen_at_once(open_calendar: OpenCalendar, day: Day, people: dict[str, int]):
    window = open_calendar()
    assert "Chloé" not in words(window)
    day.meet(people["Chloé"], at(25, 15))
    window._runner.changed.emit(frozenset({"interview"}))
    assert "Chloé" in words(window)


def test_what_changed_while_it_was_out_of_sight_is_seen_when_it_comes_back(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int]
):
    window = open_calendar()
    window._people.show_calendar.trigger()
    day.meet(people["Chloé"], at(25, 15))
    window._runner.changed.emit(frozenset({"interview"}))
    window._people.show_calendar.trigger()
    assert "Chloé" in words(window)


def test_it_goes_on_with_the_day(open_calendar: OpenCalendar, day: Day):
    window = open_calendar("day")
    assert "Tuesday, 24 November" in words(window)
    day.set(day.now + timedelta(days=1))
    for clock in window.findChildren(WallClock):
        clock.look()
    assert "Wednesday, 25 November" in words(window)


def test_a_weekend_is_shown_where_something_stands_on_it(open_calendar: OpenCalendar, day: Day, people: dict[str, int]):
    day.meet(people["Ana"], at(28))
    window = open_calendar()
    assert days(window) == (date(2026, 11, 23), date(2026, 11, 29))
    press("Ctrl+PgDown")
    assert days(window) == (date(2026, 11, 30), date(2026, 12, 4))


def test_a_week_off_is_seen_without_its_weekend(open_calendar: OpenCalendar, book: Book):
    def busy(first: int, last: int) -> Event:
        return Event("", "Reading week", "", (), None, date(2026, 11, first), date(2026, 11, last))

    with book.store.transaction(Phrase("")) as transaction:
        term = calendars.add(transaction, name="Term", path="/term.ics", colour="blue", watched=1)
        around = {"first": date(2026, 1, 1), "last": date(2027, 1, 1), "stamp": ""}
        calendars.read(transaction, term, [busy(25, 29)], **around)
    window = open_calendar()
    assert days(window) == (date(2026, 11, 23), date(2026, 11, 27))
    assert "Reading week" in words(window)
    with book.store.transaction(Phrase("")) as transaction:
        calendars.read(transaction, term, [busy(28, 29)], **around)
    window._runner.changed.emit(frozenset({"busy_time"}))
    assert days(window) == (date(2026, 11, 23), date(2026, 11, 29))


def test_the_week_has_the_days_on_which_one_works(open_calendar: OpenCalendar, book: Book):
    practice.edit(book.store, field="working_days", text="1234")
    assert days(open_calendar()) == (date(2026, 11, 23), date(2026, 11, 26))


def test_where_not_all_days_fit_one_goes_through_all_of_them(open_calendar: OpenCalendar):
    window = open_calendar()
    pane = calendar(window)
    window._people._panes.setSizes([600, 280, 600])
    QApplication.processEvents()
    seen = [days(window)]
    for _ in range(3):
        pane.step(1)
        seen.append(days(window))
    for before, after in pairwise(seen):
        assert before[1] < after[0]
        assert (after[0] - before[1]).days in {1, 3}
    assert all((last - first).days < 4 for first, last in seen)


def test_in_a_small_window_a_key_brings_the_calendar_into_sight(open_calendar: OpenCalendar):
    window = open_calendar(window_size=[900, 600])
    assert not window._people.calendar.isVisible()
    press("Ctrl+3")
    assert window._people.calendar.isVisible()
    assert window._people.calendar.isAncestorOf(window.focusWidget())


@pytest.mark.parametrize("left", [{"calendar_mode": 7}, {"calendar_mode": "year"}, {"calendar_alone": "yes"}])
def test_what_makes_no_sense_is_as_at_first(left: dict[str, object], open_calendar: OpenCalendar):
    window = open_calendar(left.pop("calendar_mode", "week"), **left)
    assert calendar(window).arrangement() == {"calendar_mode": CalendarMode.WEEK, "calendar_alone": False}


def test_the_first_and_the_last_days_there_are_can_be_gone_to(open_calendar: OpenCalendar):
    window = open_calendar()
    for mode in CalendarMode:
        calendar(window).set_mode(mode)
        for last in (date.max, date.min):
            calendar(window).go_to(last)
            QTest.keyClick(calendar(window).view, Qt.Key.Key_PageDown)
            QTest.keyClick(calendar(window).view, Qt.Key.Key_PageUp)
            assert words(window)


def test_a_window_that_is_closed_reads_nothing(window: MainWindow):
    window.close()
    for clock in window.findChildren(WallClock):
        clock.look()
