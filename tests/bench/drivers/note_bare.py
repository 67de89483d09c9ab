"""The same notes in Qt's own editor: note_bare.py DIRECTORY."""

import sys
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

from infoview_desktop.store import opening
from infoview_desktop.system import clock
from tests.bench.drivers.hooks import report
from tests.bench.drivers.stepper import Stepper

with closing(opening.open_beside(Path(sys.argv[1]), clock=clock.now)) as store, closing(store.reader()) as reader:
    texts = [text for (text,) in reader.rows("SELECT text FROM note ORDER BY length(text)")]

application = QApplication(sys.argv[:1])
application.setCursorFlashTime(0)  # as in the program
window = QMainWindow()
editor = QPlainTextEdit()
window.setCentralWidget(editor)
done: list[Stepper] = []


def opened(stepper: Stepper) -> None:
    done.append(stepper)
    editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(editor.document().blockCount() // 2)))
    Stepper(window, editor, typed, lambda _number: QTest.keyClick(editor, Qt.Key.Key_A))


def typed(stepper: Stepper) -> None:
    report(milliseconds=done[0].milliseconds[1::2], typed=stepper.first, held=stepper.held)
    application.quit()


window.resize(1280, 800)
window.show()
Stepper(window, editor, opened, lambda number: editor.setPlainText(texts[number % 2]))
sys.exit(application.exec())
