"""A card: one person as an address book's vCard tells of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid5

from infoview_desktop.domain.contact import LISTS
from infoview_desktop.domain.text import folded

_OURS = UUID("6f6e1d2c-8a0b-5c57-9d0e-3b1f5a7c2e94")
"""The space in which this program gives identities to people and cards that have none."""

_URN = "urn:uuid:"


@dataclass(frozen=True, slots=True)
class Card:
    """One person as a vCard tells of them; a text is "" where the card says nothing.

    Texts and lists are named as the contact's, and mean the same. `line` is the physical line, from 1, at which
    the card starts in its file; `uid` what the card calls itself; `referrer` the uid of who led to the person;
    `photo` a small square JPEG.
    """

    line: int = 0
    uid: str = ""
    given_name: str = ""
    middle_name: str = ""
    family_name: str = ""
    suffix: str = ""
    credentials: str = ""
    pronouns: str = ""
    position: str = ""
    seniority: str = ""
    organization: str = ""
    location: str = ""
    time_zone: str = ""
    linkedin: str = ""
    connected_on: str = ""
    in_touch_on: str = ""
    source: str = ""
    referrer: str = ""
    remarks: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    past_employers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    photo: bytes = b""

    @property
    def folded_name(self) -> str:
        """The whole name as it is compared: without case and accents."""
        parts = (self.given_name, self.middle_name, self.family_name, self.suffix)
        return folded(" ".join(part for part in parts if part))


TEXTS = (
    "given_name",
    "middle_name",
    "family_name",
    "suffix",
    "credentials",
    "pronouns",
    "position",
    "seniority",
    "organization",
    "location",
    "time_zone",
    "linkedin",
    "connected_on",
    "in_touch_on",
    "source",
    "remarks",
)
"""What a card and a contact both have one of."""

_SAME_NUMBER = 7  # digits that make two numbers one, with the country's code or without


def same_in_list(name: str, value: str) -> str:
    """What two values of one of `LISTS` have in common if they are the same: `+34 600 12` is `0034-60012`."""
    if name == "phones":
        digits = "".join(filter(str.isdigit, value))
        return digits[-9:] if len(digits) >= _SAME_NUMBER else digits or value
    if name == "links":
        return value.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return value.casefold()


def united(name: str, present: tuple[str, ...], told: tuple[str, ...]) -> tuple[str, ...]:
    """One of `LISTS` with what is told beside what is present; what is present comes first, and once."""
    known = {same_in_list(name, value) for value in present}
    every = list(present)
    for value in told:
        if (key := same_in_list(name, value)) not in known:
            known.add(key)
            every.append(value)
    return tuple(every)


def joined(card: Card, other: Card) -> Card:
    """One card of two that tell of the same person: of the first, and what only the other says."""
    texts: dict[str, Any] = {name: getattr(other, name) for name in (*TEXTS, "referrer") if not getattr(card, name)}
    lists: dict[str, Any] = {name: united(name, getattr(card, name), getattr(other, name)) for name in LISTS}
    return replace(card, **texts, **lists, photo=card.photo or other.photo)


def uid_of_contact(contact_id: int, created_at: str) -> str:
    """What the card of a contact is called that never had a name of its own; always the same."""
    return f"{_URN}{uuid5(_OURS, f'contact {contact_id} of {created_at}')}"


def uid_of_text(text: str) -> str:
    """What a card is called that has no name of its own, by what it says: the same text is the same card."""
    return f"{_URN}{uuid5(_OURS, text)}"


def same_uid(uid: str) -> str:
    """What two ways of writing one UID have in common."""
    return uid.casefold().removeprefix(_URN)
