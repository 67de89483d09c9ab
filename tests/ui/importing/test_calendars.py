"""A calendar file on its way into the book: looked at, shown as busy time, taken in as interviews."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QListView, QPushButton

from infoview_desktop.store.reads import calendars, stories
from infoview_desktop.ui.editing.colour_edit import COLOURS, ColourEdit
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book
from tests.calendars import ics
from tests.ui import drag, hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.today.conftest import Day, day

__all__ = ["day"]

WEEKLY = "DTSTART:20261124T080000Z\nDTEND:20261124T093000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Statistics"
CALL = "DTSTART:20261126T150000Z\nDTEND:20261126T153000Z\nSUMMARY:Call with Ana Ruiz\nLOCATION:https://meet.example/x"
LATER = CALL.replace("20261126", "20261127")
CALLED_OFF = f"{CALL}\nSTATUS:CANCELLED"

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(*events: str, name: str = "term.ics", title: str = "Term") -> Path:
        path = tmp_path / name
        path.write_text(ics(*events, title=title), "utf-8")
        return path

    return write


@pytest.fixture
def opened(open_window: OpenWindow, day: Day, people: dict[str, int]) -> MainWindow:  # noqa: ARG001 - the day it is
    return open_window(notes=True)


def sheet(window: MainWindow) -> Sheet:
    (found,) = (each for each in window.findChildren(Sheet) if each.isVisible())
    return found


def button(window: MainWindow) -> str:
    """What the button would do."""
    QTest.qWait(0)
    *_, last = sheet(window).findChildren(QPushButton, options=Qt.FindChildOption.FindChildrenRecursively)
    return last.text()


def tick(window: MainWindow, name: str) -> None:
    box = hand.find(sheet(window), name, kind=QCheckBox)
    QTest.keyClick(box, Qt.Key.Key_Space)


def test_a_dropped_calendar_is_looked_at_before_anything_is_stored(opened: MainWindow, write: Write, book: Book):
    before = book.rows()
    drag.drop(opened, drag.files([write(WEEKLY, CALL)]))
    text = painted.text(sheet(opened))
    assert text.startswith("Term\n5 events from 1 November 2025 to 1 November 2028, in term.ics.")
    assert button(opened) == "Add 1 interview and show the calendar"
    assert book.rows() == before


def test_it_is_shown_as_busy_time_and_what_names_somebody_becomes_an_interview(
    opened: MainWindow, write: Write, book: Book, people: dict[str, int]
):
    opened.offer([write(WEEKLY, CALL)])
    hand.press(opened, "Add 1 interview and show the calendar")
    (one,) = stories.story(book.read, people["Ana"]).interviews
    assert one.place == "https://meet.example/x"
    (shown,) = calendars.calendars(book.read)
    assert (shown.name, shown.colour, shown.watched) == ("Term", COLOURS[0][0], True)
    assert "The calendar Term is shown, 1 interview taken from term.ics" in painted.text(opened._status)
    assert "Statistics" in painted.text(opened._people.calendar)
    hand.press(opened, "Undo The calendar Term is shown, 1 interview taken from term.ics", kind=QPushButton)
    assert calendars.calendars(book.read) == []
    assert stories.story(book.read, people["Ana"]).interviews == ()


def test_an_invitation_is_an_interview_and_no_calendar(opened: MainWindow, write: Write, book: Book):
    opened.offer([write(CALL, title="")])
    hand.press(opened, "Add 1 interview")
    assert (book.count("interview"), book.count("calendar")) == (1, 0)


def test_a_timetable_is_a_calendar_and_no_interview(opened: MainWindow, write: Write, book: Book):
    opened.offer([write(WEEKLY)])
    hand.press(opened, "Show the calendar")
    assert (book.count("interview"), book.count("calendar")) == (0, 1)


def test_what_is_not_ticked_stays_out(opened: MainWindow, write: Write, book: Book):
    opened.offer([write(WEEKLY, CALL, LATER)])
    assert button(opened) == "Add 2 interviews and show the calendar"
    events = hand.find(sheet(opened), "Interviews in it", kind=QListView)
    events.setFocus()
    hand.press_key(Qt.Key.Key_Down)
    hand.press_key(Qt.Key.Key_Space)
    tick(opened, "Show this calendar as busy time")
    hand.press(opened, "Add 1 interview")
    assert (book.count("interview"), book.count("calendar")) == (1, 0)


def test_its_name_and_colour_are_ones_own_and_it_may_stay_as_it_is(opened: MainWindow, write: Write, book: Book):
    opened.offer([write(WEEKLY)])
    hand.type_into(sheet(opened), "Name of the calendar", "Lectures")
    colour = hand.find(sheet(opened), "Colour: Blue", kind=ColourEdit)
    assert isinstance(colour, ColourEdit)
    hand.menu_action(colour.menu(), "Orange").trigger()
    tick(opened, "Keep up with the file as the other program changes it")
    hand.press(opened, "Show the calendar")
    (shown,) = calendars.calendars(book.read)
    assert (shown.name, shown.colour, shown.watched) == ("Lectures", "#c8602a", False)


def test_without_a_name_it_cannot_be_shown(opened: MainWindow, write: Write):
    opened.offer([write(WEEKLY)])
    hand.type_into(sheet(opened), "Name of the calendar", "")
    assert not hand.find(sheet(opened), "Show the calendar", kind=QPushButton).isEnabled()


def test_a_second_calendar_has_another_colour(opened: MainWindow, write: Write, book: Book):
    for name in ("term.ics", "shifts.ics"):
        opened.offer([write(WEEKLY, name=name)])
        hand.press(opened, "Show the calendar")
    assert [one.colour for one in calendars.calendars(book.read)] == [colour for colour, _name in COLOURS[:2]]


def test_the_same_file_again_says_what_is_new(opened: MainWindow, write: Write, book: Book, people: dict[str, int]):
    opened.offer([write(CALL)])
    hand.press(opened, "Add 1 interview")
    opened.offer([write(CALL)])
    assert "1 of them stands in your calendar as an interview already." in painted.text(sheet(opened))
    QTest.keyClick(sheet(opened), Qt.Key.Key_Escape)
    opened.offer([write(LATER)])
    assert "until now Thursday, 26 November" in painted.text(sheet(opened))
    hand.press(opened, "Add 1 interview")
    (moved,) = stories.story(book.read, people["Ana"]).interviews
    assert moved.starts_at is not None
    assert moved.starts_at.day == 27
    opened.offer([write(LATER.replace("SUMMARY", "STATUS:CANCELLED\nSUMMARY"))])
    assert "called off" in painted.text(sheet(opened))


def test_what_cannot_be_read_is_told_in_plain_words(opened: MainWindow, tmp_path: Path, book: Book):
    path = tmp_path / "broken.ics"
    path.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026", "utf-8")
    before = book.rows()
    opened.offer([path])
    assert painted.text(sheet(opened)).startswith("This file cannot be imported")
    hand.press(opened, "Close")
    assert book.rows() == before


def test_hostile_words_are_only_words(opened: MainWindow, write: Write):
    opened.offer([write(CALL.replace("Call with", "<img src=file:///etc/passwd> \u202etxt"), title="<b>Term</b>")])
    text = painted.text(sheet(opened))
    assert "<b>Term</b>" in text
    assert "<img src=file:///etc/passwd> txt Ana Ruiz" in text
