"""As many rows from SQLite, and as many rectangles with a text in a bare widget: calendar_bare.py DIRECTORY."""

import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow

from infoview_desktop.store import opening
from infoview_desktop.system import clock
from tests.bench.drivers.calendar_steps import KEYS, MONTHS, SIZE, in_kinds
from tests.bench.drivers.hooks import report
from tests.bench.drivers.picture import Picture
from tests.bench.drivers.stepper import Stepper

with closing(opening.open_beside(Path(sys.argv[1]), clock=clock.now)) as store, closing(store.reader()) as reader:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    picture = Picture(reader)
    window.setCentralWidget(picture)
    today = clock.now().date()

    def go(number: int) -> None:
        step = number % len(KEYS)
        days = 42 if step in MONTHS else 7
        picture.show_days(today + timedelta(days=days * (step % 3 == 1)), days)

    def finished(stepper: Stepper) -> None:
        report(**in_kinds(stepper.milliseconds))
        application.quit()

    window.resize(*SIZE)
    window.show()
    Stepper(window, picture, finished, go)
    code = application.exec()
sys.exit(code)
