"""The right pane: who is selected."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTabBar

from infoview_desktop.operations import contacts
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book, connection
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.instant_runner import InstantRunner


def pane_text(window: MainWindow) -> str:
    return painted.text(window._people.person)


def show_tab(window: MainWindow, title: str) -> None:
    tabs = window._people.person.findChild(QTabBar)
    assert isinstance(tabs, QTabBar)
    tabs.setCurrentIndex([tabs.tabText(each) for each in range(tabs.count())].index(title))


def test_it_begins_with_who_it_is_and_what_they_do(window: MainWindow):
    assert pane_text(window).startswith(
        "Ana Ruiz\nAnalyst · Oxfam\nLog | Follow up | Interview\nNotes | About | All notes\n"
    )


def test_the_name_is_followed_by_credentials(book: Book, open_window: OpenWindow):
    book.take_in([connection("Bo Chen", credentials="PhD, MBA")])
    assert pane_text(open_window()).startswith("Bo Chen, PhD, MBA\n")


def test_nobody_is_selected_in_an_empty_book(open_window: OpenWindow):
    assert "Choose somebody on the left, and they stand here." in " ".join(pane_text(open_window()).splitlines())


def test_the_tab_stays_when_another_person_is_chosen(window: MainWindow):
    window._people.select(2)
    assert "Given name" in pane_text(window)
    show_tab(window, "Notes")
    window._people.select(1)
    assert "Connected on LinkedIn" in pane_text(window)


def test_about_is_of_who_is_shown_by_the_time_one_looks_at_it(window: MainWindow, book: Book, runner: InstantRunner):
    show_tab(window, "Notes")
    window._people.select(2)
    runner.do(contacts.edit, contact_id=2, field="position", text="Head of Engineering")
    show_tab(window, "About")
    assert hand.field(window, "Given name").text() == "Łukasz"
    assert hand.field(window, "Position").text() == "Head of Engineering"
    hand.type_into(window, "Position", "Chef")
    show_tab(window, "Notes")
    window._people.select(1)
    assert book.lines("chef")[0].name == "Łukasz Żak"
    show_tab(window, "About")
    assert hand.field(window, "Position").text() == "Analyst"


def test_the_menu_opens_the_profile_of_those_who_have_one(window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()))
    menu = window._people.person.heading.more.menu()
    assert hand.shown_in(menu) == ["Open LinkedIn profile", "Open organization", "Merge with …", "Delete"]
    hand.menu_action(menu, "Open LinkedIn profile").trigger()
    assert opened == ["https://www.linkedin.com/in/ana-ruiz"]
    window._people.select(3)
    assert not hand.menu_action(menu, "Open LinkedIn profile").isVisible()


def test_delete_shows_who_is_next_and_can_be_undone(window: MainWindow, book: Book):
    hand.menu_action(window._people.person.heading.more.menu(), "Delete").trigger()
    assert painted.text(window._status).startswith("Ana Ruiz deleted · | Undo")
    assert pane_text(window).startswith("Bo Chen\n")
    hand.press(window, "Undo Ana Ruiz deleted")
    assert book.names()[0] == "Ana Ruiz"


def test_the_last_of_the_list_deleted_shows_the_one_before(window: MainWindow):
    window._people.select(2)
    window._people.delete_selected()
    assert pane_text(window).startswith("Chloé Dubois\n")


def test_the_only_person_deleted_leaves_an_empty_book(book: Book, open_window: OpenWindow):
    book.add("Ana Ruiz")
    window = open_window()
    window._people.delete_selected()
    assert "Choose somebody on the left" in pane_text(window)
    assert "Bring the people you know" in painted.text(window._people.contacts)


def test_somebody_undone_away_is_shown_no_longer(window: MainWindow, book: Book, runner: InstantRunner):
    zoe = book.add("Zoë")
    runner.changed.emit(frozenset({"contact"}))
    window._people.select(zoe)
    window._history.undo()
    assert "Choose somebody on the left" in pane_text(window)
