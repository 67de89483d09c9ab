"""Text that is being typed, kept so that no crash takes it away."""

from __future__ import annotations

from infoview_desktop.operations.outcome import Outcome, Reach, reaching
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import put_aside


@reaching(Reach.UNRECORDED)
def put(store: Store, *, place: str, text: str) -> Outcome[None]:
    """Keep what is being typed at `place`, such as `contact/7/position`."""
    with store.unrecorded() as transaction:
        put_aside.put(transaction, place, text)
    return Outcome(None)


@reaching(Reach.UNRECORDED)
def take_away(store: Store, *, place: str) -> Outcome[None]:
    """Forget it: the field was left and its text stored, or given up."""
    with store.unrecorded() as transaction:
        put_aside.take_away(transaction, place)
    return Outcome(None)
