"""What somebody does on the first evenings: the network comes in, is looked through, and stays."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from infoview_desktop.ui.importing.count_tile import CountTile
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.features.conftest import Tell, Until
from tests.linkedin_people import write_connections
from tests.ui import drag, hand, painted

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LUKASZ = "Łukasz,Żak,https://www.linkedin.com/in/lukasz-zak,,{company},{position},07 Jun 2026\n"
PEOPLE = 500


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "Connections.csv"
    write_connections(path, PEOPLE)
    with path.open("a", encoding="utf-8") as file:
        file.write(LUKASZ.format(company="Umbrella", position="Engineer"))
    return path


@pytest.fixture
def newer_export(tmp_path: Path) -> Path:
    """Half a year later: some moved on, Łukasz among them, and of the last ten nothing is said any more."""
    path = tmp_path / "newer" / "Connections.csv"
    path.parent.mkdir()
    write_connections(path, PEOPLE - 10, changed=0.1)
    with path.open("a", encoding="utf-8") as file:
        file.write(LUKASZ.format(company="Globex", position="Architect"))
    return path


def contact_list(window: MainWindow) -> QTableView:
    found = hand.find(window, "Contact list")
    assert isinstance(found, QTableView)
    return found


def total(window: MainWindow) -> int:
    return int(window._people.contacts._model.listing.total)


def status(window: MainWindow) -> str:
    return painted.text(window._status).partition(" | Last backup")[0]


def sheet(window: MainWindow) -> Sheet:
    return next(each for each in window.findChildren(Sheet) if each.isVisible())


def has_sheet(window: MainWindow) -> bool:
    return any(each.isVisible() for each in window.findChildren(Sheet))


def counts(window: MainWindow) -> dict[str, int]:
    """What the preview counts."""
    words = (tile.text().split(" ", 1) for tile in sheet(window).findChildren(CountTile) if isinstance(tile, CountTile))
    return {word: int(number.replace(",", "")) for number, word in words}


def import_people(window: MainWindow, until: Until) -> dict[str, int]:
    """Press the button of the preview that is there, and wait until all are listed; tells what was counted."""
    until(lambda: has_sheet(window))
    counted = counts(window)
    brought = counted["new"] + counted["changed"]
    hand.press(sheet(window), f"Import {brought} people")
    until(lambda: not has_sheet(window) and status(window).startswith(f"Imported {brought} people"))
    return counted


def find_lukasz(window: MainWindow, until: Until) -> None:
    hand.type_into(window, "Filter contacts", "lukasz zak")
    until(lambda: total(window) == 1)
    hand.press_key(Qt.Key.Key_Down)
    hand.press_key(Qt.Key.Key_Return)
    assert hand.field(window, "Given name").text() == "Łukasz"


def test_the_first_evening(tell: Tell, until: Until, export: Path):
    def evening(window: MainWindow) -> None:
        assert "Bring the people you know" in painted.text(window._people.contacts)

        drag.drop(window, drag.files([export]))
        counted = import_people(window, until)
        assert sum(counted.values()) == PEOPLE + 1
        until(lambda: total(window) == counted["new"])

        find_lukasz(window, until)
        hand.type_into(window, "Position", "Head of Data")
        hand.press_key(Qt.Key.Key_Tab)
        until(lambda: status(window) == "Łukasz Żak changed · | Undo")
        shown = "> Łukasz Żak | Head of Data · Umbrella"
        until(lambda: painted.contact_list(contact_list(window)) == shown)
        hand.type_into(window, "Filter contacts", "")
        until(lambda: total(window) == counted["new"])

        contact_list(window).setFocus()
        hand.press_key(Qt.Key.Key_Z, CONTROL)
        until(lambda: status(window) == "Undone: Edit position of Łukasz Żak")
        until(lambda: hand.field(window, "Position").text() == "Engineer")
        hand.press_key(Qt.Key.Key_Z, CONTROL)
        until(lambda: status(window) == f"Undone: Import of {counted['new']} people")
        until(lambda: total(window) == 0)
        assert "Bring the people you know" in painted.text(window._people.contacts)

        hand.press_key(Qt.Key.Key_Z, CONTROL | SHIFT)
        until(lambda: total(window) == counted["new"])
        hand.press_key(Qt.Key.Key_Z, CONTROL | SHIFT)
        until(lambda: status(window) == "Done again: Edit position of Łukasz Żak · | Undo")
        find_lukasz(window, until)
        assert hand.field(window, "Position").text() == "Head of Data"

    tell(evening)


def test_a_newer_export(tell: Tell, until: Until, export: Path, newer_export: Path):
    people: list[int] = []

    def first(window: MainWindow) -> None:
        people.append(import_people(window, until)["new"])
        until(lambda: total(window) == people[0])
        find_lukasz(window, until)
        hand.type_into(window, "Position", "Head of Data")
        hand.press_key(Qt.Key.Key_Tab)
        until(lambda: status(window).startswith("Łukasz Żak changed"))

    def half_a_year_later(window: MainWindow) -> None:
        until(lambda: has_sheet(window))
        hand.press(sheet(window), f"{counts(window)['changed']} changed")
        kept = "Łukasz Żak Head of Data (yours kept; LinkedIn has Architect) · Umbrella → Globex changed"
        records = hand.find(sheet(window), "Records")
        model = records.model()
        records.scrollTo(model.index(model.rowCount() - 1, 0))
        assert painted.rows(records, between=" ")[-1] == kept
        counted = import_people(window, until)
        assert counted["new"] == 0
        assert counted["changed"] > PEOPLE // 20
        until(lambda: total(window) == people[0])
        find_lukasz(window, until)
        assert hand.field(window, "Position").text() == "Head of Data"
        until(lambda: hand.field(window, "Organization").text() == "Globex")

    tell(first, export)
    tell(half_a_year_later, newer_export)


def test_after_a_restart_everything_is_as_it_was_left(tell: Tell, until: Until, export: Path):
    def first(window: MainWindow) -> None:
        import_people(window, until)
        window.resize(1111, 777)
        hand.menu_action(window._people.contacts.sort_menu, "Connected on").trigger()
        until(lambda: window._people.contacts._model.listing.sort.column == "connected_on")
        find_lukasz(window, until)
        hand.type_into(window, "Position", "Head of Data")

    def second(window: MainWindow) -> None:
        assert (window.width(), window.height()) == (1111, 777)
        assert hand.find(window, "Connected on, sort by").isVisible()
        contact_list(window).setFocus()
        hand.press_key(Qt.Key.Key_Return)
        assert hand.field(window, "Position").text() == "Head of Data"
        hand.press_key(Qt.Key.Key_Z, CONTROL)
        until(lambda: status(window) == "Undone: Edit position of Łukasz Żak")
        until(lambda: hand.field(window, "Position").text() == "Engineer")
        hand.press_key(Qt.Key.Key_Z, CONTROL)
        until(lambda: total(window) == 0)

    def third(window: MainWindow) -> None:
        assert "Bring the people you know" in painted.text(window._people.contacts)
        window._commands.actions["redo"].trigger()
        until(lambda: total(window) > 400)

    for story in (first, second, third):
        tell(story, *([export] if story is first else []))
