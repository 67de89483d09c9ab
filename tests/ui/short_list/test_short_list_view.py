"""The short list as a user sees it: in order, with each reason, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QSlider, QTabBar

from infoview_desktop.domain import known_error
from infoview_desktop.domain.contact import Source
from infoview_desktop.operations import profile, short_list
from infoview_desktop.ui.ordering.order_sheet import OrderSheet
from infoview_desktop.ui.short_list.direction_sheet import DirectionSheet
from infoview_desktop.ui.short_list.ranked_list import RankedList
from infoview_desktop.ui.short_list.short_list_view import ShortListView
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.instant_runner import InstantRunner


@pytest.fixture
def listed(book: Book, people: dict[str, int]) -> dict[str, int]:
    """Ana, Chloé and Łukasz on the list; Bo is not."""
    for name, motivation, direction in (("Chloé", 1, "Nursing"), ("Łukasz", 2, ""), ("Ana", 3, "Data for good")):
        short_list.want_to_talk_to(book.store, contact_ids=[people[name]], direction=direction, motivation=motivation)
    return people


@pytest.fixture
def window(listed: dict[str, int], open_window: OpenWindow, qtbot) -> MainWindow:  # noqa: ARG001 - they are in the book
    window = open_window()
    hand.press(window, "Short list", kind=hand.QWidget)
    settle(qtbot)
    return window


def settle(qtbot) -> None:
    """The suggestions come a moment after the list."""
    qtbot.wait(60)


def view(window: MainWindow) -> ShortListView:
    return window._others.short_list


def the_list(window: MainWindow) -> RankedList:
    return view(window)._list


def rows(window: MainWindow) -> list[str]:
    return painted.rows(the_list(window), between=" ")


def names(window: MainWindow) -> list[str]:
    those = the_list(window).people
    return [f"{those.place(row)} {those.person(row).candidate.name}" for row in range(those.rowCount())]


def details(window: MainWindow) -> str:
    return painted.text(view(window)._details)


def status(window: MainWindow) -> str:
    return painted.text(window._status)


def show_tab(window: MainWindow, number: int) -> None:
    tabs = view(window).findChild(QTabBar)
    assert isinstance(tabs, QTabBar)
    tabs.setCurrentIndex(number)


def test_people_stand_in_the_order_in_which_to_write_to_them_each_with_the_reasons(window: MainWindow):
    assert names(window) == ["1 Ana Ruiz", "2 Chloé Dubois", "3 Łukasz Żak"]
    for words in ("Ana Ruiz", "Analyst · Oxfam", "Data for good", "Same school", "9"):
        assert words in rows(window)[0]


def test_beside_it_stands_why_with_every_point_and_the_sum(window: MainWindow):
    assert "You would like to talk to them very much | 6" in details(window)
    assert "Went to your school, as you noted | 3" in details(window)
    assert "Together | 9" in details(window)


def test_a_screen_reader_is_told_all_of_a_row(window: MainWindow):
    those = the_list(window).people
    told = those.data(those.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert told == (
        "1. Ana Ruiz, Analyst · Oxfam, to ask, Very much, Data for good, 9 points,"
        " You would like to talk to them very much, Went to your school, as you noted"
    )


def test_digits_say_how_much_and_the_order_follows_at_once(window: MainWindow):
    the_list(window).setFocus()
    hand.press_key(Qt.Key.Key_0)
    assert names(window) == ["1 Chloé Dubois", "2 Łukasz Żak", "3 Ana Ruiz"]
    assert the_list(window).selected.candidate.name == "Ana Ruiz"
    assert "Not in a hurry" in details(window)
    assert status(window).startswith("Ana Ruiz changed")


def test_four_buttons_say_it_as_well(window: MainWindow):
    hand.press(view(window), "1, A little")
    assert the_list(window).selected.candidate.motivation == 1
    assert "You would like to talk to them a little | 2" in details(window)


def test_delete_takes_off_and_undo_brings_back(window: MainWindow):
    the_list(window).setFocus()
    hand.press_key(Qt.Key.Key_Delete)
    assert names(window) == ["1 Chloé Dubois", "2 Łukasz Żak"]
    assert the_list(window).selected.candidate.name == "Chloé Dubois"
    assert status(window).startswith("Ana Ruiz is off the short list")
    hand.press(window, "Undo Ana Ruiz is off the short list")
    assert names(window)[0] == "1 Ana Ruiz"


def test_take_off_is_a_button_too(window: MainWindow):
    hand.press(view(window), "Take off")
    assert names(window) == ["1 Chloé Dubois", "2 Łukasz Żak"]


def test_the_reason_and_the_direction_are_edited_beside_it(window: MainWindow, book: Book):
    reason = hand.find(view(window), "Reason", kind=QPlainTextEdit)
    reason.setFocus()
    hand.type_text(reason, "Wrote about cash")
    hand.type_into(view(window), "Direction", "Evaluation")
    hand.press_key(Qt.Key.Key_Return)
    rows_ = book.read.rows("SELECT reason, name FROM short_list JOIN direction ON direction.id = direction_id")
    assert ("Wrote about cash", "Evaluation") in rows_
    assert hand.find(view(window), "Evaluation 1")


def test_a_direction_is_completed_from_those_there_are(window: MainWindow):
    edit = hand.type_into(view(window), "Direction", "nur")
    offered = edit.completer().completionModel()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == ["Nursing"]


def test_chips_leave_one_direction_with_the_places_of_all(window: MainWindow):
    hand.press(view(window), "Nursing 1")
    assert names(window) == ["2 Chloé Dubois"]
    hand.press(view(window), "All 3")
    assert len(names(window)) == 3


def sheet(window: MainWindow) -> DirectionSheet:
    (found,) = [each for each in window.findChildren(DirectionSheet) if each.isVisible()]
    return found


def test_a_direction_is_called_otherwise_and_stays_chosen(window: MainWindow, book: Book):
    assert not view(window)._rename.isVisible()
    hand.press(view(window), "Nursing 1")
    hand.press(view(window), "Rename direction")
    hand.type_into(sheet(window), "Direction", "Community nursing")
    hand.press(sheet(window), "Rename")
    assert names(window) == ["3 Chloé Dubois"]  # her position says Nurse, which counted for Nursing
    assert hand.find(view(window), "Community nursing 1").isChecked()
    assert status(window).startswith("Nursing is called Community nursing now ·")
    book.undo()


def test_a_direction_is_removed_and_whoever_had_it_stays(window: MainWindow):
    hand.press(view(window), "Nursing 1")
    hand.press(view(window), "Rename direction")
    hand.press(sheet(window), "Remove")
    assert len(names(window)) == 3
    assert status(window).startswith("Direction Nursing removed ·")
    assert not view(window)._rename.isVisible()


def test_enter_opens_the_person(window: MainWindow):
    the_list(window).setFocus()
    hand.press_key(Qt.Key.Key_Down)
    hand.press_key(Qt.Key.Key_Return)
    assert window._views.key == "people"
    shown = painted.text(window._people.person).splitlines()
    assert shown[0].startswith("Chloé Dubois")
    assert "Nurse" in shown


def test_ctrl_d_goes_to_the_reason_of_who_is_listed(window: MainWindow):
    the_list(window).setFocus()
    hand.press_key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert hand.find(view(window), "Reason", kind=QPlainTextEdit).hasFocus()


def test_the_list_is_what_has_the_focus_when_one_comes(
    book: Book, listed: dict[str, int], open_window: OpenWindow, qtbot
):
    assert book.count("short_list") == len(listed) - 1
    window = open_window()
    window._people.contacts.table.setFocus()
    hand.press_key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    settle(qtbot)
    assert the_list(window).hasFocus()


def test_who_is_worth_asking_is_put_on_by_plus_button_and_mouse(window: MainWindow, book: Book, qtbot):
    for name in ("Dee Alum", "Eve Alum", "Fay Alum"):
        book.add(name, source=Source.ALUMNI)
    window._runner.changed.emit(frozenset({"contact"}))
    settle(qtbot)
    show_tab(window, 1)
    others = view(window)._others
    assert [others.people.person(row).candidate.name for row in range(others.people.rowCount())] == [
        "Bo Chen",
        "Dee Alum",
        "Eve Alum",
        "Fay Alum",
    ]
    others.setFocus()
    hand.press_key(Qt.Key.Key_Plus)
    settle(qtbot)
    assert status(window).startswith("Bo Chen is on the short list")
    hand.press(view(window), "Want to talk to")
    settle(qtbot)
    assert status(window).startswith("Dee Alum is on the short list")
    plus = others._delegate.plus_rect(others.visualRect(others.people.index(1)))
    QTest.mouseClick(others.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(plus.center()))
    settle(qtbot)
    assert status(window).startswith("Fay Alum is on the short list")
    assert len(names(window)) == 6


def test_the_direction_given_last_is_given_again(window: MainWindow, book: Book, qtbot):
    book.clock.advance(minutes=1)
    short_list.edit(book.store, contact_id=1, field="direction", text="Data for good")
    show_tab(window, 1)
    hand.press(view(window), "Want to talk to")
    settle(qtbot)
    assert "Bo Chen" in " ".join(names(window))
    assert book.read.value("SELECT direction_id IS NOT NULL FROM short_list WHERE contact_id = 4")


def test_weights_are_sliders_and_the_order_follows_at_once(window: MainWindow):
    hand.press(view(window), "How this is ordered")
    slider = hand.find(window, "How much you want to", kind=QSlider)
    slider.setFocus()
    hand.press_key(Qt.Key.Key_Home)
    assert names(window)[0] == "1 Ana Ruiz"
    assert "You would like" not in details(window)
    hand.press(window, "As at first")
    assert slider.value() == 2
    assert "You would like to talk to them very much | 6" in details(window)
    hand.press(window, "Done")
    assert not window.findChildren(OrderSheet) or not window.findChildren(OrderSheet)[0].isVisible()


def test_what_one_says_of_oneself_makes_reasons(window: MainWindow, book: Book):
    hand.press(view(window), "How this is ordered")
    sheet = window.findChild(OrderSheet)
    assert isinstance(sheet, OrderSheet)
    sheet._tabs.setCurrentIndex(OrderSheet.ABOUT_YOU)
    hand.type_into(window, "Would like to do", "Nursing, Engineering")
    hand.press_key(Qt.Key.Key_Tab)
    hand.type_into(window, "Your schools", "ESAN")
    hand.press_key(Qt.Key.Key_Escape)
    hand.press_key(Qt.Key.Key_Escape)
    assert book.read.rows("SELECT name FROM direction WHERE kept ORDER BY name") == [("Engineering",), ("Nursing",)]
    assert "Engineer, close to your direction Engineering" in " ".join(
        str(reason.phrase) for row in range(3) for reason in the_list(window).people.person(row).ranking.reasons
    )


def test_an_empty_list_says_what_it_is_for(open_window: OpenWindow, qtbot):
    window = open_window()
    hand.press(window, "Short list", kind=hand.QWidget)
    settle(qtbot)
    text = " ".join(painted.text(view(window)).split())
    assert "Put the people here whom you want to talk to" in text
    hand.press(view(window), "Choose people")
    assert window._views.key == "people"


def test_nobody_worth_asking_says_what_to_tell(open_window: OpenWindow, book: Book, runner: InstantRunner, qtbot):
    window = open_window()
    hand.press(window, "Short list", kind=hand.QWidget)
    settle(qtbot)
    show_tab(window, 1)
    assert "Say what you would like to do" in " ".join(painted.text(view(window)).split())
    hand.press(view(window), "About you")
    assert hand.field(window, "Would like to do").hasFocus()
    hand.press_key(Qt.Key.Key_Escape)
    profile.edit(book.store, field="schools", text="ESAN")
    runner.changed.emit(frozenset({"profile"}))
    settle(qtbot)
    assert "Nobody else stands out yet" in " ".join(painted.text(view(window)).split())


def test_somebody_deleted_meanwhile_is_shown_no_longer(window: MainWindow, book: Book, runner: InstantRunner):
    book.delete(1)
    runner.changed.emit(frozenset({"contact"}))
    assert names(window) == ["1 Chloé Dubois", "2 Łukasz Żak"]
    assert "Chloé Dubois" in details(window)


@pytest.mark.usefixtures("listed")
def test_a_book_that_cannot_be_changed_shows_everything_and_changes_nothing(open_window: OpenWindow, book: Book):
    book.store.writable = False
    window = open_window(read_only=known_error.read_only())
    hand.press(window, "Short list", kind=hand.QWidget)
    before = book.rows()
    the_list(window).setFocus()
    for key in (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Plus):
        hand.press_key(key)
    assert book.rows() == before
    assert not hand.find(view(window), "Take off").isEnabled()


@pytest.mark.usefixtures("listed")
def test_the_window_may_open_on_the_short_list_and_comes_back_as_left(open_window: OpenWindow):
    window = open_window(view="short_list", short_list_sizes=[500, 500])
    assert names(window)[0] == "1 Ana Ruiz"
    left = window.arrangement()
    assert left["view"] == "short_list"
    assert len(left["short_list_sizes"]) == 2
