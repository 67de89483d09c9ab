"""What the list of notes asks the book, answered in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infoview_desktop.domain.note_filter import parse_notes
from infoview_desktop.store.reads import note_lists
from infoview_desktop.store.reads.note_lists import Listing, NoteLine, NoteTag
from infoview_desktop.store.reads.reader import Reader

PAGE = 16
"""Lines; about as many as are in sight, so that no sentence is looked for that nobody sees."""

_TAGS = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """The notes that match, and of them a page; `place` is where the selected one stands, if that is known.

    To count many of them takes longer than to find the first, so that the listing's total may be only what was read.
    `selected_exists` tells whether the book has the selected note still. `tags` are those that most notes have; None
    where nobody asked.
    """

    listing: Listing
    page: int
    lines: Sequence[NoteLine]
    selected: int | None
    selected_exists: bool
    place: int | None
    tags: Sequence[NoteTag] | None


def first(reader: Reader, *, typed: str, selected: int | None) -> Answer:
    """List the newest of the notes that match what is typed, and no more: it is asked at each key."""
    terms = parse_notes(typed)
    lines = note_lists.newest(reader, terms=terms, limit=PAGE)
    places = (place for place, line in enumerate(lines) if line.id == selected)
    listing = Listing(terms, len(lines))
    return Answer(listing, 0, lines, selected, True, next(places, None), None)


def all_of_it(reader: Reader, *, typed: str, page: int, selected: int | None) -> Answer:
    """List the notes that match what is typed, from a page on, and the tags to narrow them by."""
    listing = note_lists.listing(reader, terms=parse_notes(typed))
    place = None if selected is None else note_lists.place(reader, listing, selected)
    page = min(page, max(0, listing.total - 1) // PAGE)
    return Answer(
        listing,
        page,
        note_lists.page(reader, listing, offset=page * PAGE, limit=PAGE),
        selected,
        selected is not None and note_lists.line(reader, selected) is not None,
        place,
        note_lists.most_used_tags(reader, limit=_TAGS),
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many notes match, and how many there are in all."""

    listing: Listing
    total: int


def counts(reader: Reader, *, listing: Listing) -> Counts:
    """Count what was listed, and all there are."""
    everything = note_lists.listing(reader)
    return Counts(note_lists.listing(reader, terms=listing.terms) if listing.terms else everything, everything.total)
