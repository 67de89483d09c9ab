"""The short list: whom the user wants to talk to, about which direction, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from types import MappingProxyType

from infoview_desktop.domain import known_error
from infoview_desktop.domain.motivation import MOST_MOTIVATION
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.text import clean_text
from infoview_desktop.operations.contact_fields import one_line
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.operations.planning import replan
from infoview_desktop.store.reads import short_list as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import directions
from infoview_desktop.store.writes import short_list as writes

USUAL_MOTIVATION = 2


@reaching(Reach.UNDOABLE)
def want_to_talk_to(
    store: Store,
    *,
    contact_ids: Sequence[int],
    direction: str = "",
    motivation: int = USUAL_MOTIVATION,
    reason: str = "",
) -> Outcome[tuple[int, ...]]:
    """Put people on the short list and return who was not on it before; who was stays as they are.

    Raises:
        KnownError: nobody of them is in the book any more, or there is no such motivation.
    """
    motivation = _motivation(str(motivation))
    names = reads.standing(Reader(store.connection), contact_ids=contact_ids)
    if not names:
        raise known_error.gone()
    new = [one for one in names if not one.is_listed]
    if not new:
        said = Phrase.counted(
            "{name} is on the short list already",
            "All {count} are on the short list already",
            len(names),
            **_name(names),
        )
        return Outcome((), said=said)
    label = Phrase.counted("Want to talk to {name}", "Want to talk to {count} people", len(new), **_name(new))
    with store.transaction(label) as transaction:
        direction_id = directions.named(transaction, one_line(direction))
        writes.add(
            transaction,
            [one.contact_id for one in new],
            reason=clean_text(reason).strip(),
            direction_id=direction_id,
            motivation=motivation,
        )
        replan(transaction, [one.contact_id for one in new])
    said = Phrase.counted("{name} is on the short list", "{count} people are on the short list", len(new), **_name(new))
    return Outcome(tuple(one.contact_id for one in new), transaction.changed, said, undoable=True)


@reaching(Reach.UNDOABLE)
def take_off(store: Store, *, contact_ids: Sequence[int]) -> Outcome[None]:
    """Take people off the short list; they stay in the book.

    Raises:
        KnownError: none of them is on it.
    """
    reader = Reader(store.connection)
    listed = [one for one in reads.standing(reader, contact_ids=contact_ids) if one.is_listed]
    if not listed:
        raise known_error.not_listed()
    label = Phrase.counted(
        "Take {name} off the short list", "Take {count} people off the short list", len(listed), **_name(listed)
    )
    with store.transaction(label) as transaction:
        writes.take_off(transaction, [one.contact_id for one in listed])
        directions.drop_unused(transaction, {one.direction_id for one in listed})
        replan(transaction, [one.contact_id for one in listed])
    said = Phrase.counted(
        "{name} is off the short list", "{count} people are off the short list", len(listed), **_name(listed)
    )
    return Outcome(None, transaction.changed, said, undoable=True)


@reaching(Reach.UNDOABLE)
def edit(store: Store, *, contact_id: int, field: str, text: str) -> Outcome[None]:
    """Set one of `EDITABLE` of somebody on the short list to what was typed.

    Raises:
        KnownError: they are not on it, or there is no such motivation.
    """
    one = next(iter(reads.standing(Reader(store.connection), contact_ids=[contact_id])), None)
    if one is None or not one.is_listed:
        raise known_error.not_listed()
    values = _name([one])
    label, write = EDITABLE[field]
    with store.transaction(replace(label, values=values)) as transaction:
        write(transaction, contact_id, text)
        directions.drop_unused(transaction, [one.direction_id])
    return step(transaction.changed, Phrase("{name} changed", values))


def _name(people: Sequence[reads.Standing]) -> dict[str, str]:
    """What the sentence about one person needs."""
    return {"name": people[0].name}


def _reason(transaction: Transaction, contact_id: int, text: str) -> None:
    writes.change(transaction, contact_id, reason=clean_text(text).strip())


def _direction(transaction: Transaction, contact_id: int, text: str) -> None:
    writes.change(transaction, contact_id, direction=directions.named(transaction, one_line(text)))


def _change_motivation(transaction: Transaction, contact_id: int, text: str) -> None:
    writes.change(transaction, contact_id, motivation=_motivation(text))


def _motivation(text: str) -> int:
    if text not in {str(step) for step in range(MOST_MOTIVATION + 1)}:
        raise known_error.no_such_choice(text)
    return int(text)


EDITABLE: MappingProxyType[str, tuple[Phrase, Callable[[Transaction, int, str], None]]] = MappingProxyType(
    {
        "reason": (Phrase("Edit why you want to talk to {name}"), _reason),
        "direction": (Phrase("Edit what you want to talk about with {name}"), _direction),
        "motivation": (Phrase("Edit how much you want to talk to {name}"), _change_motivation),
    }
)
"""What can be edited of an entry, by the name of the field: the label of its step of undo, and how it is stored."""
