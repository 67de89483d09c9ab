"""A day and a week by keyboard alone: everything the pointer does, and what a screen reader says of it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from infoview_desktop.domain import known_error
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.operations import interviews, offers
from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.story.interview_sheet import InterviewSheet
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand
from tests.ui.calendar import pointer
from tests.ui.calendar.in_calendar import (
    ALT,
    CTRL,
    SHIFT,
    ZONE,
    Day,
    OpenCalendar,
    at,
    calendar,
    day,
    days,
    described,
    due_on,
    heard,
    lasting,
    meetings,
    open_calendar,
    read_of,
    sheets,
    stand_on,
    starts_at,
)

__all__ = ["day", "heard", "meetings", "open_calendar"]

BOOKED, DUE, OFFERED = BlockKind.BOOKED, BlockKind.DUE, BlockKind.OFFERED
KEY = Qt.Key


@pytest.fixture
def window(open_calendar: OpenCalendar, meetings: dict[str, int]) -> MainWindow:
    assert meetings
    return open_calendar()


def test_one_comes_in_where_it_is_now_and_hears_that(window: MainWindow, heard: list[str]):
    window._people.contacts.focus_first()
    calendar(window)
    assert heard == ["Tuesday, 24 November, 10:00 am, free"]
    assert described(pointer.grid(window)) == heard[-1]


def test_arrows_go_up_and_down_the_day_and_from_day_to_day(window: MainWindow, heard: list[str]):
    calendar(window)
    hand.press_key(KEY.Key_Down)
    hand.press_key(KEY.Key_Right, times=2)
    hand.press_key(KEY.Key_Down)
    hand.press_key(KEY.Key_Left)
    assert heard[1:] == [
        "Tuesday, 24 November, 10:30 am, free",
        "Wednesday, 25 November, 10:30 am, free",
        "Thursday, 26 November, 10:30 am, free",
        "Interview with Łukasz Żak, Thursday, 26 November, 11:00 am to 11:20 am, video, scheduled",
        "Wednesday, 25 November, 11:00 am, free",
    ]


def test_one_comes_back_to_the_height_one_left(window: MainWindow, heard: list[str]):
    calendar(window)
    hand.press_key(KEY.Key_Down, times=3)
    hand.press_key(KEY.Key_Right, times=2)
    assert heard[-1].startswith("Thursday, 26 November, 11:30 am")
    hand.press_key(KEY.Key_Up)
    hand.press_key(KEY.Key_Left, times=2)
    assert heard[-1] == "Tuesday, 24 November, 11:00 am, free"


def test_with_ctrl_they_go_from_entry_to_entry_and_home_and_end_to_either_end(window: MainWindow, heard: list[str]):
    calendar(window)
    hand.press_key(KEY.Key_Home, CTRL)
    hand.press_key(KEY.Key_Down, CTRL, times=4)
    hand.press_key(KEY.Key_Up, CTRL)
    hand.press_key(KEY.Key_End, CTRL)
    hand.press_key(KEY.Key_Home)
    assert [words.partition(",")[0] for words in heard[1:]] == [
        "Interview with Ana Ruiz",
        "Confirm: Łukasz",
        "Follow up: Bo",
        "Interview with Łukasz Żak",
        "Interview with Łukasz Żak",  # the last one
        "Follow up: Bo",
        "Interview with Łukasz Żak",
        "Monday",
    ]


def test_pages_go_to_the_days_before_and_after_and_one_stays_on_the_day_of_the_week(window: MainWindow):
    calendar(window)
    hand.press_key(KEY.Key_Right)
    hand.press_key(KEY.Key_PageDown)
    assert days(window) == (date(2026, 11, 30), date(2026, 12, 4))
    assert described(pointer.grid(window)) == "Wednesday, 2 December, 10:00 am, free"
    hand.press_key(KEY.Key_PageUp)
    assert days(window) == (date(2026, 11, 23), date(2026, 11, 27))


def test_an_interview_is_moved_by_quarters_of_an_hour_and_by_days_each_a_step_of_its_own(
    window: MainWindow, meetings: dict[str, int], book: Book, heard: list[str]
):
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Down, ALT)
    assert starts_at(book, meetings["Ana"]) == at(24, 14, 15)
    hand.press_key(KEY.Key_Left, ALT)
    assert starts_at(book, meetings["Ana"]) == at(23, 14, 15)
    hand.press_key(KEY.Key_Up, ALT, times=3)
    assert starts_at(book, meetings["Ana"]) == at(23, 13, 30)
    assert heard[-1] == "Ana Ruiz · 20 min, Mon 1:30 pm – 1:50 pm"  # noqa: RUF001 - a dash
    for before in (at(23, 13, 45), at(23, 14), at(23, 14, 15), at(24, 14, 15), at(24, 14)):
        hand.press_key(KEY.Key_Z, CTRL)
        assert starts_at(book, meetings["Ana"]) == before


def test_it_is_made_longer_and_shorter_as_far_as_it_can_be_short(
    window: MainWindow, meetings: dict[str, int], book: Book, heard: list[str]
):
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Down, SHIFT, times=2)
    assert lasting(book, meetings["Ana"]) == 50
    assert heard[-1] == "Ana Ruiz · 50 min, Tue 2:00 pm – 2:50 pm"  # noqa: RUF001 - a dash
    hand.press_key(KEY.Key_Up, ALT | SHIFT)
    assert lasting(book, meetings["Ana"]) == 35
    hand.press_key(KEY.Key_Up, SHIFT, times=4)
    assert lasting(book, meetings["Ana"]) == 15
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_where_it_was_moved_to_is_seen_until_another_key(window: MainWindow, meetings: dict[str, int]):
    grid = pointer.grid(window)
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Right, ALT)
    assert "Wed 2:00 pm – 2:20 pm" in read_of(grid)  # noqa: RUF001 - a dash
    hand.press_key(KEY.Key_Down)
    assert "Wed 2:00 pm" not in read_of(grid)


def test_what_it_clashes_with_is_heard_and_seen(window: MainWindow, meetings: dict[str, int], heard: list[str]):
    grid = pointer.grid(window)
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Right, ALT, times=2)
    assert "Clashes" not in read_of(grid)
    hand.press_key(KEY.Key_Up, ALT, times=11)
    assert heard[-1] == "Ana Ruiz · 20 min, Thu 11:15 am – 11:35 am, Clashes with Łukasz Żak"  # noqa: RUF001 - a dash
    assert "Clashes with Łukasz Żak" in read_of(grid)
    hand.press_key(KEY.Key_Down, ALT)
    assert "Clashes" not in read_of(grid)


def test_what_goes_beyond_the_week_is_followed(
    window: MainWindow, meetings: dict[str, int], book: Book, heard: list[str]
):
    stand_on(window, BOOKED, meetings["Łukasz"])
    hand.press_key(KEY.Key_Left, ALT, times=4)
    assert starts_at(book, meetings["Łukasz"]) == at(22, 11)
    assert days(window) == (date(2026, 11, 16), date(2026, 11, 22))
    current = calendar(window).view.current
    assert current is not None
    assert (current.kind, current.id) == (BOOKED, meetings["Łukasz"])
    assert heard[-1] == "Łukasz Żak · 20 min, Sun 11:00 am – 11:20 am"  # noqa: RUF001 - a dash


def test_from_a_friday_it_goes_to_the_saturday_of_the_same_week(
    window: MainWindow, meetings: dict[str, int], book: Book
):
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Right, ALT, times=4)
    assert starts_at(book, meetings["Ana"]) == at(28)
    assert days(window) == (date(2026, 11, 23), date(2026, 11, 29))
    current = calendar(window).view.current
    assert current is not None
    assert (current.kind, current.id) == (BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Right, ALT, times=2)
    assert starts_at(book, meetings["Ana"]) == at(30)
    assert days(window) == (date(2026, 11, 30), date(2026, 12, 4))


def test_a_clash_beyond_the_week_is_told_once_one_is_there(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int], heard: list[str]
):
    moving = day.meet(people["Ana"], at(27, 11))
    day.meet(people["Chloé"], at(30, 11, 10))
    window = open_calendar()
    stand_on(window, BOOKED, moving)
    hand.press_key(KEY.Key_Right, ALT, times=3)
    assert heard[-1] == "Clashes with Chloé Dubois"
    assert "Clashes with Chloé Dubois" in read_of(pointer.grid(window))


def test_a_follow_up_goes_to_another_day_and_takes_no_notice_of_hours(
    window: MainWindow, meetings: dict[str, int], book: Book, heard: list[str]
):
    stand_on(window, DUE, meetings["Bo"])
    hand.press_key(KEY.Key_Down, ALT)
    hand.press_key(KEY.Key_Down, SHIFT)
    assert due_on(book, meetings["Bo"]) == date(2026, 11, 25)
    hand.press_key(KEY.Key_Left, ALT)
    assert due_on(book, meetings["Bo"]) == date(2026, 11, 24)
    assert heard[-1] == "Follow up: Bo, Tue 24"


def test_what_cannot_be_moved_says_so(
    open_calendar: OpenCalendar, meetings: dict[str, int], book: Book, heard: list[str]
):
    interviews.change_state(book.store, interview_id=meetings["Ana"], state=InterviewState.HELD)
    window = open_calendar()
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Right, ALT)
    assert heard[-1] == "This cannot be moved."
    assert starts_at(book, meetings["Ana"]) == at(24)


def test_in_a_book_that_can_only_be_read_that_is_said_as_well(
    open_calendar: OpenCalendar, meetings: dict[str, int], book: Book, heard: list[str]
):
    book.store.writable = False
    window = open_calendar(read_only=known_error.read_only())
    stand_on(window, DUE, meetings["Bo"])
    hand.press_key(KEY.Key_Right, ALT)
    assert heard[-1] == "This cannot be moved."
    hand.press_key(KEY.Key_Home)
    hand.press_key(KEY.Key_Return)
    assert not sheets(window)


def test_enter_on_a_free_time_books_there(window: MainWindow):
    calendar(window)
    hand.press_key(KEY.Key_Right)
    hand.press_key(KEY.Key_Down)
    hand.press_key(KEY.Key_Return)
    sheet = hand.find(window, "New interview", kind=InterviewSheet)
    assert hand.field(sheet, "Time").text().replace("\u202f", " ") == "10:30 am"
    assert "Wednesday" in read_of(sheet)


def test_after_booking_one_stands_on_what_was_booked(window: MainWindow, book: Book):
    calendar(window)
    hand.press_key(KEY.Key_Return)
    hand.press(hand.find(window, "New interview", kind=InterviewSheet), "Add")
    current = calendar(window).view.current
    assert current is not None
    assert (current.kind, current.id) == (BOOKED, int(book.read.value("SELECT max(id) FROM interview")))


def test_the_menu_key_opens_the_menu_where_one_stands(window: MainWindow, meetings: dict[str, int]):
    grid = pointer.grid(window)
    stand_on(window, BOOKED, meetings["Ana"])
    place = pointer.card(grid, BOOKED, meetings["Ana"])
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place.topLeft(), grid.mapToGlobal(place.topLeft()))
    QApplication.sendEvent(grid, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert place.contains(grid.mapFromGlobal(menu.pos()))
    menu.close()


def test_enter_on_an_offered_time_opens_its_menu_there(open_calendar: OpenCalendar, book: Book, people: dict[str, int]):
    offers.offer(book.store, contact_id=people["Bo"], starts=[at(26, 15)], minutes=20, time_zone=ZONE)
    window = open_calendar()
    block = stand_on(window, OFFERED, 1)
    hand.press_key(KEY.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    grid = pointer.grid(window)
    card = pointer.card(grid, OFFERED, block.id)
    # At its height: the screen of the tests ends before the window does.
    assert card.top() <= grid.mapFromGlobal(menu.pos()).y() <= card.bottom()
    QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    assert book.count("offered_time") == 0
    assert book.count("interview") == 1


def test_what_has_no_row_comes_into_sight_when_one_stands_on_it_and_escape_folds_it_away(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int]
):
    for number in range(6):
        day.remind(people["Bo"], reason=f"thing {number}")
    window = open_calendar()
    grid = pointer.grid(window)
    hand.press_key(KEY.Key_Home, CTRL)
    hand.press_key(KEY.Key_Down, times=5)
    assert described(grid).startswith("thing 5")
    assert pointer.scene(grid).fewer_rect is not None
    hand.press_key(KEY.Key_Down)
    hand.press_key(KEY.Key_Escape)
    assert pointer.scene(grid).fewer_rect is None
    assert "+4" in read_of(grid)


def test_the_day_one_stands_on_is_the_one_that_is_shown_in_another_way(window: MainWindow, meetings: dict[str, int]):
    stand_on(window, BOOKED, meetings["Łukasz"])
    hand.press_key(KEY.Key_1, CTRL)
    assert days(window) == (date(2026, 11, 26), date(2026, 11, 26))
    hand.press_key(KEY.Key_PageDown)
    hand.press_key(KEY.Key_3, CTRL)
    assert described(calendar(window).view) == "Friday, 27 November, nothing"
    hand.press_key(KEY.Key_Down)
    hand.press_key(KEY.Key_2, CTRL)
    assert days(window) == (date(2026, 11, 30), date(2026, 12, 4))
    hand.press_key(KEY.Key_0, CTRL)
    hand.press_key(KEY.Key_1, CTRL)
    assert days(window) == (date(2026, 11, 24), date(2026, 11, 24))


def test_where_one_stands_on_what_is_there_in_another_way_too(window: MainWindow, meetings: dict[str, int]):
    grid = pointer.grid(window)
    stand_on(window, DUE, meetings["Bo"])
    hand.press_key(KEY.Key_Left)
    hand.press_key(KEY.Key_Down, CTRL)
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Delete)
    hand.press_key(KEY.Key_Z, CTRL)
    assert pointer.scene(grid).stop is not None
    current = calendar(window).view.current
    assert current is not None
    assert (current.kind, current.id) == (BOOKED, meetings["Ana"])


@pytest.mark.usefixtures("window")
def test_what_it_is_called_says_which_days_are_shown(window: MainWindow):
    assert hand.name_of(pointer.grid(window)) == "Week, 23 – 27 November"  # noqa: RUF001 - a dash
    hand.press_key(KEY.Key_1, CTRL)
    assert hand.name_of(pointer.grid(window)) == "Day, Tuesday, 24 November"


def test_where_one_reads_from_the_right_the_first_day_is_there_and_the_arrows_follow(
    window: MainWindow, meetings: dict[str, int], book: Book, heard: list[str]
):
    grid = pointer.grid(window)
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert pointer.place(grid, at(23)).x() > pointer.place(grid, at(27)).x()
    calendar(window)
    hand.press_key(KEY.Key_Left)
    assert heard[-1].startswith("Wednesday, 25 November")
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Left, ALT)
    assert starts_at(book, meetings["Ana"]) == at(25)
    card = pointer.card(grid, BOOKED, meetings["Ana"])
    pointer.drag(grid, card.center(), card.center() + pointer.place(grid, at(26)) - pointer.place(grid, at(25)))
    assert starts_at(book, meetings["Ana"]) == at(26)
