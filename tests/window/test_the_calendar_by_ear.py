"""The calendar for somebody who sees nothing of it: with the keyboard, and with what a screen reader says."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from infoview_desktop.operations import contacts, interviews
from infoview_desktop.store.reads import stories
from tests.book import Book, Clock
from tests.window.conftest import Start
from tests.window.desktop import Desktop

pytestmark = pytest.mark.xdist_group("window")

ZONE = "Europe/Berlin"
_WEDNESDAY = 3


def some_wednesday() -> date:
    """One in the weeks to come, over which no clocks are changed."""
    day = datetime.now(UTC).date() + timedelta(days=7)
    while day.isoweekday() != _WEDNESDAY or day.month in {3, 10}:
        day += timedelta(days=1)
    return day


@pytest.fixture
def wednesday(book: Path) -> date:
    """A day on which one talks with Ana Ruiz, who is in Lima, at two."""
    day = some_wednesday()
    clock = Clock()
    clock.now = datetime.now(UTC)
    with Book(book, clock) as opened:
        ana = contacts.add(opened.store, given_name="Ana", family_name="Ruiz").value
        opened.edit(ana, "time_zone", "America/Lima")
        starts_at = datetime.combine(day, time(14), ZoneInfo(ZONE))
        interviews.add(opened.store, contact_ids=[ana], starts_at=starts_at, time_zone=ZONE)
    return day


def test_an_interview_is_found_moved_lengthened_and_put_back(
    wednesday: date, start: Start, desktop: Desktop, book: Path
):
    window = start(TZ=ZONE)
    desktop.keys("ctrl+shift+g")
    window.wait_for_focus("Day")
    desktop.keys("ctrl+a")
    desktop.type(wednesday.isoformat())
    desktop.keys("Return")
    window.wait_for("Week, ")
    desktop.keys("ctrl+End")
    window.wait_to_hear("Interview with Ana Ruiz, Wednesday, ")
    desktop.keys("alt+Right")
    window.wait_to_hear("Ana Ruiz · 20 min, Thu 2:00\u202fpm – 2:20\u202fpm · ")  # noqa: RUF001 - a dash
    desktop.keys("shift+Down")
    window.wait_to_hear("Ana Ruiz · 35 min, Thu 2:00\u202fpm – 2:35\u202fpm · ")  # noqa: RUF001 - a dash
    assert window.unnamed == []
    desktop.keys("ctrl+z")
    window.wait_to_hear("Undone: Move interview with Ana Ruiz")
    desktop.keys("ctrl+3")
    window.wait_for("Month, ")
    desktop.keys("Left", "Right")
    window.wait_to_hear("Thursday, ")
    desktop.keys("ctrl+4")
    window.wait_for_focus("Agenda")
    assert window.unnamed == []
    assert window.quit() == 0
    assert window.errors == ""
    with Book(book) as opened:
        one = stories.interview(opened.read, 1)
    assert one is not None
    assert one.starts_at == datetime.combine(wednesday + timedelta(days=1), time(14), ZoneInfo(ZONE))
    assert one.minutes == 20
