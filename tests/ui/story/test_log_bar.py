"""What just happened is written down at one key."""

import pytest
from PySide6.QtCore import Qt

from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand
from tests.ui.story.conftest import Log, status, timeline, told

CONTROL = Qt.KeyboardModifier.ControlModifier


pytestmark = pytest.mark.usefixtures("window")


def logged(book: Book) -> list[tuple[str, str]]:
    return book.read.rows("SELECT kind, answer FROM touch ORDER BY id")


@pytest.mark.parametrize(
    ("key", "kind", "answer"),
    [
        (Qt.Key.Key_C, TouchKind.CALLED, Answer.NONE),
        (Qt.Key.Key_M, TouchKind.MET, Answer.NONE),
        (Qt.Key.Key_Y, TouchKind.REPLIED, Answer.YES),
        (Qt.Key.Key_L, TouchKind.REPLIED, Answer.LATER),
        (Qt.Key.Key_N, TouchKind.REPLIED, Answer.NO),
        (Qt.Key.Key_S, TouchKind.REPLIED, Answer.SOMEONE_ELSE),
        (Qt.Key.Key_O, TouchKind.REPLIED, Answer.OUT_OF_OFFICE),
    ],
)
def test_two_keys_write_down_what_happened(book: Book, key: Qt.Key, kind: str, answer: str):
    hand.press_key(Qt.Key.Key_G, CONTROL)
    hand.press_key(key)
    assert logged(book) == [(kind, answer)]


def test_the_first_message_is_a_request_the_next_is_written_again(window: MainWindow, book: Book):
    hand.press(window, "Want to talk to")
    for _ in range(2):
        hand.press_key(Qt.Key.Key_G, CONTROL)
        hand.press_key(Qt.Key.Key_W)
    assert [kind for kind, _ in logged(book)] == [TouchKind.ASKED, TouchKind.FOLLOWED_UP]


def test_a_chip_does_it_with_the_mouse(window: MainWindow, book: Book):
    hand.press(window, "Log")
    hand.press(window, "Called, C")
    assert logged(book) == [(TouchKind.CALLED, Answer.NONE)]
    assert status(window).startswith("Called Chloé Dubois · | Undo")


def test_what_was_logged_is_what_one_stands_on_in_the_timeline(window: MainWindow, log: Log):
    log(TouchKind.MET, days=3)
    hand.press_key(Qt.Key.Key_G, CONTROL)
    hand.press_key(Qt.Key.Key_C)
    assert any(line.startswith("Today: Called, ") for line in told(window))
    current = timeline(window).current
    assert current is not None
    assert current.moment == window._runner.read.value("SELECT max(at) FROM touch")


def test_undo_takes_it_back(book: Book):
    hand.press_key(Qt.Key.Key_G, CONTROL)
    hand.press_key(Qt.Key.Key_C)
    hand.press_key(Qt.Key.Key_Z, CONTROL)
    assert logged(book) == []


def test_escape_closes_the_chips_and_the_keyboard_is_where_it_was(window: MainWindow, book: Book):
    before = window.focusWidget()
    hand.press_key(Qt.Key.Key_G, CONTROL)
    assert hand.find(window, "Log what happened")
    hand.press_key(Qt.Key.Key_Escape)
    assert not window._people.person.heading.log_bar.isVisible()
    assert window.focusWidget() is before
    assert logged(book) == []


def test_another_person_chosen_closes_the_chips(window: MainWindow, people: dict[str, int]):
    hand.press_key(Qt.Key.Key_G, CONTROL)
    window._people.select(people["Bo"])
    assert not window._people.person.heading.log_bar.isVisible()


def test_letters_with_control_stay_what_they_are(book: Book):
    hand.press_key(Qt.Key.Key_G, CONTROL)
    hand.press_key(Qt.Key.Key_Y, CONTROL)
    assert logged(book) == []


def test_somebody_who_is_on_no_list_can_be_asked_at_once(book: Book):
    hand.press_key(Qt.Key.Key_G, CONTROL)
    hand.press_key(Qt.Key.Key_A)
    assert logged(book) == [(TouchKind.ASKED, Answer.NONE)]


def test_a_machine_that_answers_is_no_reply(window: MainWindow):
    hand.press_key(Qt.Key.Key_G, CONTROL)
    hand.press_key(Qt.Key.Key_O)
    assert status(window).startswith("Chloé Dubois is out of office · | Undo")
