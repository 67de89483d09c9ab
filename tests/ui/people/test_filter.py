"""Narrowing the list while one types."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView

from infoview_desktop.ui.controls.chip import ChipButton
from infoview_desktop.ui.story.entry_text import Deed
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book, connection
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.instant_runner import InstantRunner


def listed(window: MainWindow) -> list[str]:
    """The first names in the list; none where the pane says that nobody matches."""
    if "Nobody matches the filter." in painted.text(window):
        return []
    table = hand.find(window, "Contact list")
    assert isinstance(table, QTableView)
    return [line[2:].split()[0] for line in painted.contact_list(table).splitlines()]


def filtered(window: MainWindow, typed: str) -> list[str]:
    hand.type_into(window, "Filter contacts", typed)
    return listed(window)


def chips(window: MainWindow) -> dict[str, bool]:
    """What each chip says, and whether it is pressed."""
    found = [chip for chip in hand.visible(window, kind=ChipButton) if isinstance(chip, ChipButton)]
    return {chip.text(): chip.isChecked() for chip in found}


def count(window: MainWindow) -> str:
    return window._people.contacts._count.text()


FOUND = {
    "ana": ["Ana"],
    "lukasz": ["Łukasz"],
    "ŻAK": ["Łukasz"],
    "chloe dub": ["Chloé"],
    "eng": ["Łukasz"],
    "oxfam": ["Ana", "Bo"],
    "company:oxfam": ["Ana", "Bo"],
    "company:oxfam tag:alumni": ["Ana", "Bo"],
    "company:oxfam tag:data": ["Bo"],
    "tag:oxfam": [],
    "name:an": ["Ana"],
    "position:nurse": ["Chloé"],
    'company:"oxf': ["Ana", "Bo"],
    "email:bo@example.org": ["Bo"],
    "found:linkedin": ["Ana", "Łukasz"],
    "company:": ["Ana", "Bo", "Chloé", "Łukasz"],
    "' OR 1=1 --": [],
    '* ( ^ "': ["Ana", "Bo", "Chloé", "Łukasz"],
}


def test_it_finds_by_words_and_facets_without_accents(window: MainWindow):
    assert {typed: filtered(window, typed) for typed in FOUND} == FOUND


def test_every_key_narrows_the_list(window: MainWindow):
    assert [filtered(window, typed) for typed in ("a", "al", "alu", "alum data")] == [
        ["Ana", "Bo", "Łukasz"],
        ["Ana", "Bo"],
        ["Ana", "Bo"],
        ["Bo"],
    ]


def test_it_says_how_many_of_all_are_listed(window: MainWindow):
    assert count(window) == "4"
    hand.type_into(window, "Filter contacts", "oxfam")
    assert count(window) == "2 of 4"
    hand.type_into(window, "Filter contacts", "nobody is called so")
    assert count(window) == "0 of 4"


def test_an_answer_that_is_out_of_date_is_dropped(window: MainWindow, runner: InstantRunner):
    with runner.held():
        hand.type_into(window, "Filter contacts", "ana")
        hand.type_into(window, "Filter contacts", "bo")
    assert listed(window) == ["Bo"]


def test_escape_shows_everybody_again(window: MainWindow):
    filtered(window, "oxfam")
    hand.press_key(Qt.Key.Key_Escape)
    assert listed(window) == ["Ana", "Bo", "Chloé", "Łukasz"]


def test_the_selected_person_stays_selected_and_in_sight_on_the_right(window: MainWindow):
    table = hand.find(window, "Contact list")
    assert isinstance(table, QTableView)
    hand.click_row(table, 2)
    filtered(window, "oxfam")
    assert painted.contact_list(table).count(">") == 0
    assert hand.field(window, "Given name").text() == "Chloé"
    filtered(window, "")
    assert painted.contact_list(table).splitlines()[2].startswith("> Chloé")


def test_down_goes_from_the_filter_to_the_first_person(window: MainWindow):
    filtered(window, "oxfam tag:data")
    hand.press_key(Qt.Key.Key_Down)
    table = hand.find(window, "Contact list")
    assert isinstance(table, QTableView)
    assert table.hasFocus()
    assert painted.contact_list(table) == "> Bo Chen | Oxfam | alumni +1"
    assert hand.field(window, "Given name").text() == "Bo"


def test_ctrl_f_goes_to_the_filter_and_selects_what_is_in_it(window: MainWindow):
    filtered(window, "oxfam")
    hand.find(window, "Contact list").setFocus()
    hand.press_key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert hand.field(window, "Filter contacts").hasFocus()
    assert hand.field(window, "Filter contacts").selectedText() == "oxfam"


def test_where_nobody_matches_one_press_shows_everybody(window: MainWindow):
    hand.type_into(window, "Filter contacts", "nobody is called so")
    hand.press(window, "Show everybody")
    assert hand.field(window, "Filter contacts").text() == ""
    assert listed(window) == ["Ana", "Bo", "Chloé", "Łukasz"]


def test_the_chips_are_the_tags_with_how_many_have_them(window: MainWindow):
    assert chips(window) == {"All": True, "alumni 2": False, "data 1": False, "lima 1": False}


def test_a_chip_filters_and_pressed_again_does_not(window: MainWindow):
    hand.press(window, "alumni 2")
    assert hand.field(window, "Filter contacts").text() == "tag:alumni"
    assert chips(window) == {"All": False, "alumni 2": True, "data 1": False, "lima 1": False}
    assert listed(window) == ["Ana", "Bo"]
    hand.press(window, "alumni 2")
    assert chips(window)["All"]
    assert listed(window) == ["Ana", "Bo", "Chloé", "Łukasz"]


def test_chips_narrow_together_with_what_is_typed(window: MainWindow):
    filtered(window, "oxfam")
    hand.press(window, "data 1")
    assert hand.field(window, "Filter contacts").text() == "oxfam tag:data"
    assert listed(window) == ["Bo"]
    hand.press(window, "All")
    assert hand.field(window, "Filter contacts").text() == ""


def test_a_tag_that_begins_another_has_a_chip_of_its_own(book: Book, open_window: OpenWindow):
    book.add("Ana Ruiz", tag_names="data")
    book.add("Bo Chen", tag_names="data science")
    window = open_window()
    hand.press(window, "data science 1")
    assert chips(window) == {"All": False, "data 1": False, "data science 1": True}
    assert listed(window) == ["Bo"]
    hand.press(window, "data science 1")
    assert hand.field(window, "Filter contacts").text() == ""


def test_a_tag_whose_words_begin_alike_is_told_apart(book: Book, open_window: OpenWindow):
    book.add("Ana Ruiz", tag_names="ask")
    book.add("Bo Chen", tag_names="asked")
    window = open_window()
    hand.press(window, "asked 1")
    assert chips(window) == {"All": False, "ask 1": False, "asked 1": True}


def test_chips_follow_the_tags(window: MainWindow, qtbot: Any):
    hand.type_into(window, "Tags", "alumni, chess")
    hand.press_key(Qt.Key.Key_Return)
    after = {"All": True, "alumni 2": False, "chess 1": False, "data 1": False, "lima 1": False}
    qtbot.waitUntil(lambda: chips(window) == after)


def test_an_empty_book_says_what_to_do_first(open_window: OpenWindow):
    window = open_window()
    sentence = "Bring the people you know: drop LinkedIn's export here, or choose the file."
    shown = " ".join(painted.text(window._people.contacts._nobody).splitlines())
    assert shown == f"{sentence} Import Try with sample data"
    assert chips(window) == {}


def test_an_empty_book_has_its_one_button_in_the_pane(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    monkeypatch.setattr(
        "infoview_desktop.ui.window.file_commands.QFileDialog.getOpenFileNames",
        lambda _parent, title, *_rest: asked.append(title) or ([], ""),
    )
    window = open_window()
    hand.press(window._people.contacts._nobody, "Import")
    assert asked == ["Import"]


def test_new_jobs_since_last_time_are_a_list_and_one_by_one_looked_at(window: MainWindow, book: Book):
    book.take_in([connection("Ana Ruiz", position="Head of Data", organization="Acme", connected_on="2023-03-04")])
    window._runner.changed.emit(frozenset({"contact", "job_change"}))
    hand.press_key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert hand.field(window, "Filter contacts").text() == "is:newjob"
    table = hand.find(window, "Contact list")
    assert isinstance(table, QTableView)
    assert painted.contact_list(table) == "> Ana Ruiz | Head of Data · Acme | new job"
    window._people.person._tabs.setCurrentIndex(0)
    story = " ".join(painted.text(window._people.person).split())
    assert "New job: Head of Data · Acme. Before:" in story
    (row,) = (row for row in window._people.person.story.timeline.entries.rows if Deed.LOOKED_AT in row.told.deeds)
    window._story.deeds.do(row.entry, Deed.LOOKED_AT, QPoint())
    assert painted.text(window._status).startswith("New job of Ana Ruiz looked at ·")
    assert "Nobody matches the filter." in painted.text(window._people.contacts)
