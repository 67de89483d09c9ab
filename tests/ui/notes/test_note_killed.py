"""A note that is being typed outlives a power cut."""

import signal
import sys

import pytest
from PySide6.QtCore import Qt

from infoview_desktop.store.reads import notes as reads
from tests import program
from tests.ui import hand
from tests.ui.conftest import OpenWindow
from tests.ui.notes.note_typist import TYPED

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


def type_until_killed(book, contact):
    environ = program.ENVIRON | {"QT_QPA_PLATFORM": "offscreen"}
    done = program.run("-m", "tests.ui.notes.note_typist", book.directory, str(contact), environ=environ)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert float(done.stdout) < 2


def test_a_note_on_somebody_is_in_the_editor_again_and_goes_on(book, ana, open_window: OpenWindow):
    bo = book.add("Bo Chen")
    type_until_killed(book, ana)
    window = open_window(notes=True, selected=bo)
    editor = hand.find(window, "Note editor")
    assert (editor.text, editor.hasFocus()) == (TYPED, True)
    assert book.count("note") == 0
    hand.type_text(editor, " knew.")
    hand.press_key(Qt.Key.Key_Escape)
    assert book.read.rows("SELECT text, contact_id FROM note") == [(f"{TYPED} knew.", ana)]
    assert reads.interrupted_places(book.read) == []


def test_a_free_note_is_among_the_notes(book, open_window: OpenWindow):
    type_until_killed(book, 0)
    open_window()
    assert book.read.rows("SELECT text, contact_id FROM note") == [(TYPED, None)]
    assert reads.interrupted_places(book.read) == []
    book.undo()
    assert book.count("note") == 0
