"""Ctrl+K finds interviews, and Enter shows one where it happened: in its person's story, on its day in the calendar."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.operations import interviews, touches
from infoview_desktop.store.reads.timeline import EntryKind
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.story.timeline_list import TimelineList
from tests.book import Book
from tests.notes import write_note
from tests.ui import hand, painted
from tests.ui.search.test_finder import results, search

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def talks(book: Book, people, monkeypatch) -> Book:
    """Two interviews with Ana, of which one is with Bo, too, and has a note."""
    monkeypatch.setattr(wall_clock, "now", lambda: NOW)
    book.clock.now = NOW
    held = {"state": InterviewState.HELD, "place": "Café Zürich", "direction": "Nursing"}
    both = [people["Bo"], people["Ana"]]
    first = interviews.add(book.store, contact_ids=both, starts_at=NOW - 40 * DAY, time_zone="UTC", **held).value
    interviews.add(book.store, contact_ids=[people["Ana"]], starts_at=NOW + 2 * DAY, time_zone="UTC", place="Zoom")
    write_note(book, "What she said\nLate is the stipend.", interview_id=first)
    return book


def interviews_among(found: list[str]) -> list[str]:
    return [row.lstrip("> ").replace("\u202f", " ") for row in found if row.endswith("Interview")]


@pytest.mark.usefixtures("talks")
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("zuri", "Ana Ruiz, Bo Chen, 15 October 10:00 am · held · Nursing · Café Zürich, Interview"),
        ("nurs bo", "Ana Ruiz, Bo Chen, 15 October 10:00 am · held · Nursing · Café Zürich, Interview"),
        ("zoom", "Ana Ruiz, 26 November 10:00 am · scheduled · Zoom, Interview"),
        (
            "stipend",
            "Ana Ruiz, Bo Chen, 15 October 10:00 am · held · Nursing · Café Zürich · Late is the stipend., Interview",
        ),
    ],
)
def test_an_interview_is_found_by_place_direction_names_and_notes(open_window, typed, told):
    assert interviews_among(search(open_window(), typed)) == [told]


@pytest.mark.usefixtures("talks")
def test_of_somebody_the_person_comes_before_the_interviews_with_them(open_window):
    found = search(open_window(), "ana ruiz")
    assert found[0].startswith("> Ana Ruiz, Analyst · Oxfam")
    assert found[0].endswith("Person")
    assert [row.split(",")[-2].split(" · ")[-1] for row in interviews_among(found)] == ["Zoom", "Café Zürich"]


@pytest.mark.usefixtures("talks")
def test_what_was_looked_for_stands_out(open_window):
    window = open_window()
    search(window, "zuri bo")
    painting = painted.words(window._finder._results.list.viewport())
    accent = window._theme.tokens.accent
    assert [word.text.strip() for word in painting if word.colour == accent] == ["Bo", "Züri"]


@pytest.mark.usefixtures("talks")
@pytest.mark.parametrize(("selected", "shown"), [("Bo", "Bo"), ("Łukasz", "Ana")])
def test_enter_shows_it_in_the_story_of_who_takes_part_and_on_its_day(open_window, people, selected, shown):
    window = open_window(selected=people[selected], window_size=[1500, 900])
    window._go.open_key("organizations")
    search(window, "zuri")
    hand.press_key(Qt.Key.Key_Return)
    story = hand.find(window, "What happened", kind=TimelineList)
    assert window._people.selected == people[shown]
    assert story.hasFocus()
    assert story.current.kind is EntryKind.INTERVIEW
    assert " · Café Zürich, held" in story.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert window._people.calendar.anchor == (NOW - 40 * DAY).date()


def test_one_that_many_other_things_followed_is_shown_all_the_same(talks, people, open_window):
    for number in range(60):
        talks.clock.now = NOW - timedelta(hours=number)
        at = {"at": talks.clock.now, "time_zone": "UTC"}
        touches.log(talks.store, contact_id=people["Ana"], kind=TouchKind.WROTE, **at)
    window = open_window(selected=people["Ana"])
    search(window, "zuri")
    hand.press_key(Qt.Key.Key_Return)
    story = hand.find(window, "What happened", kind=TimelineList)
    assert " · Café Zürich, held" in story.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert story.viewport().rect().intersects(story.visualRect(story.currentIndex()))


def test_one_that_is_gone_meanwhile_leads_nowhere(talks, people, open_window):
    window = open_window(selected=people["Chloé"])
    search(window, "zoom")
    talks.delete(people["Ana"], people["Bo"])
    hand.press_key(Qt.Key.Key_Return)
    assert window._people.selected == people["Chloé"]
    assert results(window) == []
