"""From a file to people in the book: the preview, the import, and every way to leave them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QProgressBar, QTableView

from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import contact_imports, exports
from infoview_desktop.ui.importing.count_tile import CountTile
from infoview_desktop.ui.importing.preview_page import PreviewPage
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.importing.conftest import WriteExport
from tests.ui.instant_runner import InstantRunner

ANA = ("Ana Ruiz", "Oxfam", "Analyst", "04 Mar 2023")
LUKASZ = ("Łukasz Żak", "Acme", "Engineer", "30 Nov 2024")
JOAO = ("João Müller", "Initech", "Manager", "01 Jun 2026")
HIDDEN = ("", "", "", "07 Jun 2026")


@pytest.fixture
def export(write_export: WriteExport, book: Book, people: dict[str, int]) -> Path:
    """A newer export, with something of every kind in it."""
    book.edit(people["Łukasz"], "position", "Lead Engineer")
    return write_export(
        ("Ana Ruiz", "Red Cross", "Analyst", "04 Mar 2023"),
        ("Łukasz Żak", "Acme", "Architect", "30 Nov 2024"),
        JOAO,
        JOAO,
        HIDDEN,
        tail='Bo,"never closed\n',
    )


def sheet(window: MainWindow) -> Sheet:
    """What lies over the window."""
    found = [each for each in window.findChildren(Sheet) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def is_open(window: MainWindow) -> bool:
    return any(each.isVisible() for each in window.findChildren(Sheet))


def tiles(window: MainWindow) -> dict[str, bool]:
    """What the tiles count, and whether one can press them."""
    found = sheet(window).findChildren(CountTile)
    return {tile.text(): tile.isEnabled() for tile in found if isinstance(tile, CountTile)}


def rows(window: MainWindow) -> list[str]:
    """The records in sight, as they are read."""
    records = hand.find(sheet(window), "Records")
    assert isinstance(records, QListView)
    records.setMinimumHeight(600)
    return painted.rows(records, between=" ")


def test_the_preview_counts_every_record_once(window: MainWindow, export: Path):
    window.offer([export])
    assert tiles(window) == {
        "1 new": True,
        "1 changed": True,
        "1 the same": True,
        "1 hidden": False,
        "1 twice": True,
        "1 unreadable": True,
    }


def test_the_preview_shows_what_becomes_of_each_record(window: MainWindow, export: Path):
    window.offer([export])
    changed, kept, unreadable, twice, new = rows(window)
    assert changed == "Ana Ruiz Analyst · Oxfam → Red Cross changed"
    assert kept == "Łukasz Żak Lead Engineer (yours kept; LinkedIn has Architect) yours kept"
    assert unreadable.startswith("Line 10 a quote that is never closed")
    assert unreadable.endswith(" unreadable")
    assert twice == "João Müller Manager · Initech twice"
    assert new == "João Müller Manager · Initech new"


def test_a_row_that_does_not_fit_is_whole_in_its_tip(window: MainWindow, export: Path):
    window.offer([export])
    model = window._imports._sheet.findChild(PreviewPage)._model
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Ana Ruiz Analyst · Oxfam → Red Cross, changed" in tip


def test_the_preview_says_what_it_will_not_do(window: MainWindow, export: Path):
    window.offer([export])
    text = painted.text(sheet(window))
    assert text.startswith("Connections.csv\nLinkedIn export of ")
    assert " · 6 records\n" in text
    assert "Nobody is deleted, your own notes and edits stay. Hidden members chose not to share their name." in text


def test_a_tile_shows_just_its_records_and_pressed_again_all(window: MainWindow, export: Path):
    window.offer([export])
    hand.press(sheet(window), "1 new")
    assert rows(window) == ["João Müller Manager · Initech new"]
    hand.press(sheet(window), "1 the same")
    assert rows(window) == ["Łukasz Żak Lead Engineer (yours kept; LinkedIn has Architect) yours kept"]
    hand.press(sheet(window), "1 the same")
    assert len(rows(window)) == 5


def test_nothing_is_stored_before_one_says_so(window: MainWindow, export: Path, book: Book):
    before = book.rows()
    window.offer([export])
    assert book.rows() == before


def test_import_stores_and_says_so_with_undo(window: MainWindow, export: Path, book: Book):
    window.offer([export])
    hand.press(sheet(window), "Import 2 people")
    assert not is_open(window)
    assert painted.text(window._status).startswith("Imported 2 people from Connections.csv · | Undo")
    table = hand.find(window, "Contact list")
    assert isinstance(table, QTableView)
    assert painted.contact_list(table).splitlines() == [
        "> Ana Ruiz | Analyst · Red Cross | new job",
        "  Bo Chen | Oxfam | alumni +1",
        "  Chloé Dubois | Nurse | lima",
        "  João Müller | Manager · Initech",
        "  Łukasz Żak | Lead Engineer · Acme",
    ]
    hand.press(window, "Undo Imported 2 people from Connections.csv")
    assert "João Müller" not in book.names()
    assert book.names("oxfam") == ["Ana Ruiz", "Bo Chen"]


def test_enter_imports(window: MainWindow, export: Path, book: Book):
    window.offer([export])
    hand.press_key(Qt.Key.Key_Return)
    assert "João Müller" in book.names()


def test_escape_leaves_everything_as_it_was(window: MainWindow, export: Path, book: Book):
    before = book.rows()
    window.offer([export])
    hand.press_key(Qt.Key.Key_Escape)
    assert not is_open(window)
    assert book.rows() == before
    assert hand.find(window, "Contact list").hasFocus()


def test_cancel_leaves_everything_as_it_was(window: MainWindow, export: Path, book: Book):
    before = book.rows()
    window.offer([export])
    hand.press(sheet(window), "Cancel")
    assert not is_open(window)
    assert book.rows() == before


def test_one_person_is_one_person(open_window: OpenWindow, write_export: WriteExport):
    window = open_window()
    window.offer([write_export(ANA)])
    hand.press(sheet(window), "Import 1 person")
    assert painted.text(window._status).startswith("Imported 1 person from Connections.csv")


def test_the_same_file_again_has_nothing_to_import(open_window: OpenWindow, write_export: WriteExport):
    window = open_window()
    window.offer([write_export(ANA, LUKASZ)])
    hand.press(sheet(window), "Import 2 people")
    window.offer([write_export(ANA, LUKASZ)])
    assert tiles(window)["2 the same"] is False
    hand.press(sheet(window), "Close")
    assert not is_open(window)


def test_a_second_import_deletes_nobody(open_window: OpenWindow, write_export: WriteExport, book: Book):
    window = open_window()
    window.offer([write_export(ANA, LUKASZ)])
    hand.press(sheet(window), "Import 2 people")
    window.offer([write_export(JOAO)])
    hand.press(sheet(window), "Import 1 person")
    assert book.names() == ["Ana Ruiz", "João Müller", "Łukasz Żak"]


def test_people_in_the_trash_stay_there_and_the_preview_says_so(
    window: MainWindow, book: Book, people: dict[str, int], write_export: WriteExport
):
    book.delete(people["Ana"])
    window.offer([write_export(("Ana Ruiz", "Red Cross", "Analyst", "04 Mar 2023"), JOAO)])
    assert "People you deleted stay deleted: 1." in painted.text(sheet(window))
    hand.press(sheet(window), "Import 1 person")
    assert "Ana Ruiz" not in book.names()


def test_several_files_come_one_after_the_other(open_window: OpenWindow, write_export: WriteExport, book: Book):
    window = open_window()
    window.offer(
        [write_export(ANA, name="a.csv"), write_export(LUKASZ, name="b.csv"), write_export(JOAO, name="c.csv")]
    )
    assert painted.text(sheet(window)).startswith("a.csv")
    hand.press(sheet(window), "Import 1 person")
    assert painted.text(sheet(window)).startswith("b.csv")
    hand.press(sheet(window), "Cancel")
    assert painted.text(sheet(window)).startswith("c.csv")
    hand.press(sheet(window), "Import 1 person")
    assert not is_open(window)
    assert book.names() == ["Ana Ruiz", "João Müller"]


def test_files_that_arrive_while_one_is_looked_at_wait_for_their_turn(
    open_window: OpenWindow, write_export: WriteExport
):
    window = open_window()
    window.offer([write_export(ANA, name="a.csv")])
    window.offer([write_export(LUKASZ, name="b.csv")])
    assert painted.text(sheet(window)).startswith("a.csv")
    hand.press(sheet(window), "Cancel")
    assert painted.text(sheet(window)).startswith("b.csv")


NO_EXPORT = {
    b"": "is empty",
    b"some,thing\nelse,entirely\n": "Connections.csv",
    b"\x00\x01\x02\x03" * 100: "“people.csv”",
    b"PK\x03\x04 no archive": "“people.csv”",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "is an Excel workbook",
}


def test_what_is_no_export_is_refused_in_a_sentence(window: MainWindow, tmp_path: Path, book: Book):
    before = book.rows()
    path = tmp_path / "people.csv"
    for content, sentence in NO_EXPORT.items():
        path.write_bytes(content)
        window.offer([path])
        told = painted.text(sheet(window))
        assert told.startswith("This file cannot be imported\n")
        assert sentence in told
        hand.press(sheet(window), "Close")
        assert not is_open(window)
    assert book.rows() == before


def test_a_file_that_is_gone_is_refused_and_the_next_one_comes(
    open_window: OpenWindow, write_export: WriteExport, tmp_path: Path
):
    window = open_window()
    window.offer([tmp_path / "gone.csv", tmp_path, write_export(ANA)])
    assert "“gone.csv” is no longer there; choose the file anew." in painted.text(sheet(window))
    hand.press_key(Qt.Key.Key_Return)
    assert "is a folder; choose the file in it." in painted.text(sheet(window))
    hand.press_key(Qt.Key.Key_Return)
    assert painted.text(sheet(window)).startswith("Connections.csv")


def test_what_is_quick_shows_no_progress(window: MainWindow, runner: InstantRunner, export: Path):
    with runner.held():
        window.offer([export])
        assert window._imports._slow.isActive()
        assert window._imports._slow.interval() == 400
        assert not is_open(window)
    assert not window._imports._slow.isActive()


def test_what_takes_longer_shows_how_far_it_is(window: MainWindow, runner: InstantRunner, export: Path):
    with runner.held():
        window.offer([export])
        window._imports._slow.timeout.emit()
        assert painted.text(sheet(window)).startswith("Connections.csv\nReading the file")
        bar = sheet(window).findChild(QProgressBar)
        assert isinstance(bar, QProgressBar)
        window._imports._task.told(0.25)
        assert (bar.value(), bar.maximum()) == (250, 1000)
    assert tiles(window)["1 new"]


@pytest.mark.parametrize("leave", ["button", "escape"])
def test_cancel_while_the_file_is_read(leave: str, window: MainWindow, runner: InstantRunner, export: Path, book: Book):
    before = book.rows()
    with runner.held():
        window.offer([export])
        window._imports._slow.timeout.emit()
        if leave == "button":
            hand.press(sheet(window), "Cancel")
        else:
            hand.press_key(Qt.Key.Key_Escape)
        assert not is_open(window)
    assert not is_open(window)
    assert book.rows() == before
    with runner.held():
        window.offer([export])
    assert tiles(window)["1 new"]


@pytest.mark.parametrize("leave", ["button", "escape"])
def test_cancel_while_people_are_stored_leaves_nothing_behind(
    leave: str, window: MainWindow, runner: InstantRunner, export: Path, book: Book
):
    before = book.rows()
    window.offer([export])
    with runner.held():
        hand.press(sheet(window), "Import 2 people")
        window._imports._slow.timeout.emit()
        assert painted.text(sheet(window)).startswith("Connections.csv\nStoring the people")
        if leave == "button":
            hand.press(sheet(window), "Cancel")
        else:
            hand.press_key(Qt.Key.Key_Escape)
    assert not is_open(window)
    assert book.rows() == before
    with runner.held():
        window.offer([export])
    hand.press(sheet(window), "Import 2 people")
    assert "João Müller" in book.names()


def test_the_preview_cannot_be_pressed_twice(window: MainWindow, runner: InstantRunner, export: Path, book: Book):
    window.offer([export])
    with runner.held():
        hand.press(sheet(window), "Import 2 people")
        assert not hand.find(sheet(window), "Import 2 people").isEnabled()
        hand.press(sheet(window), "Import 2 people")
    assert book.names().count("João Müller") == 1


def test_a_bug_while_reading_closes_the_sheet_and_the_application_goes_on(
    window: MainWindow, runner: InstantRunner, export: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_arguments: object, **_fields: object) -> None:
        message = "a bug"
        raise LookupError(message)

    broke: list[BaseException] = []
    runner.broke.connect(broke.append)
    with monkeypatch.context() as bug:
        bug.setattr(contact_imports, "preview", broken)
        window.offer([export])
    assert not is_open(window)
    assert [type(error) for error in broke] == [LookupError]
    window.offer([export])
    assert tiles(window)["1 new"]


def test_nothing_else_can_be_done_while_a_file_is_looked_at(window: MainWindow, export: Path, book: Book):
    window.offer([export])
    before = book.rows()
    for action in window._commands.actions.values():
        action.trigger()
    assert book.rows() == before
    assert painted.text(sheet(window)).startswith("Connections.csv")


def test_the_keyboard_stays_within_the_sheet(window: MainWindow, export: Path):
    window.offer([export])
    reached = set()
    for _ in range(12):
        hand.press_key(Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert sheet(window).isAncestorOf(focused)
        reached.add(hand.name_of(focused))
    assert {"1 new", "1 changed", "1 twice", "1 unreadable", "Records", "Cancel", "Import 2 people"} <= reached


def test_the_window_stays_the_active_one(window: MainWindow, export: Path):
    window.offer([export])
    QApplication.processEvents()
    assert QApplication.activeWindow() is window


@pytest.fixture
def other_book(tmp_path: Path) -> Iterator[Path]:
    """A whole book, saved as JSON."""
    with Book(tmp_path / "other") as other:
        other.add("Ana Ruiz", position="Analyst")
        exports.export(other.read, path=tmp_path / "book.json", file_format="json", progress=Progress())
        yield tmp_path / "book.json"


def test_a_book_saved_as_json_is_read_into_an_empty_one(open_window: OpenWindow, book: Book, other_book: Path):
    window = open_window()
    window.offer([other_book])
    assert painted.text(window._status).startswith("Imported 1 person from book.json · | Undo")
    assert book.names() == ["Ana Ruiz"]


def test_a_book_saved_as_json_is_not_mixed_into_another(window: MainWindow, book: Book, other_book: Path):
    before = book.rows()
    window.offer([other_book])
    assert "This file is a whole book, and this book already has people." in painted.text(sheet(window))
    assert book.rows() == before
