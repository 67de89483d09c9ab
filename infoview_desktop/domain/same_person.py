"""Who is the same person: the rows of one export set against each other and against the contacts in the book.

In this order: the slug of the profile; the e-mail address; the full name together with the day of connecting,
which never changes. The name alone never: one name in a hundred occurs twice and means two people. Where a
rule points to several people it is no evidence, and nothing is guessed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from operator import attrgetter
from typing import Generic, TypeAlias, TypeVar

from infoview_desktop.domain.cancelled import until_cancelled
from infoview_desktop.domain.connection import Connection
from infoview_desktop.domain.known_contact import Imported, Known, values_of
from infoview_desktop.domain.text import clean


class Standing(Enum):
    """What a row is that is not the row of a contact in the book."""

    NEW = auto()
    DUPLICATE = auto()  # the same person again within this file


Match: TypeAlias = Known | Standing


def match(connections: Sequence[Connection], known: Iterable[Known], cancelled: Callable[[], bool]) -> list[Match]:
    """Give for each row the contact it tells of, or its standing; no contact is given for two rows.

    Two different slugs in one file are never one person. A slug that is new to the book may still be that of
    a contact whose own slug is not in the file: members may change their address. A row without a slug joins
    whoever has its e-mail address, or its name and day, in the file or else in the book.

    First of all, a row without a slug is that of the contact who was last imported from the very same record:
    so even a row with neither address nor day is known again, and a file imported twice adds nobody twice.

    Raises:
        Cancelled: Once `cancelled` says so.
    """
    matching = _Matching(connections, known, cancelled)
    new_slugs, without_slug = matching.match_slugs()
    if without_slug:
        without_slug = matching.join_within_file(without_slug)
        matching.match_records(without_slug)
    if matching.anybody and (new_slugs or without_slug):
        matching.look_up(new_slugs + without_slug)
        for rule in _Rule:
            matching.match_new_slugs(new_slugs, rule)
            matching.match_without_slug(without_slug, rule)
    return matching.matches


class _Rule(IntEnum):
    """By what a person may be known again where the slug says nothing; strongest first."""

    FORMER_SLUG = 0
    EMAIL = 1
    NAME_AND_DAY = 2


_Key: TypeAlias = tuple[str, ...]
_Keys: TypeAlias = tuple[_Key, _Key, _Key]  # in the order of `_Rule`
_NO_KEY: _Key = ()

_identity = attrgetter("linkedin", "email", "given_name", "family_name", "connected_on")


def _keys(source: Connection | Known | Imported) -> _Keys:
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

_Who = TypeVar("_Who")


class _Directory(Generic[_Who]):
    """Those whom a key may mean; keeps only the keys that somebody will ask for."""

    def __init__(self, wanted: Iterable[_Keys]) -> None:
        self._wanted = {key for keys in wanted for key in keys if key}
        self._entries: dict[_Key, list[_Who]] = {}

    def add(self, who: _Who, keys: Iterable[_Key]) -> None:
        for key in keys:
            if key in self._wanted:
                entry = self._entries.setdefault(key, [])
                if len(entry) < _CROWD and who not in entry:
                    entry.append(who)

    def find(self, key: _Key) -> Sequence[_Who]:
        entry = self._entries.get(key, ())
        return entry if len(entry) < _CROWD else ()


@dataclass(eq=False, slots=True)
class _Person:
    """A contact in the book, and the row of the file that was found to tell of it."""

    known: Known
    row: Connection | None = None


class _Matching:
    """The work of `match`, rule by rule; rows are named by their place in the file's sequence."""

    def __init__(
        self, connections: Sequence[Connection], known: Iterable[Known], cancelled: Callable[[], bool]
    ) -> None:
        self._rows = connections
        self._people = [_Person(contact) for contact in known]
        self._cancelled = cancelled
        self._slugs = {row.linkedin for row in connections if row.linkedin}
        self._keys: dict[int, _Keys] = {}
        self._directory: _Directory[_Person] = _Directory(())
        self.matches: list[Match] = [Standing.NEW] * len(connections)

    @property
    def anybody(self) -> bool:
        """Whether there are contacts to match with at all."""
        return bool(self._people)

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
            else:
                seen.add(slug)
                holder = holders.get(slug)
                if holder is None:
                    new_slugs.append(at)
                else:
                    self._settle(at, holder)
        return new_slugs, without_slug

    def _holders_of_slugs(self) -> dict[str, _Person]:
        """Should two contacts hold one slug, the first of those not in the trash is the holder."""
        holders: dict[str, _Person] = {}
        for person in until_cancelled(self._people, self._cancelled):
            contact = person.known
            if contact.linkedin:
                holder = holders.setdefault(contact.linkedin, person)
                if holder.known.trashed and not contact.trashed:
                    holders[contact.linkedin] = person
        return holders

    def join_within_file(self, without_slug: Sequence[int]) -> list[int]:
        """Join rows without a slug to each other, else to the one with a slug; give those that stand alone.

        The file alone decides this: whatever is in the book, the same rows are the same people.
        """
        keys = self._keys_of(without_slug)
        with_slug: _Directory[int] = _Directory(keys.values())
        for at, row in enumerate(until_cancelled(self._rows, self._cancelled)):
            if row.linkedin and self.matches[at] is not Standing.DUPLICATE:
                with_slug.add(at, _keys(row))
        alone: _Directory[int] = _Directory(keys.values())
        standing_alone = []
        for at in until_cancelled(without_slug, self._cancelled):
            if self._is_told_of(at, keys[at], alone) or self._is_told_of(at, keys[at], with_slug):
                self.matches[at] = Standing.DUPLICATE
            else:
                alone.add(at, keys[at])
                standing_alone.append(at)
        return standing_alone

    def _is_told_of(self, at: int, keys: _Keys, others: _Directory[int]) -> bool:
        """Whether exactly one of the other rows tells of the person of this one."""
        row = self._rows[at]
        same_name = [who for who in others.find(keys[_Rule.NAME_AND_DAY]) if not _told_apart(self._rows[who], row)]
        return len(others.find(keys[_Rule.EMAIL])) == 1 or len(same_name) == 1

    def match_records(self, without_slug: Iterable[int]) -> None:
        """Match rows without a slug with contacts that were last imported from the very same record."""
        records: dict[Sequence[str], list[_Person]] = {}
        for person in until_cancelled(reversed(self._people), self._cancelled):
            imported = person.known.imported
            if imported is not None and not imported.linkedin and person.row is None:
                records.setdefault(values_of(imported), []).append(person)
        for at in until_cancelled(without_slug, self._cancelled):
            if alike := records.get(values_of(self._rows[at])):
                self._settle(at, alike.pop())

    def _keys_of(self, rows: Iterable[int]) -> dict[int, _Keys]:
        for at in until_cancelled(rows, self._cancelled):
            if at not in self._keys:
                self._keys[at] = _keys(self._rows[at])
        return self._keys

    def look_up(self, rows: Iterable[int]) -> None:
        """Prepare to find the people of these rows by what the book says of them, and what LinkedIn said."""
        self._directory = _Directory(self._keys_of(rows).values())
        for person in until_cancelled(self._people, self._cancelled):
            contact = person.known
            self._directory.add(person, _keys(contact))
            self._directory.add(person, map(_email_key, contact.other_emails))
            if contact.imported is not None and _identity(contact.imported) != _identity(contact):
                self._directory.add(person, _keys(contact.imported))

    def match_new_slugs(self, new_slugs: Iterable[int], rule: _Rule) -> None:
        """Match a new slug with the one contact whose address it may be, if no other new slug may be that."""
        claims: dict[_Person, list[int]] = {}
        for at, found in self._found(new_slugs, rule):
            able = _themselves(
                who for who in found if who.row is None and who.known.linkedin not in self._slugs and _has_own_row(who)
            )
            if len(able) == 1:
                claims.setdefault(able[0], []).append(at)
        for person, rows in claims.items():
            if len(rows) == 1:
                self._settle(rows[0], person)

    def match_without_slug(self, without_slug: Iterable[int], rule: _Rule) -> None:
        """Match the rows without a slug that stand alone."""
        for at, found in self._found(without_slug, rule):
            row = self._rows[at]
            free = _themselves(who for who in found if who.row is None)
            if len(free) == 1:
                self._settle(at, free[0])
            elif not free and rule is _Rule.EMAIL and any(_book_joins(who, row) for who in found):
                self.matches[at] = Standing.DUPLICATE

    def _found(self, rows: Iterable[int], rule: _Rule) -> Iterator[tuple[int, Sequence[_Person]]]:
        """Give the rows that are still nobody's, each with the people whom the rule means by it."""
        for at in until_cancelled(rows, self._cancelled):
            key = self._keys[at][rule]
            if key and self.matches[at] is Standing.NEW:
                yield at, self._directory.find(key)

    def _settle(self, at: int, person: _Person) -> None:
        """From now on this row is the one that tells of the person."""
        person.row = self._rows[at]
        self.matches[at] = person.known


def _themselves(people: Iterable[_Person]) -> list[_Person]:
    """Leave out those who were merged into another of these people: it is that one who is meant."""
    found = list(people)
    ids = {who.known.contact_id for who in found}
    return [who for who in found if who.known.merged_into_id not in ids]


def _has_own_row(person: _Person) -> bool:
    """Whether a file may have a row of their own: of who was merged and gave their profile away it has none."""
    return person.known.merged_into_id is None or person.known.imported is not None


def _told_apart(one: Connection, other: Connection) -> bool:
    """Two rows of one file with different addresses are two people, though they share a name and a day."""
    return "" not in {one.email, other.email} and one.email.casefold() != other.email.casefold()


def _book_joins(person: _Person, row: Connection) -> bool:
    """Whether the book, where the file does not, says that this row is of the person of whom another tells.

    The contact must have this row's address, and keep it after the import of the other row.
    """
    addresses = {own.casefold() for own in (person.known.email, *person.known.other_emails)}
    ours, theirs = row.email.casefold(), person.row.email.casefold() if person.row else ""
    return not theirs or (theirs != ours and {theirs, ours} <= addresses)
