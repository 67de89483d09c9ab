"""An organization in the book."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """What sort of organization it is; the values are stored and exported."""

    NONE = ""
    COMPANY = "company"
    STARTUP = "startup"
    NONPROFIT = "nonprofit"
    FOUNDATION = "foundation"
    PUBLIC = "public"
    INTERNATIONAL = "international"
    UNIVERSITY = "university"


@dataclass(frozen=True, slots=True)
class Organization:
    """Everything known of one organization; empty text where nothing is known.

    `target` tells whether the user wants to work there, `motivation` how much (0 to 3), `openings` how many they
    have seen there. `other_names` are those under which an import may speak of it; `people` is how many of the
    people in the book work there.
    """

    id: int
    name: str
    kind: Kind
    size: str
    industry: str
    city: str
    website: str
    phone: str
    mission: str
    remarks: str
    target: bool
    motivation: int
    openings: int
    other_names: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class OrganizationLine:
    """One organization as a list shows it."""

    id: int
    name: str
    kind: str
    city: str
    people: int
    target: bool


FACETS = MappingProxyType(
    {
        "name": "name",
        "kind": "kind",
        "industry": "industry",
        "city": "city",
        "in": "city",
    }
)
"""What a filter of organizations can be narrowed by, and the column of each: `kind:nonprofit city:lima`."""


class Shown(StrEnum):
    """Which organizations a list shows; the values are remembered with the window."""

    ALL = "all"
    TARGETS = "targets"
    NOBODY = "nobody"
    """Those nobody is known at yet."""
    SEVERAL = "several"
    """Those where several people are known, most of them first."""
    SAME = "same"
    """Those that may be the same as another."""


def comparable(name: str) -> str:
    """The name without regard to capitals and spaces: of two names that are equal so, there is one organization."""
    return " ".join(name.split()).casefold()


def web_address(website: str) -> str:
    """A website as an address to open; "" where it is no address of the web.

    What has no scheme is meant to be `https`.
    """
    address = website.strip()
    if not address or any(character.isspace() or character == "\\" for character in address):
        return ""
    scheme, separator, rest = address.partition("://")
    if not separator:
        host = address.partition("/")[0]
        return f"https://{address}" if "." in host.strip(".") and ":" not in host and "@" not in host else ""
    return address if scheme.lower() in {"http", "https"} and rest.strip("/") else ""
