"""Two starts at once: one window; the other hands over its files and ends, and never opens the book."""

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.system import lock
from infoview_desktop.system.instance import Reception
from tests import program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="starts many processes, each with a socket")

START = """
import sys, types
import infoview_desktop
from infoview_desktop import __main__ as program
from infoview_desktop.system import instance

def run(directory, files, sample):
    "Stands for the window: it says what it is given, and is closed with its input."
    print("window", *files, flush=True)
    reception = instance.Reception(directory, lambda more: print("more", *more, flush=True))
    sys.stdin.read()
    reception.close()
    return 0

infoview_desktop.app = types.SimpleNamespace(run=run)
program._PATIENCE_SECONDS = float(sys.argv.pop(1))
sys.exit(program.main())
"""

ENVIRON = program.ENVIRON | {"QT_QPA_PLATFORM": "offscreen"}


def start(*arguments, patience=20):
    """Start the program, its lock and its socket as they are, with a stand-in for the window."""
    return subprocess.Popen(
        [sys.executable, "-c", START, str(patience), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=ENVIRON,
    )


def test_of_many_starts_at_once_one_is_the_window_and_gets_all_the_files(tmp_path):
    names = [f"/{number}.csv" for number in range(6)]
    with ExitStack() as stack:
        starts = [stack.enter_context(start("--data-dir", tmp_path, name)) for name in names]
        lines = []
        window = next(one for one in starts if is_window(one, lines))
        while len(lines) < len(names):
            lines.append(window.stdout.readline().split())
        window.stdin.close()
        assert [one.wait(20) for one in starts] == [0] * len(starts)
    assert sorted(name for _, name in lines) == names
    assert sorted(kind for kind, _ in lines) == ["more"] * 5 + ["window"]


def is_window(one, lines):
    """Wait until it has said that it is the window, or has ended."""
    line = one.stdout.readline().split()
    if line:
        lines.append(line)
    return bool(line)


@pytest.fixture
def window(tmp_path):
    """The directory, while a window that keeps what arrives has it: the one of this test."""
    held = lock.claim(tmp_path)
    arrived = []
    reception = Reception(tmp_path, arrived.append)
    yield arrived
    reception.close()
    held.release()


def test_the_second_start_says_nothing_and_never_opens_the_book(window, tmp_path):
    done = program.infoview("--data-dir", tmp_path, "/a.csv", "b c.csv", environ=ENVIRON)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert window == [[Path("/a.csv"), Path.cwd() / "b c.csv"]]
    assert not (tmp_path / FILE_NAME).exists()


def test_a_start_while_a_verb_is_at_work_waits_until_it_has_finished(tmp_path):
    held = lock.claim(tmp_path)
    with start("--data-dir", tmp_path, "/a.csv") as waiting:
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(0.3)
        held.release()
        assert waiting.stdout.readline() == "window /a.csv\n"
        waiting.stdin.close()
        assert waiting.wait(20) == 0


def test_a_start_beside_one_that_does_not_answer_says_so(tmp_path):
    held = lock.claim(tmp_path)
    with start("--data-dir", tmp_path, patience=0.2) as second:
        assert second.wait(20) == 3
        assert second.stderr.read() == (
            "Another InfoView is using this book and does not answer. Nothing was changed."
            " Wait until it has finished, or end it, and try again.\n"
        )
    held.release()


def test_a_start_after_a_window_was_killed_is_the_window(tmp_path):
    with start("--data-dir", tmp_path) as first:
        assert first.stdout.readline() == "window\n"
        first.kill()
    with start("--data-dir", tmp_path, "/a.csv") as second:
        assert second.stdout.readline() == "window /a.csv\n"
        second.stdin.close()
        assert second.wait(20) == 0
