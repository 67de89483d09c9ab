"""Chips that narrow the contact list: how far it has come, who stands out, and the tags that most people have."""

from __future__ import annotations

from dataclasses import dataclass

from infoview_desktop.domain.contact_filter import stage_facet, tag_facet
from infoview_desktop.domain.stage import Stage
from infoview_desktop.store.reads.facet_counts import FacetCounts, facet_counts
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.reads.tags import TagCount, most_used
from infoview_desktop.ui.controls.facet_chips import FacetChips

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


class ContactChips(FacetChips):
    """A chip for each facet worth offering."""

    def offer(self, what: Offered, typed: str) -> None:
        """Show other chips; `typed` is what stands in the filter."""
        words = (self.tr("To ask"), self.tr("Waiting"), self.tr("Scheduled"), self.tr("Keep in touch"))
        stages = zip(_OFFERED_STAGES, words, strict=True)
        facets = [
            *((stage_facet(stage), text, what.counts.stages.get(stage, 0)) for stage, text in stages),
            ("is:shortlist", self.tr("Short list"), what.counts.short_list),
            (NEW_JOBS, self.tr("New jobs"), what.counts.new_jobs),
            *((tag_facet(tag.name), tag.name, tag.people) for tag in what.tags),
        ]
        self.offer_facets(facets, typed)
