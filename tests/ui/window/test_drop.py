"""Files dropped on the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QApplication

from infoview_desktop.domain import known_error
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.linkedin_people import write_connections
from tests.ui import drag, painted
from tests.ui.conftest import OpenWindow

LET_GO = "Let go to look at it before anything is stored"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "Connections.csv"
    write_connections(path, 20)
    return path


def sheets(window: MainWindow) -> list[Sheet]:
    return [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]


def test_the_whole_window_shows_that_it_takes_a_file(window: MainWindow, export: Path):
    assert drag.over(window, drag.files([export]))
    assert window._drop.isVisible()
    assert window._drop.geometry() == window.rect()
    assert painted.text(window._drop) == LET_GO


def test_it_no_longer_shows_it_once_the_drag_has_left(window: MainWindow, export: Path):
    drag.over(window, drag.files([export]))
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window._drop.isVisible()


def test_a_dropped_file_is_looked_at(window: MainWindow, export: Path):
    # Were it a move, a file manager would delete the file.
    assert drag.drop(window, drag.files([export])) == Qt.DropAction.CopyAction
    assert not window._drop.isVisible()
    assert painted.text(sheets(window)[0]).startswith("Connections.csv")


def test_several_files_are_looked_at_one_after_the_other(window: MainWindow, export: Path, tmp_path: Path):
    drag.drop(window, drag.files([tmp_path / "gone.csv", export]))
    assert "“gone.csv” is no longer there" in painted.text(sheets(window)[0])
    assert len(sheets(window)) == 1


def no_files() -> list[QMimeData]:
    text, web, nothing = QMimeData(), QMimeData(), QMimeData()
    text.setText("/etc/hosts")
    web.setUrls([QUrl("https://www.linkedin.com/in/ana"), QUrl("mailto:ana@example.org")])
    return [text, web, nothing]


def test_what_is_no_file_is_refused(window: MainWindow):
    for content in no_files():
        assert not drag.over(window, content)
        assert not window._drop.isVisible()
        assert drag.drop(window, content) is None
        assert sheets(window) == []


def test_a_book_that_cannot_be_changed_takes_none_and_says_why(open_window: OpenWindow, export: Path):
    window = open_window(read_only=known_error.read_only())
    drag.drop(window, drag.files([export]))
    assert sheets(window) == []
    assert painted.text(window._status).startswith("The book can be read but not changed")


def test_a_file_dropped_while_another_is_looked_at_waits(window: MainWindow, export: Path, tmp_path: Path):
    drag.drop(window, drag.files([export]))
    drag.drop(window, drag.files([tmp_path / "gone.csv"]))
    assert painted.text(sheets(window)[0]).startswith("Connections.csv")
    assert len(sheets(window)) == 1
