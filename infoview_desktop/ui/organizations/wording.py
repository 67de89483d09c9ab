"""Words of this view that stand in more than one place."""

from __future__ import annotations

from infoview_desktop.domain.organization import Kind, OrganizationLine
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.wording import said

_KINDS = {
    Kind.COMPANY: Phrase("Company"),
    Kind.STARTUP: Phrase("Start-up"),
    Kind.NONPROFIT: Phrase("Nonprofit"),
    Kind.FOUNDATION: Phrase("Foundation"),
    Kind.PUBLIC: Phrase("Public body"),
    Kind.INTERNATIONAL: Phrase("International organization"),
    Kind.UNIVERSITY: Phrase("University"),
}
_NOT_KNOWN = Phrase("Not known")


def kind_text(kind: str) -> str:
    """What sort of organization it is, in the user's language; "" where that is not known."""
    return said(_KINDS[Kind(kind)]) if kind in _KINDS else ""


def kinds() -> list[tuple[str, str]]:
    """Every sort with its words."""
    return [(each.value, kind_text(each) or said(_NOT_KNOWN)) for each in Kind]


def people_text(count: int) -> str:
    """How many people are known somewhere."""
    return said(Phrase.counted("{count} person", "{count} people", count)) if count else said(Phrase("nobody yet"))


def line_text(line: OrganizationLine) -> str:
    """What a list says below the name."""
    return " · ".join(text for text in (kind_text(line.kind), line.city, people_text(line.people)) if text)
