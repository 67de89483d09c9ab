"""Somebody sits before the window, with a keyboard, a mouse, or a screen reader."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import program
from tests.linkedin_people import write_connections
from tests.window.conftest import Start
from tests.window.desktop import ROOT, Desktop, running, until

pytestmark = pytest.mark.xdist_group("window")

LUKASZ = "Łukasz,Żak,https://www.linkedin.com/in/lukasz-zak,,Umbrella,Engineer,04 Feb 2023\n"
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Some hundred people, and Łukasz."""
    path = tmp_path / "Connections.csv"
    write_connections(path, 300)
    with path.open("a", encoding="utf-8") as file:
        file.write(LUKASZ)
    return path


@pytest.fixture
def lukasz(tmp_path: Path) -> Path:
    """An export of one."""
    path = tmp_path / "Łukasz.csv"
    path.write_text(HEADER + LUKASZ, encoding="utf-8")
    return path


def kept(book: Path, out: Path) -> list[dict[str, str]]:
    """The people in the book, as any script gets them."""
    program.said("export", "--data-dir", book, "--format", "json", out)
    people: list[dict[str, str]] = json.loads(out.read_text(encoding="utf-8"))["contact"]
    return people


def test_from_a_file_to_an_edited_person_and_back(start: Start, export: Path, desktop: Desktop):
    window = start(export)
    window.import_people()
    desktop.keys("ctrl+f")
    window.wait_for_focus("Filter contacts")
    desktop.type("lukasz umbr")
    window.wait_for("1 of ")
    desktop.keys("Down")
    desktop.keys("Return")
    window.wait_for_focus("Given name")
    window.wait_for_text("Given name", "Łukasz")
    desktop.keys(*["Tab"] * 6)
    window.wait_for_focus("Position")
    desktop.type("Head of Data")
    desktop.keys("Tab")
    window.wait_for("Undo Łukasz Żak changed")
    window.wait_for_text("Position", "Head of Data")
    desktop.keys("ctrl+z")
    window.wait_for_text("Position", "Engineer")
    assert window.quit() == 0
    assert window.errors == ""


def test_a_screen_reader_finds_its_way(start: Start, lukasz: Path):
    window = start(lukasz)
    window.import_people()
    assert window.unnamed == []
    fixed = {"Search", "Menu", "Settings", "Contacts", "Calendar", "Notes", "Contact list", "Filter contacts"}
    assert fixed | {"Import", "New contact"} <= set(window.names)
    for view in ("Today", "Insights", "Referrals", "Progress", "People"):
        window.press(view)
        until(lambda view=view: window.checked[:1] == [view], what=lambda: f"{window.checked}")
        assert window.unnamed == []
    window.press("New contact")
    window.wait_for("Add")
    assert window.unnamed == []


def test_a_file_is_dropped_on_the_window(start: Start, lukasz: Path, desktop: Desktop):
    window = start()
    source = [sys.executable, ROOT / "tests" / "window" / "drag_source.py", lukasz]
    with running(source, desktop.environ, stdout=subprocess.PIPE) as other:
        until(
            lambda: desktop.xdotool("search", "--onlyvisible", "--name", "Drag source"), what=lambda: "the other window"
        )
        desktop.drag((80, 820), window.place("Filter contacts"))
        window.wait_for("Let go to look at it")
        desktop.let_go()
        assert other.stdout is not None
        assert other.stdout.readline() == "copied\n", "a file that was moved here would be deleted there"
    assert window.import_people() == 1
    assert lukasz.exists()


def test_a_second_start_hands_its_file_to_the_window_that_is_open(
    start: Start, lukasz: Path, book: Path, desktop: Desktop
):
    window = start()
    environ = desktop.environ
    assert program.said("--data-dir", book, lukasz, environ=environ) == ""
    assert window.import_people() == 1
    assert program.said("--data-dir", book, environ=environ) == ""
    assert window.process.poll() is None


def test_text_being_typed_outlives_a_power_cut(
    start: Start, lukasz: Path, book: Path, desktop: Desktop, tmp_path: Path
):
    window = start(lukasz)
    window.import_people()
    desktop.keys("Return")
    window.wait_for_focus("Given name")
    window.wait_for_text("Given name", "Łukasz")
    desktop.keys(*["Tab"] * 6)
    desktop.type("Head of Data")
    window.wait_for_text("Position", "Head of Data")
    saved = book / "infoview.sqlite3-wal"
    before = saved.stat().st_mtime_ns
    until(lambda: saved.stat().st_mtime_ns > before, what=lambda: "the text to be put aside", patience=2.0)
    window.kill()
    again = start()
    again.wait_for_text("Position", "Head of Data")
    assert again.quit() == 0
    assert [person["position"] for person in kept(book, tmp_path / "out.json")] == ["Head of Data"]


def test_a_french_system_reads_the_dates_of_linkedin(
    start: Start, lukasz: Path, book: Path, desktop: Desktop, tmp_path: Path
):
    window = start(lukasz, LANG="fr_FR.UTF-8", LC_ALL="fr_FR.UTF-8")
    window.import_people()
    window.wait_for_focus("Contact list")
    desktop.keys("Return")
    window.wait_for("04/02/2023")
    assert [person["connected_on"] for person in kept(book, tmp_path / "out.json")] == ["2023-02-04"]


def test_verbs_that_read_work_beside_the_window_and_one_that_writes_says_that_it_is_open(
    start: Start, lukasz: Path, book: Path, tmp_path: Path
):
    window = start(lukasz)
    window.import_people()
    assert len(kept(book, tmp_path / "out.json")) == 1
    assert program.said("check", "--data-dir", book) == "The book is sound.\n"
    assert program.refused("undo", "--data-dir", book).startswith(
        "The InfoView window is open and has this book in use."
    )


def test_without_a_display_it_says_so_in_one_line(tmp_path: Path):
    environ = {name: value for name, value in program.ENVIRON.items() if name != "QT_QPA_PLATFORM"}
    told = program.refused("--data-dir", tmp_path / "book", environ=environ)
    assert told.startswith("There is no display to open a window on.")
    assert told.count("\n") == 1
