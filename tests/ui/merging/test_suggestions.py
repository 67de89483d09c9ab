"""Who may be in the book twice, one pair after the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QProgressBar

from infoview_desktop.domain import known_error
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.instant_runner import InstantRunner
from tests.ui.merging.conftest import compared, do, is_open, person, press, sheet, suggested
from tests.ui.test_accessible_names import misnamed


class TestSuggestions:
    def test_say_who_and_why_the_likeliest_first(self, window: MainWindow):
        do(window, "duplicates")
        found = hand.find(sheet(window), "Possible duplicates", kind=QListView)
        assert isinstance(found, QListView)
        assert [found.model().index(row, 0).data() for row in range(3)] == [
            "Ana Ruiz, Analyst · Oxfam and Ana Ruiz, Nurse · Oxfam: same name, same organization",
            "Jon Smith, Acme and John Smith, Acme: names are spelt alike, same organization",
            "Bo Chen and Bo Chen: same name",
        ]
        assert [row.count("same organization") for row in suggested(window)] == [1, 1, 0]
        assert "3 pairs of people who may be the same" in painted.text(sheet(window))

    def test_are_found_by_name_in_the_search(self, window: MainWindow):
        hand.type_into(window, "Search", "duplic")
        hand.press_key(Qt.Key.Key_Return)
        assert len(suggested(window)) == 3

    def test_nothing_is_merged_by_itself(self, window: MainWindow, book: Book):
        before = book.rows()
        do(window, "duplicates")
        hand.press(window, "Close")
        assert book.rows() == before
        assert not is_open(window)

    def test_where_nobody_is_twice_it_says_so(self, open_window: OpenWindow, book: Book):
        book.add("Ana Ruiz")
        window = open_window()
        do(window, "duplicates")
        assert "Nobody seems to be in the book twice." in painted.text(sheet(window))
        hand.press_key(Qt.Key.Key_Return)
        assert not is_open(window)

    def test_one_after_the_other_by_keyboard_alone(self, window: MainWindow, book: Book, pairs: dict[str, int]):
        hand.press_key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        press([Qt.Key.Key_Return])
        assert compared(window) == ["Ana Ruiz", "Ana Ruiz"]
        press([Qt.Key.Key_Return])
        assert compared(window) == ["Jon Smith", "John Smith"]
        press([Qt.Key.Key_Return, Qt.Key.Key_Return])
        assert "Nobody seems to be in the book twice." in painted.text(sheet(window))
        press([Qt.Key.Key_Escape])
        assert book.names() == ["Ana Ruiz", "Bo Chen", "Jon Smith", "Mei Ito"]
        assert person(book, pairs["Jon"]).tags == ("data", "lima")

    def test_of_three_of_one_name_the_rest_comes_again(self, open_window: OpenWindow, book: Book):
        for _ in range(3):
            book.add("Ana Ruiz")
        window = open_window()
        do(window, "duplicates")
        press([Qt.Key.Key_Return, Qt.Key.Key_Return])
        assert compared(window) == ["Ana Ruiz", "Ana Ruiz"]
        press([Qt.Key.Key_Return])
        assert book.names() == ["Ana Ruiz"]

    def test_not_the_same_is_remembered(self, window: MainWindow):
        do(window, "duplicates")
        press([Qt.Key.Key_Return])
        hand.press(window, "Not the same")
        assert compared(window) == ["Jon Smith", "John Smith"]
        press([Qt.Key.Key_Escape, Qt.Key.Key_Escape])
        do(window, "duplicates")
        assert len(suggested(window)) == 2

    def test_back_goes_to_the_list_where_one_was(self, window: MainWindow):
        do(window, "duplicates")
        press([Qt.Key.Key_Down, Qt.Key.Key_Return])
        assert compared(window) == ["Jon Smith", "John Smith"]
        hand.press(window, "Back")
        found = hand.find(sheet(window), "Possible duplicates", kind=QListView)
        assert isinstance(found, QListView)
        assert found.currentIndex().row() == 1
        assert found.hasFocus()

    def test_what_was_done_is_undone_from_within(self, window: MainWindow, book: Book):
        before = book.rows()
        do(window, "duplicates")
        press([Qt.Key.Key_Return, Qt.Key.Key_Return])
        hand.press(window, "Not the same")
        hand.press(sheet(window), "Undo Jon Smith and John Smith are not the same")
        assert compared(window) == ["Jon Smith", "John Smith"]
        hand.press(sheet(window), "Undo Ana Ruiz merged into Ana Ruiz")
        assert compared(window) == ["Ana Ruiz", "Ana Ruiz"]
        assert book.rows() == before
        assert not [each for each in hand.visible(sheet(window)) if hand.name_of(each).startswith("Undo")]

    def test_what_takes_longer_shows_how_far_it_is_and_can_be_cancelled(
        self, window: MainWindow, runner: InstantRunner
    ):
        with runner.held():
            do(window, "duplicates")
            assert not is_open(window)
            window._sheets._merging._slow.timeout.emit()
            assert sheet(window).findChild(QProgressBar)
            assert misnamed(sheet(window)) == []
            hand.press(window, "Cancel")
        assert not is_open(window)
        do(window, "duplicates")
        assert len(suggested(window)) == 3

    def test_what_is_being_typed_is_stored_first(self, window: MainWindow, book: Book):
        window._people.select(1)
        hand.type_into(window, "Position", "Boss")
        do(window, "duplicates")
        assert person(book, 1).position == "Boss"
        assert "Boss · Oxfam" in suggested(window)[0]

    def test_a_book_that_cannot_be_changed_offers_none(self, open_window: OpenWindow, pairs: dict[str, int]):
        assert pairs
        window = open_window(read_only=known_error.read_only())
        for name in ("duplicates", "merge"):
            assert not window._commands.actions[name].isEnabled()
