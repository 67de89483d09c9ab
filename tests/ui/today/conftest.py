"""The day of somebody who talks with a few people, on a clock that stands where the test wants it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import follow_ups, interviews, short_list, touches
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.today.day_list import DayList
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book, connection
from tests.ui import hand
from tests.ui.conftest import OpenWindow

ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo(ZONE))
"""A Tuesday."""


class Day:
    """A book, and what time it is where its user lives."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.set(NOW)

    def set(self, now: datetime) -> None:
        """Set the clock of the user and that of the book."""
        self.now = now
        self.book.clock.now = now.astimezone(ZoneInfo("UTC"))

    def ago(self, **time: float) -> datetime:
        return self.now - timedelta(**time)

    def log(self, contact_id: int, kind: TouchKind, *, answer: Answer = Answer.NONE, **ago: float) -> int:
        at = self.ago(**ago)
        return touches.log(
            self.book.store, contact_id=contact_id, kind=kind, at=at, time_zone=ZONE, answer=answer
        ).value

    def want(self, contact_id: int) -> None:
        short_list.want_to_talk_to(self.book.store, contact_ids=[contact_id])

    def meet(self, contact_id: int, at: datetime, *, held: bool = False) -> int:
        now, self.book.clock.now = self.book.clock.now, min(at, self.now).astimezone(ZoneInfo("UTC"))
        interview_id = interviews.add(self.book.store, contact_ids=[contact_id], starts_at=at, time_zone=ZONE).value
        self.book.clock.now = now
        if held:
            interviews.change_state(self.book.store, interview_id=interview_id, state=InterviewState.HELD)
        return interview_id

    def remind(self, contact_id: int | None, *, reason: str = "send the article", days: int = 0) -> int:
        due_on = self.now.date() + timedelta(days=days)
        return follow_ups.add(self.book.store, due_on=due_on, reason=reason, contact_id=contact_id).value


@pytest.fixture
def day(book: Book, monkeypatch: pytest.MonkeyPatch) -> Day:
    day = Day(book)
    monkeypatch.setattr(wall_clock, "now", lambda: day.now)
    return day


@pytest.fixture
def chloe(day: Day) -> int:
    """Somebody who is to be thanked until 13:20."""
    contact_id = day.book.add("Chloé Dubois", organization="Acme", emails="chloe@example.org")
    day.meet(contact_id, day.ago(hours=21), held=True)
    return contact_id


@pytest.fixture
def grace(day: Day) -> int:
    """Somebody who was asked twelve working days ago and did not answer; nobody else is known where she works."""
    contact_id = day.book.add("Grace López", organization="Globex")
    day.log(contact_id, TouchKind.ASKED, days=11)
    return contact_id


@pytest.fixture
def rosa(day: Day) -> int:
    """Somebody whom one has promised an article today."""
    day.book.take_in([connection("Rosa Sato", linkedin="rosa-sato")])
    contact_id = int(day.book.read.value("SELECT max(id) FROM contact"))
    day.remind(contact_id)
    return contact_id


@pytest.fixture
def open_today(open_window: OpenWindow) -> Callable[..., MainWindow]:
    def open_today(**left: Any) -> MainWindow:
        return open_window(view="today", **left)

    return open_today


def day_list(window: QWidget) -> DayList:
    found = hand.find(window, "Today", kind=DayList)
    assert isinstance(found, DayList)
    return found


def titles(window: QWidget) -> list[str]:
    """The headings, in brackets, and the titles of all rows."""
    model = day_list(window).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    texts = [(index.data(), bool(index.flags())) for index in rows]
    return [text if chosen else f"[{text}]" for text, chosen in texts if text]


def chosen(window: QWidget) -> str:
    row = day_list(window).chosen
    return row.title if row else ""
