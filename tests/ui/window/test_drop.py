"""Files dropped on the window."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from infoview_desktop.domain import known_error
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.linkedin_people import write_connections
from tests.ui import painted
from tests.ui.conftest import OpenWindow

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
LET_GO = "Let go to look at it before anything is stored"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "Connections.csv"
    write_connections(path, 20)
    return path


def files(paths: Sequence[Path]) -> QMimeData:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return content


def drag_over(window: MainWindow, content: QMimeData) -> bool:
    """Drag something over the window; tells whether it would take it."""
    event = QDragEnterEvent(QPoint(600, 400), Qt.DropAction.CopyAction, content, LEFT, NO_KEY)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: MainWindow, content: QMimeData) -> Qt.DropAction | None:
    """Let go; tells what is done with it, as the program is told that it comes from."""
    event = QDropEvent(QPointF(600, 400), Qt.DropAction.MoveAction, content, LEFT, NO_KEY)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.dropAction() if event.isAccepted() else None


def sheets(window: MainWindow) -> list[Sheet]:
    return [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]


def test_the_whole_window_shows_that_it_takes_a_file(window: MainWindow, export: Path):
    assert drag_over(window, files([export]))
    assert window._drop.isVisible()
    assert window._drop.geometry() == window.rect()
    assert painted.text(window._drop) == LET_GO


def test_it_no_longer_shows_it_once_the_drag_has_left(window: MainWindow, export: Path):
    drag_over(window, files([export]))
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window._drop.isVisible()


def test_a_dropped_file_is_looked_at(window: MainWindow, export: Path):
    drag_over(window, files([export]))
    # Were it a move, a file manager would delete the file.
    assert drop(window, files([export])) == Qt.DropAction.CopyAction
    assert not window._drop.isVisible()
    assert painted.text(sheets(window)[0]).startswith("Connections.csv")


def test_several_files_are_looked_at_one_after_the_other(window: MainWindow, export: Path, tmp_path: Path):
    drop(window, files([tmp_path / "gone.csv", export]))
    assert "“gone.csv” is no longer there" in painted.text(sheets(window)[0])
    assert len(sheets(window)) == 1


def no_files() -> list[QMimeData]:
    text, web, nothing = QMimeData(), QMimeData(), QMimeData()
    text.setText("/etc/hosts")
    web.setUrls([QUrl("https://www.linkedin.com/in/ana"), QUrl("mailto:ana@example.org")])
    return [text, web, nothing]


@pytest.mark.parametrize("number", range(3), ids=["text", "addresses of the web", "nothing"])
def test_what_is_no_file_is_refused(number: int, window: MainWindow):
    assert not drag_over(window, no_files()[number])
    assert not window._drop.isVisible()
    assert drop(window, no_files()[number]) is None
    assert sheets(window) == []


def test_a_book_that_cannot_be_changed_takes_none_and_says_why(open_window: OpenWindow, export: Path):
    window = open_window(read_only=known_error.read_only())
    drop(window, files([export]))
    assert sheets(window) == []
    assert painted.text(window._status).startswith("The book can be read but not changed")


def test_a_file_dropped_while_another_is_looked_at_waits(window: MainWindow, export: Path, tmp_path: Path):
    drop(window, files([export]))
    drop(window, files([tmp_path / "gone.csv"]))
    assert painted.text(sheets(window)[0]).startswith("Connections.csv")
    assert len(sheets(window)) == 1
