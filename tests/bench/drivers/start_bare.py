"""Start Qt with nothing but a main window with an empty table, until that is painted: the floor of a start."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from tests.bench.drivers.first_paint import FirstPaint

application = QApplication(sys.argv[:1])
window = QMainWindow()
table = QTableView()
window.setCentralWidget(table)
window.resize(1280, 800)
window.show()
FirstPaint(table, lambda: True)
sys.exit(application.exec())
