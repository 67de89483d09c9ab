"""Two people in the book who are one, made one; and two who only look so, told apart."""

from __future__ import annotations

from collections.abc import Mapping

from infoview_desktop.domain import known_error
from infoview_desktop.domain.contact import Contact
from infoview_desktop.domain.merge import Side, merged
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.operations.planning import replan
from infoview_desktop.store.reads import contacts as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import merges as writes


@reaching(Reach.UNDOABLE)
def merge(store: Store, *, kept_id: int, other_id: int, choices: Mapping[str, Side]) -> Outcome[None]:
    """Let everything that is known of the other person go to the kept one.

    `choices` says of whom each of `merge.SINGLE` is taken where both have a value; what is not taken is written
    into the remarks.

    Raises:
        KnownError: one of them is gone, both are one, or nothing would be left of the name.
    """
    kept, other = _two(store, kept_id, other_id)
    result = merged(kept, other, choices)
    if not (result.values["given_name"] or result.values["family_name"]):
        raise known_error.name_needed()
    values = {"other": other.name, "kept": kept.name}
    with store.transaction(Phrase("Merge {other} into {kept}", values)) as transaction:
        writes.merge(transaction, kept_id, other_id, result)
        replan(transaction, [kept_id, other_id])
    return Outcome(None, transaction.changed, Phrase("{other} merged into {kept}", values), undoable=True)


@reaching(Reach.UNDOABLE)
def tell_apart(store: Store, *, first_id: int, second_id: int) -> Outcome[None]:
    """Remember that two people are not the same, so that it is not suggested again.

    Raises:
        KnownError: one of them is gone, or both are one.
    """
    first, second = _two(store, first_id, second_id)
    values = {"first": first.name, "second": second.name}
    with store.transaction(Phrase("{first} is not {second}", values)) as transaction:
        writes.tell_apart(transaction, first_id, second_id)
    return step(transaction.changed, Phrase("{first} and {second} are not the same", values))


def _two(store: Store, one_id: int, other_id: int) -> tuple[Contact, Contact]:
    if one_id == other_id:
        raise known_error.one_person()
    reader = Reader(store.connection)
    one, other = reads.contact(reader, one_id), reads.contact(reader, other_id)
    if one is None or other is None:
        raise known_error.gone()
    return one, other
