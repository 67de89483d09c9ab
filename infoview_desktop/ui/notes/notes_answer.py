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
    """A listing, one page of it, and where the selected note stands in it.

    `selected_exists` tells whether the book has it still; `total` is how many there are in all. `tags` are those
    that most notes have; None where nobody asked.
    """

    listing: Listing
    page: int
    lines: Sequence[NoteLine]
    selected: int | None
    selected_exists: bool
    place: int | None
    total: int
    tags: Sequence[NoteTag] | None


def answer(reader: Reader, *, typed: str, page: int, selected: int | None, tags: bool) -> Answer:
    """List the notes that match what is typed."""
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
        note_lists.listing(reader).total if listing.terms else listing.total,
        note_lists.most_used_tags(reader, limit=_TAGS) if tags else None,
    )
