"""vCards on their way into the book: the same preview as LinkedIn's."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QListView

from infoview_desktop.ui.importing.count_tile import CountTile
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book
from tests.ui import drag, hand, painted

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Ana Ruiz
EMAIL:ana@example.org
ORG:Oxfam
TITLE:Analyst
NOTE:Likes maps\\nand trains
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Łukasz Żak
ORG:Acme
TITLE:Architect
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:João Müller
TITLE:Manager
ORG:Initech
PHOTO;ENCODING=b:bm8gcGljdHVyZQ==
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:João Müller
ORG:Initech
END:VCARD
BEGIN:VCARD
VERSION:3.0
ORG:Initech
END:VCARD
BEGIN:VCARD
FN:Cut off
"""


@pytest.fixture
def file(tmp_path: Path, people: dict[str, int]) -> Path:
    assert people
    path = tmp_path / "people.vcf"
    path.write_text(CARDS, encoding="utf-8")
    return path


def sheet(window: MainWindow) -> Sheet:
    (found,) = (each for each in window.findChildren(Sheet) if each.isVisible())
    return found


def test_dropped_cards_are_looked_at_and_every_one_is_counted(window: MainWindow, file: Path):
    drag.drop(window, drag.files([file]))
    tiles = [tile.text() for tile in sheet(window).findChildren(CountTile)]
    assert tiles == ["1 new", "1 changed", "1 the same", "1 hidden", "1 twice", "1 unreadable"]
    text = painted.text(sheet(window))
    assert text.startswith("people.vcf\n6 records\n")
    assert "Cards without a person's name, such as groups, stay out." in text


def test_the_preview_shows_what_becomes_of_each_card(window: MainWindow, file: Path):
    window.offer([file])
    records = hand.find(sheet(window), "Records")
    assert isinstance(records, QListView)
    records.setMinimumHeight(600)
    assert painted.rows(records, between=" ") == [
        "Ana Ruiz Analyst · Oxfam · → Likes maps and trains · → ana@example.org changed",
        "Łukasz Żak Engineer (yours kept; the card has Architect) yours kept",
        "Line 20 a photo that is no picture; the person is imported without it incomplete",
        "Line 31 a card that does not end; it is left out unreadable",
        "João Müller Initech twice",
        "João Müller Manager · Initech new",
    ]


def test_cards_are_stored_and_taken_back(window: MainWindow, file: Path, book: Book):
    before = book.rows()
    window.offer([file])
    hand.press(sheet(window), "Import 2 people")
    assert painted.text(window._status).startswith("Imported 2 people from people.vcf · | Undo")
    assert "João Müller" in book.names()
    hand.press(window, "Undo Imported 2 people from people.vcf")
    assert book.rows() == before
