"""Days on which there is more than can be seen."""

from datetime import date, timedelta

from infoview_desktop.domain.calendar_days import CalendarMode
from infoview_desktop.ui.calendar.block import BlockKind
from infoview_desktop.ui.window.main_window import MainWindow
from tests.ui import hand
from tests.ui.calendar.in_calendar import Day, OpenCalendar, at, calendar, day, open_calendar, words

__all__ = ["day", "open_calendar"]

FULL = date(2026, 11, 25)
SIZE = [1440, 900]


def fill(day: Day, contact_id: int, count: int) -> None:
    """Meet somebody every quarter of an hour of a day, from midnight on."""
    for number in range(count):
        day.meet(contact_id, at(FULL, 0) + timedelta(minutes=15 * number))


def interviews(window: MainWindow) -> int:
    return sum(block.kind is BlockKind.BOOKED for block in calendar(window)._blocks)


def test_a_week_says_how_much_it_does_not_show(open_calendar: OpenCalendar, day: Day, people: dict[str, int]):
    fill(day, people["Ana"], 60)
    window = open_calendar("week", window_size=SIZE)
    shown = interviews(window)
    assert 12 <= shown < 60
    assert f"Not shown on these days: {60 - shown} more" in words(window)


def test_a_day_by_itself_shows_more_of_it(open_calendar: OpenCalendar, day: Day, people: dict[str, int]):
    fill(day, people["Ana"], 60)
    window = open_calendar("week", window_size=SIZE)
    calendar(window).show_day(FULL)
    assert interviews(window) == 60
    assert "Not shown" not in words(window)


def test_in_a_wider_window_more_of_it_is_seen(open_calendar: OpenCalendar, day: Day, people: dict[str, int]):
    fill(day, people["Ana"], 60)
    window = open_calendar("week", window_size=SIZE)
    before = interviews(window)
    window.resize(2560, 1440)
    assert interviews(window) > before


def test_about_one_person_nothing_of_others_takes_their_room(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int]
):
    fill(day, people["Bo"], 60)
    late = day.meet(people["Ana"], at(FULL, 23))
    window = open_calendar("week", window_size=SIZE)
    hand.find(window, "Contact list").setFocus()
    pane = calendar(window)
    pane.show_person(people["Ana"], "Ana Ruiz")
    assert late not in [block.id for block in pane._blocks if block.kind is BlockKind.BOOKED]
    pane.set_alone(alone=True)
    assert [block.id for block in pane._blocks if block.kind is BlockKind.BOOKED] == [late]
    assert "Not shown" not in words(window)
    pane.show_person(people["Bo"], "Bo Chen")
    assert len(pane._blocks) >= 12


def test_on_paper_comes_all_of_it(open_calendar: OpenCalendar, day: Day, people: dict[str, int]):
    fill(day, people["Ana"], 60)
    for mode in CalendarMode:
        window = open_calendar(mode, window_size=SIZE)
        calendar(window).go_to(FULL)
        assert len(calendar(window).shown.blocks) == 60
        window.close()
