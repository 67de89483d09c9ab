"""Qt's own list and form with the same people, in its own style: person_bare.py DIRECTORY."""

import sys
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QModelIndex, QStringListModel
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMainWindow,
    QScrollArea,
    QWidget,
)

from infoview_desktop.operations.contact_fields import EDITABLE
from infoview_desktop.store import opening
from infoview_desktop.store.reads import contacts
from infoview_desktop.system import clock
from tests.bench.drivers.hooks import report
from tests.bench.drivers.stepper import STEPS, Stepper

with closing(opening.open_beside(Path(sys.argv[1]), clock=clock.now)) as store, closing(store.reader()) as reader:
    lines = contacts.page(reader, contacts.listing(reader), offset=0, limit=STEPS + 2)
    people = [person for line in lines if (person := contacts.contact(reader, line.id))]

application = QApplication(sys.argv[:1])
window = QMainWindow()
names = QListView()
names.setModel(QStringListModel([person.display_name for person in people]))
inside = QWidget()
form = QFormLayout(inside)
edits = {name: QLineEdit() for name in EDITABLE}
for name, edit in edits.items():
    form.addRow(name, edit)
pane = QScrollArea()
pane.setWidgetResizable(True)
pane.setWidget(inside)
middle = QWidget()
columns = QHBoxLayout(middle)
columns.addWidget(names)
columns.addWidget(pane)
window.setCentralWidget(middle)


def show(now: QModelIndex) -> None:
    for name, field in EDITABLE.items():
        edits[name].setText(field.as_text(people[now.row()]))


def finished(stepper: Stepper) -> None:
    report(milliseconds=stepper.milliseconds, handled=stepper.handled)
    application.quit()


names.selectionModel().currentChanged.connect(show)
names.setCurrentIndex(names.model().index(0, 0))
window.resize(1280, 800)
window.show()
Stepper(window, names, finished)
sys.exit(application.exec())
