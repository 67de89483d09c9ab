"""Directions called otherwise, and taken away."""

from __future__ import annotations

from infoview_desktop.domain import known_error
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.contact_fields import one_line
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.store.reads import directions as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import directions as writes


@reaching(Reach.UNDOABLE)
def rename_direction(store: Store, *, direction_id: int, name: str) -> Outcome[None]:
    """Call a direction otherwise; where there is one of that name already, the two become one.

    Raises:
        KnownError: it is gone, or would be left without a name.
    """
    before, name = _name(store, direction_id), one_line(name)
    if not name:
        raise known_error.direction_name_needed()
    with store.transaction(Phrase("Rename direction {name}", {"name": before})) as transaction:
        writes.rename(transaction, direction_id, name)
    return step(transaction.changed, Phrase("{before} is called {name} now", {"before": before, "name": name}))


@reaching(Reach.UNDOABLE)
def remove_direction(store: Store, *, direction_id: int) -> Outcome[None]:
    """Take a direction away; whoever had it stays on the short list, without one.

    Raises:
        KnownError: it is gone already.
    """
    values = {"name": _name(store, direction_id)}
    with store.transaction(Phrase("Remove direction {name}", values)) as transaction:
        writes.remove(transaction, direction_id)
    return Outcome(None, transaction.changed, Phrase("Direction {name} removed", values), undoable=True)


def _name(store: Store, direction_id: int) -> str:
    every = reads.directions(Reader(store.connection))
    name = next((direction.name for direction in every if direction.id == direction_id), None)
    if name is None:
        raise known_error.no_such_direction()
    return name
