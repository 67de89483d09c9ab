"""Somebody sits before the window, with a keyboard, a mouse, or a screen reader."""

from pathlib import Path

import pytest

from tests import program
from tests.linkedin_people import write_connections
from tests.window.conftest import Start
from tests.window.desktop import Desktop, running, until

pytestmark = pytest.mark.xdist_group("window")

LUKASZ = "Łukasz,Żak,https://www.linkedin.com/in/lukasz-zak,,Umbrella,Engineer,04 Feb 2023\n"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "Connections.csv"
    write_connections(path, 300)
    with path.open("a", encoding="utf-8") as file:
        file.write(LUKASZ)
    return path


def imported(book: Path) -> str:
    """The preview's button for this export."""
    return book.name


def test_from_a_file_to_an_edited_person_and_back(start: Start, export: Path, desktop: Desktop):
    window = start(export)
    window.wait_for("Import 2")
    button = next(name for name in window.names if name.startswith("Import 2"))
    window.press(button)
    window.wait_for(f"Undo Imported {button.split()[1]} people")
    desktop.keys("ctrl+f")
    window.wait_for_focus("Filter contacts")
    desktop.type("lukasz umbr")
    window.wait_for("1 of ")
    desktop.keys("Down")
    window.wait_for_text("Given name", "Łukasz")
    desktop.keys("Return")
    window.wait_for_focus("Given name")
    desktop.keys("Tab", "Tab", "Tab")
    window.wait_for_focus("Position")
    desktop.type("Head of Data")
    desktop.keys("Tab")
    window.wait_for("Undo Łukasz Żak changed")
    window.wait_for_text("Position", "Head of Data")
    desktop.keys("ctrl+z")
    window.wait_for_text("Position", "Engineer")
    assert window.quit() == 0
    assert window.errors == ""
