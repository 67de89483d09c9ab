"""As many lines as are due, in Qt's own list: today_bare.py DIRECTORY."""

import sys
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView, QMainWindow

from infoview_desktop.store import opening
from infoview_desktop.system import clock
from tests.bench.drivers.asker import Asker
from tests.bench.drivers.hooks import report

_DUE = """
    SELECT given_name || ' ' || family_name || ', ' || rule
      FROM follow_up JOIN contact ON contact.id = contact_id
     WHERE state = 'open' AND due_on <= ? ORDER BY due_on"""

with closing(opening.open_beside(Path(sys.argv[1]), clock=clock.now)) as store, closing(store.reader()) as reader:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    model = QStringListModel()
    lines = QListView()
    lines.setModel(model)
    window.setCentralWidget(lines)

    def finished(asker: Asker) -> None:
        report(milliseconds=asker.milliseconds)
        application.quit()

    def ask() -> None:
        model.setStringList([line for (line,) in reader.rows(_DUE, (clock.now().date().isoformat(),))])

    window.resize(1280, 800)
    window.show()
    Asker(window, lines, ask, finished)
    code = application.exec()
sys.exit(code)
