"""Files of other programs' calendars, kept up with while the window is open."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QFileSystemWatcher

from infoview_desktop.domain.calendar import CalendarState
from infoview_desktop.operations import calendars
from infoview_desktop.store.reads import calendars as reads
from infoview_desktop.ui.window.calendar_watch import CalendarWatch
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.calendars import ics, show
from tests.ui.conftest import OpenWindow

LECTURE = "DTSTART:20260609T080000Z\nDTEND:20260609T093000Z\nSUMMARY:{}"
PATIENCE = 10_000
"""Milliseconds; the system tells of a change at once, and a busy one takes its time."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "calendars").mkdir()
    path = tmp_path / "calendars" / "term.ics"
    write(path, "Statistics")
    return path


@pytest.fixture
def window(book: Book, people: dict[str, int], file: Path, open_window: OpenWindow) -> MainWindow:
    assert people
    show(book, path=file)
    return open_window()


def write(path: Path, title: str) -> None:
    path.write_text(ics(LECTURE.format(title)), "utf-8")


def titles(book: Book) -> list[str]:
    return [title for (title,) in book.read.rows("SELECT title FROM busy_time ORDER BY starts")]


def watched(window: MainWindow) -> set[str]:
    (watcher,) = window.findChildren(QFileSystemWatcher)
    return {*watcher.files(), *watcher.directories()}


def state(book: Book) -> CalendarState:
    (one,) = reads.calendars(book.read)
    return one.state


def test_it_is_read_when_the_window_opens(window: MainWindow, book: Book):
    assert window.isVisible()
    assert titles(book) == ["Statistics"]


def test_a_change_is_seen_while_the_window_is_open(window: MainWindow, book: Book, file: Path, qtbot: Any):
    assert window.isVisible()
    write(file, "Seminar")
    qtbot.waitUntil(lambda: titles(book) == ["Seminar"], timeout=PATIENCE)


def test_a_file_in_the_place_of_another_is_seen_and_the_next_one_too(
    window: MainWindow, book: Book, file: Path, qtbot: Any
):
    assert window.isVisible()
    for title in ("Seminar", "Exam"):
        other = file.with_suffix(".part")
        write(other, title)
        other.replace(file)
        qtbot.waitUntil(lambda title=title: titles(book) == [title], timeout=PATIENCE)


def test_a_file_that_goes_and_comes_back_is_seen(window: MainWindow, book: Book, file: Path, qtbot: Any):
    assert window.isVisible()
    file.unlink()
    qtbot.waitUntil(lambda: state(book) is CalendarState.GONE, timeout=PATIENCE)
    assert titles(book) == ["Statistics"]
    write(file, "Seminar")
    qtbot.waitUntil(lambda: titles(book) == ["Seminar"], timeout=PATIENCE)


def test_one_that_is_not_to_be_kept_up_with_is_left_alone(window: MainWindow, book: Book, file: Path):
    assert str(file) in watched(window)
    window._runner.do(calendars.edit, calendar_id=1, name="Term", colour="#3b6fd4", watched=False)
    assert watched(window) == set()
    write(file, "Seminar")
    window.findChildren(CalendarWatch)[0].look()
    assert titles(book) == ["Statistics"]


def test_one_that_is_removed_is_watched_no_more_and_one_that_comes_back_is(window: MainWindow, file: Path):
    window._runner.do(calendars.remove, calendar_id=1)
    assert watched(window) == set()
    window._history.undo()
    assert watched(window) == {str(file), str(file.parent)}


def test_a_file_that_tells_nothing_of_its_changes_is_looked_at_by_the_clock(window: MainWindow, book: Book, file: Path):
    (watcher,) = window.findChildren(QFileSystemWatcher)
    watcher.removePaths(sorted(watched(window)))
    write(file, "Seminar")
    window._people.person.story.clock.ticked.emit()
    assert titles(book) == ["Seminar"]


def test_what_was_read_for_calendars_that_are_gone_is_let_go_of_at_the_next_start(
    window: MainWindow, book: Book, open_window: OpenWindow
):
    window._runner.do(calendars.remove, calendar_id=1)
    assert book.count("busy_time") == 1
    open_window()
    assert book.count("busy_time") == 0
