"""Somebody is dragged out of the list of contacts and let go at a free time: one books with them."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from infoview_desktop.domain import known_error
from infoview_desktop.store.reads import stories
from infoview_desktop.ui.people.contacts_table import ContactsTable
from infoview_desktop.ui.story.interview_sheet import InterviewSheet
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand
from tests.ui.calendar import pointer
from tests.ui.calendar.in_calendar import Day, OpenCalendar, at, day, meetings, open_calendar, read_of, sheets

__all__ = ["day", "meetings", "open_calendar"]

COPY, LEFT, NO_KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(open_calendar: OpenCalendar, meetings: dict[str, int]) -> MainWindow:
    assert meetings
    return open_calendar()


@pytest.fixture
def taken_out(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """What is dragged out of a list; as if it was let go nowhere."""
    found: list[QMimeData] = []

    def drag(self: QDrag, _actions: Qt.DropAction) -> Qt.DropAction:
        found.append(self.mimeData())
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", drag)
    return found


def contacts(window: MainWindow) -> ContactsTable:
    found = hand.find(window, "Contact list", kind=ContactsTable)
    assert isinstance(found, ContactsTable)
    return found


def row(table: ContactsTable, number: int) -> QPoint:
    return QPoint(60, table.rowViewportPosition(number) + table.rowHeight(number) // 2)


def pull(window: MainWindow, number: int, way: QPoint) -> None:
    """Press on a contact, and go on from there."""
    table = contacts(window)
    start = row(table, number)
    pointer.press(table.viewport(), start)
    pointer.go(table.viewport(), start + way / 2)
    pointer.go(table.viewport(), start + way)
    pointer.let_go(table.viewport(), start + way)


class Dragged:
    """A person over the days of a window, as the window system tells of them."""

    def __init__(self, window: MainWindow, monkeypatch: pytest.MonkeyPatch, content: QMimeData) -> None:
        self.grid = pointer.grid(window)
        self.content = content
        for kind in (QDragEnterEvent, QDragMoveEvent, QDropEvent):
            monkeypatch.setattr(kind, "source", lambda _event: contacts(window))

    def over(self, place: QPoint) -> bool:
        """Drag them there; whether they could be let go."""
        enter = QDragEnterEvent(place, COPY, self.content, LEFT, NO_KEY)
        enter.ignore()
        QApplication.sendEvent(self.grid, enter)
        move = QDragMoveEvent(place, COPY, self.content, LEFT, NO_KEY)
        move.ignore()
        QApplication.sendEvent(self.grid, move)
        return enter.isAccepted() and move.isAccepted()

    def away(self) -> None:
        QApplication.sendEvent(self.grid, QDragLeaveEvent())

    def let_go(self, place: QPoint) -> None:
        QApplication.sendEvent(
            self.grid, QDropEvent(QPointF(place), COPY, self.content, LEFT, NO_KEY, QEvent.Type.Drop)
        )


@pytest.fixture
def chloe(
    window: MainWindow, taken_out: list[QMimeData], monkeypatch: pytest.MonkeyPatch, people: dict[str, int]
) -> Dragged:
    """Chloé, taken out of the list."""
    table = contacts(window)
    names = [table.model().index(number, 0).data() for number in range(table.model().rowCount())]
    pull(window, next(number for number, name in enumerate(names) if "Chloé" in str(name)), QPoint(120, 10))
    assert window._people.selected == people["Chloé"]
    return Dragged(window, monkeypatch, taken_out[0])


def test_whom_one_drags_sideways_leaves_the_list_and_up_and_down_selects_several(
    window: MainWindow, taken_out: list[QMimeData]
):
    pull(window, 1, QPoint(5, 100))
    assert not taken_out
    assert contacts(window).selected_count > 1
    pull(window, 1, QPoint(80, 10))
    assert len(taken_out) == 1
    assert contacts(window).selected_count == 1
    pull(window, 2, QPoint(4, 0))
    assert len(taken_out) == 1


def test_over_free_time_it_is_seen_when_that_is_and_let_go_it_is_booked(
    window: MainWindow, chloe: Dragged, people: dict[str, int], book: Book
):
    place = pointer.place(chloe.grid, at(25, 13, 20))
    assert chloe.over(place)
    assert "Wed 1:15 pm – 1:35 pm" in read_of(chloe.grid)  # noqa: RUF001 - a dash
    chloe.let_go(place)
    sheet = hand.find(window, "New interview", kind=InterviewSheet)
    hand.press(sheet, "Add")
    one = stories.interview(book.read, int(book.read.value("SELECT max(id) FROM interview")))
    assert one is not None
    assert (one.contact_ids, one.starts_at, one.minutes) == ((people["Chloé"],), at(25, 13, 15), 20)


def test_what_is_in_the_way_is_said(chloe: Dragged):
    assert chloe.over(pointer.place(chloe.grid, at(26, 11, 5)))
    assert "Clashes with Łukasz Żak" in read_of(chloe.grid)


def test_dragged_on_nothing_of_it_is_left(window: MainWindow, chloe: Dragged):
    chloe.over(pointer.place(chloe.grid, at(25, 13)))
    chloe.away()
    assert "Wed 1:00 pm" not in read_of(chloe.grid)
    assert not chloe.over(QPoint(chloe.grid.width() // 2, 5))
    assert not sheets(window)


def test_files_are_left_to_the_window(chloe: Dragged, monkeypatch: pytest.MonkeyPatch):
    chloe.content = QMimeData()
    chloe.content.setUrls([QUrl.fromLocalFile("/home/me/term.ics")])
    assert not chloe.over(pointer.place(chloe.grid, at(25, 13)))
    monkeypatch.undo()


def test_a_book_that_can_only_be_read_takes_nobody(open_calendar: OpenCalendar, day: Day, book: Book):
    assert day
    book.store.writable = False
    assert not pointer.grid(open_calendar(read_only=known_error.read_only())).acceptDrops()
