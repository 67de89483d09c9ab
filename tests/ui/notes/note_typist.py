"""Somebody who types a note and whose computer loses its power.

`python -m tests.ui.notes.note_typist DIRECTORY CONTACT`, where 0 is nobody, prints after how many
seconds the text was safe, and is killed in that moment.
"""

import os
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from infoview_desktop.domain.note import About
from infoview_desktop.system import paths
from infoview_desktop.ui.notes.note_writer import NoteWriter
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import STYLE, Theme
from tests.book import Book

TYPED = "She said that nobody"


def main() -> None:
    directory, contact = sys.argv[1:]
    application = QApplication([*sys.argv[:1], *STYLE])
    theme = Theme(icons=paths.resources() / "icons", application=application)
    book = Book(Path(directory))
    runner = Runner(book.store)
    writer = NoteWriter(theme, runner, editable=True)
    writer.start(About(contact_id=int(contact)) if int(contact) else About())
    writer.show()
    began = time.monotonic()

    def type_on() -> None:
        QTest.keyClicks(writer.editor, TYPED)

    def look() -> None:
        if book.read.value("SELECT count(*) FROM put_aside"):
            print(time.monotonic() - began, flush=True)  # noqa: T201 - for who started it
            os.kill(os.getpid(), signal.SIGKILL)

    looking = QTimer()
    looking.timeout.connect(look)
    looking.start(10)
    QTimer.singleShot(0, type_on)
    application.exec()


if __name__ == "__main__":
    main()
