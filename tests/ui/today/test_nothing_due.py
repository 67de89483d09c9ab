"""Where nothing is due, Today says so, what comes next and when, and what one can do meanwhile: one button."""

import pytest
from PySide6.QtWidgets import QPushButton

from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.ui.short_list.short_list_view import ShortListView
from infoview_desktop.ui.today.today_view import TodayView
from tests.ui import hand, painted


def buttons(window):
    view = window.findChild(TodayView)
    return [hand.name_of(each) for each in hand.visible(view, kind=QPushButton) if isinstance(each, QPushButton)]


def said(window):
    return " ".join(painted.text(window.findChild(TodayView)).splitlines())


def test_an_empty_book_says_what_will_stand_here(day, open_today):
    window = open_today()
    assert day.book.count("contact") == 0
    assert "Once there are people in your book, whom to ask, to remind and to thank stands here." in said(window)
    assert buttons(window) == ["Import"]


def test_where_nobody_was_asked_yet_one_chooses_whom_to_ask(day, open_today):
    day.book.add("Ana Ruiz")
    window = open_today()
    assert "nobody is asked" in said(window)
    hand.press(window, "Choose whom to ask")
    assert window.findChild(ShortListView).isVisible()


def test_who_waits_on_the_short_list_is_counted(day, open_today):
    day.want(day.book.add("Ana Ruiz"))
    assert "Nothing is due yet. 1 person on your short list waits to be asked." in said(open_today())


def test_what_comes_next_is_told_with_its_day(day, open_today):
    day.log(day.book.add("Ana Ruiz"), TouchKind.ASKED)
    window = open_today()
    assert "Nothing is due. Next: Follow up with Ana Ruiz, 3 December." in said(window)
    assert buttons(window) == ["Choose whom to ask"]


def test_where_only_something_later_stands_the_sentence_says_that_nothing_is_to_do_now(day, open_today):
    day.remind(day.book.add("Ana Ruiz"), days=2)
    assert "Nothing to do now. Next: Follow up with Ana Ruiz, Thursday." in said(open_today())


@pytest.mark.parametrize("width", [760, 1440])
def test_the_words_are_never_cut(day, open_today, width):
    day.want(day.book.add("Ana Ruiz"))
    window = open_today()
    window.resize(width, 520)
    assert "…" not in said(window)
