"""The clocks are changed, the zone is another, the other person's clock shows another time: all of it is said."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from infoview_desktop.store.reads import stories
from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.wall_clock import WallClock
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand
from tests.ui.calendar import pointer
from tests.ui.calendar.in_calendar import (
    ALT,
    Day,
    OpenCalendar,
    at,
    calendar,
    day,
    days,
    heard,
    lasting,
    meetings,
    month,
    open_calendar,
    read_of,
    stand_on,
    starts_at,
    words,
)

__all__ = ["day", "heard", "meetings", "open_calendar"]

BOOKED = BlockKind.BOOKED
KEY = Qt.Key
FORWARD = "The clocks go forward over this time. It is taken to be {}."
TWICE = "The clocks go back, and this time comes twice. The first one is meant."

OpenAt = Callable[[datetime], tuple[MainWindow, int]]


def moment(zone: str, *when: int) -> datetime:
    return datetime(*when, tzinfo=ZoneInfo(zone))  # type: ignore[misc]


@pytest.fixture
def open_at(open_calendar: OpenCalendar, day: Day, people: dict[str, int]) -> OpenAt:
    """Opens the week of an interview with Ana, a day before it takes place where it does; the interview's id."""

    def open_at(starts: datetime) -> tuple[MainWindow, int]:
        day.set(starts - timedelta(days=1))
        interview_id = day.meet(people["Ana"], starts)
        return open_calendar("week"), interview_id

    return open_at


@pytest.mark.parametrize(
    ("starts", "said", "comes_to"),
    [
        (moment("Europe/Berlin", 2026, 3, 28, 2, 30), FORWARD.format("3:30 am"), (2026, 3, 29, 3, 30)),
        (moment("America/New_York", 2026, 3, 7, 2, 0), FORWARD.format("3:00 am"), (2026, 3, 8, 3, 0)),
        (moment("Australia/Lord_Howe", 2026, 10, 3, 2, 15), FORWARD.format("2:45 am"), (2026, 10, 4, 2, 45)),
        (moment("Europe/Berlin", 2026, 10, 24, 2, 30), TWICE, (2026, 10, 25, 2, 30)),
        (moment("America/New_York", 2026, 10, 31, 1, 15), TWICE, (2026, 11, 1, 1, 15)),
        (moment("Australia/Lord_Howe", 2026, 4, 4, 1, 45), TWICE, (2026, 4, 5, 1, 45)),
    ],
)
def test_where_the_clocks_are_changed_that_is_seen_and_heard_and_what_is_meant(
    *, starts: datetime, said: str, comes_to: tuple[int, ...], open_at: OpenAt, book: Book, heard: list[str]
):
    window, interview_id = open_at(starts)
    stand_on(window, BOOKED, interview_id)
    hand.press_key(KEY.Key_Right, ALT)
    assert heard[-1].endswith(said)
    assert said in read_of(pointer.grid(window))
    comes = starts_at(book, interview_id)
    assert comes is not None
    assert comes.timestamp() == moment(str(starts.tzinfo), *comes_to).timestamp()
    assert lasting(book, interview_id) == 20


def test_the_same_is_said_while_it_is_dragged(open_at: OpenAt, book: Book):
    window, interview_id = open_at(moment("Europe/Berlin", 2026, 3, 28, 3, 30))
    grid = pointer.grid(window)
    grid._bar.setValue(0)
    start = pointer.card(grid, BOOKED, interview_id).center()
    calendar(window).go_to(date(2026, 3, 29))  # a Sunday
    grid._bar.setValue(0)
    start = pointer.card(grid, BOOKED, interview_id).center()
    hour = pointer.scene(grid).geometry.y_of(60)
    across = pointer.scene(grid).geometry.column(6, 0, 1).center().x() - start.x()
    pointer.press(grid, start)
    pointer.go(grid, start.__class__(start.x() + across, start.y() - hour))
    assert FORWARD.format("3:30 am") in read_of(grid)
    pointer.let_go(grid, start.__class__(start.x() + across, start.y() - hour))
    assert starts_at(book, interview_id) == moment("Europe/Berlin", 2026, 3, 29, 3, 30)


