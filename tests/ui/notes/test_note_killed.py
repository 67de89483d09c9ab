"""A note that is being typed outlives a power cut."""

import signal
import sys

import pytest

from infoview_desktop.store.reads import notes as reads
from tests import program
from tests.ui.conftest import OpenWindow
from tests.ui.notes.note_typist import TYPED

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


@pytest.mark.parametrize("on_somebody", [True, False])
def test_a_note_is_safe_two_seconds_after_it_was_typed(book, ana, open_window: OpenWindow, on_somebody):
    contact = ana if on_somebody else 0
    environ = program.ENVIRON | {"QT_QPA_PLATFORM": "offscreen"}
    done = program.run("-m", "tests.ui.notes.note_typist", book.directory, str(contact), environ=environ)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert float(done.stdout) < 2
    open_window()
    assert book.read.rows("SELECT text, contact_id FROM note") == [(TYPED, contact or None)]
    assert reads.interrupted_places(book.read) == []
