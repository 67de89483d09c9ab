"""When to write again without an answer, and when to stop: which cadence one goes by, and the figures of each."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.cadence import Cadence
from infoview_desktop.operations import cadences, practice
from infoview_desktop.store.reads import practice as reads
from infoview_desktop.ui.controls.buttons import SecondaryButton
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.settings.cadence_row import AGAIN, CLOSE, SECOND, UNIT, CadenceRow, columns
from infoview_desktop.ui.settings.choosing import Choosing
from infoview_desktop.ui.settings.section import Surroundings
from infoview_desktop.ui.wording import said


class Cadences(Choosing):
    """A row for each; the one that is chosen, and each figure, holds at once."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(
            around,
            tables=frozenset({"cadence", "practice"}),
            words=self.tr(
                "How many days to wait for an answer until you ask a second person there, write once more, and after"
                " this second message let it rest."
            ),
        )
        self._group = QButtonGroup(self)
        self._rows: dict[str, CadenceRow] = {}
        headings = [
            Label(around.theme, said(text), font="caption", ink="ink2") for text in (SECOND, AGAIN, CLOSE, UNIT)
        ]
        self._add = SecondaryButton(around.theme, self.tr("Add a cadence of your own"), icon="plus")
        self._add.setEnabled(around.editable)
        self._add.clicked.connect(self._on_add_clicked)
        self._column_of_rows = QVBoxLayout()
        self._column_of_rows.setSpacing(12)
        beside = QHBoxLayout()
        beside.addWidget(self._add)
        beside.addStretch()
        self.add(columns(around.theme, QWidget(), [*headings, QWidget()]), self._column_of_rows, beside)
        self.show_chosen()

    def leave(self) -> None:
        """Store what is being counted or typed: the settings go away."""
        for row in self._rows.values():
            row.leave()

    def show_chosen(self) -> None:
        """Show them as they are, and which one is gone by."""
        chosen = reads.practice(self.runner.read).cadence
        present = reads.cadences(self.runner.read)
        for key in self._rows.keys() - present.keys():
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        for key, cadence in present.items():
            if key not in self._rows:
                self._rows[key] = self._row(cadence)
            self._rows[key].show_cadence(cadence, is_chosen=key == chosen)

    def _row(self, cadence: Cadence) -> CadenceRow:
        row = CadenceRow(self.around, cadence, self._group)
        row.chosen.connect(lambda key: self.do(practice.edit, field="cadence", text=key))
        row.changed.connect(self._on_row_changed)
        row.reset.connect(lambda key: self.do(cadences.reset, key=key))
        row.deleted.connect(lambda key: self.do(cadences.delete, key=key))
        self._column_of_rows.addWidget(row)
        return row

    def _on_row_changed(self, cadence: Cadence) -> None:
        self.do(cadences.edit, cadence=cadence)

    def _on_add_clicked(self) -> None:
        self.do(cadences.add, name=self.tr("My own"))
