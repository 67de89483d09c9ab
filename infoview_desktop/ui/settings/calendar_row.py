"""One calendar of another program in the settings."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.calendar import Calendar, CalendarState
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.text import clean
from infoview_desktop.ui.controls.buttons import IconButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.editing.colour_edit import ColourEdit
from infoview_desktop.ui.editing.field_edits import LineEdit
from infoview_desktop.ui.settings.section import Surroundings
from infoview_desktop.ui.wording import moment_text, said

_STATES: MappingProxyType[CalendarState, Phrase] = MappingProxyType(
    {
        CalendarState.READ: Phrase("Read {moment}."),
        CalendarState.GONE: Phrase("The file is not there any more; what it said {moment} is still shown."),
        CalendarState.BROKEN: Phrase("The file cannot be read as a calendar; what it said {moment} is still shown."),
    }
)
_NEVER_READ: MappingProxyType[CalendarState, Phrase] = MappingProxyType(
    {
        CalendarState.READ: Phrase("The file is about to be read."),
        CalendarState.GONE: Phrase("There is no such file."),
        CalendarState.BROKEN: Phrase("The file cannot be read as a calendar."),
    }
)


class CalendarRow(QWidget):
    """Its controls on one line, and below them where its file is and what became of it.

    `changed` carries the calendar as it is to be, `removed` its id.
    """

    changed = Signal(object)
    removed = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._calendar: Calendar | None = None
        self._colour = ColourEdit(around.theme, self.tr("Colour"))
        self._colour.left.connect(lambda: self._change(colour=self._colour.typed))
        self._name = LineEdit(self)
        self._name.left.connect(self.leave)
        self._name.given_up.connect(self._show_name)
        self._watched = QCheckBox(self.tr("Keep up with the file"))
        self._watched.clicked.connect(lambda checked: self._change(watched=checked))
        self._remove = IconButton(around.theme, "trash", "")
        self._remove.clicked.connect(self._on_remove_clicked)
        self._path = ElidedLabel(around.theme, font="caption", ink="ink2")
        self._state = Label(around.theme, font="caption", ink="ink2")
        self._state.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        for control, stretch in ((self._colour, 0), (self._name, 1), (self._watched, 0), (self._remove, 0)):
            control.setEnabled(around.editable)
            line.addWidget(control, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._path)
        column.addWidget(self._state)

    def show_calendar(self, calendar: Calendar) -> None:
        """Show it as it is now; what is being typed stays."""
        self._calendar = calendar
        self._colour.show_stored(calendar.colour)
        self._colour.setAccessibleName(f"{self._colour.accessibleName()}, {calendar.name}")
        if not self._name.changed:
            self._show_name()
        self._name.setAccessibleName(self.tr("Name of {name}").format(name=calendar.name))
        self._watched.setChecked(calendar.watched)
        self._watched.setAccessibleName(f"{self._watched.text()}: {calendar.name}")
        remove = self.tr("Remove {name}").format(name=calendar.name)
        self._remove.setToolTip(plain_tool_tip(remove))
        self._remove.setAccessibleName(remove)
        self._path.setText(clean(calendar.path)[0])
        if calendar.read_at is None:
            self._state.setText(said(_NEVER_READ[calendar.state]))
        else:
            moment = moment_text(calendar.read_at)
            self._state.setText(said(Phrase(_STATES[calendar.state].text, {"moment": moment})))

    def leave(self) -> None:
        """Store what was typed."""
        if self._name.changed:
            self._name.setModified(False)
            self._change(name=self._name.typed)

    def _show_name(self) -> None:
        if self._calendar is not None:
            self._name.show_stored(self._calendar.name)

    def _change(self, **fields: str | bool) -> None:
        if self._calendar is not None:
            self.changed.emit(replace(self._calendar, **fields))  # type: ignore[arg-type]  # each has its own type

    def _on_remove_clicked(self) -> None:
        if self._calendar is not None:
            self.removed.emit(self._calendar.id)
