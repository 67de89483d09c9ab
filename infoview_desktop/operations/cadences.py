"""Cadences: those of the practice, as the user has changed them, and the user's own."""

from __future__ import annotations

from dataclasses import replace

from infoview_desktop.domain import known_error
from infoview_desktop.domain.cadence import CADENCES, MOST_DAYS, THREE_B_SEVEN, Cadence
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.contact_fields import one_line
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.operations.planning import replan_everybody
from infoview_desktop.store.reads import practice as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import practice as writes

_OWN = "own-"


@reaching(Reach.UNDOABLE)
def add(store: Store, *, name: str) -> Outcome[str]:
    """Add a cadence of one's own, with the figures of the one that is gone by, and return its key.

    Raises:
        KnownError: it has no name.
    """
    reader = Reader(store.connection)
    known = reads.cadences(reader)
    taken = [int(key.removeprefix(_OWN)) for key in known if key.removeprefix(_OWN).isdigit() and key.startswith(_OWN)]
    key = f"{_OWN}{max(taken, default=0) + 1}"
    model = known.get(reads.practice(reader).cadence, THREE_B_SEVEN)
    cadence = replace(model, key=key, name=_named(name), source="")
    with store.transaction(Phrase("New cadence {name}", {"name": cadence.name})) as transaction:
        writes.change_cadence(transaction, cadence)
    said = Phrase("Cadence {name} added", {"name": cadence.name})
    return Outcome(key, transaction.changed, said, undoable=True)


@reaching(Reach.UNDOABLE)
def edit(store: Store, *, cadence: Cadence) -> Outcome[None]:
    """Change the figures of a cadence; what is due by it moves, except what the user moved themselves.

    The source stays what it was. One of the practice's that has its first figures again is as at first.

    Raises:
        KnownError: it is gone, has no name, or its days are too few or too many.
    """
    before = _present(store, cadence.key)
    second = cadence.second_person_days
    for days in (cadence.follow_up_days, cadence.close_days, 1 if second is None else second):
        if not 1 <= days <= MOST_DAYS:
            raise known_error.too_few_or_many(1, MOST_DAYS)
    after = replace(cadence, name=_named(cadence.name), source=before.source)
    with store.transaction(Phrase("Edit cadence {name}", {"name": after.name})) as transaction:
        writes.change_cadence(transaction, after)
        _replan(transaction, after.key)
    return step(transaction.changed, Phrase("Cadence {name} changed", {"name": after.name}))


@reaching(Reach.UNDOABLE)
def reset(store: Store, *, key: str) -> Outcome[None]:
    """Let one of the practice's cadences be as at first.

    Raises:
        KnownError: it is none of the practice's.
    """
    if key not in CADENCES:
        raise known_error.no_longer_there()
    values = {"name": CADENCES[key].name}
    with store.transaction(Phrase("Reset cadence {name}", values)) as transaction:
        writes.drop_cadence(transaction, key)
        _replan(transaction, key)
    return step(transaction.changed, Phrase("Cadence {name} is as at first", values))


@reaching(Reach.UNDOABLE)
def delete(store: Store, *, key: str) -> Outcome[None]:
    """Delete a cadence of one's own; whoever goes by it goes by 3B7 from now on.

    Raises:
        KnownError: it is gone already, or is one of the practice's.
    """
    if key in CADENCES:
        raise known_error.no_longer_there()
    values = {"name": _present(store, key).name}
    with store.transaction(Phrase("Delete cadence {name}", values)) as transaction:
        chosen = reads.practice(Reader(transaction.connection))
        if chosen.cadence == key:
            writes.change(transaction, replace(chosen, cadence=THREE_B_SEVEN.key))
        writes.drop_cadence(transaction, key)
        if chosen.cadence == key:
            replan_everybody(transaction)
    return step(transaction.changed, Phrase("Cadence {name} deleted", values))


def _replan(transaction: Transaction, key: str) -> None:
    if reads.practice(Reader(transaction.connection)).cadence == key:
        replan_everybody(transaction)


def _present(store: Store, key: str) -> Cadence:
    found = reads.cadences(Reader(store.connection)).get(key)
    if found is None:
        raise known_error.no_longer_there()
    return found


def _named(name: str) -> str:
    text = one_line(name)
    if not text:
        raise known_error.name_for_it_needed()
    return text
