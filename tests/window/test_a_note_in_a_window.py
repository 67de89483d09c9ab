"""Somebody writes a note in a real window, with keys alone once they are in it."""

from pathlib import Path

import pytest

from tests.window.conftest import Program, Start
from tests.window.desktop import Desktop, until

pytestmark = pytest.mark.xdist_group("window")

EXPORT = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Łukasz,Żak,https://www.linkedin.com/in/lukasz-zak,,Umbrella,Engineer,04 Feb 2023\n"
    "Mei,Ito,https://www.linkedin.com/in/mei-ito,,Umbrella,Analyst,04 Feb 2023\n"
)
NOTE = "Note editor"


@pytest.fixture
def window(start: Start, tmp_path: Path) -> Program:
    """Two people, the first of whom is selected."""
    path = tmp_path / "two.csv"
    path.write_text(EXPORT, encoding="utf-8")
    window = start(path)
    window.import_people()
    return window


def write(window: Program, desktop: Desktop) -> None:
    """Click into the editor."""
    x, y = window.place(NOTE)
    desktop.xdotool("mousemove", x + 40, y + 20, "click", 1)
    window.wait_for_focus(NOTE)


def test_somebody_is_chosen_from_those_offered_and_linked(window: Program, desktop: Desktop):
    write(window, desktop)
    desktop.type("* met @mei")
    window.wait_to_hear("Mei Ito Analyst · Umbrella, 1 of 1")
    desktop.keys("Return")
    window.wait_for_text(NOTE, "* met @Mei Ito")
    window.wait_for_focus(NOTE)
    desktop.keys("Return")
    desktop.type("next")
    window.wait_for_text(NOTE, "* met @Mei Ito\n* next")
    desktop.keys("Escape")
    window.wait_for("Undo Note on Łukasz Żak")
    window.wait_for_text(NOTE, "")
    window.wait_for_gone("Done")


def test_a_note_outlives_a_power_cut(window: Program, start: Start, desktop: Desktop, book: Path):
    write(window, desktop)
    desktop.type("She said that")
    window.wait_for_text(NOTE, "She said that")
    saved = book / "infoview.sqlite3-wal"
    before = saved.stat().st_mtime_ns
    until(lambda: saved.stat().st_mtime_ns > before, what=lambda: "the text to be put aside", patience=2.0)
    window.kill()
    again = start()
    again.wait_for_text(NOTE, "She said that")
    again.wait_for_focus(NOTE)
