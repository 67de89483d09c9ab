"""The rows of the short list, unranked, in Qt's own list: short_list_bare.py DIRECTORY."""

import sys
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView, QMainWindow

from infoview_desktop.store import opening
from infoview_desktop.store.reads import short_list
from infoview_desktop.system import clock
from tests.bench.drivers.asker import Asker
from tests.bench.drivers.hooks import report

_NAME = 3

with closing(opening.open_beside(Path(sys.argv[1]), clock=clock.now)) as store, closing(store.reader()) as reader:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    model = QStringListModel()
    names = QListView()
    names.setModel(model)
    window.setCentralWidget(names)

    def finished(asker: Asker) -> None:
        report(milliseconds=asker.milliseconds)
        application.quit()

    def ask() -> None:
        model.setStringList([row[_NAME] for row in reader.rows(short_list._LISTED)])

    window.resize(1280, 800)
    window.show()
    Asker(window, names, ask, finished)
    code = application.exec()
sys.exit(code)