def test_a_drag_over_a_free_gap_says_so_too(open_at: OpenAt):
    window, _ = open_at(moment("Europe/Berlin", 2026, 3, 28, 10, 0))
    calendar(window).go_to(date(2026, 3, 29))
    grid = pointer.grid(window)
    grid._bar.setValue(0)
    night = datetime(2026, 3, 29, 2, 0)  # noqa: DTZ001 - as it would be on the wall
    pointer.press(grid, pointer.place(grid, night))
    pointer.go(grid, pointer.place(grid, night + timedelta(minutes=40)))
    assert FORWARD.format("3:00 am") in read_of(grid)
    grid.clearFocus()


@pytest.mark.parametrize("mode", ["day", "week", "month", "agenda"])
@pytest.mark.parametrize(
    "night",
    [
        moment("Europe/Berlin", 2026, 3, 29, 1, 30),
        moment("Europe/Berlin", 2026, 10, 25, 2, 30).replace(fold=1),
        moment("America/New_York", 2026, 11, 1, 1, 59),
        moment("Australia/Lord_Howe", 2026, 4, 5, 1, 45).replace(fold=1),
        moment("Australia/Lord_Howe", 2026, 10, 4, 1, 59),
        moment("Asia/Kathmandu", 2026, 11, 1, 23, 59),
    ],
)
def test_nothing_gets_lost_on_a_night_in_which_they_are(
    mode: str, night: datetime, open_calendar: OpenCalendar, day: Day, people: dict[str, int]
):
    day.set(night - timedelta(hours=3))
    day.meet(people["Bo"], night)
    window = open_calendar(mode)
    calendar(window).go_to(night.date())
    found = [block for block in calendar(window).view._blocks if block.kind is BOOKED]
    assert [block.first_day for block in found] == [night.date()]
    if mode in {"day", "week"}:
        pointer.grid(window)._bar.setValue(0 if night.hour < 12 else 10_000)
    assert "Bo" in words(window)


def test_an_hour_that_comes_twice_is_as_high_as_it_is_long(open_at: OpenAt, book: Book):
    window, interview_id = open_at(moment("Europe/Berlin", 2026, 10, 25, 2, 30))
    stand_on(window, BOOKED, interview_id)
    for _ in range(4):
        hand.press_key(KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert lasting(book, interview_id) == 80
    (piece,) = pointer.scene(pointer.grid(window)).layout.pieces
    assert (piece.top, piece.bottom) == (150, 230)


def test_when_the_zone_changes_everything_is_shown_on_the_other_clock(
    open_calendar: OpenCalendar, day: Day, meetings: dict[str, int], book: Book
):
    window = open_calendar()
    day.set(day.now.astimezone(ZoneInfo("Asia/Kathmandu")))
    for clock in window.findChildren(WallClock):
        clock.look()
    grid = pointer.grid(window)
    (ana,) = (piece for piece in pointer.scene(grid).layout.pieces if piece.block.id == meetings["Ana"])
    assert (ana.top, ana.column) == (18 * 60 + 45, 1)
    assert pointer.scene(grid).now.hour == 14
    assert starts_at(book, meetings["Ana"]) == at(24)
    stand_on(window, BOOKED, meetings["Ana"])
    hand.press_key(KEY.Key_Right, ALT)
    moved = stories.interview(book.read, meetings["Ana"])
    assert moved is not None
    assert moved.starts_at == moment("Asia/Kathmandu", 2026, 11, 25, 18, 45)
    assert moved.time_zone == "Asia/Kathmandu"


@pytest.mark.parametrize("mode", ["day", "week", "month", "agenda"])
def test_when_it_is_another_day_in_the_other_zone_that_is_shown(
    mode: str, open_calendar: OpenCalendar, day: Day, people: dict[str, int]
):
    day.set(at(24, 20))
    day.meet(people["Bo"], at(24, 21))
    window = open_calendar(mode)
    day.set(day.now.astimezone(ZoneInfo("Pacific/Auckland")))
    for clock in window.findChildren(WallClock):
        clock.look()
    (block,) = (each for each in calendar(window).view._blocks if each.kind is BOOKED)
    assert block.first_day == date(2026, 11, 25)
    if mode in {"day", "agenda"}:
        assert days(window)[0] == date(2026, 11, 25)


def test_a_drag_under_way_is_let_go_of_when_the_zone_changes(
    open_calendar: OpenCalendar, day: Day, meetings: dict[str, int], book: Book
):
    window = open_calendar()
    grid = pointer.grid(window)
    start = pointer.card(grid, BOOKED, meetings["Ana"]).center()
    pointer.press(grid, start)
    pointer.go(grid, start + pointer.place(grid, at(25)) - pointer.place(grid, at(24)))
    day.set(day.now.astimezone(ZoneInfo("America/Lima")))
    for clock in window.findChildren(WallClock):
        clock.look()
    assert pointer.scene(grid).ghost is None
    pointer.let_go(grid, start)
    assert starts_at(book, meetings["Ana"]) == at(24)


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("America/Lima", "8:00 am for Ana"),
        ("Asia/Kathmandu", "6:45 pm for Ana"),
        ("Pacific/Auckland", "Wed 2:00 am for Ana"),
        ("Europe/Madrid", ""),
        ("", ""),
    ],
)
def test_the_other_persons_time_stands_beside_mine_where_it_differs(
    *, zone: str, told: str, open_calendar: OpenCalendar, meetings: dict[str, int], people: dict[str, int], book: Book
):
    book.edit(people["Ana"], "time_zone", zone)
    window = open_calendar()
    stand_on(window, BOOKED, meetings["Ana"])
    spoken = calendar(window).view.accessibleDescription().replace("\u202f", " ")
    for mode in ("week", "day", "agenda"):
        window._commands.actions[f"calendar_{mode}"].trigger()
        if told:
            assert told.removesuffix("na") in read_of(calendar(window).view)
            assert f", {told}, video" in spoken
        else:
            assert "for Ana" not in read_of(calendar(window).view)
            assert "for Ana" not in spoken


