"""How often to keep in touch with one person: a field among those about them."""

import pytest
from PySide6.QtCore import Qt

from infoview_desktop.operations import keep_in_touch
from infoview_desktop.ui.editing.field_edits import ChoiceEdit
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand


@pytest.fixture
def field(window: MainWindow, people: dict[str, int]) -> ChoiceEdit:
    """The field, of Bo."""
    window._people.person.show_contact(people["Bo"])
    edit = window._people.person._about._edits["keep_in_touch"]
    assert isinstance(edit, ChoiceEdit)
    return edit


def choose(field: ChoiceEdit, words: str) -> None:
    next(action for action in field.menu().actions() if action.text().startswith(words)).trigger()


def test_it_is_chosen_and_given_up(field: ChoiceEdit, book: Book, people: dict[str, int]):
    assert field.typed == ""
    choose(field, "every 60 days")
    assert [row[:2] for row in book.rows()["keep_in_touch"]] == [(people["Bo"], 60)]
    assert hand.name_of(field) == "Keep in touch: every 60 days"
    choose(field, "as for everybody")
    assert book.rows()["keep_in_touch"] == []


def test_undo_is_seen(field: ChoiceEdit, window: MainWindow):
    choose(field, "never")
    assert field.typed == "0"
    hand.press_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.typed == ""
    assert window.isVisible()


def test_what_was_chosen_elsewhere_is_shown_as_it_is(
    field: ChoiceEdit, window: MainWindow, book: Book, people: dict[str, int]
):
    keep_in_touch.choose(book.store, contact_ids=[people["Bo"]], days=45)
    window._people.person.show_contact(people["Bo"])
    assert field.typed == "45"
    assert field.text() == "every 45 days"


def test_a_long_value_does_not_widen_the_form_beyond_its_pane(field: ChoiceEdit, window: MainWindow):
    window.resize(1280, 800)
    form = field.parentWidget()
    assert form.minimumSizeHint().width() <= window._people.person.minimumWidth()
