"""Settings: the calendars of other programs, named, coloured, kept up with and taken away."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QScrollArea, QToolButton

from infoview_desktop.domain import known_error
from infoview_desktop.domain.calendar import CalendarState
from infoview_desktop.operations import calendars
from infoview_desktop.operations.calendars import Look
from infoview_desktop.store.reads import calendars as reads
from infoview_desktop.ui.editing.colour_edit import ColourEdit
from infoview_desktop.ui.settings.calendar_row import CalendarRow
from infoview_desktop.ui.settings.settings_sheet import SettingsSheet
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.calendars import ics, show
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow

DAY = date(2026, 6, 7)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "term.ics"
    path.write_text(ics("DTSTART:20260609T080000Z\nDTEND:20260609T093000Z\nSUMMARY:Statistics"), "utf-8")
    return path


@pytest.fixture
def sheet(book: Book, people: dict[str, int], open_window: OpenWindow, file: Path) -> SettingsSheet:
    assert people
    show(book, path=file)
    return opened(open_window())


def opened(window: MainWindow) -> SettingsSheet:
    hand.press(window, "Settings")
    found = hand.find(window, "Settings", kind=SettingsSheet)
    assert isinstance(found, SettingsSheet)
    return found


def rows(sheet: SettingsSheet) -> list[str]:
    return [" ".join(painted.text(row).split()) for row in sheet.findChildren(CalendarRow) if not row.isHidden()]


def only(book: Book) -> reads.Calendar:
    (one,) = reads.calendars(book.read)
    return one


def test_each_is_there_with_its_file_and_when_that_was_read(sheet: SettingsSheet, file: Path):
    (row,) = rows(sheet)
    assert str(file) in row
    assert "Read " in row


def test_its_name_is_changed_in_place_and_taken_back(sheet: SettingsSheet, book: Book):
    hand.type_into(sheet, "Name of Term", "Lectures")
    hand.press_key(Qt.Key.Key_Return)
    assert only(book).name == "Lectures"
    book.undo()
    assert only(book).name == "Term"


def test_a_name_that_is_being_typed_is_kept_when_the_settings_close(sheet: SettingsSheet, book: Book):
    hand.type_into(sheet, "Name of Term", "Lectures")
    sheet.dismiss()
    assert only(book).name == "Lectures"


def test_no_name_is_refused_where_it_is_typed(sheet: SettingsSheet, book: Book):
    hand.type_into(sheet, "Name of Term", "")
    hand.press_key(Qt.Key.Key_Return)
    assert only(book).name == "Term"
    assert "It needs a name." in painted.text(sheet.findChildren(QScrollArea)[0].widget())


def test_its_colour_is_one_of_eight(sheet: SettingsSheet, book: Book):
    colour = hand.find(sheet, "Colour: Blue, Term", kind=ColourEdit)
    assert isinstance(colour, ColourEdit)
    assert len(colour.menu().actions()) == 8
    hand.menu_action(colour.menu(), "Purple").trigger()
    assert only(book).colour == "#8a4fc0"
    assert hand.find(sheet, "Colour: Purple, Term")


def test_a_colour_of_ones_own_in_the_book_is_shown_as_it_is(sheet: SettingsSheet, book: Book):
    calendars.edit(book.store, calendar_id=1, name="Term", colour="#123456", watched=True)
    sheet.findChildren(CalendarRow)[0].show_calendar(only(book))
    assert hand.find(sheet, "Colour: #123456, Term")


def test_its_file_need_not_be_kept_up_with(sheet: SettingsSheet, book: Book):
    QTest.keyClick(hand.find(sheet, "Keep up with the file: Term", kind=QCheckBox), Qt.Key.Key_Space)
    assert not only(book).watched


def test_it_goes_at_one_press_and_comes_back_by_undo(sheet: SettingsSheet, book: Book):
    QTest.keyClick(hand.find(sheet, "Remove Term", kind=QToolButton), Qt.Key.Key_Space)
    assert (rows(sheet), reads.calendars(book.read)) == ([], [])
    book.undo()
    assert only(book).name == "Term"


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (CalendarState.GONE, "The file is not there any more; what it said"),
        (CalendarState.BROKEN, "The file cannot be read as a calendar; what it said"),
    ],
)
def test_what_became_of_a_file_is_told(sheet: SettingsSheet, book: Book, state: CalendarState, sentence: str):
    calendars.keep(book.store, calendar_id=1, look=Look(state, "x", DAY, DAY))
    sheet.findChildren(CalendarRow)[0].show_calendar(only(book))
    assert sentence in rows(sheet)[0]


def test_another_is_shown_from_here(sheet: SettingsSheet, monkeypatch: pytest.MonkeyPatch, file: Path):
    window = sheet.window()
    other = file.with_name("shifts.ics")
    other.write_bytes(file.read_bytes())
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_arguments: ([str(other)], ""))
    hand.press(sheet, "Show another calendar")
    assert hand.find(window, "Show this calendar as busy time", kind=QCheckBox)


def test_nothing_can_be_changed_in_a_book_that_can_only_be_read(
    book: Book, people: dict[str, int], open_window: OpenWindow
):
    assert people
    show(book)
    sheet = opened(open_window(read_only=known_error.read_only()))
    for name in ("Name of Term", "Keep up with the file: Term", "Remove Term", "Show another calendar"):
        assert not hand.find(sheet, name).isEnabled()


def test_a_path_that_poses_as_another_is_shown_plain(book: Book, people: dict[str, int], open_window: OpenWindow):
    assert people
    show(book, path=Path("/home/me/\u202esci.ics"))
    (row,) = rows(opened(open_window()))
    assert "/home/me/sci.ics" in row
