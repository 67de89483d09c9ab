"""What one goes to next in the calendar was read before, and is as the book is nevertheless."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from infoview_desktop.operations import interviews
from infoview_desktop.store.reads import calendar as reads
from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.calendar.calendar_pane import CalendarPane
from infoview_desktop.ui.window.main_window import MainWindow
from tests.ui.calendar.in_calendar import Day, OpenCalendar, at, calendar, day, open_calendar, words
from tests.ui.today.conftest import ZONE

__all__ = ["day", "open_calendar"]

NEXT_MONTH = at(24) + timedelta(days=30)


@pytest.fixture
def rested(open_calendar: OpenCalendar, qtbot: Any) -> Callable[[], MainWindow]:
    """A window with a month, a moment after it was shown."""

    def rested() -> MainWindow:
        window = open_calendar("month")
        rest(calendar(window), qtbot)
        return window

    return rested


def rest(pane: CalendarPane, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not pane._rest.isActive() and not pane._reading.ahead(pane._mode, pane._anchor))


def meet(window: MainWindow, contact_id: int) -> None:
    window._runner.do(interviews.add, contact_ids=[contact_id], starts_at=NEXT_MONTH, time_zone=ZONE)


def test_nothing_is_read_on_the_way_to_what_was_read_ahead(
    rested: Callable[[], MainWindow],
    day: Day,
    people: dict[str, int],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: Any,
):
    day.meet(people["Łukasz"], NEXT_MONTH)
    window = rested()
    before = []
    monkeypatch.setattr(reads, "between", lambda *_, **__: before.append(1))
    calendar(window).step(1)
    assert "Łukasz" in words(window)
    rest(calendar(window), qtbot)
    calendar(window).step(-1)
    assert "Łukasz" not in words(window)
    assert not before


def test_what_was_booked_meanwhile_stands_there(rested: Callable[[], MainWindow], people: dict[str, int]):
    window = rested()
    meet(window, people["Łukasz"])
    calendar(window).step(1)
    assert "Łukasz" in words(window)


def test_also_what_was_booked_while_the_calendar_was_out_of_sight(
    rested: Callable[[], MainWindow], people: dict[str, int]
):
    window = rested()
    window._people.show_calendar.setChecked(False)
    meet(window, people["Łukasz"])
    window._people.show_calendar.setChecked(True)
    calendar(window).step(1)
    assert "Łukasz" in words(window)


def test_in_a_window_of_another_size_as_much_is_read_as_is_seen(
    rested: Callable[[], MainWindow], day: Day, people: dict[str, int]
):
    for number in range(12):
        day.meet(people["Ana"], NEXT_MONTH + timedelta(minutes=20 * number))
    window = rested()
    window.resize(1600, 2000)
    calendar(window).step(1)
    booked = [block for block in calendar(window)._blocks if block.kind is BlockKind.BOOKED]
    assert len(booked) == 12
