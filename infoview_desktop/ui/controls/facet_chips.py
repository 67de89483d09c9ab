"""Chips that stand for what could be typed into a filter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.controls.chip import ChipButton
from infoview_desktop.ui.controls.flow_layout import FlowLayout
from infoview_desktop.ui.theme.theme import Theme


class FacetChips(QWidget):
    """A chip for each facet worth offering; `toggled` carries the facet, "" for the one that shows everything."""

    toggled = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(self, spacing=2)
        self._by_facet: dict[str, ChipButton] = {}

    @property
    def chips(self) -> Sequence[QWidget]:
        """The chips, in their order."""
        return list(self._by_facet.values())

    def offer_facets(self, facets: Iterable[tuple[str, str, int]], typed: str) -> None:
        """Show other chips: of each facet its words and how many it leaves; `typed` is what stands in the filter."""
        for chip in self._by_facet.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        chips = {facet: ChipButton(self._theme, words, count=count) for facet, words, count in facets if count}
        if chips:
            chips = {"": ChipButton(self._theme, self.tr("All")), **chips}
        self._by_facet = chips
        for facet, chip in chips.items():
            chip.clicked.connect(lambda _checked=False, facet=facet: self.toggled.emit(facet))
            self._flow.addWidget(chip)
        self.setVisible(bool(chips))
        self.check(typed)

    def check(self, typed: str) -> None:
        """Show which facets stand in the filter."""
        for facet, chip in self._by_facet.items():
            chip.setChecked(stands_in(typed, facet) if facet else not typed.strip())


def stands_in(typed: str, facet: str) -> bool:
    """Whether a facet stands in what is typed, as a word of its own: `tag:ask` does not stand in `tag:asked`."""
    return bool(_whole(facet).search(typed))


def without_or_with(typed: str, facet: str) -> str:
    """What stands in the filter, with the facet taken out where it was in, and put in where it was not."""
    rest, found = _whole(facet).subn(" ", typed)
    rest = " ".join(rest.split())
    return rest if found else f"{rest} {facet}".strip()


def _whole(facet: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){re.escape(facet)}(?!\S)")
