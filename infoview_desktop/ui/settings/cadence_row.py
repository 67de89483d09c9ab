"""One cadence in the settings: its name to choose it by, its figures to change, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from infoview_desktop.domain.cadence import CADENCES, MOST_DAYS, Cadence, Unit
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.controls.buttons import IconButton
from infoview_desktop.ui.controls.count_edit import CountEdit
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.editing.field_edits import ChoiceEdit, LineEdit
from infoview_desktop.ui.settings.section import Surroundings
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import HIT
from infoview_desktop.ui.wording import said

SECOND, AGAIN, CLOSE, UNIT = Phrase("Second person"), Phrase("Write again"), Phrase("Let it rest"), Phrase("Counted in")
"""What stands above the columns."""
_UNITS = {Unit.BUSINESS_DAYS: Phrase("working days"), Unit.DAYS: Phrase("days")}
_COUNT_WIDTH, _UNIT_WIDTH, _SPACING = 92, 132, 8


def columns(theme: Theme, first: QWidget, others: Sequence[QWidget]) -> QHBoxLayout:
    """A line whose columns stand below those of every other."""
    line = QHBoxLayout()
    line.setSpacing(_SPACING)
    line.addWidget(first, 1)
    for each, width in zip(others, (_COUNT_WIDTH, _COUNT_WIDTH, _COUNT_WIDTH, _UNIT_WIDTH, HIT), strict=True):
        each.setFixedWidth(theme.scaled(width))
        line.addWidget(each)
    return line


class CadenceRow(QWidget):
    """Its controls on one line, and below it why it is so.

    `chosen`, `reset` and `deleted` carry its key, `changed` the cadence as it is to be.
    """

    chosen = Signal(str)
    changed = Signal(object)
    reset = Signal(str)
    deleted = Signal(str)

    def __init__(self, around: Surroundings, cadence: Cadence, group: QButtonGroup) -> None:
        super().__init__()
        self._cadence = cadence
        self._editable = around.editable
        self._is_own = cadence.key not in CADENCES
        self._radio = QRadioButton()
        self._radio.clicked.connect(lambda: self.chosen.emit(self._cadence.key))
        group.addButton(self._radio)
        self._name = LineEdit(self)
        self._name.left.connect(self._on_name_left)
        self._name.given_up.connect(lambda: self._name.show_stored(self._cadence.name))
        self._second, self._again, self._close = (
            CountEdit("", most=MOST_DAYS),
            *(CountEdit("", least=1, most=MOST_DAYS) for _ in range(2)),
        )
        self._second.setSpecialValueText(self.tr("never"))
        self._second.counted.connect(lambda days: self._change(second_person_days=days or None))
        self._again.counted.connect(lambda days: self._change(follow_up_days=days))
        self._close.counted.connect(lambda days: self._change(close_days=days))
        self._unit = ChoiceEdit(said(UNIT), [(unit.value, said(words)) for unit, words in _UNITS.items()])
        self._unit.left.connect(lambda: self._change(unit=Unit(self._unit.typed)))
        self._last = IconButton(around.theme, "trash" if self._is_own else "undo", "")
        self._last.clicked.connect(self._on_last_clicked)
        self._why = Label(around.theme, font="caption", ink="ink2")
        self._why.setWordWrap(True)
        self._lay_out(around.theme)
        self.show_cadence(cadence, is_chosen=False)

    def show_cadence(self, cadence: Cadence, *, is_chosen: bool) -> None:
        """Show it as it is now; what is being counted or typed stays."""
        self._cadence = cadence
        self._radio.setChecked(is_chosen)
        self._radio.setText("" if self._is_own else cadence.name)
        self._radio.setAccessibleName(cadence.name)
        self._second.show_count(cadence.second_person_days or 0)
        self._again.show_count(cadence.follow_up_days)
        self._close.show_count(cadence.close_days)
        self._unit.show_stored(cadence.unit)
        if not self._name.changed:
            self._name.show_stored(cadence.name)
        for edit, column in ((self._second, SECOND), (self._again, AGAIN), (self._close, CLOSE)):
            edit.setAccessibleName(f"{said(column)}, {cadence.name}")
        self._name.setAccessibleName(self.tr("Name of {name}").format(name=cadence.name))
        does = self.tr("Delete {name}") if self._is_own else self.tr("{name} as at first")
        self._last.setToolTip(does.format(name=cadence.name))
        self._last.setAccessibleName(does.format(name=cadence.name))
        at_first = CADENCES.get(cadence.key)
        self._last.setEnabled(self._editable and cadence != at_first)
        why = self.tr("Why? It is your own.") if at_first is None else self.tr("Why? {source}.")
        self._why.setText(why.format(source=cadence.source))

    def leave(self) -> None:
        """Store what was counted or typed."""
        for count in (self._second, self._again, self._close):
            count.leave()
        self._on_name_left()

    def _lay_out(self, theme: Theme) -> None:
        name = QWidget()
        beside = QHBoxLayout(name)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(2)
        beside.addWidget(self._radio, 0 if self._is_own else 1)
        if self._is_own:
            beside.addWidget(self._name, 1)
        else:
            self._name.hide()
        controls = (self._second, self._again, self._close, self._unit, self._last)
        for each in (self._radio, self._name, *controls):
            each.setEnabled(self._editable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(columns(theme, name, controls))
        column.addWidget(self._why)

    def _change(self, **figures: int | Unit | None) -> None:
        self.changed.emit(replace(self._cadence, **figures))  # type: ignore[arg-type]  # each field has its own type

    def _on_name_left(self) -> None:
        if self._is_own and self._name.changed:
            self._name.setModified(False)
            self.changed.emit(replace(self._cadence, name=self._name.typed))

    def _on_last_clicked(self) -> None:
        (self.deleted if self._is_own else self.reset).emit(self._cadence.key)
