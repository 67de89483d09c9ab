"""As many rectangles with a text, and one below the pointer, in a bare widget: drag_bare.py DIRECTORY."""

import sys
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow

from infoview_desktop.store import opening
from infoview_desktop.system import clock
from tests.bench.drivers.calendar_steps import SIZE, across, drag_to
from tests.bench.drivers.hooks import report
from tests.bench.drivers.picture import Picture
from tests.bench.drivers.stepper import Stepper

with closing(opening.open_beside(Path(sys.argv[1]), clock=clock.now)) as store, closing(store.reader()) as reader:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    picture = Picture(reader)
    window.setCentralWidget(picture)
    picture.show_days(clock.now().date(), 7)

    def finished(stepper: Stepper) -> None:
        report(milliseconds=stepper.milliseconds)
        application.quit()

    window.resize(*SIZE)
    window.show()
    Stepper(window, picture, finished, lambda number: drag_to(picture, across(picture.rect(), number)))
    code = application.exec()
sys.exit(code)
