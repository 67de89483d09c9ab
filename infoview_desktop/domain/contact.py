"""A person in the book."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Source(StrEnum):
    """How a contact was found; the values are stored and exported."""

    NONE = ""
    LINKEDIN = "linkedin"
    ALUMNI = "alumni"
    FRIEND = "friend"
    EVENT = "event"
    REFERRAL = "referral"
    SEARCH = "search"


def full_name(given_name: str, family_name: str) -> str:
    """The name as it is shown and sorted: given name first."""
    return f"{given_name} {family_name}".strip()


def with_credentials(name: str, credentials: str) -> str:
    """A name with what follows it: `Bo Chen, PhD`."""
    return f"{name}, {credentials}" if credentials else name


@dataclass(frozen=True, slots=True)
class Contact:
    """Everything known of one person; empty text where nothing is known.

    `linkedin` is the decoded slug of their LinkedIn address; `connected_on` is `YYYY-MM-DD`.
    """

    id: int
    given_name: str
    family_name: str
    credentials: str
    position: str
    organization: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    tags: tuple[str, ...]
    linkedin: str
    connected_on: str
    source: Source

    @property
    def name(self) -> str:
        """Given and family name."""
        return full_name(self.given_name, self.family_name)

    @property
    def display_name(self) -> str:
        """Given and family name, then the credentials."""
        return with_credentials(self.name, self.credentials)


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One contact as a list shows it; `tags` are joined with a comma and a space."""

    id: int
    given_name: str
    family_name: str
    credentials: str
    position: str
    organization: str
    tags: str
    connected_on: str
    source: str

    @property
    def name(self) -> str:
        """Given and family name, then the credentials."""
        return with_credentials(full_name(self.given_name, self.family_name), self.credentials)
