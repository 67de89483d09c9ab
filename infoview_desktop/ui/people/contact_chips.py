"""Chips that narrow the contact list: how far it has come, who stands out, and the tags that most people have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.contact_filter import stage_facet, tag_facet
from infoview_desktop.domain.stage import Stage
from infoview_desktop.store.reads.facet_counts import FacetCounts, facet_counts
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.reads.tags import TagCount, most_used
from infoview_desktop.ui.controls.chip import ChipButton
from infoview_desktop.ui.controls.flow_layout import FlowLayout
from infoview_desktop.ui.theme.theme import Theme

NEW_JOBS = "is:newjob"
"""The facet of those whose change of job is not looked at yet."""

_CHIPS = 7
"""With the one for everybody; more of them take the list its room."""


_OFFERED_STAGES = (Stage.TO_ASK, Stage.ASKED, Stage.SCHEDULED, Stage.IN_TOUCH)
"""Those at which one wants to see everybody at once; the others are on the board."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What the chips say."""

    counts: FacetCounts
    tags: list[TagCount]


def offered(reader: Reader) -> Offered:
    """Ask the book what there is to narrow by."""
    counts = facet_counts(reader)
    others = sum(map(bool, (counts.short_list, counts.new_jobs, *map(counts.stages.get, _OFFERED_STAGES))))
    return Offered(counts, most_used(reader, limit=_CHIPS - 1 - others))


class ContactChips(QWidget):
    """A chip for each facet worth offering; `toggled` carries the facet, "" for the one that shows everybody."""

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

    def offer(self, what: Offered, typed: str) -> None:
        """Show other chips; `typed` is what stands in the filter."""
        for chip in self._by_facet.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        words = (self.tr("To ask"), self.tr("Waiting"), self.tr("Scheduled"), self.tr("Keep in touch"))
        stages = zip(_OFFERED_STAGES, words, strict=True)
        facets = [
            *((stage_facet(stage), text, what.counts.stages.get(stage, 0)) for stage, text in stages),
            ("is:shortlist", self.tr("Short list"), what.counts.short_list),
            (NEW_JOBS, self.tr("New jobs"), what.counts.new_jobs),
            *((tag_facet(tag.name), tag.name, tag.people) for tag in what.tags),
        ]
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
            chip.setChecked(bool(_whole(facet).search(typed)) if facet else not typed.strip())


def without_or_with(typed: str, facet: str) -> str:
    """What stands in the filter, with the facet taken out where it was in, and put in where it was not."""
    rest, found = _whole(facet).subn(" ", typed)
    rest = " ".join(rest.split())
    return rest if found else f"{rest} {facet}".strip()


def _whole(facet: str) -> re.Pattern[str]:
    """The facet as a word of its own: `tag:ask` does not stand in `tag:asked`."""
    return re.compile(rf"(?<!\S){re.escape(facet)}(?!\S)")
