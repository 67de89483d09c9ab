"""Who is the same person: the cards of one file set against each other and against the contacts in the book.

In this order: what the card calls itself; the LinkedIn profile; any e-mail address; the full name together with
a telephone number; the full name together with the organization. The name alone never. Where a rule points to
several people it is no evidence, unless only one of them has the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from infoview_desktop.domain.cancelled import until_cancelled
from infoview_desktop.domain.card import Card, joined, same_in_list, same_uid
from infoview_desktop.domain.text import folded


class _Rule(IntEnum):
    """By what a person may be known again; strongest first."""

    UID = 0
    SLUG = 1
    EMAIL_AND_NAME = 2
    EMAIL = 3
    NAME_AND_PHONE = 4
    NAME_AND_ORGANIZATION = 5


_Key = tuple[str, ...]
_Keys = tuple[tuple[_Rule, _Key], ...]

_CROWD = 64
"""So many people with one address, or one name and number, are no evidence for any of them."""


def _keys(card: Card) -> Iterator[tuple[_Rule, _Key]]:
    name = card.folded_name
    if card.uid:
        yield _Rule.UID, ("uid", same_uid(card.uid))
    if card.linkedin:
        yield _Rule.SLUG, ("slug", card.linkedin)
    for email in card.emails:
        yield _Rule.EMAIL, ("email", email.casefold())
    for phone in card.phones:
        yield _Rule.NAME_AND_PHONE, ("phone", name, same_in_list("phones", phone))
    if card.organization:
        yield _Rule.NAME_AND_ORGANIZATION, ("organization", name, folded(card.organization))


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A contact in the book, as an import of cards has to know it.

    Attributes:
        contact_id: Its key in the book.
        card: The card that would be written of it; without the photo.
        uid: What another address book called it, "" for nothing.
        has_photo: Whether it has a photo.
        trashed: Whether it is in the trash.
        merged_into: The contact that it was merged into, if it was.
    """

    contact_id: int
    card: Card
    uid: str
    has_photo: bool
    trashed: bool
    merged_into: int | None


@dataclass(eq=False, slots=True)
class Someone:
    """One person of a file: the first card that tells of them, with what the others add, and the others."""

    card: Card
    again: list[Card] = field(default_factory=list)


def people_of(cards: Iterable[Card], cancelled: Callable[[], bool]) -> list[Someone]:
    """Join the cards of one file that tell of the same person.

    Raises:
        Cancelled: Once `cancelled` says so.
    """
    people: list[Someone] = []
    directory: dict[_Key, list[Someone]] = {}
    for card in until_cancelled(cards, cancelled):
        keys = tuple(_keys(card))
        # A profile is one person's, whatever else somebody's cards are called by.
        by_profile_first = sorted(keys, key=lambda one: one[0] is not _Rule.SLUG)
        told = (
            person
            for rule, key in by_profile_first
            for person in directory.get(key, ())
            if _is_told_of(rule, person.card, card)
        )
        someone = next(told, None)
        if someone is None:
            someone = Someone(card)
            people.append(someone)
        else:
            someone.again.append(card)
            someone.card = joined(someone.card, card)
        for _, key in keys:
            entry = directory.setdefault(key, [])
            if len(entry) < _CROWD and someone not in entry:
                entry.append(someone)
    return people


def _is_told_of(rule: _Rule, one: Card, other: Card) -> bool:
    """Whether two cards that have something in common are of one person, by what else they say.

    In one file somebody keeps apart whom they know: an address that two names share is that of an office or a
    couple, two namesakes in one organization have addresses of their own, and some programs call all cards the same.
    """
    if one.linkedin and other.linkedin and one.linkedin != other.linkedin:
        return False
    if rule in {_Rule.UID, _Rule.EMAIL}:
        return _are_alike(one.folded_name, other.folded_name)
    if rule is _Rule.NAME_AND_ORGANIZATION and one.emails and other.emails:
        return bool({email.casefold() for email in one.emails} & {email.casefold() for email in other.emails})
    return True


def _are_alike(one: str, other: str) -> bool:
    """Whether two names may be one, shortened: `a. ruiz` and `ana maria ruiz`."""
    if "@" in one + other:
        return True  # an address in the place of a name
    short, long = sorted((one.replace(".", " ").split(), other.replace(".", " ").split()), key=len)
    return all(any(word.startswith(part) or part.startswith(word) for word in long) for part in short)


