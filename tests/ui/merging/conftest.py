"""People who are in the book twice, and the sheet over the window."""

from collections.abc import Iterable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QRadioButton

from infoview_desktop.domain.contact import Source
from infoview_desktop.store.reads import contacts
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book, connection
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow


@pytest.fixture
def pairs(book: Book) -> dict[str, int]:
    """Three people who are in the book twice, and one who is not."""
    book.take_in([connection("Ana Ruiz", position="Analyst", organization="Oxfam", connected_on="2023-03-04")])
    ids = {"Ana": 1}
    ids["Ana 2"] = book.add("Ana Ruiz", position="Nurse", organization="Oxfam", emails="a@x.org", source=Source.EVENT)
    ids["Jon"] = book.add("Jon Smith", organization="Acme", tag_names="data")
    ids["John"] = book.add("John Smith", organization="Acme", tag_names="lima")
    ids["Bo"] = book.add("Bo Chen")
    ids["Bo 2"] = book.add("Bo Chen")
    ids["Mei"] = book.add("Mei Ito")
    return ids


@pytest.fixture
def window(pairs: dict[str, int], open_window: OpenWindow) -> MainWindow:
    assert pairs
    return open_window()


def sheet(window: MainWindow) -> Sheet:
    found = [each for each in window.findChildren(Sheet) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def is_open(window: MainWindow) -> bool:
    return any(each.isVisible() for each in window.findChildren(Sheet))


def do(window: MainWindow, name: str) -> None:
    window._commands.actions[name].trigger()


def suggested(window: MainWindow) -> list[str]:
    found = hand.find(sheet(window), "Possible duplicates", kind=QListView)
    assert isinstance(found, QListView)
    return painted.rows(found)


def compared(window: MainWindow) -> list[str]:
    """Who stands on the left and on the right."""
    lines = painted.text(sheet(window)._card).splitlines()
    return next(line for line in lines[1:] if " | " in line).split(" | ")[-2:]


def choices(window: MainWindow) -> list[str]:
    """The radio buttons in sight; what is chosen is in brackets."""
    return [
        f"[{button.text()}]" if button.isChecked() else button.text()
        for button in hand.visible(sheet(window), kind=QRadioButton)
        if isinstance(button, QRadioButton)
    ]


def person(book: Book, contact_id: int) -> Any:
    return contacts.contact(book.read, contact_id)


def press(keys: Iterable[Qt.Key]) -> None:
    for key in keys:
        hand.press_key(key)
