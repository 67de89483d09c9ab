"""Settings: how one goes about it, each choice held at once and taken back by Undo."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QScrollArea, QSpinBox, QTimeEdit, QWidget

from infoview_desktop.domain import known_error
from infoview_desktop.domain.cadence import CADENCES, Unit
from infoview_desktop.operations import keep_in_touch
from infoview_desktop.store.reads import practice as reads
from infoview_desktop.system import holidays
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.settings.region_edit import RegionEdit
from infoview_desktop.ui.settings.settings_sheet import SettingsSheet
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow

_GERMANY = {"DE": "Germany", "GE": "Georgia", "DK": "Denmark", "CF": "Central African Republic"}


@pytest.fixture
def sheet(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> SettingsSheet:
    """The settings; few countries are known, and each has Christmas and one day of its own."""

    def days_off(region: str, years: list[int]) -> dict[date, str] | None:
        return {date(year, 12, 25): f"Christmas in {region}" for year in years}

    monkeypatch.setattr(holidays, "countries", lambda: [holidays.Region(*one) for one in _GERMANY.items()])
    parts = {"DE": [holidays.Region("DE-BE", "Berlin"), holidays.Region("DE-BY", "Bavaria")]}
    monkeypatch.setattr(holidays, "parts", lambda country: parts.get(country, []))
    monkeypatch.setattr(holidays, "days_off", days_off)
    return opened(window)


def opened(window: MainWindow) -> SettingsSheet:
    hand.press(window, "Settings")
    found = hand.find(window, "Settings", kind=SettingsSheet)
    assert isinstance(found, SettingsSheet)
    return found


def shown(sheet: SettingsSheet) -> str:
    """All that is on the page, also what has to be scrolled to."""
    return " ".join(painted.text(sheet.findChildren(QScrollArea)[0].widget()).split())


def write(sheet: QWidget, name: str, text: str) -> None:
    """Type into a field and leave it by Enter."""
    edit = hand.find(sheet, name, kind=QLineEdit)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text) if text else QTest.keyClick(edit, Qt.Key.Key_Backspace)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def count(sheet: QWidget, name: str, steps: int) -> QSpinBox:
    edit = hand.find(sheet, name, kind=QSpinBox)
    assert isinstance(edit, QSpinBox)
    edit.setFocus()
    edit.stepBy(steps)
    return edit


def test_working_days_hold_at_once_and_one_at_least_stays(sheet: SettingsSheet, book: Book):
    hand.press(sheet, "Wed, Wednesday")
    assert reads.practice(book.read).working_days == "1245"
    for day in ("Mon, Monday", "Tue, Tuesday", "Thu, Thursday", "Fri, Friday"):
        hand.press(sheet, day)
    friday = hand.find(sheet, "Fri, Friday", kind=QPushButton)
    assert reads.practice(book.read).working_days == "5"
    assert isinstance(friday, QPushButton)
    assert friday.isChecked()
    assert str(book.undo()) == "Choose working days"


def test_hours_are_stored_when_they_are_left_and_cannot_be_turned_round(sheet: SettingsSheet, book: Book):
    starts = hand.find(sheet, "From", kind=QTimeEdit)
    assert isinstance(starts, QTimeEdit)
    starts.setFocus()
    starts.stepBy(-1)
    hand.find(sheet, "To", kind=QTimeEdit).setFocus()
    assert reads.practice(book.read).day_starts == "08:00"
    starts.setFocus()
    starts.stepBy(12)
    hand.find(sheet, "To", kind=QTimeEdit).setFocus()
    assert "The working day has to end after it begins." in shown(sheet)
    assert starts.time().hour() == 8
    assert reads.practice(book.read).day_starts == "08:00"


def test_a_country_is_found_by_some_of_its_name_and_its_next_day_off_is_told(
    sheet: SettingsSheet, book: Book, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(wall_clock, "now", book.clock)
    write(sheet, "Country", "germ")
    assert reads.practice(book.read).region == "DE"
    assert "The next: Christmas in DE, Friday 25 December 2026." in shown(sheet)
    write(sheet, "Region", "Bavaria")
    assert reads.practice(book.read).region == "DE-BY"
    assert "Christmas in DE-BY" in shown(sheet)
    write(sheet, "Region", "")
    assert reads.practice(book.read).region == "DE"
    write(sheet, "Country", "Denmark")
    assert reads.practice(book.read).region == "DK"
    assert not [edit for edit in sheet.findChildren(QLineEdit) if hand.name_of(edit) == "Region" and edit.isVisible()]
    write(sheet, "Country", "")
    assert reads.practice(book.read).region == ""


def test_what_is_no_country_changes_nothing(sheet: SettingsSheet, book: Book):
    write(sheet, "Country", "germ")
    write(sheet, "Country", "Atlantis")
    edit = hand.find(sheet, "Country", kind=QLineEdit)
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "Germany"
    assert reads.practice(book.read).region == "DE"


def test_a_country_typed_before_the_countries_are_known_is_chosen_once_they_are(window: MainWindow):
    edit = RegionEdit("Country", window)
    chosen: list[str] = []
    edit.chosen.connect(chosen.append)
    edit.show_region("", {})
    edit.show()
    write(window, "Country", "germ")
    edit.show_region("", {})
    assert (edit.text(), chosen) == ("germ", [])
    edit.show_region("", _GERMANY)
    assert (edit.text(), chosen) == ("Germany", ["DE"])


def test_a_cadence_is_chosen_and_its_figures_changed_in_place(sheet: SettingsSheet, book: Book):
    told = shown(sheet)
    assert all(f"Why? {cadence.source}." in told for cadence in CADENCES.values())
    hand.press(sheet, "Gentle")
    assert reads.practice(book.read).cadence == "gentle"
    again = count(sheet, "Write again, Gentle", 3)
    again.setFocus()
    QTest.keyClick(again, Qt.Key.Key_Return)
    count(sheet, "Second person, Gentle", 5)
    hand.find(sheet, "Close", kind=QPushButton).setFocus()
    gentle = reads.cadences(book.read)["gentle"]
    assert (gentle.follow_up_days, gentle.second_person_days) == (10, 5)
    hand.press(sheet, "Gentle as at first")
    assert reads.cadences(book.read)["gentle"] == CADENCES["gentle"]
    assert str(book.undo()) == "Reset cadence Gentle"


def test_what_is_being_counted_is_stored_when_the_settings_are_closed(sheet: SettingsSheet, book: Book):
    count(sheet, "Let it rest, 3B7", 1)
    hand.press_key(Qt.Key.Key_Escape)
    assert reads.cadences(book.read)["3b7"].close_days == 8


def test_a_cadence_of_ones_own_is_added_named_and_deleted(sheet: SettingsSheet, book: Book):
    hand.press(sheet, "Add a cadence of your own")
    write(sheet, "Name of My own", "Patient")
    (own,) = (cadence for key, cadence in reads.cadences(book.read).items() if key not in CADENCES)
    assert (own.name, own.unit) == ("Patient", Unit.BUSINESS_DAYS)
    hand.press(sheet, "Patient")
    assert reads.practice(book.read).cadence == own.key
    write(sheet, "Name of Patient", " ")
    assert "It needs a name." in shown(sheet)
    hand.press(sheet, "Delete Patient")
    assert set(reads.cadences(book.read)) == set(CADENCES)
    radio = hand.find(sheet, "3B7", kind=QRadioButton)
    assert isinstance(radio, QRadioButton)
    assert radio.isChecked()


def choose(button: QWidget, words: str) -> None:
    assert isinstance(button, QPushButton)
    next(action for action in button.menu().actions() if action.text() == words).trigger()


def test_how_often_to_keep_in_touch_is_chosen_for_everybody(sheet: SettingsSheet, book: Book):
    choose(hand.find(sheet, "Everybody you have talked with: every 120 days"), "every 60 days")
    assert reads.practice(book.read).keep_in_touch_days == 60
    choose(hand.find(sheet, "Everybody you have talked with: every 60 days"), "never")
    assert reads.practice(book.read).keep_in_touch_days == 0


def test_a_tag_has_its_own_until_it_is_taken_away(sheet: SettingsSheet, book: Book):
    write(sheet, "Add a tag", "alumni")
    assert reads.tags_to_keep_in_touch(book.read) == [("alumni", 90)]
    choose(hand.find(sheet, "Tag: alumni: every 90 days"), "every 180 days")
    assert reads.tags_to_keep_in_touch(book.read) == [("alumni", 180)]
    hand.press(sheet, "alumni as everybody")
    assert reads.tags_to_keep_in_touch(book.read) == []
    write(sheet, "Add a tag", "nobody has it")
    assert "nobody has it" in shown(sheet)
    assert reads.tags_to_keep_in_touch(book.read) == []


def test_a_number_of_days_from_elsewhere_is_shown_as_it_is(window: MainWindow, book: Book, people: dict[str, int]):
    assert people
    keep_in_touch.choose_for_tag(book.store, tag_name="alumni", days=45)
    assert "every 45 days" in shown(opened(window))


def test_nothing_can_be_chosen_in_a_book_that_cannot_be_written(open_window: OpenWindow, book: Book):
    assert book
    sheet = opened(open_window(read_only=known_error.read_only()))
    names = ("Mon, Monday", "From", "3B7", "Write again, 3B7", "Add a cadence of your own")
    enabled = {hand.name_of(each) for each in sheet.findChildren(QWidget) if each.isEnabled() and each.focusPolicy()}
    assert not enabled & set(names)