def test_while_it_is_dragged_the_other_persons_time_goes_with_it(
    open_calendar: OpenCalendar, meetings: dict[str, int], people: dict[str, int], book: Book
):
    book.edit(people["Ana"], "time_zone", "America/Lima")
    window = open_calendar()
    grid = pointer.grid(window)
    start = pointer.card(grid, BOOKED, meetings["Ana"]).center()
    pointer.press(grid, start)
    pointer.go(grid, start + pointer.place(grid, at(25, 15)) - pointer.place(grid, at(24)))
    assert "Wed 3:00 pm – 3:20 pm · 9:00 am for Ana" in read_of(grid)  # noqa: RUF001 - a dash
    grid.clearFocus()


@pytest.fixture
def in_locale() -> object:
    before = QLocale()
    yield QLocale.setDefault
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("name", "first", "hour", "names"),
    [
        ("fr_FR", date(2026, 10, 26), "14", "lun."),
        ("en_US", date(2026, 11, 1), "2 PM", "Mon"),
        ("de_DE", date(2026, 10, 26), "14", "Mo"),
        ("ar_EG", date(2026, 10, 31), "٢ م", "الاثنين"),
    ],
)
def test_weeks_and_hours_are_as_the_users_locale_has_them(
    *, name: str, first: date, hour: str, names: str, in_locale: Callable[[QLocale], None], open_calendar: OpenCalendar
):
    in_locale(QLocale(name))
    window = open_calendar()
    read = read_of(pointer.grid(window))
    assert hour in read
    assert names in read
    window._commands.actions["calendar_month"].trigger()
    assert month(window)._days is not None
    assert days(window)[0] == first


@pytest.mark.parametrize(
    ("day_before", "hour", "words", "short"),
    [
        (moment("Europe/Berlin", 2026, 3, 28, 10), 2, "the clocks go forward", "+60 min"),
        (moment("America/New_York", 2026, 10, 31, 10), 1, "the clocks go back", "−60 min"),  # noqa: RUF001 - a minus
        (moment("Australia/Lord_Howe", 2026, 10, 3, 10), 2, "the clocks go forward", "+30 min"),
    ],
)
def test_the_night_in_which_they_are_changed_shows_and_tells_it(
    *, day_before: datetime, hour: int, words: str, short: str, open_calendar: OpenCalendar, day: Day, heard: list[str]
):
    day.set(day_before)
    window = open_calendar("day")
    calendar(window)
    hand.press_key(KEY.Key_PageDown)
    grid = pointer.grid(window)
    grid._bar.setValue(0)
    assert words in read_of(grid)
    pointer.click(grid, pointer.place(grid, datetime.combine(grid._columns[0], time(hour, 10))))
    assert heard[-1].endswith(f"{hour}:00 am, {words}")
    window._commands.actions["calendar_week"].trigger()
    grid._bar.setValue(0)
    assert short in read_of(grid)
    place = pointer.place(grid, datetime.combine(days(window)[1], time(hour, 10)))
    QApplication.sendEvent(grid, QHelpEvent(QEvent.Type.ToolTip, place, grid.mapToGlobal(place)))
    assert words in QToolTip.text()
    QToolTip.hideText()
