"""What the list of organizations asks the book, answered in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from infoview_desktop.domain.contact_filter import parse
from infoview_desktop.domain.organization import FACETS, OrganizationLine, Shown
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.target import ranked
from infoview_desktop.store.reads import organizations
from infoview_desktop.store.reads.organizations import Counts, Listing
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.reads.weights import changed_weights
from infoview_desktop.ui.controls.pages import PAGE


@dataclass(frozen=True, slots=True)
class Answer:
    """A listing, one page of it, and where the selected organization stands in it.

    `selected_exists` tells whether the book has it still; `counts` is None where nobody asked. `reasons` has
    why each of the targets stands where it does.
    """

    shown: Shown
    listing: Listing
    page: int
    lines: Sequence[OrganizationLine]
    selected: int | None
    selected_exists: bool
    place: int | None
    counts: Counts | None
    reasons: Mapping[int, Sequence[Phrase]]


def answer(
    reader: Reader,
    *,
    typed: str,
    shown: Shown,
    same: Sequence[int],
    page: int,
    selected: int | None,
    count: bool,
) -> Answer:
    """List organizations, as the filter and the chips have it; `same` are those that may be another one."""
    terms = parse(typed, FACETS)
    reasons: Mapping[int, Sequence[Phrase]] = {}
    match shown:
        case Shown.TARGETS:
            targets = ranked(organizations.targets(reader), changed_weights(reader))
            reasons = {one.target.organization_id: [reason.phrase for reason in one.reasons] for one in targets}
            listing = organizations.listing_of(reader, terms=terms, ids=tuple(reasons))
        case Shown.NOBODY:
            listing = organizations.listing_of(reader, terms=terms, ids=organizations.nobody_known(reader))
        case Shown.SEVERAL:
            listing = organizations.listing_of(reader, terms=terms, ids=organizations.several_known(reader))
        case Shown.SAME:
            listing = organizations.listing_of(reader, terms=terms, ids=tuple(same))
        case _:
            listing = organizations.listing(reader, terms=terms)
    place = None if selected is None else organizations.place(reader, listing, selected)
    page = min(page if place is None else place // PAGE, max(0, listing.total - 1) // PAGE)
    return Answer(
        shown,
        listing,
        page,
        organizations.page(reader, listing, offset=page * PAGE, limit=PAGE),
        selected,
        bool(selected is not None and organizations.name_of(reader, selected)),
        place,
        organizations.counts(reader) if count else None,
        reasons,
    )
