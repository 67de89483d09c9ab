"""What each factor counts: a sentence on what it measures, and a slider."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSlider, QVBoxLayout, QWidget

from infoview_desktop.domain.factor import HEAVIEST, Factor, weights_with
from infoview_desktop.operations import weights
from infoview_desktop.store.reads.weights import changed_weights
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said

_SLIDER = 150
_VALUE = 14


class WeightsForm(QWidget):
    """All factors, one below the other; a slider that is let go holds at once."""

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        factors: Sequence[Factor],
        *,
        editable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._factors = factors
        self._sliders: dict[str, QSlider] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 12, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        for row, factor in enumerate(factors):
            self._add(grid, row, factor, editable=editable)
        grid.setRowStretch(len(factors), 1)
        runner.changed.connect(self._on_changed)
        self._show_weights()

    def _add(self, grid: QGridLayout, row: int, factor: Factor, *, editable: bool) -> None:
        label = Label(self._theme, said(factor.label), font="emphasis")
        why = Label(self._theme, said(factor.why), font="caption", ink="ink2")
        why.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label)
        words.addWidget(why)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, HEAVIEST)
        slider.setPageStep(1)
        slider.setFixedWidth(self._theme.scaled(_SLIDER))
        # While it is dragged nothing is stored: letting it go is one step.
        slider.setTracking(False)
        slider.setAccessibleName(said(factor.label))
        slider.setAccessibleDescription(said(factor.why))
        slider.setEnabled(editable)
        label.setBuddy(slider)
        value = Label(self._theme, font="emphasis")
        value.setMinimumWidth(self._theme.scaled(_VALUE))
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        slider.sliderMoved.connect(value.setNum)
        slider.valueChanged.connect(value.setNum)
        slider.valueChanged.connect(partial(self._on_value_changed, factor.key))
        self._sliders[factor.key] = slider
        grid.addLayout(words, row, 0)
        grid.addWidget(slider, row, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(value, row, 2, Qt.AlignmentFlag.AlignVCenter)
        value.setNum(slider.value())

    def _show_weights(self) -> None:
        stored = weights_with(self._factors, changed_weights(self._runner.read))
        for key, slider in self._sliders.items():
            slider.setValue(stored[key])

    def _on_value_changed(self, factor: str, value: int) -> None:
        if weights_with(self._factors, changed_weights(self._runner.read))[factor] != value:
            self._runner.do(weights.weigh, factor=factor, value=value)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if "weight" in tables:
            self._show_weights()