def match(
    people: Sequence[Someone], known: Iterable[KnownPerson], cancelled: Callable[[], bool]
) -> list[KnownPerson | None]:
    """Give for each person of a file the contact whom they are; none is given for two of them.

    Raises:
        Cancelled: Once `cancelled` says so.
    """
    keys = [tuple(_keys(person.card)) for person in until_cancelled(people, cancelled)]
    contacts = _Contacts({key for own in keys for _, key in own}, until_cancelled(known, cancelled))
    matches: list[KnownPerson | None] = [None] * len(people)
    for rule in _Rule if contacts.anybody else ():
        for at, person in enumerate(until_cancelled(people, cancelled)):
            if matches[at] is None:
                matches[at] = contacts.take(rule, keys[at], person.card)
    for at, person in enumerate(people if contacts.anybody else ()):
        if matches[at] is None:
            matches[at] = contacts.take_merged(keys[at], person.card)
    return matches


class _Contacts:
    """The contacts in the book, by the keys that somebody will ask for."""

    def __init__(self, wanted: set[_Key], known: Iterable[KnownPerson]) -> None:
        self._by_id: dict[int, KnownPerson] = {}
        self._found: dict[_Key, list[KnownPerson]] = {}
        self._taken: set[int] = set()
        self._merged: list[KnownPerson] = []
        for contact in known:
            self._by_id[contact.contact_id] = contact
            if contact.merged_into is not None:
                self._merged.append(contact)
            called = [("uid", same_uid(contact.uid))] if contact.uid else []
            for key in (*called, *(key for _, key in _keys(contact.card))):
                if key in wanted:
                    self._found.setdefault(key, []).append(contact)

    @property
    def anybody(self) -> bool:
        return bool(self._found)

    def take(self, rule: _Rule, keys: _Keys, card: Card) -> KnownPerson | None:
        """Give the one contact whom a rule means, who is nobody else's from then on."""
        asked = _Rule.EMAIL if rule is _Rule.EMAIL_AND_NAME else rule
        for _, key in (one for one in keys if one[0] is asked):
            found = self._found.get(key, ())
            contact = self._one_of(rule, found, card) if len(found) < _CROWD else None
            if contact is not None:
                self._taken.add(contact.contact_id)
                return contact
        return None

    def take_merged(self, keys: _Keys, card: Card) -> KnownPerson | None:
        """Give somebody who was merged into a contact of whom another card tells; the two are one in the book alone."""
        for rule, key in keys if self._merged else ():
            for contact in self._found.get(key, ()):
                survivor = self._survivor(contact)
                for merged in self._merged_into(survivor):
                    known = (merged.card.folded_name, survivor.card.folded_name)
                    if rule is not _Rule.EMAIL or any(_are_alike(name, card.folded_name) for name in known):
                        self._taken.add(merged.contact_id)
                        return merged
        return None

    def _merged_into(self, survivor: KnownPerson) -> list[KnownPerson]:
        """Who turned out to be this contact, and is nobody else's yet."""
        return [
            contact
            for contact in self._merged
            if contact.contact_id not in self._taken and self._survivor(contact) is survivor
        ]

    def _one_of(self, rule: _Rule, found: Sequence[KnownPerson], card: Card) -> KnownPerson | None:
        present = {contact.contact_id: contact for contact in map(self._survivor, found)}
        able = [
            contact
            for contact in present.values()
            if contact.contact_id not in self._taken and _may_be(rule, contact.card, card)
        ]
        able = [contact for contact in able if not contact.trashed] or able
        if len(able) > 1:
            able = [contact for contact in able if contact.card.folded_name == card.folded_name]
        return able[0] if len(able) == 1 else None

    def _survivor(self, contact: KnownPerson) -> KnownPerson:
        """Who somebody has become, where they were merged into another."""
        seen = {contact.contact_id}
        while contact.merged_into in self._by_id and contact.merged_into not in seen:
            contact = self._by_id[contact.merged_into]
            seen.add(contact.contact_id)
        return contact


def _may_be(rule: _Rule, known: Card, card: Card) -> bool:
    """Whether a contact may be the person of a card, by what else is known."""
    if rule is _Rule.EMAIL_AND_NAME:
        return _are_alike(known.folded_name, card.folded_name)
    by_name = rule in {_Rule.NAME_AND_PHONE, _Rule.NAME_AND_ORGANIZATION}
    return not (by_name and known.linkedin and card.linkedin and known.linkedin != card.linkedin)
