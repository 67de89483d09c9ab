"""What stands around the people: the sample in a window of its own, settings, and the page of shortcuts."""

import os
import signal
from contextlib import suppress
from pathlib import Path

import pytest

from tests import program
from tests.window.conftest import ScreenReader, Start
from tests.window.desktop import Desktop, until

pytestmark = pytest.mark.xdist_group("window")


def test_the_sample_opens_beside_an_empty_book_and_leaves_nothing_behind(
    start: Start, desktop: Desktop, reader: ScreenReader, tmp_path: Path
):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    window = start(TMPDIR=str(temporary))
    window.press("Try with sample data")
    window.wait_for("The sample opens in a window of its own.")
    sample = until(lambda: {desktop.active_process} - {None, window.process.pid}, what=lambda: "a second window").pop()
    try:
        names = until(lambda: [name for _, name in reader.ask(sample, "names") or () if name], what=lambda: "names")
        assert any(name.startswith("InfoView") and "sample" in name for name in names)
        assert "This is a throw-away copy: nothing here is kept." in names
        (directory,) = temporary.glob("infoview-sample-*")
        assert directory.stat().st_mode & 0o777 == 0o700
        desktop.keys("ctrl+q")
        until(lambda: not directory.exists(), what=lambda: f"no {directory}")
    finally:
        with suppress(ProcessLookupError):
            os.kill(sample, signal.SIGKILL)
    until(lambda: desktop.active_process == window.process.pid, what=lambda: "the first window")
    assert window.quit() == 0
    assert window.errors == ""


def test_colours_are_chosen_by_key_and_outlive_a_power_cut(start: Start, desktop: Desktop, book: Path):
    window = start()
    desktop.keys("ctrl+comma")
    window.wait_for("Close")
    assert window.unnamed == []
    desktop.keys("Tab")
    window.wait_for_focus("As the system")
    desktop.keys("Right", "Right")
    window.wait_for_focus("Dark")
    until(lambda: "Dark" in window.checked, what=lambda: f"{window.checked}")
    desktop.keys("Escape")
    window.wait_for_gone("Close")
    window.kill()
    assert program.said("check", "--data-dir", book)
    again = start()
    desktop.keys("ctrl+comma")
    until(lambda: "Dark" in again.checked, what=lambda: f"{again.checked}")
    desktop.keys("Escape")
    again.wait_for_gone("Close")
    assert again.quit() == 0


def test_f1_tells_every_key_and_gives_the_focus_back(start: Start, desktop: Desktop):
    window = start()
    desktop.keys("ctrl+k")
    window.wait_for_focus("Search")
    desktop.keys("F1")
    window.wait_for("Keyboard shortcuts")
    until(lambda: {"Import", "Ctrl+I", "F1", "Go to the person"} <= set(window.names), what=lambda: f"{window.names}")
    assert window.unnamed == []
    desktop.keys("Escape")
    window.wait_for_gone("Keyboard shortcuts")
    window.wait_for_focus("Search")
    assert window.quit() == 0
    assert window.errors == ""
