"""A window with the calendar, on a Tuesday at ten."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from infoview_desktop.store.reads import follow_ups, stories
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.calendar import calendar_view, grid_canvas, month_grid
from infoview_desktop.ui.calendar.agenda_list import AgendaList
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.calendar_pane import CalendarPane
from infoview_desktop.ui.calendar.month_grid import MonthGrid
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.today.conftest import ZONE, Day, day

__all__ = ["ALT", "CTRL", "SHIFT", "ZONE", "Day", "at", "calendar", "day", "heard", "meetings", "open_calendar"]

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)

OpenCalendar = Callable[..., MainWindow]


def at(on: date | int, hour: int = 14, minute: int = 0) -> datetime:
    """A time in that zone; a number is a day of the November in which it all happens."""
    day = date(2026, 11, on) if isinstance(on, int) else on
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(ZONE))


@pytest.fixture
def meetings(day: Day, people: dict[str, int]) -> dict[str, int]:
    """With Ana on Tuesday at two, with Łukasz on Thursday at eleven; to write to Bo on Wednesday."""
    return {
        "Ana": day.meet(people["Ana"], at(24)),
        "Łukasz": day.meet(people["Łukasz"], at(26, 11)),
        "Bo": day.remind(people["Bo"], reason="", days=1),
    }


@pytest.fixture
def open_calendar(
    open_window: OpenWindow,
    day: Day,  # noqa: ARG001 - what time it is
    people: dict[str, int],  # noqa: ARG001 - they are in the book
    monkeypatch: pytest.MonkeyPatch,
) -> OpenCalendar:
    """Opens the window at its usual size, its calendar in this way."""
    monkeypatch.setattr(wall_clock, "time_zone", lambda: ZONE)

    def open_calendar(mode: str = "week", **left: Any) -> MainWindow:
        size = left.pop("window_size", [1440, 900])
        return open_window(calendar_mode=mode, window_size=size, notes=True, **left)

    return open_calendar


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader says of what happens in the calendar."""
    told: list[str] = []
    for module in (calendar_view, grid_canvas, month_grid):
        monkeypatch.setattr(module, "announce", lambda _widget, text: told.append(text.replace("\u202f", " ")))
    return told


def calendar(window: MainWindow) -> CalendarPane:
    """The pane, with the focus in it."""
    pane = hand.find(window, "Calendar", kind=CalendarPane)
    assert isinstance(pane, CalendarPane)
    pane.focus_first()
    return pane


def words(window: MainWindow) -> str:
    """Everything that one reads in the pane."""
    return painted.text(calendar(window))


def month(window: MainWindow) -> MonthGrid:
    view = calendar(window).view
    assert isinstance(view, MonthGrid)
    return view


def agenda(window: MainWindow) -> AgendaList:
    view = calendar(window).view
    assert isinstance(view, AgendaList)
    return view


def days(window: MainWindow) -> tuple[date, date]:
    """The first and the last that are seen."""
    shown = calendar(window).view._days
    assert shown is not None
    return shown.first, shown.last


def stand_on(window: MainWindow, kind: BlockKind, number: int) -> Block:
    """Go to something in the calendar, as one does with the keys."""
    view = calendar(window).view
    view.choose(kind, number)
    block = view.current
    assert block is not None
    assert (block.kind, block.id) == (kind, number)
    QApplication.processEvents()
    return block


def starts_at(book: Book, interview_id: int) -> datetime | None:
    """When an interview begins; None where it is gone."""
    one = stories.interview(book.read, interview_id)
    return one.starts_at if one else None


def lasting(book: Book, interview_id: int) -> int:
    one = stories.interview(book.read, interview_id)
    assert one is not None
    return one.minutes


def due_on(book: Book, follow_up_id: int) -> date:
    one = follow_ups.follow_up(book.read, follow_up_id)
    assert one is not None
    return one.due_on


def sheets(window: MainWindow) -> list[Sheet]:
    """What is open over the window."""
    return [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]


def read_of(widget: QWidget) -> str:
    """The words that are painted on something, in one line, with plain spaces."""
    return " ".join(painted.text(widget).replace("\u202f", " ").split())


def described(widget: QWidget) -> str:
    """What a screen reader says of where one stands."""
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Description).replace("\u202f", " ")
