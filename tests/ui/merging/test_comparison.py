"""Two people side by side."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QRadioButton, QTableView

from infoview_desktop.domain.contact import Source
from infoview_desktop.operations import merges
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.wording import date_text
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.instant_runner import InstantRunner
from tests.ui.merging.conftest import choices, compared, do, is_open, person, press, sheet, suggested
from tests.ui.test_accessible_names import misnamed


class TestTwoOfOnesChoice:
    def choose(self, window: MainWindow, contact_id: int, typed: str) -> None:
        window._people.select(contact_id)
        do(window, "merge")
        hand.type_into(sheet(window), "The other person", typed)
        hand.press_key(Qt.Key.Key_Return)

    def test_the_other_is_chosen_by_typing(self, window: MainWindow, book: Book, pairs: dict[str, int]):
        self.choose(window, pairs["Mei"], "jon")
        assert compared(window) == ["Mei Ito", "Jon Smith"]
        hand.press(window, "Merge")
        assert not is_open(window)
        assert window._people.selected == pairs["Mei"]
        assert painted.text(window._status).startswith("Jon Smith merged into Mei Ito · | Undo")
        hand.press_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert person(book, pairs["Jon"]) is not None

    def test_people_of_the_same_name_are_offered_at_first(self, window: MainWindow, pairs: dict[str, int]):
        window._people.select(pairs["Jon"])
        do(window, "merge")
        people = hand.find(sheet(window), "People", kind=QListView)
        assert isinstance(people, QListView)
        assert people.model().index(0, 0).data() == "John Smith, Acme"
        assert people.model().rowCount() == 1
        assert hand.field(sheet(window), "The other person").hasFocus()

    def test_up_and_down_go_through_the_people_from_the_field(self, window: MainWindow, pairs: dict[str, int]):
        window._people.select(pairs["Mei"])
        do(window, "merge")
        hand.type_into(sheet(window), "The other person", "smith")
        press([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return])
        assert compared(window)[1] in {"Jon Smith", "John Smith"}

    def test_nobody_is_called_so(self, window: MainWindow):
        do(window, "merge")
        hand.type_into(sheet(window), "The other person", "xyz")
        assert "Nobody is called so." in painted.text(sheet(window))
        assert not hand.find(sheet(window), "Compare").isEnabled()
        hand.press_key(Qt.Key.Key_Return)
        hand.press(sheet(window), "Cancel")
        assert not is_open(window)

    def test_two_selected_are_compared_at_once(self, window: MainWindow):
        table = hand.find(window, "Contact list")
        assert isinstance(table, QTableView)
        table.setFocus()
        hand.press_key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        do(window, "merge")
        assert compared(window) == ["Ana Ruiz", "Ana Ruiz"]
        hand.press(window, "Cancel")
        assert not is_open(window)

    def test_of_three_it_says_that_two_are_merged(self, window: MainWindow):
        table = hand.find(window, "Contact list")
        table.setFocus()
        hand.press_key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, times=2)
        do(window, "merge")
        assert not is_open(window)
        assert "Two people at a time can be merged." in painted.text(window._status)

    def test_it_is_in_the_menu_of_the_person(self, window: MainWindow):
        menu = hand.find(window, "More").menu()
        hand.menu_action(menu, "Merge with …").trigger()
        assert hand.field(sheet(window), "The other person")


class TestComparison:
    @pytest.fixture
    def page(self, window: MainWindow, pairs: dict[str, int]) -> MainWindow:
        window._sheets._merging.compare(pairs["Ana"], pairs["Ana 2"])
        return window

    def test_shows_what_differs_to_choose_from_and_the_rest_as_it_is(self, page: MainWindow):
        assert choices(page) == ["[Analyst]", "Nurse", "[LinkedIn]", "Event"]
        lines = painted.text(sheet(page)._card).splitlines()
        assert "Given name | Ana | Ana" in lines
        assert f"Connected on | {date_text('2023-03-04')}" in lines
        assert "E-mail | a@x.org" in lines

    def test_takes_what_is_chosen(self, page: MainWindow, book: Book):
        hand.press(page, "Nurse, Position on the right", kind=QRadioButton)
        hand.press(page, "Merge")
        assert person(book, 1).position == "Nurse"
        assert "Position before merging: Analyst" in person(book, 1).remarks

    def test_chooses_by_keyboard(self, page: MainWindow, book: Book):
        hand.find(page, "Analyst, Position on the left", kind=QRadioButton).setFocus()
        press([Qt.Key.Key_Right])
        assert choices(page)[:2] == ["Analyst", "[Nurse]"]
        press([Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return])
        assert (person(book, 1).position, person(book, 1).source) == ("Nurse", Source.EVENT)

    def test_can_be_swapped_and_what_is_chosen_stays(self, page: MainWindow, book: Book, pairs: dict[str, int]):
        hand.press(page, "Nurse, Position on the right", kind=QRadioButton)
        hand.press(page, "Swap who is kept")
        assert choices(page) == ["[Nurse]", "Analyst", "Event", "[LinkedIn]"]
        assert QApplication.focusWidget() is hand.find(page, "Swap who is kept")
        hand.press(page, "Merge")
        assert person(book, 1) is None
        assert person(book, pairs["Ana 2"]).linkedin == "ana-ruiz"

    def test_a_trouble_is_told_where_one_is(self, open_window: OpenWindow, book: Book):
        ana, other = book.add("Ana"), book.add("Anna")
        window = open_window()
        window._sheets._merging.compare(ana, other)
        with book.store.unrecorded() as transaction:  # behind the window's back
            transaction.connection.execute("UPDATE contact SET given_name = ''")
        hand.press(window, "Merge")
        assert "A person needs a name. Nothing was changed." in painted.text(sheet(window))
        assert hand.find(window, "Merge", kind=QPushButton).isEnabled()

    def test_a_key_held_down_merges_once(self, window: MainWindow, book: Book):
        do(window, "duplicates")
        press([Qt.Key.Key_Return])
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        for _ in range(5):
            QApplication.sendEvent(QApplication.focusWidget(), held)
        assert compared(window) == ["Ana Ruiz", "Ana Ruiz"]
        assert len(book.names()) == 7

    def test_somebody_deleted_meanwhile_is_told_of(self, page: MainWindow, runner: InstantRunner, book: Book):
        book.delete(1)
        runner.changed.emit(frozenset({"contact"}))
        assert "This person is no longer in the book." in painted.text(sheet(page))
        hand.press(page, "Cancel")
        assert not is_open(page)

    def test_somebody_deleted_unnoticed_is_told_of_when_one_merges(self, page: MainWindow, book: Book):
        book.delete(1)
        before = book.rows()
        hand.press(page, "Merge")
        assert "This person is no longer in the book." in painted.text(sheet(page))
        assert book.rows() == before
        assert misnamed(sheet(page)) == []

    def test_in_the_list_who_is_gone_is_passed_over(self, window: MainWindow, book: Book):
        do(window, "duplicates")
        book.delete(1)
        press([Qt.Key.Key_Return])
        assert "This person is no longer in the book." in painted.text(sheet(window))
        hand.press(window, "Back")
        assert len(suggested(window)) == 2

    def test_somebody_edited_meanwhile_is_shown_so_and_choices_stay(
        self, page: MainWindow, runner: InstantRunner, book: Book
    ):
        hand.press(page, "Nurse, Position on the right", kind=QRadioButton)
        book.edit(1, "position", "Director")
        runner.changed.emit(frozenset({"contact"}))
        assert choices(page)[:2] == ["Director", "[Nurse]"]

    def test_merged_elsewhere_meanwhile_is_no_trouble(
        self, page: MainWindow, runner: InstantRunner, book: Book, pairs: dict[str, int]
    ):
        merges.merge(book.store, kept_id=pairs["Mei"], other_id=1, choices={})
        runner.changed.emit(frozenset({"contact"}))
        assert "This person is no longer in the book." in painted.text(sheet(page))
