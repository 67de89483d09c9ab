"""People who may be in the book twice, each pair with its reasons.

Nobody is merged by it: these are suggestions. An address, a number or a whole name that two people share is found
by a key; names that are only alike are compared within blocks of people who share an organization, a day or a
place, never all with all. A name alone is weak: one in a hundred occurs twice and means two people, and of
LinkedIn's own members two profiles are two people unless something else speaks for one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from types import MappingProxyType

from infoview_desktop.domain.cancelled import until_cancelled
from infoview_desktop.domain.contact import full_name, work
from infoview_desktop.domain.person_name import Likeness, PersonName
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress

Pair = tuple[int, int]
"""Two people's ids, the lower one first."""


@dataclass(frozen=True, slots=True)
class Person:
    """What speaks for somebody being the same as another; "" where nothing is known."""

    id: int
    given_name: str
    middle_name: str
    family_name: str
    suffix: str
    organization: str
    position: str
    location: str
    linkedin: str
    connected_on: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name as it is shown."""
        return full_name(self.given_name, self.family_name, middle_name=self.middle_name, suffix=self.suffix)

    @property
    def work(self) -> str:
        """What they do and where, as it is shown under the name."""
        return work(self.position, self.organization)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two people who may be one, and why; the one who has been in the book for longer comes first."""

    first: Person
    second: Person
    reasons: tuple[Phrase, ...]

    @property
    def pair(self) -> Pair:
        """Their ids."""
        return self.first.id, self.second.id


_NAMES: MappingProxyType[Likeness, tuple[Phrase, int]] = MappingProxyType(
    {
        Likeness.SAME: (Phrase("same name"), 30),
        Likeness.TURNED: (Phrase("same name, turned round"), 25),
        Likeness.SHORT_FORM: (Phrase("a name and its short form"), 18),
        Likeness.LONGER: (Phrase("one name is longer"), 18),
        Likeness.SPELLING: (Phrase("names are spelt alike"), 16),
        Likeness.INITIAL: (Phrase("one name has an initial"), 12),
    }
)
"""What each likeness is called, and how much it counts."""

_SAME_EMAIL = (Phrase("same e-mail address"), 60)
_SAME_PHONE = (Phrase("same phone number"), 50)
_SAME_ORGANIZATION = (Phrase("same organization"), 20)
_SAME_DAY = (Phrase("connected on the same day"), 15)
_SAME_PLACE = (Phrase("same location"), 10)
_SAME_POSITION = (Phrase("same position"), 5)

_CROWD = 12
"""So many people with one address, number or name are no evidence for any two of them."""
_LARGEST_BLOCK = 64
_NEIGHBOURS = 12
"""In a block that is larger, each is compared with so many who come next in the order of names."""
_FEWEST_DIGITS, _TELLING_DIGITS = 7, 8
"""Numbers are found by their last digits: before them stand codes of countries, or a 0 in their place."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A person as they are compared."""

    person: Person
    name: PersonName
    organization: str
    location: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]


def suggest(
    people: Iterable[Person],
    *,
    distinct: Collection[Pair] = frozenset(),
    fold: Callable[[str], str] = str.casefold,
    progress: Progress | None = None,
) -> list[Suggestion]:
    """Suggest which people may be in the book twice, the best founded suggestions first.

    Args:
        people: everybody who is not in the trash.
        distinct: the pairs that the user said are not the same.
        fold: writes letters of all scripts in lower-case ASCII.
        progress: told how far it is.

    Raises:
        Cancelled: once `progress` says so.
    """
    progress = progress or Progress()
    read = [_read(person, fold) for person in until_cancelled(people, progress.cancelled)]
    progress.reached(0.5)
    found: dict[Pair, tuple[int, Suggestion]] = {}
    for one, other in until_cancelled(chain(_by_key(read), _by_block(read)), progress.cancelled):
        first, second = (one, other) if one.person.id < other.person.id else (other, one)
        pair = first.person.id, second.person.id
        if pair not in found and pair not in distinct and (judged := _judge(first, second)) is not None:
            found[pair] = judged
    progress.reached(1.0)
    return [suggestion for _, suggestion in sorted(found.values(), key=lambda one: (-one[0], one[1].pair))]


