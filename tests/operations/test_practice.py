"""How one goes about it: each choice is named in the status line and in Undo for what it is."""

import pytest

from infoview_desktop.operations import practice
from tests.book import Book

_CHOICES = {
    "cadence": ("gentle", "Choose a cadence", "Cadence chosen"),
    "working_days": ("123", "Choose working days", "Working days changed"),
    "day_starts": ("10:00", "Choose when the working day starts", "Start of the working day changed"),
    "day_ends": ("15:30", "Choose when the working day ends", "End of the working day changed"),
    "region": ("DE-BY", "Choose whose holidays count", "Holidays that count changed"),
    "keep_in_touch_days": ("60", "Choose how often to be in touch", "How often to be in touch changed"),
}


@pytest.mark.parametrize("field", practice.EDITABLE)
def test_what_was_chosen_is_named_when_it_is_done_and_when_it_is_undone(book: Book, field: str):
    text, label, said = _CHOICES[field]
    outcome = practice.edit(book.store, field=field, text=text)
    assert (str(outcome.said), outcome.undoable) == (said, True)
    assert str(book.undo()) == label


@pytest.mark.parametrize(("field", "text"), [(field, text) for field, (text, _, _) in _CHOICES.items()])
def test_to_choose_what_is_chosen_already_says_nothing_and_is_no_step(book: Book, field: str, text: str):
    practice.edit(book.store, field=field, text=text)
    again = practice.edit(book.store, field=field, text=text)
    assert (again.said, again.undoable, again.changed) == (None, False, frozenset())
