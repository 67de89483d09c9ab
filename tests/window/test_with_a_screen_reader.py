"""Somebody who sees nothing of the window: with the keyboard, and with what a screen reader says."""

from pathlib import Path

import pytest

from infoview_desktop.operations import practice
from infoview_desktop.ui.window.rail import VIEWS
from tests.book import Book
from tests.window.conftest import Program, Start
from tests.window.desktop import Desktop, until

pytestmark = pytest.mark.xdist_group("window")

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
PEOPLE = (
    "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Oxfam,Analyst,04 Feb 2023\n"
    "Bo,Chen,https://www.linkedin.com/in/bo-chen,,Oxfam,Director,05 Feb 2023\n"
    "Łukasz,Żak,https://www.linkedin.com/in/lukasz-zak,,Umbrella,Engineer,06 Feb 2023\n"
)
AS_READ = ["Name, sort by", "Filter contacts", "Contact list", "Log", "More", "Notes", "What happened", "Note editor"]
_STOPS = 80
"""More than there are places for the focus in any view."""


@pytest.fixture
def window(start: Start, tmp_path: Path) -> Program:
    """The window on three people."""
    export = tmp_path / "Connections.csv"
    export.write_text(HEADER + PEOPLE, encoding="utf-8")
    window = start(export)
    window.import_people()
    return window


def tabbed(window: Program, desktop: Desktop) -> list[str]:
    """What Tab goes through until it comes round, by the names of what has the focus."""
    names: list[str] = []
    for _ in range(_STOPS):
        desktop.keys("Tab")
        focused = window.focused
        assert focused, f"nothing in sight has the focus after {names}"
        # Who hands the focus on to a part of itself says that it has it as well.
        name = next(filter(None, focused), "")
        if name in names[:1] and len(names) > 1:
            break
        names.append(name)
    return names


def test_somebody_is_found_and_heard_with_the_search(window: Program, desktop: Desktop):
    desktop.keys("ctrl+k")
    window.wait_for_focus("Search")
    desktop.type("oxf")
    window.wait_to_hear("3 results. Oxfam, 2 people, Organization")
    assert window.rows("Search results") == [
        "Oxfam, 2 people, Organization",
        "Ana Ruiz, Analyst · Oxfam, Person",
        "Bo Chen, Director · Oxfam, Person",
    ]
    desktop.keys("Down", "Down")
    window.wait_to_hear("Bo Chen, Director · Oxfam, Person, 3 of 3")
    desktop.keys("Return")
    window.wait_for_focus("Contact list")
    desktop.keys("Return")
    window.wait_for_text("Given name", "Bo")
    desktop.keys("ctrl+f")
    desktop.keys("ctrl+k")
    desktop.type("zoe")
    window.wait_to_hear("Nothing is called so. New contact “zoe”, Command")
    desktop.keys("Escape")
    window.wait_for_focus("Filter contacts")
    assert window.quit() == 0
    assert window.errors == ""


def test_a_field_is_changed_and_changed_back(window: Program, desktop: Desktop):
    desktop.keys("ctrl+k")
    desktop.type("lukasz")
    window.wait_to_hear("1 result. Łukasz Żak")
    desktop.keys("Return")
    window.wait_for_focus("Contact list")
    desktop.keys("Return")
    window.wait_for_focus("Given name")
    desktop.keys("ctrl+a")
    desktop.type("Lucas")
    desktop.keys("Tab")
    window.wait_for_focus("Middle name")
    window.wait_to_hear("Łukasz Żak changed")
    desktop.keys("ctrl+z")
    window.wait_to_hear("Undone:")
    window.wait_for_text("Given name", "Łukasz")
    assert window.quit() == 0
    assert window.errors == ""


def test_somebody_is_put_on_the_short_list_and_taken_off(window: Program, desktop: Desktop):
    window.wait_for_focus("Contact list")
    desktop.keys("plus")
    window.wait_to_hear("Ana Ruiz is on the short list")
    desktop.keys("alt+3")
    until(lambda: "Short list" in window.checked, what=lambda: f"{window.checked}")
    assert window.unnamed == []
    desktop.keys("ctrl+z")
    window.wait_to_hear("Undone:")
    assert window.quit() == 0
    assert window.errors == ""


