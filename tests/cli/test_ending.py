"""Ended by the system: what is being typed is stored, and a throw-away copy is thrown away."""

import signal
import subprocess
import sys

import pytest

from tests import program
from tests.book import Book

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking")

TYPE = """
import sys
from tests.bench.drivers.hooks import run_program

def type_once_complete(window):
    from PySide6.QtCore import QTimer
    def look():
        if not window._complete:
            return
        timer.stop()
        window._people.person.show_about()
        edit = window._people.person._about._edits["position"]
        edit.show_typed("Analyst")
        print("typed", flush=True)
    timer = QTimer(window, interval=10)
    timer.timeout.connect(look)
    timer.start()

run_program(sys.argv[1:], type_once_complete)
"""


def ended(number, tmp_path, *arguments):
    """Start the program, type into a field, and end it; the exit code and what it said of trouble."""
    environ = program.ENVIRON | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", TYPE, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environ,
    ) as started:
        assert started.stdout.readline() == "typed\n"
        started.send_signal(number)
        _, trouble = started.communicate(timeout=20)
    return started.returncode, trouble


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT] if sys.platform != "win32" else [])
def test_what_is_being_typed_is_stored(tmp_path, number):
    with Book(tmp_path / "book") as book:
        book.add("Ana Ruiz")
    assert ended(number, tmp_path, "--data-dir", str(tmp_path / "book")) == (0, "")
    with Book(tmp_path / "book") as book:
        assert book.read.value("SELECT position FROM contact") == "Analyst"
        assert book.findings() == []


def test_the_sample_is_thrown_away(tmp_path):
    assert ended(signal.SIGTERM, tmp_path, "--sample") == (0, "")
    assert list(tmp_path.glob("infoview-sample-*")) == []
