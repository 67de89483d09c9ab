"""Chips that leave only the people of one direction on the short list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from infoview_desktop.ui.controls.chip import ChipButton
from infoview_desktop.ui.controls.flow_layout import FlowLayout
from infoview_desktop.ui.theme.theme import Theme

ALL = ""
"""The name of no direction: everybody is shown."""


class DirectionChips(QWidget):
    """`chosen` carries the direction, or `ALL`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(self, spacing=2)
        self._group = QButtonGroup(self)
        self._chips: dict[str, ChipButton] = {}

    def show_counts(self, counts: Mapping[str, int], *, total: int, chosen: str) -> None:
        """Offer these directions, each with how many people have it; nothing where there is none."""
        offered = {ALL: total, **counts} if counts else {}
        if list(offered) != list(self._chips):
            self._build(list(offered))
        for name, chip in self._chips.items():
            chip.set_count(offered[name])
            chip.setChecked(name == chosen)
        self.setVisible(bool(offered))

    def _build(self, names: list[str]) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for name in names:
            chip = ChipButton(self._theme, name or self.tr("All"))
            chip.clicked.connect(lambda _checked, name=name: self.chosen.emit(name))
            self._chips[name] = chip
            self._group.addButton(chip)
            self._flow.addWidget(chip)
