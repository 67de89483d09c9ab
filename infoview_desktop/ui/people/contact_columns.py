"""The columns of the contact list, as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from infoview_desktop.domain.contact import ContactLine, Source
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.wording import date_text, said

_SOURCES = {
    Source.LINKEDIN: Phrase("LinkedIn"),
    Source.ALUMNI: Phrase("Alumni"),
    Source.FRIEND: Phrase("Friend"),
    Source.EVENT: Phrase("Event"),
    Source.REFERRAL: Phrase("Referral"),
    Source.SEARCH: Phrase("Search"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what the search index calls it, its heading, its text, its width at first."""

    name: str
    heading: Phrase
    text: Callable[[ContactLine], str]
    width: int

    @property
    def title(self) -> str:
        """The heading in the user's language."""
        return said(self.heading)


def source_text(source: str) -> str:
    """How a contact was found, in the user's language."""
    return said(_SOURCES[Source(source)]) if source else ""


COLUMNS = (
    Column("name", Phrase("Name"), lambda line: line.name, 220),
    Column("position", Phrase("Position"), lambda line: line.position, 210),
    Column("organization", Phrase("Organization"), lambda line: line.organization, 190),
    Column("tags", Phrase("Tags"), lambda line: line.tags, 130),
    Column(
        "connected_on",
        Phrase("Connected on"),
        lambda line: date_text(line.connected_on),
        125,
    ),
    Column("source", Phrase("How found"), lambda line: source_text(line.source), 100),
)
"""What the list shows of a contact, and can be sorted by, in this order."""
