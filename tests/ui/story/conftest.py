"""A window on a person whose story is shown, at the time that it is."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import touches
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.story.timeline_list import TimelineList
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow

Log = Callable[..., int]


@pytest.fixture(autouse=True)
def _now(book: Book) -> None:
    """The window looks at the clock on the wall, and so the book has to."""
    book.clock.now = datetime.now(UTC)


@pytest.fixture
def window(people: dict[str, int], open_window: OpenWindow) -> MainWindow:
    """The four people, of whom Chloé is selected: nothing is known to have happened with her."""
    return open_window(notes=True, selected=people["Chloé"])


@pytest.fixture
def log(book: Book, people: dict[str, int]) -> Log:
    """Writes down what happened with Chloé some days ago."""

    def log(
        kind: TouchKind = TouchKind.ASKED, *, days: float = 0, answer: Answer = Answer.NONE, words: str = ""
    ) -> int:
        at = book.clock.now - timedelta(days=days)
        outcome = touches.log(
            book.store,
            contact_id=people["Chloé"],
            kind=kind,
            at=at,
            time_zone=wall_clock.time_zone(),
            answer=answer,
            words=words,
        )
        return outcome.value

    return log


def timeline(window: MainWindow) -> TimelineList:
    found = hand.find(window, "What happened", kind=TimelineList)
    assert isinstance(found, TimelineList)
    return found


def told(window: MainWindow) -> list[str]:
    """What a screen reader says of each entry, from the top."""
    return [f"{row.under}: {row.told.spoken}" for row in timeline(window).entries.rows]


def status(window: MainWindow) -> str:
    return painted.text(window._status)
