"""Go back and forth between a short note and a long one, then write in the long one: note_program.py DIRECTORY."""

import sys
from typing import Any

from tests.bench.drivers.hooks import report, run_program


def _watch(window: Any) -> None:
    from tests.bench.drivers.in_window import Telling  # noqa: PLC0415 - the program imports Qt, in its order

    Telling(window, _story(window))


def _story(window: Any) -> Any:
    from PySide6.QtCore import Qt  # noqa: PLC0415 - after the program
    from PySide6.QtGui import QTextCursor  # noqa: PLC0415 - the same
    from PySide6.QtTest import QTest  # noqa: PLC0415 - the same
    from PySide6.QtWidgets import QApplication, QPlainTextEdit  # noqa: PLC0415 - the same

    from tests.bench.drivers.in_window import action, note_list  # noqa: PLC0415 - the same
    from tests.bench.drivers.stepper import STEPS, Stepper  # noqa: PLC0415 - the same

    QApplication.setCursorFlashTime(0)  # a cursor that blinks would be taken for the answer to a key
    done: list[Stepper] = []
    yield lambda: bool(window.actions())
    action(window, "All notes").trigger()
    notes = note_list(window)
    yield lambda: notes.model().rowCount() > 1

    def editor() -> QPlainTextEdit:
        return next(one for one in window.findChildren(QPlainTextEdit) if one.isVisible())

    def shows_the_long_one() -> bool:
        return bool(editor().document().blockCount() > 1)

    shown: list[bool] = []

    def go(number: int) -> None:
        shown.append(shows_the_long_one())
        QTest.keyClick(notes, Qt.Key.Key_Up if number % 2 else Qt.Key.Key_Down)

    Stepper(window, notes, done.append, go)
    yield lambda: bool(done)
    shown.append(shows_the_long_one())
    if not shown[-1]:
        go(STEPS)
    yield shows_the_long_one
    long_note = editor()
    long_note.setTextCursor(QTextCursor(long_note.document().findBlockByNumber(long_note.document().blockCount() // 2)))
    Stepper(window, long_note, done.append, lambda _number: QTest.keyClick(long_note, Qt.Key.Key_A))
    yield lambda: len(done) > 1
    opened, typed = done
    # What each key came to is seen at the next one.
    long_ones = [taken for taken, long in zip(opened.milliseconds, shown[1:], strict=False) if long]
    report(milliseconds=long_ones, typed=typed.first, held=typed.held)


run_program(["--data-dir", sys.argv[1]], _watch)
