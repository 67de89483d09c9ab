"""Photos of people: chosen, dropped, shown round, taken away."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QTableView

from infoview_desktop.operations import photos
from infoview_desktop.store.reads import photos as reads
from infoview_desktop.ui.people.photo_button import PhotoButton
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.pictures import picture
from tests.ui import drag, hand, painted

MIDDLE, CORNER = QPoint(26, 26), QPoint(1, 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ana.png"
    path.write_bytes(picture("red", (300, 200)))
    return path


def button(window: MainWindow) -> PhotoButton:
    found = hand.find(window, "Photo")
    assert isinstance(found, PhotoButton)
    return found


def offered(window: MainWindow) -> list[str]:
    return [action.text() for action in button(window).menu().actions() if action.isVisible()]


def is_red(image: QImage, place: QPoint) -> bool:
    colour = QColor(image.pixel(place))
    return colour.red() > 200 and colour.green() < 60


def in_list(window: MainWindow) -> QImage:
    """The picture of the first card."""
    table = hand.find(window, "Contact list")
    assert isinstance(table, QTableView)
    return table.viewport().grab().toImage()


def test_a_photo_is_chosen_shown_and_taken_away(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch, book: Book, people: dict[str, int]
):
    assert offered(window) == ["Choose a photo…"]
    assert not is_red(button(window).grab().toImage(), MIDDLE)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(file), ""))
    button(window).choose.trigger()
    assert reads.photo(book.read, people["Ana"]) is not None
    assert painted.text(window._status).startswith("Ana Ruiz has a photo · | Undo")
    assert offered(window) == ["Choose a photo…", "Take the photo away"]
    shown = button(window).grab().toImage()
    assert is_red(shown, MIDDLE)
    assert not is_red(shown, CORNER)
    assert is_red(in_list(window), QPoint(32, 26))
    button(window).take_away.trigger()
    assert reads.photo(book.read, people["Ana"]) is None
    assert not is_red(button(window).grab().toImage(), MIDDLE)
    assert not is_red(in_list(window), QPoint(32, 26))
    hand.press(window, "Undo The photo of Ana Ruiz is taken away")
    assert is_red(button(window).grab().toImage(), MIDDLE)


def test_choosing_nothing_does_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch, book: Book):
    before = book.rows()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: ("", ""))
    button(window).choose.trigger()
    assert book.rows() == before


def test_what_is_no_picture_is_said_plainly(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch, book: Book
):
    file.write_text("Dear Ana")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(file), ""))
    button(window).choose.trigger()
    assert "“ana.png” is no picture; choose a picture such as a JPEG or a PNG." in painted.text(window._status)
    assert book.count("photo") == 0


def drag_over(widget: PhotoButton, content: QMimeData) -> None:
    """Drag something over it."""
    event = QDragEnterEvent(
        MIDDLE, Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(widget, event)


def drop_on(widget: PhotoButton, content: QMimeData) -> None:
    """Drag something over it and let go."""
    drag_over(widget, content)
    event = QDropEvent(
        QPointF(MIDDLE),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def test_a_picture_dropped_on_it_is_theirs(window: MainWindow, file: Path, book: Book, people: dict[str, int]):
    content = drag.files([file])  # which the events do not keep
    drop_on(button(window), content)
    assert not window._drop.isVisible()
    assert reads.photo(book.read, people["Ana"]) is not None


def test_other_files_are_the_windows(window: MainWindow, file: Path, tmp_path: Path, book: Book):
    (tmp_path / "people.vcf").write_text("BEGIN:VCARD\nFN:Mei Wang\nEND:VCARD\n")
    for files in ([tmp_path / "people.vcf"], [file, file]):
        content = drag.files(files)
        drag_over(button(window), content)
        assert window._drop.isVisible()
        window._drop.hide()
    assert book.count("photo") == 0


def test_another_person_has_another_picture(window: MainWindow, file: Path, book: Book, people: dict[str, int]):
    photos.choose(book.store, contact_id=people["Bo"], path=file)
    window._people.select(people["Bo"])
    assert is_red(button(window).grab().toImage(), MIDDLE)
    window._people.select(people["Ana"])
    assert not is_red(button(window).grab().toImage(), MIDDLE)


def test_a_spoilt_photo_leaves_the_initials(window: MainWindow, book: Book, people: dict[str, int]):
    with book.store.transaction(photos.Phrase("")) as transaction:
        photos.photos.put(transaction, people["Bo"], b"no picture at all")
    window._people.contacts._refresh()
    window._people.select(people["Bo"])
    assert not button(window).grab().isNull()
    assert not in_list(window).isNull()
