"""The pointer over a view of the calendar: pressed, dragged and let go where a day and a time, or a thing, stands."""

from datetime import date, datetime

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.calendar.grid_scene import Scene
from infoview_desktop.ui.calendar.time_grid import TimeGrid
from infoview_desktop.ui.window.main_window import MainWindow
from tests.ui.calendar.in_calendar import calendar

_NO_KEY, _LEFT, _NO_BUTTON = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def grid(window: MainWindow) -> TimeGrid:
    view = calendar(window).view
    assert isinstance(view, TimeGrid)
    QApplication.processEvents()
    return view


def scene(view: TimeGrid) -> Scene:
    assert view._scene is not None
    return view._scene


def card(view: TimeGrid, kind: BlockKind, number: int) -> QRect:
    """Where something stands, in sight."""
    shown = scene(view)
    for piece in shown.layout.pieces:
        if (piece.block.kind, piece.block.id) == (kind, number):
            return shown.card(piece)
    for placed in shown.layout.whole:
        if (placed.block.kind, placed.block.id) == (kind, number):
            return shown.geometry.whole_card(placed)
    raise AssertionError(f"{kind} {number} is not there")


def place(view: TimeGrid, at: datetime) -> QPoint:
    """Where a time of a day is."""
    shown = scene(view)
    column = shown.geometry.column(list(shown.days).index(at.date()), 0, 1)
    y = shown.geometry.top - shown.scrolled + shown.geometry.y_of(at.hour * 60 + at.minute)
    return QPoint(column.center().x(), y)


def above(view: TimeGrid, day: date) -> QPoint:
    """Where what has whole days stands on a day."""
    shown = scene(view)
    return shown.geometry.row_rect(list(shown.days).index(day), list(shown.days).index(day), 0).center()


def press(view: QWidget, at: QPoint) -> None:
    _send(view, QEvent.Type.MouseButtonPress, at, button=_LEFT, held=_LEFT)


def go(view: QWidget, at: QPoint, keys: Qt.KeyboardModifier = _NO_KEY) -> None:
    """Go on with the button held."""
    _send(view, QEvent.Type.MouseMove, at, held=_LEFT, keys=keys)


def hover(view: QWidget, at: QPoint) -> None:
    """Go there without a button."""
    _send(view, QEvent.Type.MouseMove, at)


def let_go(view: QWidget, at: QPoint, keys: Qt.KeyboardModifier = _NO_KEY) -> None:
    _send(view, QEvent.Type.MouseButtonRelease, at, button=_LEFT, keys=keys)
    QApplication.processEvents()


def click(view: QWidget, at: QPoint) -> None:
    press(view, at)
    let_go(view, at)


def drag(view: QWidget, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = _NO_KEY) -> None:
    """Press, go there over the middle, and let go."""
    press(view, start)
    go(view, (start + end) / 2, keys)
    go(view, end, keys)
    let_go(view, end, keys)


def _send(
    view: QWidget,
    kind: QEvent.Type,
    at: QPoint,
    *,
    button: Qt.MouseButton = _NO_BUTTON,
    held: Qt.MouseButton = _NO_BUTTON,
    keys: Qt.KeyboardModifier = _NO_KEY,
) -> None:
    where = QPointF(at)
    event = QMouseEvent(kind, where, QPointF(view.mapToGlobal(at)), button, held, keys)
    QApplication.sendEvent(view, event)
