"""What an import of cards will do: what is missing is filled in, lists are joined, what stands there stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from infoview_desktop.domain.cancelled import until_cancelled
from infoview_desktop.domain.card import TEXTS, Card, united
from infoview_desktop.domain.contact import LISTS
from infoview_desktop.domain.import_plan import FieldChange
from infoview_desktop.domain.linkedin import profile_address
from infoview_desktop.domain.progress import never
from infoview_desktop.domain.same_card import KnownPerson, match, people_of
from infoview_desktop.domain.text import folded

_NAME = frozenset({"given_name", "middle_name", "family_name", "suffix"})
_WORK = frozenset({"position", "organization", "seniority"})
_BY_THE_WAY = frozenset({"source"})
"""How somebody was found is the user's own knowledge, of which another book has no news."""


@dataclass(frozen=True, slots=True)
class CardUpdate:
    """What a card brings for a contact in the book; `uid` is what it calls the contact, if that is news."""

    contact_id: int
    told: Card
    changes: tuple[FieldChange, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    uid: str

    @property
    def alters(self) -> bool:
        """Whether anything that one sees is other than before."""
        return any(not change.kept for change in self.changes)


@dataclass(frozen=True, slots=True)
class CardPlan:
    """What becomes of each card; each is in exactly one of `new`, `updated`, `same` and `duplicates`.

    `unseen` are the contacts that stay as they are for all one can see; of each either the user's words are
    kept, or the name that another address book has for it is to be remembered, or both.
    """

    new: tuple[Card, ...]
    updated: tuple[CardUpdate, ...]
    same: int
    unseen: tuple[CardUpdate, ...]
    trashed: int
    duplicates: tuple[Card, ...]

    @property
    def kept(self) -> tuple[CardUpdate, ...]:
        """The contacts for which a card says something else than the user, whose words stay."""
        return tuple(update for update in self.unseen if update.changes)

    @property
    def uids(self) -> tuple[tuple[int, str], ...]:
        """The contacts that get the name that another address book has for them."""
        return tuple((update.contact_id, update.uid) for update in (*self.updated, *self.unseen) if update.uid)

    @property
    def stores_anything(self) -> bool:
        """Whether the book is other than before, be it in what one does not see."""
        return bool(self.new or self.updated or self.uids)


def plan(cards: Sequence[Card], known: Iterable[KnownPerson], *, cancelled: Callable[[], bool] = never) -> CardPlan:
    """Decide what an import of these cards does to the contacts in the book, the trash included.

    Raises:
        Cancelled: Once `cancelled` says so.
    """
    new: list[Card] = []
    updated: list[CardUpdate] = []
    unseen: list[CardUpdate] = []
    same = trashed = 0
    people = people_of(cards, cancelled)
    contacts = tuple(until_cancelled(known, cancelled))
    # A profile is one contact's, also of one in the trash.
    held = {contact.card.linkedin: contact.contact_id for contact in contacts if contact.card.linkedin}
    for person, contact in zip(people, match(people, contacts, cancelled), strict=True):
        card = person.card
        holder = held.get(card.linkedin)
        if holder is not None and (contact is None or contact.contact_id != holder):
            card = replace(card, linkedin="", links=united("links", card.links, (profile_address(card.linkedin),)))
        if contact is None:
            new.append(card)
        elif contact.trashed:
            trashed += contact.merged_into is None
            same += 1
        elif (update := _compare(card, contact)).alters:
            updated.append(update)
        else:
            same += 1
            if update.changes or update.uid:
                unseen.append(update)
    duplicates = tuple(card for person in people for card in person.again)
    return CardPlan(tuple(new), tuple(updated), same, tuple(unseen), trashed, duplicates)


def _compare(card: Card, known: KnownPerson) -> CardUpdate:
    texts = tuple(_compare_texts(card, known.card))
    lists = tuple(
        (name, every)
        for name in LISTS
        if (every := united(name, getattr(known.card, name), getattr(card, name))) != getattr(known.card, name)
    )
    added = tuple(
        FieldChange(name, "", ", ".join(every[len(getattr(known.card, name)) :]), kept=False) for name, every in lists
    )
    photo = (FieldChange("photo", "", "photo", kept=False),) if card.photo and not known.has_photo else ()
    return CardUpdate(known.contact_id, card, (*texts, *added, *photo), lists, "" if known.uid else card.uid)


def _compare_texts(card: Card, present: Card) -> Iterator[FieldChange]:
    """A text of the card is news where it says something else; it takes no place but an empty one.

    What belongs together stays together: no middle name comes to another given name, and no position to another
    organization.
    """
    same_name = card.folded_name == present.folded_name
    other_name = _differ(card, present, ("given_name", "family_name"))
    other_work = _differ(card, present, ("position", "organization"))
    for name in TEXTS:
        told, own = getattr(card, name), getattr(present, name)
        if not told or folded(told) == folded(own) or (name in _NAME and same_name):
            continue
        kept = bool(own) or (name in _NAME and other_name) or (name in _WORK and other_work)
        if not (kept and name in _BY_THE_WAY):
            yield FieldChange(name, own, told, kept=kept)


def _differ(card: Card, present: Card, names: Iterable[str]) -> bool:
    """Whether in one of these the card contradicts what is present."""
    pairs = ((getattr(card, name), getattr(present, name)) for name in names)
    return any(told and own and folded(told) != folded(own) for told, own in pairs)
