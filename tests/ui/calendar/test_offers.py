"""Times that are offered: proposed, held, copied in words, and taken."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from infoview_desktop.operations import practice
from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.calendar.in_calendar import Day, OpenCalendar, calendar, day, open_calendar

__all__ = ["day", "open_calendar"]


@pytest.fixture
def window(open_calendar: OpenCalendar, book: Book, people: dict[str, int]) -> MainWindow:
    book.edit(people["Ana"], "time_zone", "America/Lima")
    window = open_calendar("week")
    window._people.select(people["Ana"])
    return window


def boxes(window: MainWindow) -> list[QCheckBox]:
    return [box for box in window.findChildren(QCheckBox) if box.isVisible()]


def offer(window: MainWindow) -> None:
    window._commands.actions["calendar_offer"].trigger()


def copied() -> list[str]:
    """The lines on the clipboard."""
    return QApplication.clipboard().text().replace("\u202f", " ").splitlines()


def test_a_few_free_times_are_proposed_on_both_clocks(window: MainWindow):
    offer(window)
    assert len(boxes(window)) == 5
    assert [box.isChecked() for box in boxes(window)] == [True, True, True, False, False]
    assert all(" for Ana" in box.text() for box in boxes(window))


def test_they_are_held_and_copied_and_taken_back_in_one_step(window: MainWindow, book: Book):
    offer(window)
    wanted = [box.text() for box in boxes(window) if box.isChecked()]
    assert wanted[0].replace("\u202f", " ") == "Wednesday, 25 November, 3:00 pm · 9:00 am for Ana"
    hand.press(window, "Hold and copy", kind=QPushButton)
    assert book.count("offered_time") == 3
    assert copied() == [
        "- Wednesday, 25 November, 9:00 am in Lima (3:00 pm in Berlin)",
        "- Thursday, 26 November, 10:00 am in Lima (4:00 pm in Berlin)",
        "- Friday, 27 November, 9:00 am in Lima (3:00 pm in Berlin)",
    ]
    assert painted.text(window._status).startswith("3 times are held for Ana Ruiz ·")
    window._commands.actions["undo"].trigger()
    assert book.count("offered_time") == 0


@pytest.mark.parametrize(
    ("zone", "line"),
    [
        ("", "- Wednesday, 25 November, 10:00 am in Berlin"),
        ("Europe/Madrid", "- Wednesday, 25 November, 10:00 am"),
        ("Asia/Kathmandu", "- Wednesday, 25 November, 2:45 pm in Kathmandu (10:00 am in Berlin)"),
    ],
)
def test_places_are_named_as_far_as_they_tell_something(
    zone: str, line: str, window: MainWindow, book: Book, people: dict[str, int]
):
    book.edit(people["Ana"], "time_zone", zone)
    offer(window)
    hand.press(window, "Hold and copy", kind=QPushButton)
    assert copied()[0] == line


def test_a_time_on_another_day_here_has_both_days(
    open_calendar: OpenCalendar, day: Day, book: Book, people: dict[str, int]
):
    book.edit(people["Ana"], "time_zone", "Pacific/Auckland")
    practice.edit(book.store, field="day_ends", text="23:30")
    window = open_calendar()
    assert day
    window._people.select(people["Ana"])
    offer(window)
    hand.press(window, "Hold and copy", kind=QPushButton)
    assert "- Friday, 27 November, 9:00 am in Auckland (Thu 9:00 pm in Berlin)" in copied()


def test_nothing_is_offered_where_one_is_busy(window: MainWindow, book: Book):
    offer(window)
    hand.press(window, "Hold and copy", kind=QPushButton)
    held = set(book.read.rows("SELECT starts_at FROM offered_time"))
    offer(window)
    hand.press(window, "Hold and copy", kind=QPushButton)
    again = book.read.rows("SELECT starts_at FROM offered_time")
    assert len(again) == len(set(again)) == 6
    assert held < set(again)


def test_the_one_they_take_becomes_an_interview_and_the_others_are_free(window: MainWindow, book: Book):
    offer(window)
    hand.press(window, "Hold and copy", kind=QPushButton)
    pane = calendar(window)
    pane.step(1)
    blocks = [block for block in pane.shown.blocks if block.kind is BlockKind.OFFERED]
    block = (blocks or [None])[0]
    if block is None:
        pane.step(-1)
        block = next(each for each in pane.shown.blocks if each.kind is BlockKind.OFFERED)
    assert block.title == "Offered to Ana"
    menu = window._calendar.offered_menu(block)
    hand.menu_action(menu, "They take this time").trigger()
    assert book.count("offered_time") == 0
    ((starts_at, minutes, state),) = book.read.rows("SELECT starts_at, minutes, state FROM interview")
    assert (starts_at, minutes, state) == (block.span.start.isoformat(), 20, "scheduled")
    assert block.span.end - block.span.start == timedelta(minutes=20)


def test_without_a_known_time_zone_that_is_said(window: MainWindow, people: dict[str, int]):
    window._people.select(people["Bo"])
    offer(window)
    assert "time zone; it is taken to be yours" in " ".join(painted.text(window).split())