@pytest.fixture
def works_every_day(book: Path) -> None:
    """What is answered on a Saturday is due on that day, too."""
    with Book(book) as opened:
        practice.edit(opened.store, field="working_days", text="1234567")


def test_a_reply_is_logged_and_is_seen_on_the_board_in_the_notes_and_in_today(
    works_every_day: None,  # noqa: ARG001 - before the window opens
    window: Program,
    desktop: Desktop,
):
    window.wait_for_focus("Contact list")
    desktop.keys("plus")
    window.wait_to_hear("Ana Ruiz is on the short list")
    desktop.keys("ctrl+g")
    window.wait_for_focus("Wrote, W")
    chips = [name for name in window.names if name[-3:-1] == ", "]
    assert chips == [
        "Wrote, W", "Asked, A", "Called, C", "Met, M", "Yes, Y", "Later, L", "No, N", "Someone else, S",
        "Out of office, O",
    ]  # fmt: skip
    desktop.keys("y")
    window.wait_to_hear("Ana Ruiz replied")
    desktop.keys("alt+4")
    window.wait_for("Replied 1, show in People")
    assert window.rows("Replied")[-1].startswith("Ana Ruiz, Analyst · Oxfam, ")
    desktop.keys("alt+1")
    window.wait_for_focus("Today")
    assert any(row.startswith("Offer Ana Ruiz times, They said yes today") for row in window.rows("Today"))
    desktop.keys("ctrl+shift+f")
    window.wait_for_focus("New note")
    desktop.keys("Return")
    window.wait_for_focus("Note editor")
    desktop.type("Ask for two times")
    desktop.keys("Escape")
    written = "Ask for two times"
    until(
        lambda: any(row.startswith(written) for row in window.rows("Note list")),
        what=lambda: f"{written} in {window.rows('Note list')}",
    )
    assert window.unnamed == []
    assert window.quit() == 0
    assert window.errors == ""


def test_an_organization_is_opened_from_the_search(window: Program, desktop: Desktop):
    desktop.keys("ctrl+k")
    desktop.type("umbr")
    window.wait_to_hear("2 results. Umbrella, 1 person, Organization")
    desktop.keys("Return")
    until(lambda: "Organizations" in window.checked, what=lambda: f"{window.checked}")
    window.wait_for_text("Name", "Umbrella")
    assert window.unnamed == []
    assert window.focused, "the keyboard would begin anywhere"
    assert window.quit() == 0


def test_tab_goes_through_every_view_and_all_it_meets_has_a_name(window: Program, desktop: Desktop):
    for place, view in enumerate(VIEWS, start=1):
        desktop.keys(f"alt+{place}")
        until(lambda view=view: view.title in window.checked, what=lambda: f"{window.checked}")
        assert window.unnamed == []
        names = tabbed(window, desktop)
        assert all(names), f"{view.title}: {names}"
        start = names.index("Menu")
        names = names[start:] + names[:start]
        assert names[:7] == ["Menu", "Search", "Import", "New contact", "New …", "Settings", view.title]
        assert names[-1].startswith("Undo ")
        if view.key == "people":
            assert [name for name in names if name in AS_READ] == AS_READ


def test_a_sheet_keeps_the_keyboard_and_gives_it_back(window: Program, desktop: Desktop):
    desktop.keys("ctrl+n")
    window.wait_for_focus("Given name")
    assert window.unnamed == []
    desktop.type("Zoe")
    assert set(tabbed(window, desktop)) == {
        "Given name", "Family name", "Position", "Organization", "E-mail", "Tags", "Cancel", "Add",
    }  # fmt: skip
    desktop.keys("Escape")
    window.wait_for_focus("Contact list")
    assert window.quit() == 0
    assert window.errors == ""
