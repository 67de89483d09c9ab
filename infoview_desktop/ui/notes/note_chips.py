"""Chips that narrow the list of notes: the #tags that most of them have."""

from __future__ import annotations

from collections.abc import Sequence

from infoview_desktop.domain.contact_filter import tag_facet
from infoview_desktop.store.reads.note_lists import NoteTag
from infoview_desktop.ui.controls.facet_chips import FacetChips


class NoteChips(FacetChips):
    """A chip for each tag worth offering."""

    def offer(self, tags: Sequence[NoteTag], typed: str) -> None:
        """Show other tags; `typed` is what stands in the filter."""
        self.offer_facets([(tag_facet(tag.name), f"#{tag.name}", tag.notes) for tag in tags], typed)
