"""Start Qt with nothing but a main window with an empty table, until that is painted: the floor of a start."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from tests.bench.drivers.first_paint import end_with_first_paint


class _Table(QTableView):
    pass


application = QApplication(sys.argv[:1])
window = QMainWindow()
table = _Table()
window.setCentralWidget(table)
window.resize(1280, 800)
window.show()
end_with_first_paint(_Table, lambda _table: True)
sys.exit(application.exec())