def _read(person: Person, fold: Callable[[str], str]) -> _Read:
    name = f"{person.given_name} {person.middle_name} {person.family_name}"
    return _Read(
        person,
        PersonName.of(name, fold),
        " ".join(fold(person.organization).split()),
        " ".join(fold(person.location).split()),
        tuple(address.casefold() for address in person.emails),
        tuple(digits for number in person.phones if len(digits := _digits(number)) >= _FEWEST_DIGITS),
    )


def _digits(number: str) -> str:
    return "".join(character for character in number if character.isdecimal()).lstrip("0")


def _judge(one: _Read, other: _Read) -> tuple[int, Suggestion] | None:
    """Weigh what two people have in common; None where it is not enough."""
    likeness = one.name.likeness(other.name)
    strong, weak = list(_strongly(one, other)), []
    if likeness is not None:
        strong += [_SAME_ORGANIZATION] if one.organization and one.organization == other.organization else []
        weak = list(_weakly(one, other))
    if not _enough(one, other, likeness, strong=bool(strong), weak=bool(weak)):
        return None
    reasons = [*([_NAMES[likeness]] if likeness else []), *strong, *weak]
    if (
        likeness is not None
        and one.person.position
        and one.person.position.casefold() == other.person.position.casefold()
    ):
        reasons.append(_SAME_POSITION)
    weight = sum(counts for _, counts in reasons)
    return weight, Suggestion(one.person, other.person, tuple(phrase for phrase, _ in reasons))


def _strongly(one: _Read, other: _Read) -> Iterator[tuple[Phrase, int]]:
    """What two people hardly share, whatever they are called."""
    if one.emails and other.emails and not set(one.emails).isdisjoint(other.emails):
        yield _SAME_EMAIL
    if any(_one_number(ours, theirs) for ours in one.phones for theirs in other.phones):
        yield _SAME_PHONE


def _weakly(one: _Read, other: _Read) -> Iterator[tuple[Phrase, int]]:
    """What speaks for one person only beside a name."""
    if one.person.connected_on and one.person.connected_on == other.person.connected_on:
        yield _SAME_DAY
    if one.location and one.location == other.location:
        yield _SAME_PLACE


def _enough(one: _Read, other: _Read, likeness: Likeness | None, *, strong: bool, weak: bool) -> bool:
    """Whether it speaks for one person: two members of LinkedIn have to have more in common than others."""
    whole = likeness in {Likeness.SAME, Likeness.TURNED}
    if strong or not (one.person.linkedin and other.person.linkedin):
        return strong or weak or whole
    return weak and whole


def _one_number(ours: str, theirs: str) -> bool:
    return ours.endswith(theirs) or theirs.endswith(ours)


def _by_key(people: Sequence[_Read]) -> Iterator[tuple[_Read, _Read]]:
    """Pairs that share an address, a number, or all words of a name."""
    emails: dict[str, list[_Read]] = defaultdict(list)
    phones: dict[str, list[_Read]] = defaultdict(list)
    names: dict[tuple[str, ...], list[_Read]] = defaultdict(list)
    for one in people:
        for address in set(one.emails):
            emails[address].append(one)
        for ending in {digits[-_TELLING_DIGITS:] for digits in one.phones}:
            phones[ending].append(one)
        if one.name.words:
            names[tuple(sorted(one.name.words))].append(one)
    for block in chain(emails.values(), phones.values(), names.values()):
        if 1 < len(block) <= _CROWD:
            yield from combinations(block, 2)


def _by_block(people: Sequence[_Read]) -> Iterator[tuple[_Read, _Read]]:
    """Pairs that share something else, so that their names are worth comparing."""
    organizations: dict[str, list[_Read]] = defaultdict(list)
    for one in people:
        if one.organization:
            organizations[one.organization].append(one)
    for block in organizations.values():
        yield from _within(block)
    others: dict[tuple[str, ...], list[_Read]] = defaultdict(list)
    for one in people:
        if one.name.words:
            letter = one.name.words[-1][0]
            if one.person.connected_on:
                others[one.person.connected_on, letter].append(one)
            if one.location:
                others[one.location, letter].append(one)
    for block in others.values():
        yield from _within(block)


def _within(block: list[_Read]) -> Iterator[tuple[_Read, _Read]]:
    """All pairs of a block; of a large one those whose first or last words stand close together."""
    if len(block) <= _LARGEST_BLOCK:
        yield from combinations(block, 2)
        return
    for order in (lambda one: one.name.words, lambda one: one.name.words[::-1]):
        ordered = sorted(block, key=order)
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 : place + 1 + _NEIGHBOURS]:
                yield one, other
