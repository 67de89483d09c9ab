"""Commands that ask for a file: export, backup, restore."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QProgressBar

from infoview_desktop.ui.window.long_work import LongWork
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.instant_runner import InstantRunner

Answer = Callable[..., None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Chooses a file, or nothing, in whatever dialog comes up next."""

    def answer(path: Path | None, chosen_filter: str = "") -> None:
        name = str(path) if path else ""
        for ask in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, ask, lambda *_arguments: (name, chosen_filter))
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_arguments: ([name] if name else [], ""))

    return answer


def do(window: MainWindow, command: str) -> None:
    window._commands.actions[command].trigger()


def status(window: MainWindow) -> str:
    return painted.text(window._status).partition(" | Last backup")[0]


def test_export_writes_what_the_ending_says(window: MainWindow, answer: Answer, tmp_path: Path):
    for name, chosen_filter, beginning in (
        ("all.json", "", "{"),
        ("people.csv", "", "First Name"),
        ("people.CSV", "", "First Name"),
        ("no ending", "People, for a spreadsheet (*.csv)", "First Name"),
        ("people.vcf", "", "BEGIN:VCARD"),
        ("cards", "People, for other address books (*.vcf)", "BEGIN:VCARD"),
        ("without", "Everything, to be read back (*.json)", "{"),
    ):
        answer(tmp_path / name, chosen_filter)
        do(window, "export")
        text = (tmp_path / name).read_text(encoding="utf-8-sig")
        assert text.startswith(beginning)
        assert "Łukasz" in text
        assert name in status(window)


def test_export_writes_the_interviews_for_other_calendars(window: MainWindow, answer: Answer, tmp_path: Path):
    for name, chosen_filter in (("all.ics", ""), ("calendar", "Interviews, for other calendars (*.ics)")):
        answer(tmp_path / name, chosen_filter)
        do(window, "export")
        assert (tmp_path / name).read_text("utf-8").startswith("BEGIN:VCALENDAR")
        assert name in status(window)


def test_choosing_nothing_does_nothing(window: MainWindow, answer: Answer, book: Book):
    before = book.rows()
    answer(None)
    for command in ("import", "export", "back_up", "restore"):
        do(window, command)
        assert book.rows() == before
        assert status(window).startswith("Last backup")


def test_an_export_that_takes_longer_shows_how_far_it_is_and_can_be_cancelled(
    window: MainWindow, answer: Answer, runner: InstantRunner, tmp_path: Path
):
    answer(tmp_path / "all.json")
    with runner.held():
        do(window, "export")
        work = window.findChild(LongWork)
        assert isinstance(work, LongWork)
        work._slow.timeout.emit()
        sheet = window.findChild(Sheet)
        assert isinstance(sheet, Sheet)
        assert painted.text(sheet).startswith("all.json\nWriting everything out")
        assert sheet.findChild(QProgressBar) is not None
        hand.press(sheet, "Cancel")
    assert not (tmp_path / "all.json").exists()
    assert not any(each.isVisible() for each in window.findChildren(Sheet))
    answer(tmp_path / "all.json")
    do(window, "export")
    assert (tmp_path / "all.json").exists()


def test_where_it_cannot_be_written_it_says_why(window: MainWindow, answer: Answer, tmp_path: Path):
    answer(tmp_path / "no such folder" / "all.json")
    do(window, "export")
    assert status(window).startswith("all.json cannot be written: ")


def test_a_backup_is_put_back_and_can_be_undone(window: MainWindow, answer: Answer, book: Book, tmp_path: Path):
    answer(tmp_path / "copy.sqlite3")
    do(window, "back_up")
    assert "copy.sqlite3" in status(window)
    whole = book.names()
    window._people.delete_selected()
    do(window, "restore")
    assert book.names() == whole
    assert hand.find(window, "Contact list")


def test_what_is_no_backup_is_refused(window: MainWindow, answer: Answer, book: Book, tmp_path: Path):
    before = book.rows()
    (tmp_path / "letter.txt").write_text("Dear Ana", encoding="utf-8")
    answer(tmp_path / "letter.txt")
    do(window, "restore")
    assert status(window).startswith("letter.txt is not a sound backup of an InfoView book.")
    assert book.rows() == before


def test_import_looks_at_what_is_chosen(window: MainWindow, answer: Answer, tmp_path: Path):
    answer(tmp_path / "gone.csv")
    do(window, "import")
    sheet = window.findChild(Sheet)
    assert isinstance(sheet, Sheet)
    assert "“gone.csv” is no longer there" in painted.text(sheet)


def test_commands_do_nothing_while_a_sheet_lies_over_the_window(
    window: MainWindow, answer: Answer, tmp_path: Path, book: Book
):
    answer(tmp_path / "gone.csv")
    do(window, "import")
    before: Any = book.rows()
    do(window, "undo")
    do(window, "delete")
    assert book.rows() == before
