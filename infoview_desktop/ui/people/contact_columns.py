"""The columns of the contact list, as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from infoview_desktop.domain.contact import ContactLine, Seniority, Source
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.stages import StageMark, stage_mark
from infoview_desktop.ui.wording import date_text, said

_SOURCES = {
    Source.LINKEDIN: Phrase("LinkedIn"),
    Source.ALUMNI: Phrase("Alumni"),
    Source.FRIEND: Phrase("Friend"),
    Source.EVENT: Phrase("Event"),
    Source.REFERRAL: Phrase("Referral"),
    Source.SEARCH: Phrase("Search"),
}


_SENIORITIES = {
    Seniority.ENTRY: Phrase("Entry level"),
    Seniority.EXPERIENCED: Phrase("Experienced"),
    Seniority.SENIOR: Phrase("Senior"),
    Seniority.LEAD: Phrase("Team lead or manager"),
    Seniority.DIRECTOR: Phrase("Director or head"),
    Seniority.EXECUTIVE: Phrase("Executive or founder"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its heading, its text, its width at first.

    The name is what the search index calls it where the list can be `sorted` by it. `shown` tells whether it is
    there at first.
    """

    name: str
    heading: Phrase
    text: Callable[[ContactLine], str]
    width: int
    shown: bool = True
    sorted: bool = True

    @property
    def title(self) -> str:
        """The heading in the user's language."""
        return said(self.heading)


def line_mark(line: ContactLine) -> StageMark:
    """How far it has come with somebody."""
    return stage_mark(line.stage, line.since, line.due_on)


def source_text(source: str) -> str:
    """How a contact was found, in the user's language."""
    return said(_SOURCES[Source(source)]) if source else ""


def seniority_text(seniority: str) -> str:
    """How far up somebody works, in the user's language."""
    return said(_SENIORITIES[Seniority(seniority)]) if seniority else ""


COLUMNS = (
    Column("name", Phrase("Name"), lambda line: line.name, 220),
    Column("position", Phrase("Position"), lambda line: line.position, 210),
    Column("organization", Phrase("Organization"), lambda line: line.organization, 190),
    Column("stage", Phrase("Stage"), lambda line: line_mark(line).text, 110),
    Column("tags", Phrase("Tags"), lambda line: line.tags, 130),
    Column(
        "connected_on",
        Phrase("Connected on"),
        lambda line: date_text(line.connected_on),
        125,
    ),
    Column("source", Phrase("How found"), lambda line: source_text(line.source), 100),
    Column("email", Phrase("E-mail"), lambda line: line.email, 180, shown=False),
    Column("phone", Phrase("Phone"), lambda line: line.phone, 130, shown=False, sorted=False),
    Column("location", Phrase("Location"), lambda line: line.location, 130, shown=False),
    Column("seniority", Phrase("Seniority"), lambda line: seniority_text(line.seniority), 130, shown=False),
    Column("in_touch_on", Phrase("Last touch"), lambda line: date_text(line.in_touch_on), 125, shown=False),
    Column("referrer", Phrase("Referred by"), lambda line: line.referrer, 150, shown=False, sorted=False),
    Column("before", Phrase("Before"), lambda line: line.before, 200, shown=False, sorted=False),
)
"""What the list shows of a contact, in this order at first."""

NEWEST_FIRST = frozenset({"connected_on", "in_touch_on"})
"""The columns of dates: of these one wants to see the newest first."""
