"""What a person types to find notes: words, and facets such as `tag:sql on:ana at:oxfam is:free`."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from infoview_desktop.domain.contact_filter import Term, parse

_FACETS = MappingProxyType(
    {
        "tag": "tags",
        "on": "people",
        "with": "people",
        "name": "people",
        "at": "organization",
        "company": "organization",
        "organization": "organization",
        "org": "organization",
        "is": "about",
    }
)


class Kind(StrEnum):
    """What a note is about; the values are what one types after `is:`."""

    FREE = "free"
    PERSON = "person"
    ORGANIZATION = "organization"
    INTERVIEW = "interview"


def parse_notes(typed: str) -> tuple[Term, ...]:
    """Read what was typed to find notes into terms, all of which must be found."""
    return parse(typed, _FACETS)


def kind_facet(kind: Kind) -> str:
    """What to type to see the notes of one kind."""
    return f"is:{kind}"
