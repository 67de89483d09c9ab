"""Who is the same person: the rows of one export set against each other and against the contacts in the book.

In this order: the slug of the profile; the e-mail address; the full name together with the day of connecting,
which never changes. The name alone never: one name in a hundred occurs twice and means two people. Where a
rule points to several people it is no evidence, and nothing is guessed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from operator import attrgetter
from typing import TypeAlias

from infoview_desktop.domain.cancelled import until_cancelled
from infoview_desktop.domain.connection import Connection
from infoview_desktop.domain.known_contact import Imported, Known, values_of
from infoview_desktop.domain.text import clean


class Standing(Enum):
    """What a row is that is not the row of a contact in the book."""

    NEW = auto()
    DUPLICATE = auto()  # the same person again within this file


Match: TypeAlias = Known | Standing


def match(
    connections: Sequence[Connection], known: Iterable[Known], cancelled: Callable[[], bool]
) -> list[Match]:
    """Give for each row the contact it tells of, or its standing; no contact is given for two rows.

    Two different slugs in one file are never one person. A slug that is new to the book may still be that of
    a contact whose own slug is not in the file: members may change their address. A row without a slug joins
    whoever has its e-mail address, or its name and day, in the book or in the file.

    A row with neither slug nor address nor day is known again only where it is, value for value, what was
    last imported; otherwise each import of an old file would add its people anew.

    Raises:
        Cancelled: Once `cancelled` says so.
    """
    matching = _Matching(connections, known, cancelled)
    new_slugs, without_slug = matching.match_slugs()
    if new_slugs or without_slug:
        matching.look_up(new_slugs + without_slug)
        matching.match_new_slugs(new_slugs)
    if without_slug:
        matching.match_without_slugs(new_slugs, without_slug)
    return matching.matches


@dataclass(eq=False, slots=True)
class _Person:
    """Somebody in the book, in the file, or in both."""

    known: Known | None
    row: Connection | None = None


class _Rule(IntEnum):
    """By what a person may be known again, where the slug says nothing; strongest first."""

    FORMER_SLUG = 0
    EMAIL = 1
    NAME_AND_DAY = 2


_Key: TypeAlias = tuple[str, ...]
_NO_KEY: _Key = ()


_identity = attrgetter("linkedin", "email", "given_name", "family_name", "connected_on")


def _keys(source: Connection | Known | Imported) -> tuple[_Key, _Key, _Key]:
    """Give a key for each rule, in the order of `_Rule`."""
    name = clean(f"{source.given_name} {source.family_name}")[0].casefold()
    return (
        ("slug", source.linkedin) if source.linkedin else _NO_KEY,
        _email_key(source.email),
        ("name and day", name, source.connected_on) if name and source.connected_on else _NO_KEY,
    )


def _email_key(address: str) -> _Key:
    return ("email", address.casefold()) if address else _NO_KEY


_CROWD = 64
"""So many people with one address, or one name and day, are no evidence for any of them."""


class _Directory:
    """The people whom a key may mean; keeps only the keys that somebody will ask for."""

    def __init__(self, wanted: Iterable[_Key]) -> None:
        self._people: dict[_Key, list[_Person]] = {key: [] for key in wanted if key}

    def add(self, person: _Person, keys: Iterable[_Key]) -> None:
        for key in keys:
            people = self._people.get(key)
            if people is not None and len(people) < _CROWD and person not in people:
                people.append(person)

    def people(self, key: _Key) -> Sequence[_Person]:
        people = self._people.get(key, ())
        return people if len(people) < _CROWD else ()


class _Matching:
    """The work of `match`, rule by rule; rows are named by their place in the file's sequence."""

    def __init__(
        self, connections: Sequence[Connection], known: Iterable[Known], cancelled: Callable[[], bool]
    ) -> None:
        self._rows = connections
        self._people = [_Person(contact) for contact in known]
        self._cancelled = cancelled
        self._slugs = {row.linkedin for row in connections if row.linkedin}
        self._keys: dict[int, tuple[_Key, _Key, _Key]] = {}
        self._directory = _Directory(())
        self.matches: list[Match] = [Standing.NEW] * len(connections)

    def match_slugs(self) -> tuple[list[int], list[int]]:
        """Match the rows whose slug a contact has; give those with a new slug, and those without one."""
        holders = self._holders_of_slugs()
        seen: set[str] = set()
        new_slugs: list[int] = []
        without_slug: list[int] = []
        for at, row in enumerate(until_cancelled(self._rows, self._cancelled)):
            slug = row.linkedin
            if not slug:
                without_slug.append(at)
            elif slug in seen:
                self.matches[at] = Standing.DUPLICATE
            elif (person := holders.get(slug)) is not None:
                self._settle(at, person)
                seen.add(slug)
            else:
                new_slugs.append(at)
                seen.add(slug)
        return new_slugs, without_slug

    def _holders_of_slugs(self) -> dict[str, _Person]:
        """Should two contacts hold one slug, the first of those not in the trash is the holder."""
        holders: dict[str, _Person] = {}
        for person in until_cancelled(self._people, self._cancelled):
            contact = person.known
            if contact is None or not contact.linkedin:
                continue
            holder = holders.setdefault(contact.linkedin, person).known
            if holder is not None and holder.trashed and not contact.trashed:
                holders[contact.linkedin] = person
        return holders

    def look_up(self, rows: Iterable[int]) -> None:
        """Prepare to find the people of these rows by what the book says of them, and what LinkedIn said."""
        self._keys = {at: _keys(self._rows[at]) for at in until_cancelled(rows, self._cancelled)}
        self._directory = _Directory(key for keys in self._keys.values() for key in keys)
        for person in until_cancelled(self._people, self._cancelled):
            contact = person.known
            if contact is None:
                continue
            self._directory.add(person, _keys(contact))
            self._directory.add(person, map(_email_key, contact.other_emails))
            if contact.imported is not None and _identity(contact.imported) != _identity(contact):
                self._directory.add(person, _keys(contact.imported))

    def match_new_slugs(self, new_slugs: Sequence[int]) -> None:
        """Match a new slug with the one contact whose address it may be, if no other new slug may be that."""
        remaining: Sequence[int] = new_slugs
        for rule in _Rule:
            claims: dict[_Person, list[int]] = {}
            for at in until_cancelled(remaining, self._cancelled):
                able = [
                    who for who in self._directory.people(self._keys[at][rule]) if self._may_have_moved(who)
                ]
                if len(able) == 1:
                    claims.setdefault(able[0], []).append(at)
            for person, rows in claims.items():
                if len(rows) == 1:
                    self._settle(rows[0], person)
            remaining = [at for at in remaining if self.matches[at] is Standing.NEW]

    def _may_have_moved(self, person: _Person) -> bool:
        return person.row is None and person.known is not None and person.known.linkedin not in self._slugs

    def match_without_slugs(self, new_slugs: Iterable[int], without_slug: Sequence[int]) -> None:
        """Match the rows without a slug, those first whose e-mail address decides."""
        self._add_rows_with_slugs(new_slugs)
        for at in until_cancelled(without_slug, self._cancelled):
            if person := self._decide(at, _Rule.EMAIL):
                self._join(at, person)
        records = self._imported_records()
        for at in until_cancelled(without_slug, self._cancelled):
            if self.matches[at] is not Standing.NEW:
                continue
            person = self._decide(at, _Rule.EMAIL) or self._decide(at, _Rule.NAME_AND_DAY)
            if person is None and not any(self._keys[at]):
                alike = records.get(values_of(self._rows[at]))
                person = alike.pop() if alike else None
            self._join(at, person or _Person(None))

    def _add_rows_with_slugs(self, new_slugs: Iterable[int]) -> None:
        for person in until_cancelled(self._people, self._cancelled):
            if person.row is not None:
                self._directory.add(person, _keys(person.row))
        for at in until_cancelled(new_slugs, self._cancelled):
            if self.matches[at] is Standing.NEW:
                self._directory.add(_Person(None, self._rows[at]), self._keys[at])

    def _imported_records(self) -> dict[Sequence[str], list[_Person]]:
        """The contacts whom no rule can find, under all that was imported of them; the first one last."""
        records: dict[Sequence[str], list[_Person]] = {}
        for person in until_cancelled(reversed(self._people), self._cancelled):
            contact = person.known
            if contact is not None and contact.imported is not None and not any(_keys(contact.imported)):
                records.setdefault(values_of(contact.imported), []).append(person)
        return records

    def _decide(self, at: int, rule: _Rule) -> _Person | None:
        """Find the one person whom the rule means by a row without a slug.

        Of several, it is the one who was imported from this very record, else the only one of whom no other
        row tells.
        """
        row = self._rows[at]
        able: Sequence[_Person] = self._directory.people(self._keys[at][rule])
        if rule is _Rule.NAME_AND_DAY:
            able = [person for person in able if not _told_apart(person.row, row)]
        if len(able) <= 1:
            return able[0] if able else None
        values = values_of(row)
        exact = [
            who
            for who in able
            if who.known and who.known.imported and values_of(who.known.imported) == values
        ]
        free = [person for person in exact or able if person.row is None]
        if exact:
            return (free or exact)[0]
        return free[0] if len(free) == 1 else None

    def _join(self, at: int, person: _Person) -> None:
        if person.row is None:
            self._settle(at, person)
            self._directory.add(person, self._keys[at])
        else:
            self.matches[at] = Standing.DUPLICATE

    def _settle(self, at: int, person: _Person) -> None:
        """From now on this row of the file is the person's."""
        person.row = self._rows[at]
        self.matches[at] = person.known or Standing.NEW


def _told_apart(one: Connection | None, other: Connection) -> bool:
    """Two rows of one file with different addresses are two people, though they share a name and a day."""
    return (
        one is not None
        and "" not in {one.email, other.email}
        and one.email.casefold() != other.email.casefold()
    )
