"""The calendars of other programs that are shown: their names, their colours, and what became of their files."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from infoview_desktop.domain.calendar import Calendar
from infoview_desktop.operations import calendars
from infoview_desktop.store.reads import calendars as reads
from infoview_desktop.ui.controls.buttons import SecondaryButton
from infoview_desktop.ui.settings.calendar_row import CalendarRow
from infoview_desktop.ui.settings.choosing import Choosing
from infoview_desktop.ui.settings.section import Surroundings


class OtherCalendars(Choosing):
    """A row for each; what is changed in it holds at once."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(
            around,
            tables=frozenset({"calendar", "calendar_reading"}),
            words=self.tr(
                "Calendars that other programs keep in a file on this computer show when you are busy. Nothing is ever"
                " written into them."
            ),
        )
        self._rows: dict[int, CalendarRow] = {}
        self._column_of_rows = QVBoxLayout()
        self._column_of_rows.setSpacing(12)
        add = SecondaryButton(around.theme, self.tr("Show another calendar"), icon="plus")
        add.setEnabled(around.editable)
        add.clicked.connect(lambda: around.run("calendar_show"))
        beside = QHBoxLayout()
        beside.addWidget(add)
        beside.addStretch()
        self.add(self._column_of_rows, beside)
        self.show_chosen()

    def leave(self) -> None:
        """Store what is being typed: the settings go away."""
        for row in self._rows.values():
            row.leave()

    def show_chosen(self) -> None:
        """Show them as they are."""
        present = {one.id: one for one in reads.calendars(self.runner.read)}
        for calendar_id in self._rows.keys() - present.keys():
            row = self._rows.pop(calendar_id)
            row.hide()
            row.deleteLater()
        for place, (calendar_id, one) in enumerate(present.items()):
            if calendar_id not in self._rows:
                self._rows[calendar_id] = self._row(place)
            self._rows[calendar_id].show_calendar(one)

    def _row(self, place: int) -> CalendarRow:
        row = CalendarRow(self.around)
        row.changed.connect(self._on_row_changed)
        row.removed.connect(lambda calendar_id: self.do(calendars.remove, calendar_id=calendar_id))
        self._column_of_rows.insertWidget(place, row)
        return row

    def _on_row_changed(self, one: Calendar) -> None:
        self.do(calendars.edit, calendar_id=one.id, name=one.name, colour=one.colour, watched=one.watched)
