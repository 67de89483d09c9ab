"""`--sample`: a window on a throw-away copy, which is gone with it."""

import sys

import pytest

from tests import program
from tests.cli.test_calls import WITHOUT_DISPLAY

LOOK = """
import sys
from tests.bench.drivers.hooks import run_program

def look(window):
    from PySide6.QtCore import QTimer
    from infoview_desktop.store.reads import contacts
    directory = window._directory
    print(window.windowTitle())
    print(contacts.listing(window._runner.read).total, directory.parent, oct(directory.stat().st_mode & 0o777))
    QTimer.singleShot(0, window.close)

run_program(["--sample"], look)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="knows no permission bits")
def test_the_window_shows_the_sample_and_leaves_nothing_behind(tmp_path):
    environ = program.ENVIRON | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path)}
    done = program.run("-c", LOOK, environ=environ)
    assert (done.returncode, done.stderr) == (0, ""), done
    title, rest = done.stdout.splitlines()
    assert title.startswith("InfoView")
    assert "sample" in title
    assert rest == f"62 {tmp_path} 0o700"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [["--sample", "check"], ["check", "--sample"], ["--sample", "--data-dir", "book"], ["--sample", "undo", "--json"]],
    ids=" ".join,
)
def test_it_is_for_the_window_alone(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "error: " in program.refused(*arguments, code=2)
    assert list(tmp_path.iterdir()) == []


def test_without_a_display_it_is_refused_and_leaves_nothing_behind(tmp_path):
    said = program.refused("--sample", environ=WITHOUT_DISPLAY | {"TMPDIR": str(tmp_path)})
    assert said == "There is no display to open a window on. The verbs (see --help) need none.\n"
    assert list(tmp_path.iterdir()) == []
