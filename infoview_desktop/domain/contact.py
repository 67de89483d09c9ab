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


class Seniority(StrEnum):
    """How far up somebody works, lowest first; the values are stored and exported."""

    NONE = ""
    ENTRY = "entry"
    EXPERIENCED = "experienced"
    SENIOR = "senior"
    LEAD = "lead"
    DIRECTOR = "director"
    EXECUTIVE = "executive"

    @property
    def level(self) -> int:
        """Its place on the ladder, 1 for the lowest; 0 where it is not known."""
        return _LEVELS[self]


_LEVELS = {seniority: level for level, seniority in enumerate(Seniority)}


LISTS = ("emails", "phones", "links", "schools", "past_employers", "tags")
"""The fields of a contact that hold several values."""


def full_name(given_name: str, family_name: str, *, middle_name: str = "", suffix: str = "") -> str:
    """The name as it is shown and sorted: given name first."""
    return " ".join(part for part in (given_name, middle_name, family_name, suffix) if part)


def with_credentials(name: str, credentials: str) -> str:
    """A name with what follows it: `Bo Chen, PhD`."""
    return f"{name}, {credentials}" if credentials else name


def work(position: str, organization: str) -> str:
    """What somebody does and where, as it is shown under their name: `Analyst · Oxfam`."""
    return " · ".join(text for text in (position, organization) if text)


@dataclass(frozen=True, slots=True)
class Contact:
    """Everything known of one person; empty text where nothing is known.

    `linkedin` is the decoded slug of their LinkedIn address; `connected_on` and `in_touch_on`, when the two of
    you were last in touch, are `YYYY-MM-DD`; `time_zone` is an IANA name. `referrer` is the name of the contact
    `referrer_id`, who led to them.
    """

    id: int
    given_name: str
    middle_name: str
    family_name: str
    suffix: str
    credentials: str
    pronouns: str
    position: str
    seniority: Seniority
    organization_id: int | None
    organization: str
    location: str
    time_zone: str
    linkedin: str
    connected_on: str
    in_touch_on: str
    source: Source
    referrer_id: int | None
    referrer: str
    remarks: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    links: tuple[str, ...]
    schools: tuple[str, ...]
    past_employers: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def name(self) -> str:
        """All parts of the name, without what follows it."""
        return full_name(self.given_name, self.family_name, middle_name=self.middle_name, suffix=self.suffix)

    @property
    def display_name(self) -> str:
        """The name, then the credentials."""
        return with_credentials(self.name, self.credentials)


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One contact as a list shows it; `tags` are joined with a comma and a space.

    `email` and `phone` are the first of each. `listed` tells whether they are on the short list; `before` is
    what they did before a change of job that was not looked at yet. `stage` is one of `domain.stage`, or "", and
    `since` the moment they came to it (UTC, ISO 8601); `due_on` is the day by which the next has to be done
    with them, `YYYY-MM-DD`; that somebody else is to be asked does not count.
    """

    id: int
    given_name: str
    family_name: str
    name: str
    position: str
    organization: str
    tags: str
    location: str
    seniority: str
    email: str
    phone: str
    referrer: str
    connected_on: str
    in_touch_on: str
    source: str
    listed: bool
    before: str
    has_photo: bool
    stage: str
    since: str
    due_on: str
