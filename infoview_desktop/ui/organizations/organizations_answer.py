"""What the list of organizations asks the book, answered in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from infoview_desktop.domain.contact_filter import parse
from infoview_desktop.domain.organization import FACETS, OrganizationLine, Shown
from infoview_desktop.domain.organization_names import Spelling
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.target import ranked
from infoview_desktop.store.reads import organizations
from infoview_desktop.store.reads.organizations import Counts, Listing
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.ui.controls.pages import PAGE


@dataclass(frozen=True, slots=True)
class Answer:
    """A listing, one page of it, where the selected organization stands in it, and how many there are.

    `selected_exists` tells whether the book has it still. `below` has what is said below a name where that is
    not the usual: why it stands here.
    """

    shown: Shown
    listing: Listing
    page: int
    lines: Sequence[OrganizationLine]
    selected: int | None
    selected_exists: bool
    place: int | None
    counts: Counts
    below: Mapping[int, Sequence[Phrase]]


def answer(
    reader: Reader, *, typed: str, shown: Shown, spellings: Sequence[Spelling], page: int, selected: int | None
) -> Answer:
    """List organizations, as the filter and the chips have it."""
    terms = parse(typed, FACETS)
    below: Mapping[int, Sequence[Phrase]] = {}
    listing = organizations.listing(reader, terms=terms) if shown is Shown.ALL else Listing((), 0)
    match shown:
        case Shown.TARGETS:
            targets = ranked(organizations.targets(reader), organizations.weights(reader))
            below = {one.target.organization_id: [reason.phrase for reason in one.reasons] for one in targets}
            listing = organizations.listing_of(reader, terms=terms, ids=tuple(below))
        case Shown.NOBODY:
            listing = organizations.listing_of(reader, terms=terms, ids=organizations.nobody_known(reader))
        case Shown.SAME:
            below = whys(spellings)
            listing = organizations.listing_of(reader, terms=terms, ids=tuple(below))
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
        organizations.counts(reader),
        below,
    )


def whys(spellings: Sequence[Spelling]) -> dict[int, list[Phrase]]:
    """Each organization that may be another one, the most alike first, with the reason."""
    found: dict[int, list[Phrase]] = {}
    for spelling in spellings:
        for organization_id, other in zip(spelling.pair, reversed(spelling.names), strict=True):
            found.setdefault(organization_id, [Phrase("like {name}", {"name": other}), spelling.why])
    return found
